//! sleep.csv: nights and naps, by the date of waking.

use jiff::civil::Date;

use crate::domain::{ExportKind, Id, Meta, Night};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, measure, provenance};

impl Sheet for Night {
    const FILE: ExportKind = ExportKind::Sleep;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("day", |it, _| Cell::date(Some(it.day))),
            column("bed_at", |it, _| Cell::stamp(it.bed_at)),
            column("wake_at", |it, _| Cell::stamp(it.wake_at)),
            measure("asleep_min", "min", |it, _| Cell::number(it.asleep_min)),
            column("nap", |it, _| Cell::Flag(it.nap)),
            measure("quality", "1-5", |it, _| Cell::whole(it.quality)),
            column("awakenings", |it, _| Cell::whole(it.awakenings)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        Some(self.day)
    }
}

impl Sourced for Night {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
