//! Activities; the tags are a JSON list.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Activity, Id, Meta, Record, RecordKind};

impl Stored for Activity {
    type Key = Id;
    const KIND: RecordKind = RecordKind::Activity;
    const COLUMNS: &'static [&'static str] = &[
        "sport",
        "started_at",
        "started_offset_min",
        "elapsed_s",
        "moving_s",
        "distance_m",
        "kind",
        "tags",
        "rpe",
        "feel",
        "avg_hr",
        "max_hr",
        "ascent_m",
        "cadence",
        "temperature_c",
        "surface",
        "shoe",
        "title",
        "notes",
    ];

    fn meta(&self) -> &Meta<Id> {
        &self.meta
    }

    fn read(meta: Meta<Id>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            sport: fields.word()?,
            started_at: fields.stamp()?,
            elapsed_s: fields.opt_real()?,
            moving_s: fields.opt_real()?,
            distance_m: fields.opt_real()?,
            kind: fields.opt_word()?,
            tags: fields.json()?,
            rpe: fields.opt_real()?,
            feel: fields.opt_int()?,
            avg_hr: fields.opt_real()?,
            max_hr: fields.opt_real()?,
            ascent_m: fields.opt_real()?,
            cadence: fields.opt_real()?,
            temperature_c: fields.opt_real()?,
            surface: fields.text()?,
            shoe: fields.text()?,
            title: fields.text()?,
            notes: fields.text()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.value(<&str>::from(self.sport))?;
        to.opt_stamp(Some(self.started_at))?;
        to.opt_real(self.elapsed_s)?;
        to.opt_real(self.moving_s)?;
        to.opt_real(self.distance_m)?;
        to.value(self.kind.map(<&str>::from))?;
        to.json(&self.tags)?;
        to.opt_real(self.rpe)?;
        to.value(self.feel)?;
        to.opt_real(self.avg_hr)?;
        to.opt_real(self.max_hr)?;
        to.opt_real(self.ascent_m)?;
        to.opt_real(self.cadence)?;
        to.opt_real(self.temperature_c)?;
        to.value(&self.surface)?;
        to.value(&self.shoe)?;
        to.value(&self.title)?;
        to.value(&self.notes)
    }

    fn record(self) -> Record {
        Record::Activity(self)
    }
}
