//! Plain types and rules: what a journal is made of, and nothing else.
//!
//! Nothing here reads a file, asks a clock, speaks SQL or draws. That is why every other part may use
//! it, why its rules can be tested as tables, and why it cannot fail: what could not be right is
//! refused where it is parsed ([`units`], [`time`]) or where it is stored (CHECK constraints).
//!
//! One record a file; [`record`] joins them for code that treats them alike (store, import, export),
//! [`change`] is the vocabulary of the one door for writes, [`journal`] is the whole of it in memory.

pub mod activity;
pub mod change;
pub mod check_in;
pub mod checklist;
pub mod csv_text;
mod days;
pub mod entry;
pub mod export;
pub mod habit;
pub mod health;
pub mod ids;
pub mod import;
pub mod journal;
pub mod night;
pub mod prompts;
pub mod protocol;
pub mod quick;
pub mod record;
pub mod routine;
pub mod scale;
pub mod settings;
pub mod soreness;
pub mod supplement;
pub mod time;
pub mod tonight;
pub mod units;
pub mod words;

pub use activity::{Activity, RunKind, Sport};
pub use change::{Batch, BatchKind, Change, Delta, HistoryEntry, Label, RecordVersion, UndoState};
pub use check_in::CheckIn;
pub use checklist::{Checklist, ChecklistStep, Outcome};
pub use export::{Days, ExportChoice, ExportForm, ExportKind};
pub use habit::{Answer, Habit, HabitKind, Practice, When};
pub use health::{Concern, Health};
pub use ids::{Id, Slug};
pub use import::{
    Assumption, FileReport, ImportBatch, ImportOptions, ImportReport, Issue, RejectedRows, RowReport, Standing, Verdict,
};
pub use journal::{APPLICATION_ID, Journal};
pub use night::Night;
pub use record::{Meta, Record, RecordKind, RecordRef};
pub use routine::{OwnStep, Routine, RoutineFor, RoutineStep};
pub use scale::{Rating, Scale};
pub use settings::{DistanceUnit, Settings};
pub use soreness::{BodyPart, Context, Region, Side, SorenessRating};
pub use supplement::{Intake, Supplement};
pub use time::{DayRule, Stamp};
