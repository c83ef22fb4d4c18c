//! An export, read into a new journal file and exported again from there, is the same bytes in every file:
//! as a folder and as an archive, plain and in the forms for spreadsheets.

use std::path::PathBuf;

use afterrun::demo::{self, Plan};
use afterrun::domain::{
    Change, Context, DayRule, ExportChoice, ExportForm, HabitKind, Journal, Record, RecordKind, RecordRef, Region,
    SorenessRating, Stamp,
};
use afterrun::export::{Days, tables, write};
use afterrun::import::Outcome;
use jiff::civil::date;

use crate::fixture::{NOW, Place, changes, id, one_of_each, put};
use crate::help::{data, import};

/// When a day can start: minutes after midnight.
const STARTS: [i16; 3] = [0, 240, 360];

/// Two weeks later.
const LATER: i64 = NOW + 14 * 86_400_000;

/// What an export can be written as, and to.
pub const WAYS: [(ExportForm, &str); 4] = [
    (ExportForm::Plain, "export"),
    (ExportForm::Plain, "export.zip"),
    (ExportForm::Excel, "export.zip"),
    (ExportForm::ExcelComma, "export"),
];

pub type Files = Vec<(String, Vec<u8>)>;

/// What comes of reading an export of `journal` in one of the ways into `into`.
pub fn read_back(journal: &Journal, (form, name): (ExportForm, &str), into: &Journal) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let choice = ExportChoice {
        form,
        ..ExportChoice::default()
    };
    write(&path, &tables(journal, choice), false).unwrap();
    let outcome = import(&[path], into);
    assert_eq!((outcome.report.duplicates, outcome.report.rejected), (0, 0), "{form:?}");
    assert_eq!(outcome.report.files.iter().flat_map(|it| &it.issues).next(), None);
    outcome
}

/// Exports `journal`, reads that into a new journal file, and gives both exports.
fn twice(journal: &Journal) -> (Files, Files) {
    twice_by(journal, WAYS[0])
}

fn twice_by(journal: &Journal, way: (ExportForm, &str)) -> (Files, Files) {
    let place = Place::new();
    let mut store = place.open();
    let outcome = read_back(journal, way, &store.load().unwrap());
    store.write(&outcome.batch, LATER).unwrap();
    if let Some(settings) = &outcome.settings {
        store.save_settings(settings).unwrap();
    }
    let second = tables(&store.load().unwrap(), Days::ALL);
    (tables(journal, Days::ALL), second)
}

pub fn assert_equal((first, second): (Files, Files)) {
    let names = |files: &Files| files.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&first), names(&second));
    assert_eq!(first.len(), 14);
    for ((name, first), (_, second)) in first.into_iter().zip(second) {
        assert_eq!(String::from_utf8(first), String::from_utf8(second), "{name}");
    }
}

/// The journal of a file that `records` were written to, with another start of the day.
fn stored(records: impl IntoIterator<Item = Record>, start_min: i16) -> Journal {
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(records), NOW).unwrap();
    let mut settings = store.load().unwrap().settings;
    settings.day_rule = DayRule { start_min };
    store.save_settings(&settings).unwrap();
    store.load().unwrap()
}

/// What an import of `paths` writes into an empty journal.
fn imported(paths: &[PathBuf]) -> Vec<Record> {
    let outcome = import(paths, &Journal::empty(crate::fixture::settings()));
    let records = outcome.batch.changes.into_iter().filter_map(|it| match it {
        Change::Put(record) => Some(*record),
        _ => None,
    });
    records.collect()
}

#[test]
fn strangers_files_are_the_same_whenever_the_day_starts() {
    let Some(data) = data() else { return };
    let records = imported(&[data.join("pmdata/p01/pmsys"), data.join("fit")]);
    assert!(records.len() > 500);
    for start in STARTS {
        assert_equal(twice(&stored(records.clone(), start)));
    }
}

#[test]
fn the_journals_of_real_people_are_the_same_in_each_way() {
    let Some(data) = data() else { return };
    let mut people: Vec<_> = std::fs::read_dir(data.join("pmdata"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.is_dir())
        .collect();
    people.sort();
    assert!(people.len() > 7);
    for (person, way) in people.into_iter().zip(WAYS.into_iter().cycle()) {
        let journal = stored(imported(&[person]), 240);
        assert_equal(twice_by(&journal, way));
    }
}

#[test]
fn sample_journals_are_the_same_whenever_the_day_starts() {
    for (seed, start) in [1, 2, 3].into_iter().zip(STARTS) {
        let plan = Plan {
            years: 1,
            seed,
            ..Plan::until(date(2026, 11, 20))
        };
        let own = |it: &Record| !matches!(it, Record::Habit(habit) if habit.builtin);
        let records: Vec<_> = demo::journal(&plan).records().filter(own).collect();
        assert!(records.len() > 3000);
        assert_equal(twice(&stored(records, start)));
    }
}

#[test]
fn a_sample_journal_is_the_same_in_each_way() {
    let plan = Plan {
        years: 1,
        seed: 4,
        ..Plan::until(date(2026, 11, 20))
    };
    let journal = demo::journal(&plan);
    for way in WAYS {
        assert_equal(twice_by(&journal, way));
    }
}

#[test]
fn one_of_each_is_the_same_in_each_way() {
    let journal = stored(one_of_each(1).into_iter().chain(one_of_each(2)), 240);
    for way in WAYS {
        assert_equal(twice_by(&journal, way));
    }
}

#[test]
fn a_rating_is_as_late_in_the_copy_as_it_was() {
    let rating = |n: u8, hours_ago: i64| {
        let Some(Record::Soreness(it)) = one_of_each(n).into_iter().find(|it| it.kind() == RecordKind::Soreness) else {
            panic!("there is one");
        };
        Record::Soreness(SorenessRating {
            at: Stamp {
                ms: NOW - hours_ago * 3_600_000,
                offset_min: 60,
            },
            region: Region::Overall,
            context: Context::Morning,
            run_id: None,
            ..it
        })
    };
    let journal = stored([rating(1, 1), rating(2, 30)], 240);
    let late: Vec<_> = journal.soreness.iter().map(SorenessRating::is_late).collect();
    assert_eq!(late, [true, false]);
    let (first, second) = twice(&journal);
    let daily = |files: &Files| String::from_utf8(files.iter().find(|it| it.0 == "daily.csv").unwrap().1.clone());
    assert!(daily(&first).unwrap().contains("nrs_0_10"));
    assert_equal((first, second));
}

#[test]
fn what_hangs_on_something_in_the_trash_comes_along() {
    let place = Place::new();
    let mut store = place.open();
    let mut records = one_of_each(1);
    let mut slugs = Vec::new();
    for record in &mut records {
        match record {
            Record::Habit(it) => {
                (it.kind, it.unit) = (HabitKind::Amount, "buckets".into());
                slugs.push((RecordKind::Habit, it.meta.id.to_string()));
            }
            Record::Supplement(it) => slugs.push((RecordKind::Supplement, it.meta.id.to_string())),
            _ => {}
        }
    }
    store.write(&put(records), NOW).unwrap();
    slugs.push((RecordKind::Activity, id(1).to_string()));
    let trash = slugs
        .into_iter()
        .map(|(kind, id)| Change::Trash(RecordRef { kind, id }));
    store.write(&changes(trash.collect()), NOW).unwrap();
    let journal = store.load().unwrap();
    assert_eq!(journal.trash.len(), 3);
    let (first, second) = twice(&journal);
    let habits = &first.iter().find(|it| it.0 == "habits.csv").unwrap().1;
    assert!(String::from_utf8(habits.clone()).unwrap().contains(",buckets,"));
    assert_equal((first, second));
}

#[test]
fn a_number_of_seventeen_digits_in_a_detail_stays_that_number() {
    let mut records = one_of_each(1);
    for record in &mut records {
        if let Record::Night(it) = record {
            it.meta.detail =
                Some(serde_json::json!({"hrv": [0.1 + 0.2, 1.000_000_000_000_000_2, 122.416_294_033_786_58, 5e-324]}));
        }
    }
    let journal = stored(records, 240);
    let (first, second) = twice(&journal);
    let nights = &first.iter().find(|it| it.0 == "sleep.csv").unwrap().1;
    assert!(
        String::from_utf8(nights.clone())
            .unwrap()
            .contains("0.30000000000000004")
    );
    assert_equal((first, second));
}
