//! One value of a row, before it is a cell of a file or a value of JSON.
//!
//! The same columns serve the CSV files, the clipboard and `list --json`. A cell therefore says what it is,
//! and each writer decides how that looks: not recorded is an empty cell or `null`, a flag is 1 or 0 or a
//! boolean, free text is neutralised in CSV ([`crate::domain::csv_text`]) and plain in JSON. A cell borrows
//! or copies what it says, so that a file of a million of them is written without a text for each.

use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;
use serde_json::Value;

use crate::domain::csv_text::neutralise;
use crate::domain::time::write_date;
use crate::domain::{Id, Rating, Stamp};

/// Below this all whole numbers are exact, also for readers of JSON.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'r> {
    /// Not recorded.
    Empty,
    /// A number; in files the shortest text that reads back as the same number, whole ones without `.0`.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A word of the program: never a formula.
    Word(&'r str),
    /// An instant, RFC 3339 with its offset.
    Stamp(Stamp),
    /// A date.
    Date(Date),
    /// The name of a record.
    Id(Id),
    /// Free text, from a person or a file.
    Text(Cow<'r, str>),
    /// Something with a shape of its own.
    Json(Cow<'r, Value>),
}

impl<'r> Cell<'r> {
    /// A number, or empty.
    pub fn number(value: Option<f64>) -> Self {
        // Adding zero makes -0 a plain 0.
        value.map_or(Self::Empty, |it| Self::Number(it + 0.0))
    }

    /// A whole number, or empty.
    pub fn whole(value: Option<i64>) -> Self {
        Self::number(value.map(|it| it as f64))
    }

    /// A flag, or empty.
    pub fn flag(value: Option<bool>) -> Self {
        value.map_or(Self::Empty, Self::Flag)
    }

    /// A word of the program, or empty.
    pub fn word(value: Option<impl Into<&'static str>>) -> Self {
        value.map_or(Self::Empty, |it| Self::Word(it.into()))
    }

    /// The word that names a catalogue entry.
    pub fn slug(word: &'r str) -> Self {
        Self::Word(word)
    }

    /// Free text; empty text is not recorded.
    pub fn text(value: &'r str) -> Self {
        if value.is_empty() {
            Self::Empty
        } else {
            Self::Text(Cow::Borrowed(value))
        }
    }

    /// Free text, or empty.
    pub fn opt_text(value: Option<&'r str>) -> Self {
        value.map_or(Self::Empty, Self::text)
    }

    /// An instant, RFC 3339 with its offset.
    pub fn stamp(value: Option<Stamp>) -> Self {
        value.map_or(Self::Empty, Self::Stamp)
    }

    /// A date.
    pub fn date(value: Option<Date>) -> Self {
        value.map_or(Self::Empty, Self::Date)
    }

    /// The name of a record.
    pub fn id(value: Option<Id>) -> Self {
        value.map_or(Self::Empty, Self::Id)
    }

    /// The number of a rating.
    pub fn rating(value: Option<Rating>) -> Self {
        Self::number(value.map(|it| it.value))
    }

    /// The scale of a rating.
    pub fn scale(value: Option<Rating>) -> Self {
        Self::word(value.map(|it| it.scale))
    }

    /// Something with a shape of its own, or empty.
    pub fn json(value: Option<&'r Value>) -> Self {
        value.map_or(Self::Empty, |it| Self::Json(Cow::Borrowed(it)))
    }

    /// What serialises, with its shape.
    pub fn json_of(value: &impl serde::Serialize) -> Self {
        let value = serde_json::to_value(value).expect("records are JSON");
        Self::Json(Cow::Owned(value))
    }

    /// Names in a list, or empty where there is none.
    pub fn list(names: &[String]) -> Self {
        if names.is_empty() {
            Self::Empty
        } else {
            Self::Json(Cow::Owned(Value::from(names)))
        }
    }

    /// Appends what stands in a CSV file, before any quotes.
    pub fn write_csv(&self, out: &mut String) {
        let written = match self {
            Self::Empty => Ok(()),
            // Whole numbers are most of them, and quicker to write.
            Self::Number(value) if value.fract() == 0.0 && value.abs() < EXACT => write!(out, "{}", *value as i64),
            Self::Number(value) => write!(out, "{value}"),
            Self::Flag(value) => out.write_char(if *value { '1' } else { '0' }),
            Self::Word(word) => out.write_str(word),
            Self::Stamp(at) => at.write_rfc3339(out),
            Self::Date(day) => write_date(*day, out),
            Self::Id(id) => id.write(out),
            Self::Text(text) => out.write_str(&neutralise(text)),
            Self::Json(value) => out.write_str(&neutralise(&value.to_string())),
        };
        written.expect("memory takes every character");
    }

    /// What stands in JSON.
    pub fn into_json(self) -> Value {
        match self {
            Self::Empty => Value::Null,
            Self::Number(value) if value.fract() == 0.0 && value.abs() < EXACT => Value::from(value as i64),
            Self::Number(value) => Value::from(value),
            Self::Flag(value) => Value::from(value),
            Self::Word(word) => Value::from(word),
            Self::Stamp(at) => Value::from(at.to_rfc3339()),
            Self::Date(day) => Value::from(day.to_string()),
            Self::Id(id) => Value::from(id.to_string()),
            Self::Text(text) => Value::from(text.into_owned()),
            Self::Json(value) => value.into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_csv(cell: &Cell) -> String {
        let mut out = String::new();
        cell.write_csv(&mut out);
        out
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (value, text) in [
            (0.1 + 0.2, "0.30000000000000004"),
            (10_000.0, "10000"),
            (-0.0, "0"),
            (7.25, "7.25"),
            (1e-7, "0.0000001"),
        ] {
            assert_eq!(in_csv(&Cell::number(Some(value))), text);
        }
    }

    #[test]
    fn not_recorded_is_empty_and_null_and_never_zero() {
        assert_eq!(in_csv(&Cell::number(None)), "");
        assert_eq!(Cell::number(None).into_json(), Value::Null);
        assert_eq!(Cell::text("").into_json(), Value::Null);
    }

    #[test]
    fn free_text_is_neutralised_in_csv_alone() {
        assert_eq!(in_csv(&Cell::text("=1+1")), "'=1+1");
        assert_eq!(Cell::text("=1+1").into_json(), Value::from("=1+1"));
    }
}
