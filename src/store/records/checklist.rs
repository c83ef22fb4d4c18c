//! Walks through a protocol.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Checklist, Id, Meta, Record, RecordKind};

impl Stored for Checklist {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Checklist;
    const COLUMNS: &'static [&'static str] = &[
        "run_id",
        "protocol",
        "protocol_version",
        "started_at",
        "started_offset_min",
        "closed_at",
        "closed_offset_min",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            run_id: fields.opt_id()?,
            protocol: fields.text()?,
            protocol_version: fields.int()?,
            started_at: fields.stamp()?,
            closed_at: fields.opt_stamp()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_id(self.run_id)?;
        to.value(&self.protocol)?;
        to.value(self.protocol_version)?;
        to.opt_stamp(Some(self.started_at))?;
        to.opt_stamp(self.closed_at)
    }

    fn record(self) -> Record {
        Record::Checklist(self)
    }
}
