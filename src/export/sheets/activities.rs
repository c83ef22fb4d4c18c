//! activities.csv: runs and cross-training.

use jiff::civil::Date;

use crate::domain::{Activity, ExportKind, Id, Meta};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, measure, provenance};

impl Sheet for Activity {
    const FILE: ExportKind = ExportKind::Activities;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("started_at", |it, _| Cell::stamp(Some(it.started_at))),
            column("day", |it, context| Cell::date(it.day(context))),
            column("sport", |it, _| Cell::word(Some(it.sport))),
            column("title", |it, _| Cell::text(&it.title)),
            column("kind", |it, _| Cell::word(it.kind)),
            measure("distance_m", "m", |it, _| Cell::number(it.distance_m)),
            measure("elapsed_s", "s", |it, _| Cell::number(it.elapsed_s)),
            measure("moving_s", "s", |it, _| Cell::number(it.moving_s)),
            measure("avg_hr_bpm", "1/min", |it, _| Cell::number(it.avg_hr)),
            measure("max_hr_bpm", "1/min", |it, _| Cell::number(it.max_hr)),
            measure("ascent_m", "m", |it, _| Cell::number(it.ascent_m)),
            measure("rpe", "CR10", |it, _| Cell::number(it.rpe)),
            measure("feel", "1-5", |it, _| Cell::whole(it.feel)),
            measure("load_au", "AU", |it, _| Cell::number(it.load_au())),
            column("surface", |it, _| Cell::text(&it.surface)),
            column("shoe", |it, _| Cell::text(&it.shoe)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
            column("tags", |it, _| Cell::list(&it.tags)),
            measure("cadence_per_min", "1/min", |it, _| Cell::number(it.cadence)),
            measure("temperature_c", "°C", |it, _| Cell::number(it.temperature_c)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(context.rule.day_of(self.started_at))
    }
}

impl Sourced for Activity {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
