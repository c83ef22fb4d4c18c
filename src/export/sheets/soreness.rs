//! soreness.csv: one row a rating, with the scale it was given on.
//!
//! Whether a rating was typed late follows from when its record was made, which a second journal made
//! from this file cannot know: so it is a column, and no part of `detail`.

use std::borrow::Cow;

use jiff::civil::Date;
use serde_json::Value;

use crate::domain::soreness::LATE;
use crate::domain::{ExportKind, Id, Meta, SorenessRating};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, provenance};

impl Sheet for SorenessRating {
    const FILE: ExportKind = ExportKind::Soreness;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = vec![
            column("id", |it: &Self, _| Cell::id(Some(it.meta.id))),
            column("at", |it, _| Cell::stamp(Some(it.at))),
            column("day", |it, context| Cell::date(Some(it.day(context.rule)))),
            column("region", |it, _| Cell::word(Some(it.region))),
            column("side", |it, _| Cell::word(Some(it.side))),
            column("score", |it, _| Cell::number(Some(it.score))),
            column("scale", |it, _| Cell::word(Some(it.scale))),
            column("context", |it, _| Cell::word(Some(it.context))),
            column("run_id", |it, _| Cell::id(it.run_id)),
            column("notes", |it, _| Cell::text(&it.notes)),
            column("source", |it, _| Cell::text(&it.meta.source)),
        ];
        let [external_id, file_hash, _] = provenance();
        columns.extend([external_id, file_hash, column("detail", detail)]);
        columns.push(column("late", |it, _| Cell::Flag(it.is_late())));
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(self.day(context.rule))
    }
}

fn detail<'r>(it: &'r SorenessRating, _: &Context) -> Cell<'r> {
    let Some(Value::Object(known)) = &it.meta.detail else {
        return Cell::json(it.meta.detail.as_ref());
    };
    let mut rest = known.clone();
    rest.remove(LATE);
    if rest.is_empty() {
        Cell::Empty
    } else {
        Cell::Json(Cow::Owned(Value::Object(rest)))
    }
}

impl Sourced for SorenessRating {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.meta
    }
}
