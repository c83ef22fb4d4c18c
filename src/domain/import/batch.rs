//! One file that was read in: its name, its hash, what it held.

use serde::{Deserialize, Serialize};

use crate::domain::Meta;

/// One imported file. Its hash makes reading it again change nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportBatch {
    /// Bookkeeping; `file_hash` is the file's SHA-256.
    pub meta: Meta,
    /// The file's name, without its folder.
    pub file_name: String,
    /// What it was recognised as: `fit`, `pmsys_wellness`, `pmsys_srpe`, `afterrun` …
    pub kind: String,
    /// How many records of each kind it gave, by the kind's word.
    pub counts: serde_json::Value,
    /// What was left out, and why.
    pub issues: serde_json::Value,
}
