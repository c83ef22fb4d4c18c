//! Doses taken.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Id, Intake, Meta, Record, RecordKind};

impl Stored for Intake {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Intake;
    const COLUMNS: &'static [&'static str] = &["at", "offset_min", "supplement", "answer", "dose", "unit", "notes"];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            at: fields.stamp()?,
            supplement: fields.slug()?,
            answer: fields.word()?,
            dose: fields.opt_real()?,
            unit: fields.text()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_stamp(Some(self.at))?;
        to.value(self.supplement.as_str())?;
        to.value(<&str>::from(self.answer))?;
        to.opt_real(self.dose)?;
        to.value(&self.unit)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::Intake(self)
    }
}
