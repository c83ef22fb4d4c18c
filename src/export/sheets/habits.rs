//! habits.csv: each time a habit was done or answered. An empty `at` means some time that day.

use jiff::civil::Date;

use crate::domain::{ExportKind, Id, Meta, Practice};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, measure, provenance, slug};

impl Sheet for Practice {
    const FILE: ExportKind = ExportKind::Habits;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("at", |it, _| Cell::stamp(it.when.stamp())),
            column("day", |it, context| Cell::date(it.day(context))),
            column("habit", |it, _| slug(&it.habit)),
            column("answer", |it, _| Cell::word(Some(it.answer))),
            measure("minutes", "min", |it, _| Cell::number(it.minutes)),
            column("amount", |it, _| Cell::number(it.amount)),
            column("unit", |it, context| Cell::text(context.unit_of(it.habit.as_str()))),
            measure("temperature_c", "°C", |it, _| Cell::number(it.temperature_c)),
            column("run_id", |it, _| Cell::id(it.run_id)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(self.when.day(context.rule))
    }
}

impl Sourced for Practice {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
