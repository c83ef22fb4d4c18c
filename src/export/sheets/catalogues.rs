//! habits_catalogue.csv and supplements_catalogue.csv, what the rows of the others refer to; and routines.csv,
//! the checklist as the runner wants it.

use jiff::civil::Date;

use crate::domain::{ExportKind, Habit, Meta, Routine, Slug, Supplement};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, provenance, slug};

impl Sheet for Habit {
    const FILE: ExportKind = ExportKind::HabitsCatalogue;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| slug(&it.meta.id)),
            column("name", |it, _| Cell::text(&it.name)),
            column("kind", |it, _| Cell::word(Some(it.kind))),
            column("unit", |it, _| Cell::text(&it.unit)),
            column("builtin", |it, _| Cell::Flag(it.builtin)),
            column("hidden", |it, _| Cell::Flag(it.hidden)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        None
    }
}

impl Sourced for Habit {
    type Key = Slug;
    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }
}

impl Sheet for Supplement {
    const FILE: ExportKind = ExportKind::SupplementsCatalogue;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| slug(&it.meta.id)),
            column("name", |it, _| Cell::text(&it.name)),
            column("default_dose", |it, _| Cell::number(it.default_dose)),
            column("unit", |it, _| Cell::text(&it.unit)),
            column("aliases", |it, _| Cell::list(&it.aliases)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        None
    }
}

impl Sourced for Supplement {
    type Key = Slug;
    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }
}

impl Sheet for Routine {
    const FILE: ExportKind = ExportKind::Routines;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| slug(&it.meta.id)),
            column("steps", |it, _| Cell::json_of(&it.steps)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        None
    }
}

impl Sourced for Routine {
    type Key = Slug;
    fn meta(&self) -> &Meta<Slug> {
        &self.meta
    }
}
