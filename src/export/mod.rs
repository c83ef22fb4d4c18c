//! The journal as files that any program reads, and that a journal can be made from again.
//!
//! [`tables`] turns a journal into the CSV files of the design, in memory: UTF-8, RFC 4180, decimal
//! points, ISO dates, RFC 3339 instants with their offset, an empty cell for what was not recorded.
//! [`write`](fn@write) puts them on the disk, as a folder, one ZIP file, or the daily table alone. The two are
//! apart so that the first is a pure function (the same journal gives the same bytes, which is how the
//! round trip is tested) and the second can be as careful as a save.
//!
//! What is exported is what is in the journal: nothing from the trash, except catalogue entries that
//! rows still refer to. Imports of earlier exports are left out of imports.csv: they tell where this
//! copy came from, not what happened to the runner, and a copy's export has to equal its original's.

mod cell;
mod daily;
mod dictionary;
mod error;
mod pasted;
mod share;
mod sheet;
mod sheets;
mod tables;
mod write;

pub use crate::domain::Days;
pub use cell::Cell;
pub use error::Error;
pub use pasted::pasted;
pub use sheet::{Column, Context, Sheet};
pub use sheets::{SettingRow, StepRow, setting_rows, step_rows};
pub use tables::tables;
pub use write::{Target, fitted, write, write_file, zipped};
