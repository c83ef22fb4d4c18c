//! Which file of an export a table is, by its columns.

use crate::import::reading::table::Header;

/// A file of an export, in the order in which they are read: what others name comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Sheet {
    /// settings.csv
    Settings,
    /// `habits_catalogue.csv`
    HabitsCatalogue,
    /// `supplements_catalogue.csv`
    SupplementsCatalogue,
    /// routines.csv
    Routines,
    /// imports.csv
    Imports,
    /// activities.csv
    Activities,
    /// sleep.csv
    Sleep,
    /// soreness.csv
    Soreness,
    /// supplements.csv
    Supplements,
    /// habits.csv
    Habits,
    /// `check_ins.csv`
    CheckIns,
    /// checklists.csv
    Checklists,
    /// daily.csv and data-dictionary.csv, made from the others.
    Computed,
}

/// The columns by which each file is known, the one with more of them first where two are alike.
const MARKS: [(Sheet, &[&str]); 14] = [
    (Sheet::Activities, &["id", "started_at", "sport", "load_au"]),
    (Sheet::Sleep, &["id", "day", "wake_at", "asleep_min", "nap"]),
    (Sheet::Soreness, &["id", "at", "region", "side", "score", "scale"]),
    (Sheet::Supplements, &["id", "at", "supplement", "dose"]),
    (Sheet::Habits, &["id", "at", "habit", "answer", "minutes"]),
    (Sheet::CheckIns, &["id", "day", "fatigue_scale", "mood_scale"]),
    (Sheet::Checklists, &["checklist_id", "protocol", "step", "step_id"]),
    (Sheet::HabitsCatalogue, &["id", "name", "kind", "builtin", "hidden"]),
    (Sheet::SupplementsCatalogue, &["id", "name", "default_dose", "aliases"]),
    (Sheet::Routines, &["id", "steps", "source"]),
    (Sheet::Imports, &["id", "file_name", "kind", "counts", "issues"]),
    (Sheet::Settings, &["setting", "value"]),
    (Sheet::Computed, &["day", "covered", "load_au"]),
    (Sheet::Computed, &["file", "column", "unit", "eligibility"]),
];

impl Sheet {
    /// The file that has this header.
    pub fn of(header: &Header) -> Option<Self> {
        MARKS.iter().find(|(_, marks)| header.has(marks)).map(|it| it.0)
    }
}
