//! Catalogue entries for supplements; the aliases are a JSON list.

use super::super::Error;
use super::super::fields::{Binder, Fields};
use super::Stored;
use crate::domain::{Meta, Record, RecordKind, Slug, Supplement};

impl Stored for Supplement {
    type Key = Slug;
    const KIND: RecordKind = RecordKind::Supplement;
    const COLUMNS: &'static [&'static str] = &["name", "default_dose", "unit", "aliases"];

    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }

    fn read(meta: Meta<Slug>, fields: &mut Fields) -> Result<Self, Error> {
        Ok(Self {
            meta,
            name: fields.text()?,
            default_dose: fields.opt_real()?,
            unit: fields.text()?,
            aliases: fields.json()?,
        })
    }

    fn bind(&self, to: &mut Binder) -> Result<(), Error> {
        to.value(&self.name)?;
        to.opt_real(self.default_dose)?;
        to.value(&self.unit)?;
        to.json(&self.aliases)
    }

    fn record(self) -> Record {
        Record::Supplement(self)
    }
}
