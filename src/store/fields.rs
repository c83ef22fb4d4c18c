//! Between a row and a record: columns read, and parameters bound, one after the other.
//!
//! A record's file lists its columns once, and reads and binds them in that order; nothing counts
//! positions. Values that a column cannot hold are refused here or by the table's CHECK constraints,
//! so that no NaN turns into NULL on its way to the disk.

use std::str::FromStr;

use jiff::civil::Date;
use rusqlite::types::{ToSql, ValueRef};
use rusqlite::{Row, Statement};

use super::Error;
use crate::domain::{Id, Rating, Scale, Slug, Stamp};

/// The columns of a row, read from left to right.
pub(super) struct Fields<'r> {
    row: &'r Row<'r>,
    next: usize,
}

impl<'r> Fields<'r> {
    /// Begins at the first column.
    pub(super) fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    fn value(&mut self) -> Result<ValueRef<'r>, Error> {
        let value = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(value)
    }

    /// A value that is none of what its column may hold.
    pub(super) fn unreadable(&self) -> Error {
        Error::Unreadable {
            column: self.row.as_ref().column_name(self.next - 1).unwrap_or("?").to_owned(),
        }
    }

    fn opt_str(&mut self) -> Result<Option<&'r str>, Error> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            value => value.as_str().map(Some).map_err(|_not_text| self.unreadable()),
        }
    }

    fn parsed<T>(&mut self, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Error> {
        match self.opt_str()? {
            None => Ok(None),
            Some(text) => parse(text).map(Some).ok_or_else(|| self.unreadable()),
        }
    }

    fn some<T>(&mut self, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| self.unreadable())
    }

    pub(super) fn opt_text(&mut self) -> Result<Option<String>, Error> {
        Ok(self.opt_str()?.map(str::to_owned))
    }

    pub(super) fn text(&mut self) -> Result<String, Error> {
        let value = self.opt_text()?;
        self.some(value)
    }

    pub(super) fn opt_word<T: FromStr>(&mut self) -> Result<Option<T>, Error> {
        self.parsed(|word| word.parse().ok())
    }

    pub(super) fn word<T: FromStr>(&mut self) -> Result<T, Error> {
        let value = self.opt_word()?;
        self.some(value)
    }

    pub(super) fn opt_id(&mut self) -> Result<Option<Id>, Error> {
        self.opt_word()
    }

    pub(super) fn id(&mut self) -> Result<Id, Error> {
        self.word()
    }

    pub(super) fn slug(&mut self) -> Result<Slug, Error> {
        let value = self.parsed(|word| Some(Slug::of(word)))?;
        self.some(value)
    }

    pub(super) fn opt_date(&mut self) -> Result<Option<Date>, Error> {
        self.opt_word()
    }

    pub(super) fn date(&mut self) -> Result<Date, Error> {
        self.word()
    }

    pub(super) fn opt_json(&mut self) -> Result<Option<serde_json::Value>, Error> {
        self.parsed(|text| serde_json::from_str(text).ok())
    }

    pub(super) fn json<T: serde::de::DeserializeOwned>(&mut self) -> Result<T, Error> {
        let value = self.parsed(|text| serde_json::from_str(text).ok())?;
        self.some(value)
    }

    pub(super) fn opt_int(&mut self) -> Result<Option<i64>, Error> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            ValueRef::Integer(value) => Ok(Some(value)),
            _ => Err(self.unreadable()),
        }
    }

    pub(super) fn int(&mut self) -> Result<i64, Error> {
        let value = self.opt_int()?;
        self.some(value)
    }

    pub(super) fn opt_flag(&mut self) -> Result<Option<bool>, Error> {
        Ok(self.opt_int()?.map(|value| value != 0))
    }

    pub(super) fn flag(&mut self) -> Result<bool, Error> {
        Ok(self.int()? != 0)
    }

    pub(super) fn opt_real(&mut self) -> Result<Option<f64>, Error> {
        match self.value()? {
            ValueRef::Null => Ok(None),
            ValueRef::Real(value) => Ok(Some(value)),
            ValueRef::Integer(value) => Ok(Some(value as f64)),
            _ => Err(self.unreadable()),
        }
    }

    pub(super) fn real(&mut self) -> Result<f64, Error> {
        let value = self.opt_real()?;
        self.some(value)
    }

    /// Two columns: ms UTC and offset minutes.
    pub(super) fn opt_stamp(&mut self) -> Result<Option<Stamp>, Error> {
        let (ms, offset) = (self.opt_int()?, self.opt_int()?);
        let Some((ms, offset)) = ms.zip(offset) else {
            return Ok(None);
        };
        let offset_min = i16::try_from(offset).map_err(|_too_far| self.unreadable())?;
        Ok(Some(Stamp { ms, offset_min }))
    }

    pub(super) fn stamp(&mut self) -> Result<Stamp, Error> {
        let value = self.opt_stamp()?;
        self.some(value)
    }

    /// Two columns: the number and its scale.
    pub(super) fn opt_rating(&mut self) -> Result<Option<Rating>, Error> {
        let (value, scale) = (self.opt_real()?, self.opt_word::<Scale>()?);
        Ok(value.zip(scale).map(|(value, scale)| Rating { value, scale }))
    }
}

/// The parameters of a statement, bound from first to last.
pub(super) struct Binder<'s, 'conn> {
    statement: &'s mut Statement<'conn>,
    next: usize,
}

impl<'s, 'conn> Binder<'s, 'conn> {
    /// Begins at the first parameter.
    pub(super) fn of(statement: &'s mut Statement<'conn>) -> Self {
        Self { statement, next: 1 }
    }

    /// Text, words, whole numbers, flags, and options of these.
    pub(super) fn value(&mut self, value: impl ToSql) -> Result<(), Error> {
        self.statement.raw_bind_parameter(self.next, value)?;
        self.next += 1;
        Ok(())
    }

    pub(super) fn opt_real(&mut self, value: Option<f64>) -> Result<(), Error> {
        if value.is_some_and(|it| !it.is_finite()) {
            return Err(Error::Refused {
                rule: "finite".to_owned(),
            });
        }
        self.value(value)
    }

    pub(super) fn real(&mut self, value: f64) -> Result<(), Error> {
        self.opt_real(Some(value))
    }

    pub(super) fn opt_id(&mut self, id: Option<Id>) -> Result<(), Error> {
        self.value(id.map(|it| it.to_string()))
    }

    pub(super) fn opt_date(&mut self, day: Option<Date>) -> Result<(), Error> {
        self.value(day.map(|it| it.to_string()))
    }

    pub(super) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Error> {
        let text = serde_json::to_string(value).map_err(|error| Error::Refused {
            rule: error.to_string(),
        })?;
        self.value(text)
    }

    pub(super) fn opt_json(&mut self, value: Option<&serde_json::Value>) -> Result<(), Error> {
        self.value(value.map(ToString::to_string))
    }

    pub(super) fn opt_stamp(&mut self, at: Option<Stamp>) -> Result<(), Error> {
        self.value(at.map(|it| it.ms))?;
        self.value(at.map(|it| it.offset_min))
    }

    pub(super) fn opt_rating(&mut self, rating: Option<Rating>) -> Result<(), Error> {
        self.opt_real(rating.map(|it| it.value))?;
        self.value(rating.map(|it| it.scale.id()))
    }
}
