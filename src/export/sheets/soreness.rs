//! soreness.csv: one row a rating, with the scale it was given on.

use jiff::civil::Date;

use crate::domain::{Id, Meta, SorenessRating};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, provenance};

impl Sheet for SorenessRating {
    const NAME: &'static str = "soreness";

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("at", |it, _| Cell::stamp(Some(it.at))),
            column("day", |it, context| Cell::date(it.day(context))),
            column("region", |it, _| Cell::word(Some(it.region))),
            column("side", |it, _| Cell::word(Some(it.side))),
            column("score", |it, _| Cell::number(Some(it.score))),
            column("scale", |it, _| Cell::word(Some(it.scale))),
            column("context", |it, _| Cell::word(Some(it.context))),
            column("run_id", |it, _| Cell::id(it.run_id)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        columns.extend(provenance());
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(context.rule.day_of(self.at))
    }
}

impl Sourced for SorenessRating {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
