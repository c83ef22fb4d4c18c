//! `afterrun list`: records one a line, oldest first; with `--json` as objects whose keys are the columns
//! of the CSV files.
//!
//! Both are made from the columns of the export, so there is one answer to what a record consists of.
//! Without a kind, everything that has a day is listed: not the catalogues, and not the files that were
//! read in.

use std::io::Write;

use clap::ValueEnum;
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::days::Range;
use super::here::Here;
use crate::domain::{Journal, RecordKind};
use crate::export::{Cell, Column, Context, Days, Sheet, step_rows};
use crate::fl;

#[derive(Debug, clap::Args)]
pub(super) struct List {
    #[arg(long, help = fl!("cli-list-json"))]
    json: bool,
    #[command(flatten)]
    range: Range,
    #[arg(value_name = "KIND", help = fl!("cli-list-kinds"))]
    kinds: Vec<Kind>,
}

/// What can be listed: by the name of its CSV file, or by the word that stands under "record".
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Kind {
    #[value(alias = "activity")]
    Activities,
    #[value(alias = "night")]
    Sleep,
    Soreness,
    #[value(alias = "intake")]
    Supplements,
    #[value(alias = "practice")]
    Habits,
    #[value(alias = "check_in")]
    CheckIns,
    #[value(aliases = ["checklist", "checklist_step"])]
    Checklists,
    #[value(alias = "habit")]
    HabitsCatalogue,
    #[value(alias = "supplement")]
    SupplementsCatalogue,
    #[value(alias = "routine")]
    Routines,
    #[value(alias = "import_batch")]
    Imports,
}

/// The kinds that have a day.
const DATED: [Kind; 7] = [
    Kind::Activities,
    Kind::Sleep,
    Kind::Soreness,
    Kind::Supplements,
    Kind::Habits,
    Kind::CheckIns,
    Kind::Checklists,
];

impl List {
    pub(super) fn run(self, here: &Here, out: &mut impl Write) -> anyhow::Result<()> {
        let days = self.range.days()?;
        let journal = here.load()?;
        let kinds = if self.kinds.is_empty() {
            DATED.to_vec()
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
    fn add(&mut self, kind: Kind, journal: &Journal) {
        match kind {
            Kind::Activities => self.rows(RecordKind::Activity, &journal.activities),
            Kind::Sleep => self.rows(RecordKind::Night, &journal.nights),
            Kind::Soreness => self.rows(RecordKind::Soreness, &journal.soreness),
            Kind::Supplements => self.rows(RecordKind::Intake, &journal.intakes),
            Kind::Habits => self.rows(RecordKind::Practice, &journal.practices),
            Kind::CheckIns => self.rows(RecordKind::CheckIn, &journal.check_ins),
            Kind::Checklists => self.rows(RecordKind::Checklist, &step_rows(journal)),
            Kind::HabitsCatalogue => self.rows(RecordKind::Habit, &journal.habits),
            Kind::SupplementsCatalogue => self.rows(RecordKind::Supplement, &journal.supplements),
            Kind::Routines => self.rows(RecordKind::Routine, &journal.routines),
            Kind::Imports => self.rows(RecordKind::ImportBatch, &journal.imports),
        }
    }

    fn rows<T: Sheet>(&mut self, kind: RecordKind, rows: &[T]) {
        let columns = T::columns();
        for row in rows {
            let day = row.day(&self.context);
            if day.is_some_and(|day| !self.days.contains(day)) {
                continue;
            }
            let line = if self.json {
                json(kind, &columns, row, &self.context)
            } else {
                readable(kind, day, &columns, row, &self.context)
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

fn json<T>(kind: RecordKind, columns: &[Column<T>], row: &T, context: &Context) -> String {
    let record = ("record", Value::from(kind.word()));
    let values = columns.iter().map(|it| (it.name, (it.cell)(row, context).into_json()));
    let object = Object(std::iter::once(record).chain(values).collect());
    serde_json::to_string(&object).expect("keys are words, and memory takes every byte")
}

/// Day, kind, and what is recorded, by the names of the columns.
fn readable<T>(kind: RecordKind, day: Option<Date>, columns: &[Column<T>], row: &T, context: &Context) -> String {
    let parts: Vec<_> = columns
        .iter()
        .filter(|it| day.is_none() || !is_bookkeeping(it.name))
        .map(|it| (it.name, (it.cell)(row, context)))
        .filter(|(_, cell)| *cell != Cell::Empty)
        .map(|(name, cell)| format!("{name} {}", plain(cell)))
        .collect();
    let day = day.map_or_else(|| "-".to_owned(), |it| it.to_string());
    format!("{day:<10}  {:<9}  {}", kind.word(), parts.join(", "))
}

/// Whether a column says where a record came from and how it is named, and not what happened.
fn is_bookkeeping(column: &str) -> bool {
    const ALSO: [&str; 5] = ["id", "day", "source", "file_hash", "detail"];
    ALSO.contains(&column) || column.ends_with("_id") || column.starts_with("step_")
}

/// A value on one line, without anything that a terminal would obey.
fn plain(cell: Cell) -> String {
    let text = match cell.into_json() {
        Value::String(text) => text,
        value => value.to_string(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
