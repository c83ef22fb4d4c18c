//! Check-ins: each rating beside its scale.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{CheckIn, Id, Meta, Record, RecordKind};

impl Stored for CheckIn {
    type Key = Id;
    const KIND: RecordKind = RecordKind::CheckIn;
    const COLUMNS: &'static [&'static str] = &[
        "day",
        "at",
        "offset_min",
        "fatigue",
        "fatigue_scale",
        "stress",
        "stress_scale",
        "mood",
        "mood_scale",
        "readiness",
        "readiness_scale",
        "resting_hr",
        "hrv_rmssd",
        "weight_kg",
        "ill",
        "travel",
        "notes",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            day: fields.date()?,
            at: fields.opt_stamp()?,
            fatigue: fields.opt_rating()?,
            stress: fields.opt_rating()?,
            mood: fields.opt_rating()?,
            readiness: fields.opt_rating()?,
            resting_hr: fields.opt_real()?,
            hrv_rmssd: fields.opt_real()?,
            weight_kg: fields.opt_real()?,
            ill: fields.opt_flag()?,
            travel: fields.opt_flag()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.opt_date(Some(self.day))?;
        to.opt_stamp(self.at)?;
        to.opt_rating(self.fatigue)?;
        to.opt_rating(self.stress)?;
        to.opt_rating(self.mood)?;
        to.opt_rating(self.readiness)?;
        to.opt_real(self.resting_hr)?;
        to.opt_real(self.hrv_rmssd)?;
        to.opt_real(self.weight_kg)?;
        to.value(self.ill)?;
        to.value(self.travel)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::CheckIn(self)
    }
}
