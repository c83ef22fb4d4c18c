//! `afterrun list`: records one a line, oldest first; with `--json` as objects whose keys are the columns
//! of the CSV files.
//!
//! Both are made from the columns of the export, so there is one answer to what a record consists of.
//! Without a kind, everything that has a day is listed: not the catalogues, and not the files that were
//! read in.

use std::io::Write;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::days::Range;
use super::here::Here;
use super::kinds;
use super::output::plain;
use crate::domain::{ExportKind, Journal, RecordKind};
use crate::export::{Cell, Column, Context, Days, Sheet, step_rows};
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct List {
    #[arg(long, help = fl!("cli-list-json"))]
    json: bool,
    #[command(flatten)]
    range: Range,
    #[arg(value_name = "KIND", value_parser = kinds::one_of(&KINDS), help = fl!("cli-list-kinds"))]
    kinds: Vec<ExportKind>,
}

/// What can be listed; the first of them have a day.
const KINDS: [ExportKind; 11] = [
    ExportKind::Activities,
    ExportKind::Sleep,
    ExportKind::Soreness,
    ExportKind::Supplements,
    ExportKind::Habits,
    ExportKind::CheckIns,
    ExportKind::Checklists,
    ExportKind::HabitsCatalogue,
    ExportKind::SupplementsCatalogue,
    ExportKind::Routines,
    ExportKind::Imports,
];

/// How many of them have a day.
const DATED: usize = 7;

impl List {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let days = self.range.days()?;
        let journal = here.load()?;
        let kinds = if self.kinds.is_empty() {
            KINDS[..DATED].to_vec()
        } else {
            self.kinds
        };
        let mut lines = Lines {
            context: Context::of(&journal),
            days,
            json: self.json,
            found: Vec::new(),
        };
        for kind in kinds {
            lines.add(kind, &journal);
        }
        // Stable: within a day, kind by kind and each in its own order.
        lines.found.sort_by_key(|(day, _)| *day);
        for (_, line) in lines.found {
            writeln!(out, "{line}")?;
        }
        Ok(())
    }
}

struct Lines<'j> {
    context: Context<'j>,
    days: Days,
    json: bool,
    found: Vec<(Option<Date>, String)>,
}

impl Lines<'_> {
    fn add(&mut self, kind: ExportKind, journal: &Journal) {
        match kind {
            ExportKind::Activities => self.rows(&journal.activities),
            ExportKind::Sleep => self.rows(&journal.nights),
            ExportKind::Soreness => self.rows(&journal.soreness),
            ExportKind::Supplements => self.rows(&journal.intakes),
            ExportKind::Habits => self.rows(&journal.practices),
            ExportKind::CheckIns => self.rows(&journal.check_ins),
            ExportKind::Checklists => self.rows(&step_rows(journal)),
            ExportKind::HabitsCatalogue => self.rows(&journal.habits),
            ExportKind::SupplementsCatalogue => self.rows(&journal.supplements),
            ExportKind::Routines => self.rows(&journal.routines),
            ExportKind::Imports => self.rows(&journal.imports),
            // No records, and none of [`KINDS`].
            ExportKind::Settings | ExportKind::Daily | ExportKind::Dictionary => {}
        }
    }

    fn rows<T: Sheet>(&mut self, rows: &[T]) {
        let record = T::FILE.record().map_or(T::FILE.word(), RecordKind::word);
        let columns = T::columns();
        for row in rows {
            let day = row.day(&self.context);
            if day.is_some_and(|day| !self.days.contains(day)) {
                continue;
            }
            let line = if self.json {
                json(record, &columns, row, &self.context)
            } else {
                readable(record, day, &columns, row, &self.context)
            };
            self.found.push((day, line));
        }
    }
}

/// A JSON object whose keys stand in the order they have here.
struct Object(Vec<(&'static str, Value)>);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

fn json<T>(record: &str, columns: &[Column<T>], row: &T, context: &Context) -> String {
    let record = ("record", Value::from(record));
    let values = columns.iter().map(|it| (it.name, (it.cell)(row, context).into_json()));
    let object = Object(std::iter::once(record).chain(values).collect());
    serde_json::to_string(&object).expect("keys are words, and memory takes every byte")
}

/// Day, kind, and what is recorded, by the names of the columns.
fn readable<T>(record: &str, day: Option<Date>, columns: &[Column<T>], row: &T, context: &Context) -> String {
    let parts: Vec<_> = columns
        .iter()
        .filter(|it| day.is_none() || !is_bookkeeping(it.name))
        .map(|it| (it.name, (it.cell)(row, context)))
        .filter(|(_, cell)| *cell != Cell::Empty)
        .map(|(name, cell)| format!("{name} {}", text_of(cell)))
        .collect();
    let day = day.map_or_else(|| "-".to_owned(), |it| it.to_string());
    format!("{day:<10}  {record:<9}  {}", parts.join(", "))
}

/// Whether a column says where a record came from and how it is named, and not what happened.
fn is_bookkeeping(column: &str) -> bool {
    const ALSO: [&str; 5] = ["id", "day", "source", "file_hash", "detail"];
    ALSO.contains(&column) || column.ends_with("_id") || column.starts_with("step_")
}

/// A value on one line, without anything that a terminal would obey.
fn text_of(cell: Cell) -> String {
    let text = match cell.into_json() {
        Value::String(text) => text,
        value => value.to_string(),
    };
    plain(&text)
}
