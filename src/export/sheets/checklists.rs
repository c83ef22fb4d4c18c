//! checklists.csv: one row for each touched step, its checklist's own fields repeated in every row.
//!
//! A checklist of which no step was touched is one row without a step. Steps whose checklist is in the
//! trash are left out with it.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::domain::{Checklist, ChecklistStep, ExportKind, Id, Journal, Meta};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, Sourced, column, measure, provenance};

/// One row: a checklist, and a step of it.
#[derive(Clone, Debug)]
pub struct StepRow<'j> {
    /// The checklist.
    pub checklist: &'j Checklist,
    /// A touched step; `None` where the checklist has none.
    pub step: Option<&'j ChecklistStep>,
}

/// The rows of all checklists, by start, their steps in the order they were touched.
pub fn step_rows(journal: &Journal) -> Vec<StepRow<'_>> {
    let mut steps: HashMap<Id, Vec<&ChecklistStep>> = HashMap::new();
    for step in &journal.steps {
        steps.entry(step.checklist_id).or_default().push(step);
    }
    let mut rows = Vec::new();
    for checklist in &journal.checklists {
        match steps.get(&checklist.meta.id) {
            None => rows.push(StepRow { checklist, step: None }),
            Some(of_it) => rows.extend(of_it.iter().map(|&step| StepRow {
                checklist,
                step: Some(step),
            })),
        }
    }
    rows
}

impl StepRow<'_> {
    fn of_step<'r>(&'r self, cell: impl FnOnce(&'r ChecklistStep) -> Cell<'r>) -> Cell<'r> {
        self.step.map_or(Cell::Empty, cell)
    }
}

impl Sheet for StepRow<'_> {
    const FILE: ExportKind = ExportKind::Checklists;

    fn columns() -> Vec<Column<Self>> {
        let mut columns = step_columns();
        columns.extend(checklist_columns());
        columns
    }

    fn day(&self, context: &Context) -> Option<Date> {
        Some(context.rule.day_of(self.checklist.started_at))
    }
}

fn step_columns<'j>() -> Vec<Column<StepRow<'j>>> {
    vec![
        column("checklist_id", |it: &StepRow, _| Cell::id(Some(it.checklist.meta.id))),
        column("run_id", |it, _| Cell::id(it.checklist.run_id)),
        column("protocol", |it, _| Cell::text(&it.checklist.protocol)),
        column("step", |it, _| it.of_step(|step| Cell::text(&step.step))),
        column("outcome", |it, _| it.of_step(|step| Cell::word(step.outcome))),
        column("started_at", |it, _| it.of_step(|step| Cell::stamp(step.started_at))),
        column("ended_at", |it, _| it.of_step(|step| Cell::stamp(step.ended_at))),
        measure("paused_s", "s", |it, _| {
            it.of_step(|step| Cell::number(Some(step.paused_s)))
        }),
        measure("minutes", "min", |it, _| it.of_step(|step| Cell::number(step.minutes))),
        column("amount", |it, _| it.of_step(|step| Cell::number(step.amount))),
        column("unit", |it, context| {
            it.of_step(|step| match step.amount {
                Some(_) => Cell::text(context.unit_of(&step.step)),
                None => Cell::Empty,
            })
        }),
        column("reason", |it, _| it.of_step(|step| Cell::text(&step.reason))),
        column("step_id", |it, _| it.of_step(|step| Cell::id(Some(step.meta.id)))),
        column("paused_at", |it, _| it.of_step(|step| Cell::stamp(step.paused_at))),
        column("step_source", |it, _| it.of_step(|step| Cell::text(&step.meta.source))),
        column("step_external_id", |it, _| {
            it.of_step(|step| Cell::opt_text(step.meta.external_id.as_deref()))
        }),
        column("step_file_hash", |it, _| {
            it.of_step(|step| Cell::opt_text(step.meta.file_hash.as_deref()))
        }),
        column("step_detail", |it, _| {
            it.of_step(|step| Cell::json(step.meta.detail.as_ref()))
        }),
    ]
}

fn checklist_columns<'j>() -> Vec<Column<StepRow<'j>>> {
    let mut columns = vec![
        column("protocol_version", |it: &StepRow, _| {
            Cell::whole(Some(it.checklist.protocol_version))
        }),
        column("opened_at", |it, _| Cell::stamp(Some(it.checklist.started_at))),
        column("closed_at", |it, _| Cell::stamp(it.checklist.closed_at)),
        column("source", |it, _| Cell::text(&it.checklist.meta.source)),
    ];
    columns.extend(provenance());
    columns
}

impl Sourced for StepRow<'_> {
    type Key = Id;
    fn meta(&self) -> &Meta {
        &self.checklist.meta
    }
}
