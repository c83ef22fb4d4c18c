//! Touched steps of a checklist.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{ChecklistStep, Id, Meta, Record, RecordKind};

impl Stored for ChecklistStep {
    type Key = Id;
    const KIND: RecordKind = RecordKind::ChecklistStep;
    const COLUMNS: &'static [&'static str] = &[
        "checklist_id",
        "step",
        "started_at",
        "started_offset_min",
        "paused_at",
        "paused_offset_min",
        "paused_s",
        "ended_at",
        "ended_offset_min",
        "outcome",
        "minutes",
        "amount",
        "reason",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            checklist_id: fields.id()?,
            step: fields.text()?,
            started_at: fields.opt_stamp()?,
            paused_at: fields.opt_stamp()?,
            paused_s: fields.real()?,
            ended_at: fields.opt_stamp()?,
            outcome: fields.opt_word()?,
            minutes: fields.opt_real()?,
            amount: fields.opt_real()?,
            reason: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_id(Some(self.checklist_id))?;
        to.value(&self.step)?;
        to.opt_stamp(self.started_at)?;
        to.opt_stamp(self.paused_at)?;
        to.real(self.paused_s)?;
        to.opt_stamp(self.ended_at)?;
        to.value(self.outcome.map(<&str>::from))?;
        to.opt_real(self.minutes)?;
        to.opt_real(self.amount)?;
        to.value(&self.reason)
    }

    fn record(self) -> Record {
        Record::ChecklistStep(self)
    }
}
