//! Nights and naps.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Id, Meta, Night, Record, RecordKind};

impl Stored for Night {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Night;
    const COLUMNS: &'static [&'static str] = &[
        "day",
        "bed_at",
        "bed_offset_min",
        "wake_at",
        "wake_offset_min",
        "asleep_min",
        "quality",
        "awakenings",
        "nap",
        "notes",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            day: fields.date()?,
            bed_at: fields.opt_stamp()?,
            wake_at: fields.opt_stamp()?,
            asleep_min: fields.opt_real()?,
            quality: fields.opt_int()?,
            awakenings: fields.opt_int()?,
            nap: fields.flag()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_date(Some(self.day))?;
        to.opt_stamp(self.bed_at)?;
        to.opt_stamp(self.wake_at)?;
        to.opt_real(self.asleep_min)?;
        to.value(self.quality)?;
        to.value(self.awakenings)?;
        to.value(self.nap)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::Night(self)
    }
}
