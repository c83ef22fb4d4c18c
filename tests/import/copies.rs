//! An export, read into a new journal file and exported again from there, is the same bytes in every file.

use std::path::PathBuf;

use afterrun::demo::{self, Plan};
use afterrun::domain::{
    Change, Context, DayRule, HabitKind, Journal, Record, RecordKind, RecordRef, Region, SorenessRating, Stamp,
};
use afterrun::export::{Days, tables};
use jiff::civil::date;

use crate::fixture::{NOW, Place, changes, id, one_of_each, put};
use crate::help::{data, import};

/// When a day can start: minutes after midnight.
const STARTS: [i16; 3] = [0, 240, 360];

/// Two weeks later.
const LATER: i64 = NOW + 14 * 86_400_000;

type Files = Vec<(String, Vec<u8>)>;

/// Exports `journal`, reads that into a new journal file, and gives both exports.
fn twice(journal: &Journal) -> (Files, Files) {
    let first = tables(journal, Days::ALL);
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in &first {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let place = Place::new();
    let mut store = place.open();
    let outcome = import(&[folder.path().to_owned()], &store.load().unwrap());
    assert_eq!((outcome.report.duplicates, outcome.report.rejected), (0, 0));
    assert_eq!(outcome.report.files.iter().flat_map(|it| &it.issues).next(), None);
    store.write(&outcome.batch, LATER).unwrap();
    if let Some(settings) = &outcome.settings {
        store.save_settings(settings).unwrap();
    }
    let second = tables(&store.load().unwrap(), Days::ALL);
    (first, second)
}

fn assert_equal((first, second): (Files, Files)) {
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

#[test]
fn strangers_files_are_the_same_whenever_the_day_starts() {
    let Some(data) = data() else { return };
    let folders: [PathBuf; 2] = [data.join("pmdata/p01/pmsys"), data.join("fit")];
    let outcome = import(&folders, &Journal::empty(crate::fixture::settings()));
    assert!(outcome.batch.changes.len() > 500);
    let records = || {
        outcome.batch.changes.iter().filter_map(|it| match it {
            Change::Put(record) => Some(record.as_ref().clone()),
            _ => None,
        })
    };
    for start in STARTS {
        assert_equal(twice(&stored(records(), start)));
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
