//! Practices: at an instant, or on a day of which the time is not known.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Id, Meta, Practice, Record, RecordKind, When};

impl Stored for Practice {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Practice;
    const COLUMNS: &'static [&'static str] = &[
        "at",
        "offset_min",
        "day",
        "habit",
        "answer",
        "minutes",
        "amount",
        "temperature_c",
        "run_id",
        "notes",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        let (at, day) = (fields.opt_stamp()?, fields.opt_date()?);
        let when = match (at, day) {
            (Some(at), _) => When::At(at),
            (None, Some(day)) => When::On(day),
            (None, None) => return Err(fields.unreadable()),
        };
        Ok(Self {
            meta,
            when,
            habit: fields.slug()?,
            answer: fields.word()?,
            minutes: fields.opt_real()?,
            amount: fields.opt_real()?,
            temperature_c: fields.opt_real()?,
            run_id: fields.opt_id()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        let day = match self.when {
            When::At(_) => None,
            When::On(day) => Some(day),
        };
        to.opt_stamp(self.when.stamp())?;
        to.opt_date(day)?;
        to.value(self.habit.as_str())?;
        to.value(<&str>::from(self.answer))?;
        to.opt_real(self.minutes)?;
        to.opt_real(self.amount)?;
        to.opt_real(self.temperature_c)?;
        to.opt_id(self.run_id)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::Practice(self)
    }
}
