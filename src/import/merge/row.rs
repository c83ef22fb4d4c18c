//! One record of a file, as the dry run lists it.

use std::collections::HashMap;

use jiff::civil::Date;

use super::known::Seen;
use crate::domain::record::TIME_ASSUMED;
use crate::domain::units::{show_distance, show_duration, show_hours, show_mass, show_number};
use crate::domain::{
    Activity, CheckIn, DayRule, Journal, Night, Record, RowReport, Settings, Slug, SorenessRating, Stamp, Standing,
    words,
};
use crate::fl;
use crate::import::reading::Entry;

/// How much of a note is shown.
const NOTE_CHARS: usize = 60;

/// The row of an entry.
pub(super) fn row(entry: &Entry, (standing, seen): (Standing, Seen), journal: &Journal, names: &Names) -> RowReport {
    let record = &entry.record;
    RowReport {
        line: entry.line,
        part: entry.part.clone(),
        kind: record.kind(),
        sport: match record {
            Record::Activity(it) => Some(it.sport),
            _ => None,
        },
        at: at(record),
        day: day(record, journal.settings.day_rule),
        words: in_words(record, &journal.settings, names),
        twice: seen == Seen::Here && !matches!(standing, Standing::New),
        standing,
    }
}

/// A record of our own export that the journal has in other words.
pub(super) fn edited(record: &Record, journal: &Journal) -> Standing {
    let names = Names::of(journal, &[]);
    Standing::Conflict {
        why: fl!("import-same-id-differs"),
        fields: fl!("import-own-words", words = in_words(record, &journal.settings, &names)),
    }
}

/// The instant that a record has.
fn at(record: &Record) -> Option<Stamp> {
    if record.meta().is_some_and(|it| it.is_ticked(TIME_ASSUMED)) {
        return None;
    }
    match record {
        Record::Activity(it) => Some(it.started_at),
        Record::Night(it) => it.bed_at,
        Record::Soreness(it) => Some(it.at),
        Record::Intake(it) => Some(it.at),
        Record::CheckIn(it) => it.at,
        _ => None,
    }
}

/// The day that a record is shown under.
pub(super) fn day(record: &Record, rule: DayRule) -> Option<Date> {
    match record {
        Record::Activity(it) => Some(rule.day_of(it.started_at)),
        Record::Night(it) => Some(it.day),
        Record::Soreness(it) => Some(it.day(rule)),
        Record::Intake(it) => Some(rule.day_of(it.at)),
        Record::Practice(it) => Some(it.when.day(rule)),
        Record::CheckIn(it) => Some(it.day),
        _ => None,
    }
}

/// What a record says, in a few words.
fn in_words(record: &Record, settings: &Settings, names: &Names) -> String {
    let parts = match record {
        Record::Activity(it) => activity(it, settings),
        Record::Night(it) => night(it),
        Record::Soreness(it) => soreness(it),
        Record::Intake(it) => amount(names.of_supplement(&it.supplement), it.dose, &it.unit),
        Record::Practice(it) => {
            let mut parts = vec![
                names.of_habit(&it.habit),
                words::named("import-answer", it.answer.into()),
            ];
            parts.extend(it.minutes.map(|min| show_duration(min * 60.0)));
            parts.extend(it.amount.map(show_number));
            parts
        }
        Record::CheckIn(it) => check_in(it, settings),
        Record::Habit(it) => vec![it.name.clone()],
        Record::Supplement(it) => vec![it.name.clone()],
        Record::Checklist(it) => vec![it.protocol.clone()],
        Record::ChecklistStep(it) => vec![it.step.clone()],
        Record::Routine(it) => vec![it.meta.id.to_string()],
        Record::ImportBatch(it) => vec![it.file_name.clone()],
    };
    parts.join(" · ")
}

/// What habits and supplements are called, in the journal and in the file.
pub(super) struct Names {
    habits: HashMap<Slug, String>,
    supplements: HashMap<Slug, String>,
}

impl Names {
    /// Those of a journal and of what a file brings.
    pub fn of(journal: &Journal, entries: &[Entry]) -> Self {
        let habits = journal.habits.iter().map(|it| (it.meta.id.clone(), it.name.clone()));
        let supplements = journal
            .supplements
            .iter()
            .map(|it| (it.meta.id.clone(), it.name.clone()));
        let mut names = Self {
            habits: habits.collect(),
            supplements: supplements.collect(),
        };
        for entry in entries {
            match &entry.record {
                Record::Habit(it) => names.habits.entry(it.meta.id.clone()).or_insert(it.name.clone()),
                Record::Supplement(it) => names.supplements.entry(it.meta.id.clone()).or_insert(it.name.clone()),
                _ => continue,
            };
        }
        names
    }

    fn of_habit(&self, word: &Slug) -> String {
        self.habits.get(word).cloned().unwrap_or_else(|| spelled(word))
    }

    fn of_supplement(&self, word: &Slug) -> String {
        self.supplements.get(word).cloned().unwrap_or_else(|| spelled(word))
    }
}

/// The word of an entry that has no name here.
fn spelled(word: &Slug) -> String {
    words::beginning(&word.as_str().replace('_', " "))
}

fn amount(name: String, dose: Option<f64>, unit: &str) -> Vec<String> {
    let dose = dose.map(|it| [show_number(it), unit.to_owned()].join(" ").trim_end().to_owned());
    std::iter::once(name).chain(dose).collect()
}

fn activity(it: &Activity, settings: &Settings) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend((!it.title.is_empty()).then(|| it.title.clone()));
    parts.extend(it.distance_m.map(|metres| show_distance(metres, settings.distance)));
    parts.extend(it.load_seconds().map(show_duration));
    parts.extend(it.avg_hr.map(|hr| fl!("import-row-hr", n = show_number(hr.round()))));
    parts.extend(it.rpe.map(|rpe| fl!("import-row-effort", n = show_number(rpe))));
    parts.extend((!it.notes.is_empty()).then(|| beginning_of(&it.notes)));
    parts
}

/// The first words of a note.
fn beginning_of(note: &str) -> String {
    note.lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(NOTE_CHARS)
        .collect()
}

fn night(it: &Night) -> Vec<String> {
    let mut parts: Vec<_> = it.hours().map(show_hours).into_iter().collect();
    parts.extend(it.nap.then(|| fl!("import-row-nap")));
    parts.extend(it.quality.map(words::sleep_quality));
    parts
}

fn soreness(it: &SorenessRating) -> Vec<String> {
    vec![words::region_side(it.region, it.side), words::score(it.score, it.scale)]
}

fn check_in(it: &CheckIn, settings: &Settings) -> Vec<String> {
    let ratings = [
        (it.fatigue, fl!("import-field-fatigue")),
        (it.stress, fl!("import-field-stress")),
        (it.mood, fl!("import-field-mood")),
        (it.readiness, fl!("import-field-readiness")),
    ];
    let rated = ratings
        .into_iter()
        .filter_map(|(rating, name)| Some((show_number(rating?.value), name)));
    let mut parts: Vec<_> = rated
        .map(|(n, name)| fl!("import-row-rated", name = name, n = n))
        .collect();
    parts.extend(
        it.resting_hr
            .map(|hr| fl!("import-row-resting", n = show_number(hr.round()))),
    );
    parts.extend(
        it.hrv_rmssd
            .map(|ms| fl!("import-row-hrv", n = show_number(ms.round()))),
    );
    parts.extend(it.weight_kg.map(|kg| show_mass(kg, settings.mass)));
    parts.extend((!it.notes.is_empty()).then(|| beginning_of(&it.notes)));
    parts
}
