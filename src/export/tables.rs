//! All files of an export in memory: which there are, and which rows are in them.
//!
//! Each is made by itself, so the processors share them, the largest first.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::share::shared;
use super::sheet::{Context, Sheet, csv};
use super::sheets::{setting_rows, step_rows};
use super::{daily, dictionary};
use crate::analysis::DailyTable;
use crate::domain::{Days, ExportChoice, ExportKind, ImportBatch, Journal};

/// Import batches of this kind are Afterrun's own exports, read in.
const OWN_KIND: &str = "afterrun";

/// The files that take longest.
const LARGEST: [ExportKind; 4] = [
    ExportKind::Checklists,
    ExportKind::Habits,
    ExportKind::Daily,
    ExportKind::Soreness,
];

/// The files that are chosen, each with its name and its bytes, in the order of the design. Catalogues and
/// settings are whole whatever the days are; imports.csv has rows only where the days are all.
pub fn tables(journal: &Journal, choice: impl Into<ExportChoice>) -> Vec<(String, Vec<u8>)> {
    let choice = choice.into();
    let files = choice.files();
    let maker = Maker {
        journal,
        choice: &choice,
        files: &files,
        context: Context::of(journal),
        daily: OnceLock::new(),
    };
    let others = files.iter().copied().filter(|it| !LARGEST.contains(it));
    let largest = LARGEST.into_iter().filter(|it| files.contains(it));
    let kinds: Vec<_> = largest.chain(others).collect();
    let made = shared(&kinds, |&kind| maker.bytes(kind));
    let mut made: Vec<_> = kinds.into_iter().zip(made).collect();
    made.sort_by_key(|(kind, _)| *kind);
    let named = made.into_iter().map(|(kind, bytes)| (kind.file_name(), bytes));
    named.collect()
}

/// What the files are made from.
struct Maker<'j> {
    journal: &'j Journal,
    choice: &'j ExportChoice,
    files: &'j BTreeSet<ExportKind>,
    context: Context<'j>,
    /// Made by whoever needs it first.
    daily: OnceLock<DailyTable>,
}

impl Maker<'_> {
    fn daily(&self) -> &DailyTable {
        self.daily.get_or_init(|| DailyTable::of(self.journal))
    }

    fn bytes(&self, kind: ExportKind) -> Vec<u8> {
        let journal = self.journal;
        match kind {
            ExportKind::Activities => self.rows(&journal.activities),
            ExportKind::Sleep => self.rows(&journal.nights),
            ExportKind::Soreness => self.rows(&journal.soreness),
            ExportKind::Supplements => self.rows(&journal.intakes),
            ExportKind::Habits => self.rows(&journal.practices),
            ExportKind::CheckIns => self.rows(&journal.check_ins),
            ExportKind::Checklists => self.rows(&step_rows(journal)),
            ExportKind::HabitsCatalogue => self.rows(journal.habits_in_use()),
            ExportKind::SupplementsCatalogue => self.rows(journal.supplements_in_use()),
            ExportKind::Routines => self.rows(&journal.routines),
            ExportKind::Settings => self.rows(&setting_rows(&journal.settings)),
            ExportKind::Imports => self.rows(imports(journal, self.choice.days)),
            ExportKind::Daily => daily::file(self.daily(), self.choice),
            ExportKind::Dictionary => dictionary::file(journal, &|| self.daily(), self.files, self.choice.form),
        }
    }

    fn rows<'t, T: Sheet + 't>(&self, rows: impl IntoIterator<Item = &'t T>) -> Vec<u8> {
        let days = self.choice.days;
        let inside = |it: &&T| days == Days::ALL || it.day(&self.context).is_none_or(|day| days.contains(day));
        csv(rows.into_iter().filter(inside), &self.context, self.choice.form)
    }
}

fn imports(journal: &Journal, days: Days) -> impl Iterator<Item = &ImportBatch> {
    let whole = days == Days::ALL;
    journal
        .imports
        .iter()
        .filter(move |it| whole && !it.kind.starts_with(OWN_KIND))
}
