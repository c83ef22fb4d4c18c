//! One file for each CSV file: which columns it has, in which order, and what they hold.
//!
//! The order of the first columns is fixed by the design and never changes; what a second import needs
//! beyond them stands at the end.

mod activities;
mod catalogues;
mod check_ins;
mod checklists;
mod habits;
mod imports;
mod settings;
mod sleep;
mod soreness;
mod supplements;

pub use checklists::{StepRow, step_rows};
pub use settings::{SettingRow, setting_rows};
