//! What all records share, and the one type that is any of them.
//!
//! Store, import, export, undo and trash treat records alike; screens and rules do not. The first group
//! speaks [`Record`], the second the record's own type.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    Activity, CheckIn, Checklist, ChecklistStep, Habit, Id, ImportBatch, Intake, Night, Practice, Routine,
    SorenessRating, Supplement,
};

/// The source of what a person typed here.
pub const MANUAL: &str = "manual";

/// The tick in the detail of a record whose clock times came without a zone and were read in an assumed one.
pub const ZONE_ASSUMED: &str = "zone_assumed";

/// The tick in the detail of a record that says that its day is known and its time of day is not: the one it has
/// only places it among the others.
pub const TIME_ASSUMED: &str = "time_assumed";

/// What every record carries beside its own fields.
///
/// `created_at`, `updated_at`, `deleted_at` (ms UTC) and `batch_id` are the store's: it stamps them
/// when a batch is written, whatever they say before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta<I = Id> {
    /// The record's name.
    pub id: I,
    /// When it was first written, ms UTC.
    pub created_at: i64,
    /// When it was last changed, ms UTC.
    pub updated_at: i64,
    /// When it went to the trash, ms UTC.
    pub deleted_at: Option<i64>,
    /// The batch that last wrote it.
    pub batch_id: Option<i64>,
    /// Where it came from: `manual`, `fit`, `pmsys`, `demo` …
    pub source: String,
    /// Its name in that source, so that importing twice changes nothing.
    pub external_id: Option<String>,
    /// SHA-256 of the file it came from, in hexadecimal.
    pub file_hash: Option<String>,
    /// What a format or a step knows beyond the columns.
    pub detail: Option<Value>,
}

impl<I> Meta<I> {
    /// The meta of something a person typed.
    pub fn manual(id: I) -> Self {
        Self::from_source(id, MANUAL)
    }

    /// The meta of something that came from `source`.
    pub fn from_source(id: I, source: &str) -> Self {
        Self {
            id,
            created_at: 0,
            updated_at: 0,
            deleted_at: None,
            batch_id: None,
            source: source.to_owned(),
            external_id: None,
            file_hash: None,
            detail: None,
        }
    }

    /// Notes `value` under `key` in the detail, and leaves the rest of it.
    pub fn note(&mut self, key: &str, value: Value) {
        let mut detail = match self.detail.take() {
            Some(Value::Object(detail)) => detail,
            _ => Map::new(),
        };
        detail.insert(key.to_owned(), value);
        self.detail = Some(Value::Object(detail));
    }

    /// Takes what stands under `key` out of the detail; no detail is left where nothing else is in it.
    pub fn forget(&mut self, key: &str) {
        if let Some(Value::Object(detail)) = &mut self.detail {
            detail.remove(key);
            if detail.is_empty() {
                self.detail = None;
            }
        }
    }

    /// Ticks `key`, or takes the tick away: what is not ticked is not recorded, which is not no.
    pub fn tick(&mut self, key: &str, on: bool) {
        if on {
            self.note(key, true.into());
        } else if self.is_ticked(key) {
            self.forget(key);
        }
    }

    /// Notes a number under `key`, or that none is known. One that is there already stays as it is written.
    pub fn note_number(&mut self, key: &str, value: Option<f64>) {
        let Some(value) = value else {
            return self.forget(key);
        };
        if self.noted(key).and_then(Value::as_f64) != Some(value) {
            let whole = value.fract() == 0.0 && value.abs() < 1e15;
            self.note(key, if whole { (value as i64).into() } else { value.into() });
        }
    }

    /// Notes a text under `key`; an empty one says nothing.
    pub fn note_text(&mut self, key: &str, text: &str) {
        if text.is_empty() {
            self.forget(key);
        } else {
            self.note(key, text.into());
        }
    }

    /// Whether `key` is ticked.
    pub fn is_ticked(&self, key: &str) -> bool {
        self.noted(key).and_then(Value::as_bool) == Some(true)
    }

    /// What stands under `key` in the detail.
    pub fn noted(&self, key: &str) -> Option<&Value> {
        self.detail.as_ref()?.get(key)
    }
}

/// The kinds of records, each a table of the journal.
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
pub enum RecordKind {
    /// A catalogue entry for a recovery habit.
    Habit,
    /// A catalogue entry for a supplement.
    Supplement,
    /// The runner's own version of the checklist.
    Routine,
    /// One file that was imported.
    ImportBatch,
    /// A sport session; a run is one.
    Activity,
    /// One sleep.
    Night,
    /// One soreness rating.
    Soreness,
    /// One dose taken.
    Intake,
    /// One time a habit was done or answered.
    Practice,
    /// Fatigue, stress, mood and body values of a day.
    CheckIn,
    /// A protocol walked after a run.
    Checklist,
    /// One step of it.
    ChecklistStep,
}

impl RecordKind {
    /// Its word: the table's name, and `list`'s.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// Names one record of any kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordRef {
    /// What it is.
    pub kind: RecordKind,
    /// Its id, or its word for the catalogues and routines.
    pub id: String,
}

/// Any record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants are the kinds of RecordKind, described there")]
pub enum Record {
    Habit(Habit),
    Supplement(Supplement),
    Routine(Routine),
    ImportBatch(ImportBatch),
    Activity(Activity),
    Night(Night),
    Soreness(SorenessRating),
    Intake(Intake),
    Practice(Practice),
    CheckIn(CheckIn),
    Checklist(Checklist),
    ChecklistStep(ChecklistStep),
}

impl Record {
    /// What kind of record this is.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Habit(_) => RecordKind::Habit,
            Self::Supplement(_) => RecordKind::Supplement,
            Self::Routine(_) => RecordKind::Routine,
            Self::ImportBatch(_) => RecordKind::ImportBatch,
            Self::Activity(_) => RecordKind::Activity,
            Self::Night(_) => RecordKind::Night,
            Self::Soreness(_) => RecordKind::Soreness,
            Self::Intake(_) => RecordKind::Intake,
            Self::Practice(_) => RecordKind::Practice,
            Self::CheckIn(_) => RecordKind::CheckIn,
            Self::Checklist(_) => RecordKind::Checklist,
            Self::ChecklistStep(_) => RecordKind::ChecklistStep,
        }
    }

    /// Its id, or its word for the catalogues and routines.
    pub fn id(&self) -> String {
        match self {
            Self::Habit(it) => it.meta.id.to_string(),
            Self::Supplement(it) => it.meta.id.to_string(),
            Self::Routine(it) => it.meta.id.to_string(),
            Self::ImportBatch(it) => it.meta.id.to_string(),
            Self::Activity(it) => it.meta.id.to_string(),
            Self::Night(it) => it.meta.id.to_string(),
            Self::Soreness(it) => it.meta.id.to_string(),
            Self::Intake(it) => it.meta.id.to_string(),
            Self::Practice(it) => it.meta.id.to_string(),
            Self::CheckIn(it) => it.meta.id.to_string(),
            Self::Checklist(it) => it.meta.id.to_string(),
            Self::ChecklistStep(it) => it.meta.id.to_string(),
        }
    }

    /// What names it.
    pub fn reference(&self) -> RecordRef {
        RecordRef {
            kind: self.kind(),
            id: self.id(),
        }
    }

    /// Its bookkeeping, for the kinds that are named by an [`Id`] (all but those named by a word).
    pub fn meta(&self) -> Option<&Meta> {
        match self {
            Self::Habit(_) | Self::Supplement(_) | Self::Routine(_) => None,
            Self::ImportBatch(it) => Some(&it.meta),
            Self::Activity(it) => Some(&it.meta),
            Self::Night(it) => Some(&it.meta),
            Self::Soreness(it) => Some(&it.meta),
            Self::Intake(it) => Some(&it.meta),
            Self::Practice(it) => Some(&it.meta),
            Self::CheckIn(it) => Some(&it.meta),
            Self::Checklist(it) => Some(&it.meta),
            Self::ChecklistStep(it) => Some(&it.meta),
        }
    }

    /// Notes that its clock times came without a zone, where it is a session or a night.
    pub fn tick_zone_assumed(&mut self) {
        match self {
            Self::Activity(it) => it.meta.tick(ZONE_ASSUMED, true),
            Self::Night(it) => it.meta.tick(ZONE_ASSUMED, true),
            _ => {}
        }
    }

    /// The batch that last wrote it.
    pub fn batch_id(&self) -> Option<i64> {
        match self {
            Self::Habit(it) => it.meta.batch_id,
            Self::Supplement(it) => it.meta.batch_id,
            Self::Routine(it) => it.meta.batch_id,
            _ => self.meta()?.batch_id,
        }
    }

    /// Whether it is in the trash.
    pub fn is_deleted(&self) -> bool {
        match self {
            Self::Habit(it) => it.meta.deleted_at.is_some(),
            Self::Supplement(it) => it.meta.deleted_at.is_some(),
            Self::Routine(it) => it.meta.deleted_at.is_some(),
            _ => self.meta().is_some_and(|meta| meta.deleted_at.is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tick_is_there_or_nothing_is_and_the_rest_of_the_detail_stays() {
        let mut meta = Meta::manual(Id::fresh(0));
        meta.tick("dark", false);
        assert_eq!(meta.detail, None);
        meta.tick("dark", true);
        meta.note("awake_min", 20.into());
        assert_eq!(meta.detail, Some(json!({ "dark": true, "awake_min": 20 })));
        assert!(meta.is_ticked("dark") && !meta.is_ticked("awake_min") && !meta.is_ticked("cool"));
        meta.tick("dark", false);
        assert_eq!(meta.detail, Some(json!({ "awake_min": 20 })));
        meta.forget("awake_min");
        assert_eq!(meta.detail, None);
    }

    #[test]
    fn numbers_and_texts_are_noted_as_they_are_written_and_taken_out_when_they_are_emptied() {
        let mut meta = Meta::manual(Id::fresh(0));
        meta.note_number("awake_min", Some(20.0));
        meta.note_text("batch", "A 7");
        assert_eq!(meta.detail, Some(json!({ "awake_min": 20, "batch": "A 7" })));
        meta.detail = Some(json!({ "awake_min": 20.0 }));
        meta.note_number("awake_min", Some(20.0));
        assert_eq!(meta.detail, Some(json!({ "awake_min": 20.0 })));
        meta.note_number("awake_min", None);
        meta.note_text("batch", "");
        assert_eq!(meta.detail, None);
    }
}
