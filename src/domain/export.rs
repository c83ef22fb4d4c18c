//! What of a journal leaves it, and how it is written: chosen on a screen or by words of the command line.
//!
//! Kinds are named as their files are, and what the rows of one name comes along with them: habits are
//! nothing without the catalogue that says what they are. Days bound what has a day; catalogues, settings
//! and what belongs to no day are whole whatever the days are.

use std::collections::BTreeSet;

use jiff::civil::Date;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::RecordKind;

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

/// The files of an export, in their order. A word that `list` gives a record names its file, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ExportKind {
    /// Runs and cross-training.
    #[strum(to_string = "activities", serialize = "activity")]
    Activities,
    /// Nights and naps.
    #[strum(to_string = "sleep", serialize = "night")]
    Sleep,
    /// Soreness ratings.
    Soreness,
    /// Doses taken.
    #[strum(to_string = "supplements", serialize = "intake")]
    Supplements,
    /// Habits done or answered.
    #[strum(to_string = "habits", serialize = "practice")]
    Habits,
    /// How days felt.
    #[strum(to_string = "check_ins", serialize = "check_in")]
    CheckIns,
    /// Checklists and their steps.
    #[strum(to_string = "checklists", serialize = "checklist", serialize = "checklist_step")]
    Checklists,
    /// The habits there are.
    #[strum(to_string = "habits_catalogue", serialize = "habit")]
    HabitsCatalogue,
    /// The supplements there are.
    #[strum(to_string = "supplements_catalogue", serialize = "supplement")]
    SupplementsCatalogue,
    /// The runner's own checklists.
    #[strum(to_string = "routines", serialize = "routine")]
    Routines,
    /// What the data means.
    Settings,
    /// The files that were read in.
    #[strum(to_string = "imports", serialize = "import_batch")]
    Imports,
    /// One row a day.
    Daily,
    /// What each column means.
    Dictionary,
}

impl ExportKind {
    /// Its word.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The name of its file.
    pub fn file_name(self) -> String {
        match self {
            // Not a table of the journal, and named as such files are.
            Self::Dictionary => "data-dictionary.csv".to_owned(),
            _ => format!("{}.csv", self.word()),
        }
    }

    /// The kind of record that its rows are; `None` where they are none.
    pub fn record(self) -> Option<RecordKind> {
        Some(match self {
            Self::Activities => RecordKind::Activity,
            Self::Sleep => RecordKind::Night,
            Self::Soreness => RecordKind::Soreness,
            Self::Supplements => RecordKind::Intake,
            Self::Habits => RecordKind::Practice,
            Self::CheckIns => RecordKind::CheckIn,
            Self::Checklists => RecordKind::Checklist,
            Self::HabitsCatalogue => RecordKind::Habit,
            Self::SupplementsCatalogue => RecordKind::Supplement,
            Self::Routines => RecordKind::Routine,
            Self::Imports => RecordKind::ImportBatch,
            Self::Settings | Self::Daily | Self::Dictionary => return None,
        })
    }

    /// What its rows name.
    fn named(self) -> Option<Self> {
        match self {
            Self::Supplements => Some(Self::SupplementsCatalogue),
            Self::Habits | Self::Checklists | Self::Routines => Some(Self::HabitsCatalogue),
            _ => None,
        }
    }
}

/// How files are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ExportForm {
    /// As programs read them: commas between cells, points as decimal marks.
    #[default]
    Plain,
    /// As a spreadsheet opens them where the comma is a decimal mark: a byte order mark, semicolons between
    /// cells. Numbers keep their point.
    Excel,
    /// The same with numbers as such countries write them: 7,5.
    ExcelComma,
}

/// What is exported, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportChoice {
    /// Of which days.
    pub days: Days,
    /// Which kinds; all where none is named.
    pub kinds: BTreeSet<ExportKind>,
    /// How they are written.
    pub form: ExportForm,
}

impl ExportChoice {
    /// Whether nothing of the journal is left away.
    pub fn is_everything(&self) -> bool {
        self.days == Days::ALL && self.kinds.is_empty()
    }

    /// The files of it: the kinds that were chosen, and what their rows name.
    pub fn files(&self) -> BTreeSet<ExportKind> {
        if self.kinds.is_empty() {
            return ExportKind::VARIANTS.iter().copied().collect();
        }
        let named = self.kinds.iter().filter_map(|it| it.named());
        self.kinds.iter().copied().chain(named).collect()
    }
}

impl From<Days> for ExportChoice {
    fn from(days: Days) -> Self {
        Self {
            days,
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_goes_by_the_word_of_its_file_and_by_that_of_its_record() {
        for kind in ExportKind::VARIANTS.iter().copied() {
            assert_eq!(kind.word().parse(), Ok(kind));
            if let Some(record) = kind.record() {
                assert_eq!(record.word().parse(), Ok(kind), "{record:?}");
            }
        }
        assert_eq!("checklist_step".parse(), Ok(ExportKind::Checklists));
        assert_eq!(ExportKind::Dictionary.file_name(), "data-dictionary.csv");
        assert_eq!(ExportKind::CheckIns.file_name(), "check_ins.csv");
    }

    #[test]
    fn what_rows_name_comes_along() {
        let choice = ExportChoice {
            kinds: [ExportKind::Habits, ExportKind::Sleep].into(),
            ..ExportChoice::default()
        };
        let files: Vec<_> = choice.files().into_iter().map(ExportKind::word).collect();
        assert_eq!(files, ["sleep", "habits", "habits_catalogue"]);
        assert_eq!(ExportChoice::default().files().len(), ExportKind::VARIANTS.len());
    }
}
