//! What an import gives, the journal file takes: always, whatever stands in the cells.

use std::sync::LazyLock;

use afterrun::domain::{Batch, Change, Journal, Label, Record, RecordKind};
use afterrun::export::{Days, tables};

use crate::fixture::{Place, one_of_each, settings};
use crate::help::{NOW, data, import, records};

#[test]
fn a_journal_file_takes_all_real_files_and_knows_them_the_second_time() {
    let Some(data) = data() else { return };
    let paths = [data.join("fit"), data.join("pairs"), data.join("pmdata")];
    let place = Place::new();
    let mut store = place.open();
    let outcome = import(&paths, &store.load().unwrap());
    store.write(&outcome.batch, NOW).unwrap();
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    let journal = store.load().unwrap();
    assert_eq!(import(&paths, &journal).batch.changes, []);
    store.undo(None, NOW).unwrap();
    let journal = store.load().unwrap();
    assert_eq!((journal.activities.len(), journal.imports.len()), (0, 0));
    assert_eq!(records(&import(&paths, &journal)).len(), records(&outcome).len());
}

#[test]
fn what_an_import_brought_can_be_taken_back_later_and_imported_again() {
    let Some(data) = data() else { return };
    let paths = [data.join("pmdata/p01/pmsys")];
    let place = Place::new();
    let mut store = place.open();
    for _ in 0..2 {
        let outcome = import(&paths, &store.load().unwrap());
        let written = store.write(&outcome.batch, NOW).unwrap();
        assert_eq!(store.load().unwrap().nights.len(), 138);
        store.undo_import(written.batch_id.unwrap(), NOW).unwrap();
        assert_eq!(store.load().unwrap().nights.len(), 0);
    }
}

#[test]
fn a_habit_of_an_import_that_was_undone_comes_back_with_its_days() {
    let place = Place::new();
    let mut store = place.open();
    let file = place.folder().join("daylio.csv");
    let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
                2026-03-02,March 2,Monday,21:00,good,juggling,,\n";
    std::fs::write(&file, text).unwrap();
    let outcome = import(std::slice::from_ref(&file), &store.load().unwrap());
    let written = store.write(&outcome.batch, NOW).unwrap();
    store.undo_import(written.batch_id.unwrap(), NOW).unwrap();
    let again = import(&[file], &store.load().unwrap());
    store.write(&again.batch, NOW).unwrap();
    let journal = store.load().unwrap();
    assert!(journal.habits.iter().any(|it| it.name == "juggling"));
    assert_eq!(journal.practices.len(), 1);
}

#[test]
fn what_a_hand_put_into_the_trash_is_not_imported_again() {
    let Some(data) = data() else { return };
    let paths = [data.join("pmdata/p01/pmsys")];
    let place = Place::new();
    let mut store = place.open();
    let outcome = import(&paths, &store.load().unwrap());
    store.write(&outcome.batch, NOW).unwrap();
    let night = Record::Night(store.load().unwrap().nights[0].clone()).reference();
    let thrown = Batch {
        label: Label::new("batch-import-file"),
        changes: vec![Change::Trash(night)],
    };
    store.write(&thrown, NOW).unwrap();
    let sleep = [data.join("pmdata/p01/pmsys/wellness.csv")];
    assert_eq!(import(&sleep, &store.load().unwrap()).batch.changes, []);
}

#[test]
fn what_two_files_of_one_import_tell_is_not_said_to_be_in_the_journal() {
    let Some(data) = data() else { return };
    let wellness = data.join("pmdata/p01/pmsys/wellness.csv");
    let place = Place::new();
    let copy = place.folder().join("copy.csv");
    std::fs::copy(&wellness, &copy).unwrap();
    let journal = place.open().load().unwrap();
    let report = import(&[wellness, copy], &journal).report;
    assert!(report.duplicates > 100, "{}", report.duplicates);
    assert_eq!(report.twice(), report.duplicates);
}

/// The files of an export with one of each record.
static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let journal = Journal::of(one_of_each(1), settings());
    let files = tables(&journal, Days::ALL).into_iter();
    files
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
});

/// `text` with the cell `column` of its first row replaced.
fn changed(text: &str, column: usize, cell: &str) -> String {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for (line, row) in rows.records().enumerate() {
        let mut cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        if line == 1 {
            let at = column % cells.len();
            cell.clone_into(&mut cells[at]);
        }
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(120))]
    #[test]
    fn no_cell_of_an_export_makes_the_journal_refuse_the_batch(
        file in 0_usize..12,
        column in 0_usize..40,
        cell in "|[a-z_]{1,8}|-?[0-9]{1,9}(\\.[0-9]{1,3})?|-?1e[0-9]{1,3}|NaN|inf|\\PC{0,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\
                 [0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](Z|[+-][012][0-9]:[0-5][0-9])|\
                 0193a1b2-c3d4-7e5f-8a6b-[0-9a-f]{12}|\\{\"a\": [0-9]\\}|\\[\\]|\\[1\\]|five_1_5|nrs_0_10|yes|no",
    ) {
        let folder = tempfile::tempdir().unwrap();
        for (at, (name, text)) in FILES.iter().enumerate() {
            let has_rows = text.lines().count() > 1;
            let text = if at == file && has_rows { changed(text, column, &cell) } else { text.clone() };
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let place = Place::new();
        let mut store = place.open();
        let outcome = import(&[folder.path().to_owned()], &store.load().unwrap());
        store.write(&outcome.batch, NOW).unwrap();
        let journal = store.load().unwrap();
        proptest::prop_assert!(journal.imports.iter().any(|it| it.kind == "afterrun"));
        proptest::prop_assert!(outcome.batch.changes.len() >= 9);
        proptest::prop_assert_eq!(import(&[folder.path().to_owned()], &journal).batch.changes, []);
        proptest::prop_assert!(records(&outcome).iter().any(|it| it.kind() == RecordKind::ImportBatch));
    }
}
