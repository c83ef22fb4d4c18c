//! imports.csv: the files that were read in, so that a journal made from an export knows them too.

use jiff::civil::Date;

use crate::domain::{ExportKind, Id, ImportBatch, Meta};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, provenance};

impl Sheet for ImportBatch {
    const FILE: ExportKind = ExportKind::Imports;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("file_name", |it, _| Cell::text(&it.file_name)),
            column("kind", |it, _| Cell::text(&it.kind)),
            column("counts", |it, _| Cell::json(Some(&it.counts))),
            column("issues", |it, _| Cell::json(Some(&it.issues))),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        None
    }
}

impl Sourced for ImportBatch {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
