//! Which of `18:00`, `54:30` and `400m` is the start, the time or the distance.
//!
//! A time with its hours or seconds (`1h05`, `1:41:20`) is a time; what stands beside it is the start. Of
//! two like `18:00 20:00` the one that no clock shows is the time; else the one that stands before the
//! distance is the start, as one says it. Where neither tells, both readings are named.

use super::{At, Said, Start};
use crate::domain::Sport;
use crate::domain::quick::about::About;
use crate::domain::quick::line::Line;
use crate::domain::quick::value::Value;
use crate::domain::units::{self, Three, parse_clock, parse_duration};
use crate::fl;

/// Fewer metres are no distance: `54m` is minutes.
const FEWEST_METRES: f64 = 100.0;
/// Nobody needs longer for a metre whose distance is told in metres: a quarter of an hour a kilometre.
const SLOWEST: f64 = 0.9;

impl<'t> Said<'t> {
    /// `400m` is metres in a swim, or beside a time that fits; minutes else.
    pub(super) fn settle_metres(&mut self, line: &mut Line<'_, 't>) {
        let swims = self.sport.as_ref().is_some_and(|(it, _)| *it == Sport::Swim);
        let short = self.shorts.iter().find_map(|(_, it)| parse_duration(it.text).ok());
        let time = self.time.as_ref().map(|(seconds, _)| *seconds).or(short);
        for value in std::mem::take(&mut self.metres) {
            let unit = line.journal().settings.distance;
            let metres = units::parse_distance(value.text, unit);
            let fits = |m: f64| m >= FEWEST_METRES && (swims || time.is_some_and(|s| s / m <= SLOWEST));
            if self.distance.is_none() && metres.as_ref().is_ok_and(|m| fits(*m)) {
                // It stands for no place that a start would come before.
                self.distance(line, metres, &value.span, usize::MAX);
            } else {
                let found = line.parsed(&value.span, parse_duration(value.text));
                let found = found.map(|it| (it, value.span.clone()));
                line.once(&mut self.time, &value.span, found);
            }
        }
    }

    /// Takes the time out of what looks like one, and gives the start, where one is said.
    pub(super) fn settle_clocks(&mut self, line: &mut Line<'_, 't>, about: &About<'t>) -> At<Start> {
        let mut shorts = std::mem::take(&mut self.shorts);
        for (_, extra) in shorts.drain(shorts.len().min(2)..) {
            line.problem(extra.span, fl!("quick-said-twice"));
        }
        let said = about.clock.clone();
        match (shorts.as_slice(), said) {
            ([], said) => said,
            ([(_, one)], Some(said)) => {
                self.time(line, one);
                Some(said)
            }
            ([(_, one)], None) if self.has_time(line, one) => clock(line, one),
            ([(_, one)], None) => {
                self.time(line, one);
                None
            }
            ([_, (_, other), ..], Some(said)) => {
                line.problem(other.span.clone(), fl!("quick-one-time"));
                Some(said)
            }
            ([one, other, ..], None) => self.of_two(line, one, other),
        }
    }

    /// Which of two is the start; the other is the time.
    fn of_two(&mut self, line: &mut Line<'_, 't>, one: &(usize, Value<'t>), other: &(usize, Value<'t>)) -> At<Start> {
        let is_clock = |it: &Value| parse_clock(it.text).is_ok();
        let is_before = |at: usize| {
            self.distance_at
                .is_some_and(|distance| distance != usize::MAX && at < distance)
        };
        let (start, time) = match (is_clock(&one.1), is_clock(&other.1)) {
            _ if self.time.is_some() => {
                line.problem(other.1.span.clone(), fl!("quick-said-twice"));
                return None;
            }
            (true, false) => (&one.1, &other.1),
            (false, true) => (&other.1, &one.1),
            (true, true) if is_before(one.0) => (&one.1, &other.1),
            (true, true) => {
                let (one, other) = (one.1.text, &other.1);
                let sentence = fl!("quick-which-is-start", one = one, other = other.text);
                line.problem(other.span.clone(), sentence);
                return None;
            }
            (false, false) => {
                line.problem(other.1.span.clone(), fl!("quick-said-twice"));
                return None;
            }
        };
        self.time(line, time);
        clock(line, start)
    }

    fn time(&mut self, line: &mut Line<'_, 't>, value: &Value<'t>) {
        let found = line.parsed(&value.span, parse_duration(value.text));
        let found = found.map(|it| (it, value.span.clone()));
        line.once(&mut self.time, &value.span, found);
    }

    /// Whether there is a time beside `short`: said, or from distance and pace where `short` is another.
    fn has_time(&self, line: &Line, short: &Value) -> bool {
        let of = |it: &At<f64>| it.as_ref().map(|(value, _)| *value);
        if self.time.is_some() {
            return true;
        }
        let (Some(distance_m), Some(s_per_m)) = (of(&self.distance), of(&self.pace)) else {
            return false;
        };
        let all = Three {
            distance_m: Some(distance_m),
            time_s: parse_duration(short.text).ok(),
            s_per_m: Some(s_per_m),
        };
        units::third(all, line.journal().settings.distance).is_err() && parse_clock(short.text).is_ok()
    }
}

/// The clock time that `value` is.
fn clock(line: &mut Line, value: &Value) -> At<Start> {
    let time = line.parsed(&value.span, parse_clock(value.text));
    time.map(|it| (it, value.span.clone()))
}
