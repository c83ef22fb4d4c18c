//! One protocol being walked after one run: what is stored of it.
//!
//! Only what happened is stored: when a step was started, paused and ended, and how. Waiting, ready,
//! blocked and running are derived from these and the clock, so that a closed program, a killed one
//! and a changed clock leave them right.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Id, Meta, Stamp};

/// One walk through a protocol.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checklist {
    /// Bookkeeping.
    pub meta: Meta,
    /// After which run.
    pub run_id: Option<Id>,
    /// The protocol's id.
    pub protocol: String,
    /// And its version: a changed protocol never rewrites finished checklists.
    pub protocol_version: i64,
    /// When it was opened.
    pub started_at: Stamp,
    /// When it was put away.
    pub closed_at: Option<Stamp>,
}

/// How a step ended.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Outcome {
    Done,
    Partly,
    Skipped,
}

/// One touched step; an untouched one has no row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChecklistStep {
    /// Bookkeeping. The record a step became (a practice, an intake, a night) is named in `detail`.
    pub meta: Meta,
    /// The checklist it belongs to.
    pub checklist_id: Id,
    /// The step's id in the protocol.
    pub step: String,
    /// When its timer was first started.
    pub started_at: Option<Stamp>,
    /// Since when it is paused.
    pub paused_at: Option<Stamp>,
    /// Seconds of the pauses that are over.
    pub paused_s: f64,
    /// When it was ended.
    pub ended_at: Option<Stamp>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Minutes really done.
    pub minutes: Option<f64>,
    /// Amount really done, in the habit's unit.
    pub amount: Option<f64>,
    /// Why it was skipped.
    pub reason: String,
}
