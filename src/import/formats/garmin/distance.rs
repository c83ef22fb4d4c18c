//! How far an activity was, in metres. Distances are in the unit of the account, but swims in pools are counted in
//! metres or yards, whatever the account shows, and their pace is that of a hundred of them. Tables of the years
//! before 2017 write the unit behind such a number ("1,000 m").
//!
//! What a language calls a pool may be a word that is not known. Such a swim has a whole number for its distance;
//! as kilometres nobody could move so fast, or pace and distance make its time only by the hundred.

use std::ops::RangeInclusive;

use super::activities::File;
use crate::domain::{Assumption, DistanceUnit, Sport};
use crate::fl;
use crate::import::reading::Found;
use crate::import::reading::cells::Cells;
use crate::import::reading::clock::{Colon, duration, resaved};
use crate::import::reading::session::METRES;
use crate::import::reading::table::{Row, out_of_range};

const YARD_M: f64 = 0.9144;

/// Who swims further than this counts metres or yards.
const LONGEST_SWIM: f64 = 20.0;

/// How much longer or shorter a time may be than pace and distance make it.
const FITTING: RangeInclusive<f64> = 0.5..=3.0;

/// 100 km/h: nobody moves so fast by muscle, m/s.
const FASTEST: f64 = 27.8;

impl File<'_> {
    /// The distance of a row, in metres.
    pub fn distance(&self, row: &Row, sport: Sport, found: &mut Found) -> Option<f64> {
        let place = self.places.distance;
        let written = self.style.read_unit(row.at(place)).and_then(|it| written(it.1));
        let mut cells = Cells {
            row,
            style: self.style,
            found,
        };
        let value = cells.positive(place, &METRES, || fl!("import-distance"))?;
        let one = written.unwrap_or(match self.unit {
            DistanceUnit::Km if sport == Sport::Swim && value >= LONGEST_SWIM => 1.0,
            DistanceUnit::Mi if sport == Sport::Swim && value >= LONGEST_SWIM => YARD_M,
            unit => unit.metres(),
        });
        let metres = value * one;
        if !METRES.contains(&metres) {
            let why = out_of_range(&fl!("import-distance"), metres, &METRES);
            found.note(Some(row.line), why);
            return None;
        }
        if written.is_none() {
            found.assume(Assumption::Distance {
                unit: self.unit,
                sure: self.is_sure,
                records: 1,
            });
        }
        Some(metres)
    }

    /// Whether an activity of no known sport is a swim by its numbers.
    pub fn is_pool(&self, row: &Row) -> bool {
        let Some(value) = self.style.read(row.at(self.places.distance)) else {
            return false;
        };
        let times = [self.places.moving, self.places.time, self.places.elapsed].map(|it| row.at(it));
        let seconds = times
            .into_iter()
            .find_map(|it| duration(it, Colon::MinutesSeconds).filter(|it| *it > 0.0));
        let is_counted = value >= LONGEST_SWIM && value.fract() == 0.0;
        let Some(seconds) = seconds.filter(|_| is_counted) else {
            return false;
        };
        let pace = duration(row.at(self.places.pace), Colon::MinutesSeconds);
        let of_hundreds = pace.map(|it| it * value / 100.0).filter(|it| *it > 0.0);
        let is_paced = of_hundreds.is_some_and(|it| FITTING.contains(&(seconds / it)));
        is_paced || value * self.unit.metres() / seconds > FASTEST
    }

    /// Whether pace or speed and the distance of the row make it take about so long; without them, whether it is
    /// no more than a day.
    pub fn fits(&self, seconds: f64, row: &Row) -> bool {
        let pace = row.at(self.places.pace);
        let paced = resaved(pace).or_else(|| duration(pace, Colon::MinutesSeconds));
        let sped = || self.style.read(pace).filter(|it| *it > 0.0).map(|it| 3600.0 / it);
        let distance = self.style.read(row.at(self.places.distance));
        let expected = paced.or_else(sped).zip(distance).map(|(pace, far)| pace * far);
        match expected.filter(|it| *it > 0.0) {
            Some(expected) => FITTING.contains(&(seconds / expected)),
            None => seconds <= 86_400.0,
        }
    }
}

/// The metres of a unit that stands behind a number.
fn written(unit: &str) -> Option<f64> {
    match unit.trim() {
        "m" => Some(1.0),
        "yd" | "yds" => Some(YARD_M),
        "km" => Some(DistanceUnit::Km.metres()),
        "mi" => Some(DistanceUnit::Mi.metres()),
        _ => None,
    }
}
