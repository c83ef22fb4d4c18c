//! supplements.csv: doses taken, and the answers that none was.

use jiff::civil::Date;

use crate::domain::{ExportKind, Id, Intake, Meta};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, provenance, slug};

impl Sheet for Intake {
    const FILE: ExportKind = ExportKind::Supplements;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("at", |it, _| Cell::stamp(Some(it.at))),
            column("day", |it, context| Cell::date(it.day(context))),
            column("supplement", |it, _| slug(&it.supplement)),
            column("dose", |it, _| Cell::number(it.dose)),
            column("unit", |it, _| Cell::text(&it.unit)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
            column("answer", |it, _| Cell::word(Some(it.answer))),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(context.rule.day_of(self.at))
    }
}

impl Sourced for Intake {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
