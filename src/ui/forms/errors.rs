//! Reading a draft: texts in, values out, and what is wrong with which field.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};

use crate::app::Model;
use crate::domain::Stamp;
use crate::domain::units::{InputError, parse_clock, parse_number_in};
use crate::fl;

/// What is wrong with a form: field and sentence, in the order the fields stand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors(Vec<(String, String)>);

impl Errors {
    /// Says what is wrong with `field`. The first complaint of a field stands.
    pub fn add(&mut self, field: &str, why: impl Into<String>) {
        if self.of(field).is_none() {
            self.0.push((field.to_owned(), why.into()));
        }
    }

    /// What is wrong with `field`.
    pub fn of(&self, field: &str) -> Option<&str> {
        let mut found = self.0.iter().filter(|(at, _)| at == field);
        found.next().map(|(_, why)| why.as_str())
    }

    /// The first field with something wrong.
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|(field, _)| field.as_str())
    }

    /// Whether all is well.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `value`, unless something is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// What a field stands for: nothing while it is empty, the record's own value while its text is as
    /// it was (so that no rounding gets into a record by opening it), what is typed else.
    pub fn read<T>(
        &mut self,
        field: &str,
        now: &str,
        was: (&str, Option<T>),
        parse: impl FnOnce(&str) -> Result<T, InputError>,
    ) -> Option<T> {
        let now = now.trim();
        if now == was.0.trim() {
            return was.1;
        }
        if now.is_empty() {
            return None;
        }
        parse(now).inspect_err(|why| self.add(field, why.sentence())).ok()
    }

    /// The same for a number that lies in `range`.
    pub fn number(
        &mut self,
        field: &str,
        now: &str,
        was: (&str, Option<f64>),
        range: RangeInclusive<f64>,
    ) -> Option<f64> {
        self.read(field, now, was, |text| parse_number_in(text, range))
    }

    /// The same for a whole number that lies in `range`.
    pub fn count(
        &mut self,
        field: &str,
        now: &str,
        was: (&str, Option<i64>),
        range: RangeInclusive<f64>,
    ) -> Option<i64> {
        let value = self.number(field, now, (was.0, was.1.map(|it| it as f64)), range)?;
        if value.fract() != 0.0 {
            self.add(field, fl!("form-whole-number"));
        }
        Some(value as i64)
    }

    /// The day a field names, not after `latest`.
    pub fn day(&mut self, field: &str, text: &str, latest: Date) -> Option<Date> {
        match super::day::parse_day(text, latest) {
            None => self.add(field, fl!("form-not-a-day")),
            Some(day) if day > latest => self.add(field, fl!("form-day-to-come")),
            Some(day) => return Some(day),
        }
        None
    }

    /// The clock time a field names; `missing` is said where it is empty.
    pub fn clock(&mut self, field: &str, text: &str, missing: impl FnOnce() -> String) -> Option<Time> {
        if text.trim().is_empty() {
            self.add(field, missing());
            return None;
        }
        self.read(field, text, ("", None), parse_clock)
    }

    /// The instant of journal day `day` and clock time `time`, not after now.
    pub fn instant(&mut self, field: &str, day: Option<Date>, time: Option<Time>, model: &Model) -> Option<Stamp> {
        let stamp = model.settings().day_rule.at(day?, time?, model.zone());
        self.past(field, stamp, model)
    }

    /// `stamp`, where it can be kept and has come already.
    pub fn past(&mut self, field: &str, stamp: Option<Stamp>, model: &Model) -> Option<Stamp> {
        match stamp {
            None => self.add(field, fl!("form-not-a-day")),
            Some(it) if it.ms > model.now.ms + MINUTE_MS => self.add(field, fl!("form-time-to-come")),
            Some(it) => return Some(it),
        }
        None
    }
}

const MINUTE_MS: i64 = 60_000;
