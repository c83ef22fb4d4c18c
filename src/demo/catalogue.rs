//! What the sample runner does and takes.

use super::diary::{Diary, text};
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::{Habit, HabitKind, Meta, Record, Slug, Supplement};

/// The runner's own habit.
pub(super) const LEGS_UP: &str = "legs_up";

/// Taken most evenings.
pub(super) const MAGNESIUM: (&str, f64, &str) = ("magnesium", 400.0, "mg");
/// Taken for three months, then left out for three.
pub(super) const OMEGA_3: (&str, f64, &str) = ("omega_3", 2.0, "g");
/// Taken after hard runs.
pub(super) const BCAA: (&str, f64, &str) = ("bcaa", 5.0, "g");

impl Diary {
    /// The catalogues: the built-in habits as every new journal has them, and the runner's own entries.
    pub(super) fn catalogues(&mut self) {
        let builtin = BUILTIN_HABITS.map(|(word, kind, unit)| Habit {
            meta: Meta::from_source(Slug::of(word), "builtin"),
            name: word.replace('_', " "),
            kind,
            unit: unit.to_owned(),
            builtin: true,
            hidden: false,
        });
        let own = Habit {
            meta: Meta::from_source(Slug::of(LEGS_UP), "demo"),
            name: text("habit-legs-up"),
            kind: HabitKind::Minutes,
            unit: String::new(),
            builtin: false,
            hidden: false,
        };
        let supplements = [MAGNESIUM, OMEGA_3, BCAA].map(|(word, dose, unit)| Supplement {
            meta: Meta::from_source(Slug::of(word), "demo"),
            name: text(&format!("supplement-{}", word.replace('_', "-"))),
            default_dose: Some(dose),
            unit: unit.to_owned(),
            aliases: Vec::new(),
        });
        self.records.extend(builtin.into_iter().chain([own]).map(Record::Habit));
        self.records.extend(supplements.map(Record::Supplement));
    }
}
