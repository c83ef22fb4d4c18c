//! What came of an import, file by file: the answer of `import --json` and the rows of the Data screen.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Assumption, TablePreview};
use crate::domain::{RecordKind, Sport, Stamp};

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// At least one record came of it, perhaps with issues.
    Imported,
    /// Everything in it was known already.
    Duplicate,
    /// Of a kind we read, but unreadable, undated or absurd.
    Rejected,
    /// Not a kind we read, or nothing in it for a journal.
    Unsupported,
}

/// Something that was left out, or something else to know about a file, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The line of the file, where it has lines; the header is line 1.
    pub line: Option<u64>,
    /// A sentence for a person.
    pub why: String,
    /// Whether a row, a session or the file gave no record; else it is a remark on what was read.
    #[serde(default)]
    pub left_out: bool,
}

/// What one file gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Its path, as given or as found in a folder.
    pub path: String,
    /// What it was recognised as.
    pub kind: String,
    /// What became of it.
    pub verdict: Verdict,
    /// New runs.
    pub runs: usize,
    /// New activities that are no runs.
    pub other_activities: usize,
    /// New nights.
    pub nights: usize,
    /// New soreness ratings.
    pub soreness: usize,
    /// New intakes.
    pub intakes: usize,
    /// New practices.
    pub practices: usize,
    /// New check-ins.
    pub check_ins: usize,
    /// New entries of the catalogues, checklists and their steps.
    #[serde(default)]
    pub others: usize,
    /// Records that were known already.
    pub duplicates: usize,
    /// Of those, the ones that another file of this import tells, so that the journal gets them once.
    #[serde(default)]
    pub twice: usize,
    /// Records of the journal that were known and got what they lacked; they are counted in `duplicates` too.
    #[serde(default)]
    pub completed: usize,
    /// Rows or sessions that gave no record.
    #[serde(default)]
    pub rows_left_out: usize,
    /// The first and the last day that its records belong to.
    #[serde(default)]
    pub days: Option<(Date, Date)>,
    /// What had to be assumed to read it.
    #[serde(default)]
    pub assumptions: Vec<Assumption>,
    /// What was left out, and what else there is to know.
    pub issues: Vec<Issue>,
    /// What became of each of its records.
    #[serde(skip)]
    pub rows: Vec<RowReport>,
    /// The rows of a table that gave nothing, as they stand in the file.
    #[serde(skip)]
    pub rejected_rows: RejectedRows,
    /// How a table begins that no reader knows, so that its columns can be chosen, or chosen anew.
    #[serde(skip)]
    pub table: Option<TablePreview>,
}

impl FileReport {
    /// The report of a file that gave nothing yet.
    pub fn of(path: &str, kind: &str, verdict: Verdict) -> Self {
        Self {
            path: path.to_owned(),
            kind: kind.to_owned(),
            verdict,
            runs: 0,
            other_activities: 0,
            nights: 0,
            soreness: 0,
            intakes: 0,
            practices: 0,
            check_ins: 0,
            others: 0,
            duplicates: 0,
            twice: 0,
            completed: 0,
            rows_left_out: 0,
            days: None,
            assumptions: Vec::new(),
            issues: Vec::new(),
            rows: Vec::new(),
            rejected_rows: RejectedRows::default(),
            table: None,
        }
    }

    /// How many records are new.
    pub fn new_records(&self) -> usize {
        self.runs
            + self.other_activities
            + self.nights
            + self.soreness
            + self.intakes
            + self.practices
            + self.check_ins
            + self.others
    }
}

/// What became of one record of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowReport {
    /// The line it stands on, where the file has lines.
    pub line: Option<u64>,
    /// The file inside of the archive or folder it stands in; empty where that is the file itself.
    pub part: String,
    /// What it is.
    pub kind: RecordKind,
    /// The sport, where it is a session.
    pub sport: Option<Sport>,
    /// When it was, where the clock time is known.
    #[serde(serialize_with = "as_rfc3339")]
    pub at: Option<Stamp>,
    /// The day it is shown under, where it belongs to one.
    pub day: Option<Date>,
    /// What it says, in a few words: “10.2 km, 54:30”.
    pub words: String,
    /// How it stands to what is known.
    #[serde(flatten)]
    pub standing: Standing,
    /// Whether what it is the same as comes with this import, too.
    pub twice: bool,
}

/// An instant as programs read it: `2026-11-24T18:30:00+01:00`.
#[expect(clippy::ref_option, reason = "serde hands it over so")]
fn as_rfc3339<S: serde::Serializer>(at: &Option<Stamp>, to: S) -> Result<S::Ok, S::Error> {
    at.map(Stamp::to_rfc3339).serialize(to)
}

/// How a record of a file stands to what the journal has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "standing", rename_all = "snake_case")]
pub enum Standing {
    /// It is new.
    New,
    /// It is known already, and nothing changes.
    Duplicate {
        /// Why it is the same, in words: “same start and length as the run of 3 May, 07:30 (fit)”.
        why: String,
    },
    /// It is known already, and what is known gets what it lacked.
    Completes {
        /// Why it is the same, in words.
        why: String,
        /// What it gets, in words.
        fields: String,
    },
    /// It is known already and says otherwise; what is known stays.
    Conflict {
        /// Why it is the same, in words.
        why: String,
        /// What differs, in words: “distance 10.2 km, the file says 11 km”.
        fields: String,
    },
}

/// Rows of a table that gave nothing, to be saved as a table of their own with a column of reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRows {
    /// The names of the columns.
    pub header: Vec<String>,
    /// What stands between cells in the file.
    pub separator: u8,
    /// The cells of each row and why it gave nothing.
    pub rows: Vec<(Vec<String>, String)>,
}

impl Default for RejectedRows {
    fn default() -> Self {
        Self {
            header: Vec::new(),
            separator: b',',
            rows: Vec::new(),
        }
    }
}

impl RejectedRows {
    /// The name of the column of reasons, in a table that was saved.
    pub const REASON: &str = "reason";

    /// These names without that of the column of reasons.
    pub fn without_reason(header: &[String]) -> &[String] {
        match header.split_last() {
            Some((last, before)) if last == Self::REASON => before,
            _ => header,
        }
    }
}

/// What an import gave, counted in records; `rejected` counts files that gave nothing and rows left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// File by file, in the order read.
    pub files: Vec<FileReport>,
    /// How many records are new.
    pub imported: usize,
    /// How many records were known already.
    pub duplicates: usize,
    /// How many rows or files were left out.
    pub rejected: usize,
}
