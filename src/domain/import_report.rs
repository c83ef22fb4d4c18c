//! What came of an import, file by file: the answer of `import --json` and the rows of the Data screen.

use serde::{Deserialize, Serialize};

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

/// Something that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The line of the file, where it has lines; the header is line 1.
    pub line: Option<u64>,
    /// A sentence for a person.
    pub why: String,
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
    /// Records that were known already.
    pub duplicates: usize,
    /// What was left out.
    pub issues: Vec<Issue>,
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
