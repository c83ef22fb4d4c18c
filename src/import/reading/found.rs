//! What a reader found in a file: records, and what it left out or had to assume.

use std::ops::RangeInclusive;

use std::collections::BTreeSet;

use super::table::{Header, out_of_range};
use crate::domain::import::TablePreview;
use crate::domain::{Assumption, Issue, Record, RejectedRows, Settings};
use crate::fl;

/// How many issues of one file are listed; the others are counted.
const MOST_ISSUES: usize = 500;

/// How many words for a sport that are not known one sentence shows, and how much of each.
const MOST_SPORTS: usize = 12;
const LONGEST_SPORT: usize = 40;

/// How many bytes of rejected rows are kept to be saved.
const MOST_REJECTED: usize = 32 << 20;

/// A record that a reader found, and where.
#[derive(Clone, Debug)]
pub(in crate::import) struct Entry {
    /// The record.
    pub record: Record,
    /// The line it stands on, where the file has lines.
    pub line: Option<u64>,
    /// The file inside of the archive or set that it stands in; empty for a file by itself.
    pub part: String,
    /// Whether the file gave its clock times without a zone.
    pub is_local: bool,
    /// The name of the file that tells the same activity in detail, as the row gives it.
    pub link: Option<String>,
}

impl Entry {
    /// A record.
    pub fn of(record: Record) -> Self {
        Self {
            record,
            line: None,
            part: String::new(),
            is_local: false,
            link: None,
        }
    }

    /// It stands on this line.
    pub fn on(self, line: u64) -> Self {
        Self {
            line: Some(line),
            ..self
        }
    }

    /// Its clock times came without a zone and were read in the task's.
    pub fn local(self) -> Self {
        Self { is_local: true, ..self }
    }

    /// The file called `name` in the same archive or folder tells it in detail.
    pub fn linked(self, name: &str) -> Self {
        let link = Some(name.to_owned()).filter(|it| !it.is_empty());
        Self { link, ..self }
    }
}

/// What a reader found in a file.
#[derive(Debug, Default)]
pub(in crate::import) struct Found {
    /// The records, also those that the journal may know.
    pub entries: Vec<Entry>,
    /// What had to be assumed; times without a zone are counted from the entries.
    pub assumptions: Vec<Assumption>,
    /// The settings that came with them.
    pub settings: Option<Settings>,
    /// The table that was read by what the runner said of its columns.
    pub table: Option<Box<TablePreview>>,
    /// How many rows or sessions gave no record.
    pub left_out: usize,
    unknown_sports: BTreeSet<String>,
    issues: Vec<Issue>,
    unlisted: usize,
    /// Apart, because most files have none.
    rejected: Box<RejectedRows>,
    rejected_bytes: usize,
}

/// Why a file gave nothing at all.
#[derive(Debug)]
pub(in crate::import) enum Refusal {
    /// Of a kind we read, but unreadable, undated or absurd.
    Rejected(String),
    /// Not a kind we read, or nothing in it for a journal.
    Unsupported(String),
    /// A table whose columns nobody knows.
    Unknown(TablePreview),
    /// The runner stopped the import.
    Cancelled,
}

pub(in crate::import) type Reading = Result<Found, Refusal>;

impl Found {
    /// One more record.
    pub fn add(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// One more record, which no line names.
    pub fn push(&mut self, record: Record) {
        self.add(Entry::of(record));
    }

    /// Something was assumed; the same again counts to it.
    pub fn assume(&mut self, assumption: Assumption) {
        match self.assumptions.iter_mut().find(|it| it.is_same(&assumption)) {
            Some(same) => same.add(assumption.records()),
            None => self.assumptions.push(assumption),
        }
    }

    /// A row or session gave no record.
    pub fn left_out(&mut self, line: Option<u64>, why: String) {
        self.left_out += 1;
        self.tell(Issue {
            line,
            why,
            left_out: true,
        });
    }

    /// A row of a table gave no record; its cells are kept to be saved with the reason.
    pub fn reject_row(&mut self, header: &Header, cells: &[String], line: u64, why: String) {
        if self.rejected.header.is_empty() {
            self.rejected.header = header.names().to_vec();
            self.rejected.separator = header.separator();
        }
        self.rejected_bytes += cells.iter().map(|it| it.len() + 32).sum::<usize>();
        if self.rejected_bytes < MOST_REJECTED {
            self.rejected.rows.push((cells.to_vec(), why.clone()));
        }
        self.left_out(Some(line), why);
    }

    /// `value` where it lies in `range`; else nothing, and a remark that names it as `what`.
    pub fn within(
        &mut self,
        line: Option<u64>,
        value: Option<f64>,
        range: &RangeInclusive<f64>,
        what: &str,
    ) -> Option<f64> {
        let value = value?;
        if range.contains(&value) {
            return Some(value);
        }
        self.note(line, out_of_range(what, value, range));
        None
    }

    /// Something else to know: a value that was left out of a record that was kept.
    pub fn note(&mut self, line: Option<u64>, why: String) {
        let left_out = false;
        self.tell(Issue { line, why, left_out });
    }

    /// A record names its sport in a word that is not known; each such word is told once.
    pub fn unknown_sport(&mut self, word: &str) {
        if self.unknown_sports.len() < MOST_SPORTS {
            self.unknown_sports.insert(word.chars().take(LONGEST_SPORT).collect());
        }
    }

    fn tell(&mut self, issue: Issue) {
        if self.issues.len() < MOST_ISSUES {
            self.issues.push(issue);
        } else {
            self.unlisted += 1;
        }
    }

    /// Takes over what was found in a part of the file, called `name`; an empty name says nothing.
    pub fn absorb(&mut self, name: &str, part: Self) {
        for issue in part.issues {
            let why = if name.is_empty() {
                issue.why
            } else {
                fl!("import-in-file", file = name, why = issue.why)
            };
            self.tell(Issue { why, ..issue });
        }
        self.left_out += part.left_out;
        self.unlisted += part.unlisted;
        part.unknown_sports.iter().for_each(|it| self.unknown_sport(it));
        self.entries.extend(part.entries.into_iter().map(|mut entry| {
            if !name.is_empty() {
                name.clone_into(&mut entry.part);
            }
            entry
        }));
        part.assumptions.into_iter().for_each(|it| self.assume(it));
        self.settings = part.settings.or(self.settings.take());
        if self.rejected.rows.is_empty() {
            self.rejected = part.rejected;
        }
    }

    /// The list of issues, with one line for those beyond it, and the rows that gave nothing.
    pub fn into_issues(mut self) -> (Vec<Issue>, RejectedRows) {
        if !self.unknown_sports.is_empty() {
            let words: Vec<String> = self.unknown_sports.into_iter().collect();
            self.issues.push(Issue {
                line: None,
                why: fl!("import-sports-unknown", words = words.join(", ")),
                left_out: false,
            });
        }
        if self.unlisted > 0 {
            let why = fl!("import-more-issues", count = self.unlisted);
            self.issues.push(Issue {
                line: None,
                why,
                left_out: false,
            });
        }
        (self.issues, *self.rejected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issues_beyond_the_list_are_counted() {
        let mut found = Found::default();
        for line in 0..MOST_ISSUES as u64 + 7 {
            found.left_out(Some(line), String::from("bad"));
        }
        assert_eq!(found.left_out, MOST_ISSUES + 7);
        let (list, _) = found.into_issues();
        assert_eq!(list.len(), MOST_ISSUES + 1);
        assert!(list[MOST_ISSUES].why.contains('7'));
    }
}
