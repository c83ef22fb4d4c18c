//! Quick entry: one line of text in, records out.
//!
//! `10.2k 54:30 rpe 6 | calf L 4, quads 3 | sleep 7h15 | yesterday ice bath 10m 15C` is what a tired runner
//! types with one hand. The line on Today and `afterrun add` read it with the same grammar: [`read`] gives
//! the records, a sentence for each that says exactly what would be recorded, and what is wrong at which
//! place. Nothing is guessed that would not be shown, and nothing is recorded while anything is wrong; the
//! whole line is one batch, so one undo.
//!
//! A line is cut into parts at `|` and words ([`token`]), names are found among the words ([`lexicon`],
//! [`name`]), and each part ([`segment`]) falls into items ([`item`]), which the file of their topic reads:
//! [`run`], [`soreness`], [`sleep`], [`supplement`], [`habit`], [`body`]. [`mod@line`] gathers what they
//! tell, [`preview`] says it.
//! Numbers, units and clock times are those of [`units`](super::units), and the words are a language's:
//! they stand in the text file.

mod about;
mod body;
mod complete;
mod habit;
mod item;
mod lexicon;
mod line;
mod name;
mod number;
mod preview;
mod run;
mod segment;
mod sleep;
mod soreness;
mod supplement;
#[cfg(test)]
mod tests;
mod token;
mod value;

use std::ops::Range;

use jiff::tz::TimeZone;

pub use complete::{Completion, complete};

use super::{Answer, Batch, Id, Journal, Label, Record, RecordKind, Stamp, words};
use crate::fl;
use line::Line;

/// A place in the text, in bytes.
pub type Span = Range<usize>;

/// What a line is read with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Catalogues, settings, and what its days have already.
    pub journal: &'a Journal,
    /// Now.
    pub now: Stamp,
    /// The zone in which clock times are meant.
    pub zone: &'a TimeZone,
}

/// One thing that is recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it stands.
    pub span: Span,
    /// What it becomes: one record, and before it the entry of the catalogue that it brings in.
    pub records: Vec<Record>,
    /// What is recorded, in words.
    pub preview: String,
}

impl Entry {
    /// The record it is about.
    pub fn record(&self) -> Option<&Record> {
        self.records.last()
    }
}

/// Something that cannot be recorded as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What was expected there.
    pub sentence: String,
}

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it records, in the order of the line.
    pub entries: Vec<Entry>,
    /// What is wrong with it, in the order of the line.
    pub problems: Vec<Problem>,
}

/// Reads a line.
pub fn read(text: &str, context: &Context) -> Reading {
    let mut line = Line::new(text, context);
    for part in token::segments(text) {
        segment::read(&mut line, part);
    }
    line.end()
}

impl Reading {
    /// All of it as one change; `None` while there is nothing, or something is wrong.
    pub fn batch(&self, journal: &Journal) -> Option<Batch> {
        if self.entries.is_empty() || !self.problems.is_empty() {
            return None;
        }
        let records = self.entries.iter().flat_map(|it| it.records.iter().cloned());
        Some(Batch::putting(self.label(journal), records))
    }

    /// The last run it records.
    pub fn run(&self) -> Option<Id> {
        self.entries.iter().rev().find_map(|it| match it.record() {
            Some(Record::Activity(run)) if run.is_run() => Some(run.meta.id),
            _ => None,
        })
    }

    /// How much it records: "1 run, 2 soreness ratings and 1 night".
    pub fn summary(&self) -> Option<String> {
        let records = || self.entries.iter().filter_map(Entry::record);
        let runs = records()
            .filter(|it| matches!(it, Record::Activity(it) if it.is_run()))
            .count();
        let of = |kind: RecordKind| records().filter(|it| it.kind() == kind).count();
        let counts = [
            count(runs, |n| fl!("count-runs", n = n)),
            count(of(RecordKind::Activity) - runs, |n| fl!("count-sessions", n = n)),
            count(of(RecordKind::Soreness), |n| fl!("count-soreness", n = n)),
            count(of(RecordKind::Night), |n| fl!("count-nights", n = n)),
            count(of(RecordKind::CheckIn), |n| fl!("count-check-ins", n = n)),
            count(of(RecordKind::Intake), |n| fl!("count-intakes", n = n)),
            count(of(RecordKind::Practice), |n| fl!("count-practices", n = n)),
        ];
        let counts: Vec<_> = counts
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(_, words)| words)
            .collect();
        words::listed(&counts)
    }

    /// What the history calls it: what a form calls the record, where it is one.
    fn label(&self, journal: &Journal) -> Label {
        let records: Vec<_> = self.entries.iter().filter_map(Entry::record).collect();
        match records[..] {
            [record] => label(record, journal, self.entries[0].records.first()),
            _ if records.iter().all(|it| it.kind() == RecordKind::Soreness) => Label::new("batch-soreness"),
            _ => Label::new("batch-quick").with("n", records.len()),
        }
    }
}

fn count(n: usize, words: impl FnOnce(usize) -> String) -> (usize, String) {
    (n, words(n))
}

/// What the history calls recording `record` alone; `first` may be its new entry in the catalogue.
fn label(record: &Record, journal: &Journal, first: Option<&Record>) -> Label {
    match record {
        Record::Activity(it) => it.label(&journal.settings),
        Record::Night(it) if it.nap => Label::new("batch-nap"),
        Record::Night(_) => Label::new("batch-night"),
        Record::Soreness(_) => Label::new("batch-soreness"),
        Record::CheckIn(_) => Label::new("batch-check-in"),
        Record::Intake(it) => {
            let known = journal.supplements.iter().find(|entry| entry.meta.id == it.supplement);
            let name = match (known, first) {
                (Some(entry), _) | (None, Some(Record::Supplement(entry))) => entry.name.clone(),
                _ => it.supplement.to_string(),
            };
            let id = if it.answer == Answer::Yes {
                "batch-intake"
            } else {
                "batch-no-intake"
            };
            Label::new(id).with("name", name)
        }
        Record::Practice(it) => {
            let known = journal.habits.iter().find(|entry| entry.meta.id == it.habit);
            let name = known.map_or_else(|| it.habit.to_string(), words::habit);
            Label::new("batch-practice").with("habit", name)
        }
        _ => Label::new("batch-quick").with("n", 1),
    }
}
