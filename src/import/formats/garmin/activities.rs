//! Activities.csv. Times are by the clock on the wall and without a zone, `--` is nothing, and no cell states its
//! unit: whether distances are kilometres or miles is told by steps and stride where they are there (they
//! make metres), else by temperatures that only one scale has, else it is taken as the journal's. Swims are in
//! metres or yards. A table that a spreadsheet saved again has 30:48:00 where 30 min 48 s was meant; pace and
//! distance say which.

use serde_json::json;

use super::SOURCE;
use super::columns::Columns;
use crate::domain::{Activity, Assumption, DistanceUnit, Record, RecordKind, Sport};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::clock::{Colon, duration, resaved};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::{Header, Row, Shape, each_row, out_of_range, sample};
use crate::import::reading::{Entry, Found, Input, Reading, Refusal, Task, sport};

const YARD_M: f64 = 0.9144;
const FOOT_M: f64 = 0.3048;

/// Above this no air is, in degrees Celsius, where people train.
const HOT: f64 = 55.0;

/// How far what steps and stride make may be from a unit.
const STRIDE_SHARE: f64 = 0.25;

pub(in crate::import) const FORMAT: Format = Format {
    word: "garmin_activities",
    is: |head| head.header().is_some_and(|it| Columns::of(it).is_some()),
    reader: Reader::Whole(read),
};

/// What is the same for all rows of a table.
struct File {
    columns: Columns,
    style: NumberStyle,
    order: DateOrder,
    unit: DistanceUnit,
    is_sure: bool,
}

fn read(input: &Input, task: &Task) -> Reading {
    let header = Header::of(input.bytes);
    let columns = header.as_ref().and_then(Columns::of);
    let columns = columns.ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let rows = sample(input.bytes);
    let texts = |place: Option<usize>| {
        let rows = rows.iter();
        rows.filter_map(move |row| row.get(place?).map(String::as_str))
    };
    let style = NumberStyle::of(rows.iter().flatten().map(String::as_str)).unwrap_or_default();
    let order = DateOrder::of(texts(columns.date));
    let (unit, is_sure) = unit(&columns, &rows, style, task);
    let file = File {
        columns,
        style,
        order: order.map_or_else(|| default_order(task), |it| it.0),
        unit,
        is_sure,
    };
    let mut found = Found::default();
    let mut dated = 0;
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        if row.cells().all(|it| it.trim().is_empty()) {
            return Ok(());
        }
        let activity = file.activity(row, task, found)?;
        dated += usize::from(row.at(file.columns.date).contains('/'));
        found.add(Entry::of(Record::Activity(activity)).on(row.line).local());
        Ok(())
    })?;
    if dated > 0 {
        found.assume(Assumption::DateOrder {
            day_first: file.order == DateOrder::DayFirst,
            sure: order.is_some_and(|it| it.1),
            records: dated,
        });
    }
    Ok(found)
}

fn cell(row: &[String], place: Option<usize>) -> Option<&str> {
    row.get(place?).map(String::as_str)
}

/// The order of dates that could be read both ways.
fn default_order(task: &Task) -> DateOrder {
    match task.options.day_first {
        Some(false) => DateOrder::MonthFirst,
        _ => DateOrder::DayFirst,
    }
}

/// The unit of the distances, and whether other columns confirm it.
fn unit(columns: &Columns, rows: &[Vec<String>], style: NumberStyle, task: &Task) -> (DistanceUnit, bool) {
    if let Some(said) = task.options.distance {
        return (said, true);
    }
    let number = |row: &[String], place: Option<usize>| style.read(cell(row, place)?).filter(|it| *it > 0.0);
    let mut metres: Vec<f64> = rows
        .iter()
        .filter_map(|row| {
            let minutes = duration(cell(row, columns.time)?, Colon::MinutesSeconds)? / 60.0;
            let steps = number(row, columns.cadence)? * minutes;
            Some(steps * number(row, columns.stride)? / number(row, columns.distance)?)
        })
        .collect();
    metres.sort_by(f64::total_cmp);
    let near = |unit: DistanceUnit| {
        let middle = metres.get(metres.len() / 2)?;
        let is_near = (middle / unit.metres() - 1.0).abs() < STRIDE_SHARE;
        is_near.then_some((unit, true))
    };
    let by_stride = near(DistanceUnit::Km).or_else(|| near(DistanceUnit::Mi));
    let is_hot = rows
        .iter()
        .any(|row| number(row, columns.warmth).is_some_and(|it| it > HOT));
    let by_warmth = is_hot.then_some((DistanceUnit::Mi, false));
    by_stride
        .or(by_warmth)
        .unwrap_or((task.journal.settings.distance, false))
}

impl File {
    fn activity(&self, row: &Row, task: &Task, found: &mut Found) -> Result<Activity, String> {
        let columns = &self.columns;
        let text = row.at(columns.kind);
        let word = sport::of(text);
        let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
        let date = row.at(columns.date);
        let moment = self.order.read(date).filter(|it| it.time.is_some());
        let start = moment.and_then(|it| task.local(it.civil()));
        let start = start.ok_or_else(|| fl!("import-cell-wrong", column = "Date", value = date))?;
        if task.is_future(start.ms) {
            return Err(fl!("import-future", date = date));
        }
        let name = format!("garmin:{}:{}", text.to_lowercase().replace(' ', "_"), start.civil());
        let mut meta = task.meta(RecordKind::Activity, SOURCE, name, start.ms);
        meta.detail = Some(json!({ "type": text }));
        let distance_m = self.distance(row, sport, found);
        let time_s = self.time(row.at(columns.time), row, found);
        let elapsed_s = self.time(row.at(columns.elapsed), row, found).filter(|it| *it > 0.0);
        let moving_s = self.time(row.at(columns.moving), row, found).filter(|it| *it > 0.0);
        let mut number = |place, low: f64, high: f64, what: String| {
            let value = self.style.read(row.at(place)).filter(|it| *it > 0.0)?;
            if (low..=high).contains(&value) {
                return Some(value);
            }
            found.note(Some(row.line), out_of_range(&what, value, &(low..=high)));
            None
        };
        let mut activity = Activity {
            // "Time" is what the watch timed.
            elapsed_s: elapsed_s.or(time_s),
            moving_s: time_s.or(moving_s),
            distance_m,
            avg_hr: number(columns.avg_hr, 25.0, 220.0, fl!("import-avg-hr")),
            max_hr: number(columns.max_hr, 25.0, 220.0, fl!("import-max-hr")),
            cadence: number(columns.cadence, 0.0, 500.0, fl!("import-cadence")),
            ascent_m: number(columns.climb, 0.0, 1e5, fl!("import-ascent")).map(|it| (it * self.height()).round()),
            title: row.at(columns.title).to_owned(),
            ..Activity::new(meta, sport, start)
        };
        word.iter().for_each(|it| it.describe(&mut activity));
        if distance_m.is_some() && sport != Sport::Swim {
            found.assume(Assumption::Distance {
                unit: self.unit,
                sure: self.is_sure,
                records: 1,
            });
        }
        Ok(activity)
    }

    /// Metres of one in heights.
    fn height(&self) -> f64 {
        match self.unit {
            DistanceUnit::Km => 1.0,
            DistanceUnit::Mi => FOOT_M,
        }
    }

    fn distance(&self, row: &Row, sport: Sport, found: &mut Found) -> Option<f64> {
        let value = self.style.read(row.at(self.columns.distance)).filter(|it| *it > 0.0)?;
        let one = match (sport, self.unit) {
            // Lengths of a pool are in metres or yards; open water may be in kilometres, as small numbers.
            (Sport::Swim, DistanceUnit::Km) if value >= 20.0 => 1.0,
            (Sport::Swim, DistanceUnit::Mi) if value >= 20.0 => YARD_M,
            (_, unit) => unit.metres(),
        };
        let metres = value * one;
        if metres > 4e7 {
            found.note(
                Some(row.line),
                out_of_range(&fl!("import-distance"), metres, &(0.0..=4e7)),
            );
            return None;
        }
        Some(metres)
    }

    /// A length of time; of a table that was saved again, what was meant.
    fn time(&self, text: &str, row: &Row, found: &mut Found) -> Option<f64> {
        if is_blank(text) {
            return None;
        }
        let Some(seconds) = duration(text, Colon::MinutesSeconds) else {
            found.note(Some(row.line), fl!("import-cell-wrong", column = "Time", value = text));
            return None;
        };
        let meant = resaved(text).filter(|it| self.fits(*it, row) && !self.fits(seconds, row));
        let seconds = meant.unwrap_or(seconds);
        if seconds > 31.0 * 86_400.0 {
            found.note(
                Some(row.line),
                out_of_range(&fl!("import-elapsed"), seconds, &(0.0..=31.0 * 86_400.0)),
            );
            return None;
        }
        Some(seconds)
    }

    /// Whether the pace of the row makes its distance take about so long; without one, whether it is no more
    /// than a day.
    fn fits(&self, seconds: f64, row: &Row) -> bool {
        let pace = row.at(self.columns.pace);
        let paced = resaved(pace).or_else(|| duration(pace, Colon::MinutesSeconds));
        let expected = paced
            .zip(self.style.read(row.at(self.columns.distance)))
            .map(|(pace, far)| pace * far);
        match expected.filter(|it| *it > 0.0) {
            Some(expected) => (0.5..=3.0).contains(&(seconds / expected)),
            None => seconds <= 86_400.0,
        }
    }
}
