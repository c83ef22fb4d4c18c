//! Catalogue entries for habits.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Habit, Meta, Record, RecordKind, Slug};

impl Stored for Habit {
    type Key = Slug;
    const KIND: RecordKind = RecordKind::Habit;
    const COLUMNS: &'static [&'static str] = &["name", "kind", "unit", "builtin", "hidden"];

    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }

    fn read(meta: Meta<Slug>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            name: fields.text()?,
            kind: fields.word()?,
            unit: fields.text()?,
            builtin: fields.flag()?,
            hidden: fields.flag()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.value(&self.name)?;
        to.value(<&str>::from(self.kind))?;
        to.value(&self.unit)?;
        to.value(self.builtin)?;
        to.value(self.hidden)
    }

    fn record(self) -> Record {
        Record::Habit(self)
    }
}
