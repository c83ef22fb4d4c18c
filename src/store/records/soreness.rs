//! Soreness ratings: the raw score and its scale.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Id, Meta, Record, RecordKind, SorenessRating};

impl Stored for SorenessRating {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Soreness;
    const COLUMNS: &'static [&'static str] = &[
        "at",
        "offset_min",
        "region",
        "side",
        "score",
        "scale",
        "context",
        "run_id",
        "notes",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            at: fields.stamp()?,
            region: fields.word()?,
            side: fields.word()?,
            score: fields.real()?,
            scale: fields.word()?,
            context: fields.word()?,
            run_id: fields.opt_id()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_stamp(Some(self.at))?;
        to.value(<&str>::from(self.region))?;
        to.value(<&str>::from(self.side))?;
        to.real(self.score)?;
        to.value(<&str>::from(self.scale))?;
        to.value(<&str>::from(self.context))?;
        to.opt_id(self.run_id)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::Soreness(self)
    }
}
