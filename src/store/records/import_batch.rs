//! Imported files; counts and issues are JSON.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Id, ImportBatch, Meta, Record, RecordKind};

impl Stored for ImportBatch {
    type Key = Id;
    const KIND: RecordKind = RecordKind::ImportBatch;
    const COLUMNS: &'static [&'static str] = &["file_name", "kind", "counts", "issues"];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            file_name: fields.text()?,
            kind: fields.text()?,
            counts: fields.json()?,
            issues: fields.json()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.value(&self.file_name)?;
        to.value(&self.kind)?;
        to.json(&self.counts)?;
        to.json(&self.issues)
    }

    fn record(self) -> Record {
        Record::ImportBatch(self)
    }
}
