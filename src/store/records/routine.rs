//! Routines; their steps are a JSON list.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Meta, Record, RecordKind, Routine, Slug};

impl Stored for Routine {
    type Key = Slug;
    const KIND: RecordKind = RecordKind::Routine;
    const COLUMNS: &'static [&'static str] = &["steps"];

    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }

    fn read(meta: Meta<Slug>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            steps: fields.json()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.json(&self.steps)
    }

    fn record(self) -> Record {
        Record::Routine(self)
    }
}
