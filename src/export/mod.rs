//! The journal as files that any program reads, and that a journal can be made from again.
//!
//! [`tables()`] turns a journal into the CSV files of the design, in memory: UTF-8, RFC 4180, decimal
//! points, ISO dates, RFC 3339 instants with their offset, an empty cell for what was not recorded.
//! [`write`](fn@write) puts them on the disk, as a folder, one ZIP file, or the daily table alone. The two are
//! apart so that the first is a pure function (the same journal gives the same bytes, which is how the
//! round trip is tested) and the second can be as careful as a save.
//!
//! What is exported is what the runner recorded and decided: all records, catalogues with what was never
//! answered, routines, settings, the list of files that were read in. A question without an answer is an
//! empty cell of daily.csv, and no row. What stays behind, because it is no part of that:
//!
//! - the trash, except catalogue entries that rows still refer to: what was thrown away is not handed on;
//! - the history with its undo, and drafts: they tell how this file came to be, and a copy has its own;
//! - when a row was made and last changed, which every journal notes by itself (whether a rating was typed
//!   late follows from that, so it is a column);
//! - the journal's own id, and whether it is a sample;
//! - the answers about health, which no file tells;
//! - imports of earlier exports, in imports.csv: they tell where this copy came from, not what happened to
//!   the runner, and a copy's export has to equal its original's;
//! - what belongs to the computer: theme, text size, what is exported by itself.
//!
//! For spreadsheets of countries where the comma is the decimal mark the same files are written in another
//! [form](crate::domain::ExportForm); all forms read back as the same journal.

mod cell;
mod daily;
mod dictionary;
mod error;
mod left_out;
mod pasted;
mod share;
mod sheet;
mod sheets;
mod tables;
mod write;

pub use crate::domain::Days;
pub use cell::Cell;
pub use error::Error;
pub use left_out::write_left_out;
pub use pasted::pasted;
pub use sheet::{Column, Context, Sheet};
pub use sheets::{SettingRow, StepRow, setting_rows, step_rows};
pub use tables::tables;
pub use write::{Target, fitted, write, write_file, zipped};
