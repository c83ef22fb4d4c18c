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
mod left_out;
mod sheet;
mod sheets;
mod write;

use jiff::civil::Date;

pub use cell::Cell;
pub use error::Error;
pub use left_out::write_left_out;
pub use sheet::{Column, Context, Sheet};
pub use sheets::{SettingRow, StepRow, setting_rows, step_rows};
pub use write::{Target, write, write_file};

use crate::analysis::DailyTable;
use crate::domain::{ImportBatch, Journal};
use sheet::csv;

/// Import batches of this kind are Afterrun's own exports, read in.
const OWN_KIND: &str = "afterrun";

/// A range of journal days, both ends in it; an open end reaches as far as the journal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Days {
    /// The whole journal.
    pub const ALL: Self = Self { from: None, to: None };

    /// Whether `day` lies in it.
    pub fn contains(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// All files of an export of these days, each with its name and its bytes, in the order of the design.
/// Catalogues and settings are whole whatever the days are; imports.csv has rows only in a whole export.
pub fn tables(journal: &Journal, days: Days) -> Vec<(String, Vec<u8>)> {
    let context = Context::of(journal);
    let daily = DailyTable::of(journal);
    vec![
        file(&journal.activities, &context, days),
        file(&journal.nights, &context, days),
        file(&journal.soreness, &context, days),
        file(&journal.intakes, &context, days),
        file(&journal.practices, &context, days),
        file(&journal.check_ins, &context, days),
        file(&step_rows(journal), &context, days),
        file(journal.habits_in_use(), &context, days),
        file(journal.supplements_in_use(), &context, days),
        file(&journal.routines, &context, days),
        file(&setting_rows(&journal.settings), &context, days),
        file(imports(journal, days), &context, days),
        daily::file(&daily, days),
        dictionary::file(journal, &daily),
    ]
}

fn file<'t, T: Sheet + 't>(rows: impl IntoIterator<Item = &'t T>, context: &Context, days: Days) -> (String, Vec<u8>) {
    let inside = |it: &&T| days == Days::ALL || it.day(context).is_none_or(|day| days.contains(day));
    let bytes = csv(rows.into_iter().filter(inside), context);
    (format!("{}.csv", T::NAME), bytes)
}

fn imports(journal: &Journal, days: Days) -> impl Iterator<Item = &ImportBatch> {
    let whole = days == Days::ALL;
    journal
        .imports
        .iter()
        .filter(move |it| whole && !it.kind.starts_with(OWN_KIND))
}
