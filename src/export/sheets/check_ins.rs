//! check_ins.csv: how days felt, each number with its scale.

use jiff::civil::Date;

use crate::domain::{CheckIn, ExportKind, Id, Meta};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, measure, provenance};

impl Sheet for CheckIn {
    const FILE: ExportKind = ExportKind::CheckIns;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("day", |it, _| Cell::date(Some(it.day))),
            column("at", |it, _| Cell::stamp(it.at)),
            column("fatigue", |it, _| Cell::rating(it.fatigue)),
            column("fatigue_scale", |it, _| Cell::scale(it.fatigue)),
            column("stress", |it, _| Cell::rating(it.stress)),
            column("stress_scale", |it, _| Cell::scale(it.stress)),
            column("mood", |it, _| Cell::rating(it.mood)),
            column("mood_scale", |it, _| Cell::scale(it.mood)),
            column("readiness", |it, _| Cell::rating(it.readiness)),
            column("readiness_scale", |it, _| Cell::scale(it.readiness)),
            measure("resting_hr_bpm", "1/min", |it, _| Cell::number(it.resting_hr)),
            measure("hrv_rmssd_ms", "ms", |it, _| Cell::number(it.hrv_rmssd)),
            measure("weight_kg", "kg", |it, _| Cell::number(it.weight_kg)),
            column("ill", |it, _| Cell::flag(it.ill)),
            column("travel", |it, _| Cell::flag(it.travel)),
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

impl Sourced for CheckIn {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
