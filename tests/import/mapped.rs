//! Any table, by what the runner says of its columns.

use std::sync::atomic::AtomicBool;

use afterrun::domain::import::{Mapping, TableField, TablePreview};
use afterrun::domain::{Answer, ImportOptions, Journal, Verdict};
use afterrun::import::Outcome;

use crate::help::{NOW, applied, empty, import_bytes, only};

const TABLE: &str = "Day;Km;Time taken;Slept;Sore;Stretching;Magnesium;Remark\n\
    04.03.2026;10,2;54:30;7,5;3;yes;400 mg;windy\n\
    05.03.2026;;;6:45;2;no;;\n\
    31.02.2026;5;30;;;;;\n\
    06.03.2026;900000;30;;eleven;;;\n";

fn read_as(text: &str, mappings: Vec<Mapping>, journal: &Journal) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.csv");
    std::fs::write(&path, text).unwrap();
    let options = ImportOptions {
        mappings,
        ..ImportOptions::default()
    };
    afterrun::import::read(&[path], journal, &options, NOW, &|_| (), &AtomicBool::new(false)).unwrap()
}

fn preview(text: &str) -> TablePreview {
    let outcome = import_bytes("table.csv", text.as_bytes(), &empty());
    only(&outcome.report).table.clone().unwrap()
}

/// The columns of [`TABLE`] as a runner says them.
fn said() -> Mapping {
    let mut mapping = preview(TABLE).suggested;
    for (name, field) in [
        ("Time taken", TableField::Duration),
        ("Slept", TableField::Asleep),
        ("Sore", TableField::Soreness),
        ("Stretching", TableField::Habit),
        ("Magnesium", TableField::Supplement),
    ] {
        let at = mapping.header.iter().position(|it| it == name).unwrap();
        mapping.fields[at] = Some(field);
    }
    mapping
}

#[test]
fn an_unknown_table_is_refused_with_its_first_rows_and_what_its_columns_seem_to_hold() {
    let outcome = import_bytes("table.csv", TABLE.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!((file.verdict, file.kind.as_str()), (Verdict::Unsupported, "csv"));
    let table = file.table.as_ref().unwrap();
    assert_eq!(table.rows[0][1], "10,2");
    assert_eq!(table.suggested.fields[0], Some(TableField::Date));
    assert_eq!(table.suggested.fields[1], Some(TableField::DistanceKm));
}

#[test]
fn a_row_of_a_diary_becomes_a_record_of_each_kind_it_tells() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.verdict, file.kind.as_str()),
        (Verdict::Imported, "mapped"),
        "{:?}",
        file.issues
    );
    let journal = applied(&empty(), &outcome);
    let run = &journal.activities[0];
    assert_eq!((run.distance_m, run.elapsed_s), (Some(10_200.0), Some(3270.0)));
    let asleep: Vec<_> = journal.nights.iter().map(|it| it.asleep_min).collect();
    assert_eq!(asleep, [Some(450.0), Some(405.0)]);
    assert_eq!(journal.soreness[0].score, 3.0);
    let answers: Vec<_> = journal.practices.iter().map(|it| it.answer).collect();
    assert_eq!(answers, [Answer::Yes, Answer::No]);
    assert_eq!(
        (journal.intakes[0].dose, journal.intakes[0].unit.as_str()),
        (Some(400.0), "mg")
    );
}

#[test]
fn cells_that_cannot_be_are_named_by_line_and_a_row_without_a_date_is_kept_to_be_saved() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    let file = only(&outcome.report);
    let lines: Vec<_> = file.issues.iter().map(|it| it.line).collect();
    assert_eq!(lines, [Some(4), Some(5), Some(5)], "{:?}", file.issues);
    assert_eq!(file.rejected_rows.rows[0].0[0], "31.02.2026");
}

#[test]
fn what_was_said_once_is_remembered_with_the_settings_and_needs_no_question_again() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    let settings = outcome.settings.clone().unwrap();
    assert_eq!(settings.mappings, [said()]);
    let journal = applied(&empty(), &outcome);
    let later = format!("{TABLE}07.03.2026;8;44:00;;;;;\n");
    let again = read_as(&later, Vec::new(), &journal);
    let file = only(&again.report);
    assert_eq!((file.kind.as_str(), file.runs, again.settings), ("mapped", 1, None));
}

#[test]
fn a_mapping_travels_with_an_export() {
    let mut journal = empty();
    journal.settings.mappings = vec![said()];
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in afterrun::export::tables(&journal, afterrun::domain::ExportChoice::default()) {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let outcome = crate::help::import(&[folder.path().to_owned()], &empty());
    assert_eq!(outcome.settings.unwrap().mappings, [said()]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_under_any_mapping_gives_an_answer(text in "(?s).{0,300}", fields in proptest::collection::vec(0_usize..29, 8)) {
        use strum::VariantArray as _;
        let header = TABLE.lines().next().unwrap();
        let mut mapping = said();
        for (place, field) in mapping.fields.iter_mut().zip(fields).skip(1) {
            *place = TableField::VARIANTS.get(field).copied();
        }
        let outcome = read_as(&format!("{header}\n{text}"), vec![mapping], &empty());
        proptest::prop_assert_eq!(outcome.report.files.len(), 1);
    }
}
