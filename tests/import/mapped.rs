//! Any table, by what the runner says of its columns.

use std::sync::atomic::AtomicBool;

use afterrun::domain::import::{Mapping, TableField, TablePreview};
use afterrun::domain::record::TIME_ASSUMED;
use afterrun::domain::{Answer, Assumption, ImportOptions, Journal, Verdict};
use afterrun::import::Outcome;

use crate::help::{NOW, activities, applied, empty, import_bytes, import_bytes_with, only, track};

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
    assert_eq!(lines, [Some(4), Some(5), Some(5), None], "{:?}", file.issues);
    assert_eq!(file.rejected_rows.rows[0].0[0], "31.02.2026");
}

#[test]
fn what_was_said_once_is_remembered_with_the_settings_and_needs_no_question_again() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    assert_eq!(outcome.settings, None, "they are those of no export");
    let settings = outcome.settings_after(&empty().settings).unwrap();
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

/// The columns of [`US`].
const US: &str = "Date,Miles,Time\n3/4/2026,3.1,24:10\n3/6/2026,5,41:00\n3/8/2026,6,50:05\n";

#[test]
fn the_order_of_day_and_month_is_told_where_nothing_says_it_and_can_be_said() {
    let mapping = preview(US).suggested;
    let outcome = read_as(US, vec![mapping.clone()], &empty());
    let assumed = &only(&outcome.report).assumptions;
    assert!(
        assumed
            .iter()
            .any(|it| matches!(it, Assumption::DateOrder { sure: false, .. })),
        "{assumed:?}"
    );
    let options = ImportOptions {
        mappings: vec![mapping],
        day_first: Some(false),
        ..ImportOptions::default()
    };
    let outcome = import_bytes_with("table.csv", US.as_bytes(), &options);
    let days: Vec<_> = activities(&outcome)
        .iter()
        .map(|it| it.started_at.civil_date().to_string())
        .collect();
    assert_eq!(days, ["2026-03-04", "2026-03-06", "2026-03-08"]);
}

#[test]
fn rows_without_a_time_of_day_assume_no_zone_and_show_no_clock() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    let file = only(&outcome.report);
    let is_zone = |it: &Assumption| matches!(it, Assumption::Zone { .. });
    assert!(!file.assumptions.iter().any(is_zone), "{:?}", file.assumptions);
    assert!(file.rows.iter().all(|it| it.at.is_none()));
    assert!(file.issues.iter().any(|it| it.why.contains("no time of day")));
}

#[test]
fn a_session_that_names_no_sport_is_taken_for_a_run_and_that_is_said() {
    let outcome = read_as(TABLE, vec![said()], &empty());
    let assumed = &only(&outcome.report).assumptions;
    assert!(
        assumed.iter().any(|it| matches!(it, Assumption::Untyped { .. })),
        "{assumed:?}"
    );
}

#[test]
fn a_table_read_once_can_be_read_by_other_columns_and_says_by_which_it_was() {
    let journal = applied(&empty(), &read_as(TABLE, vec![said()], &empty()));
    let later = format!("{TABLE}07.03.2026;8;44:00;;;;;\n");
    let outcome = read_as(&later, Vec::new(), &journal);
    let file = only(&outcome.report);
    let table = file.table.as_ref().unwrap();
    assert_eq!((table.is_applied, &table.suggested), (true, &said()));
    assert!(file.issues.iter().any(|it| it.why.contains("you chose before")));
}

#[test]
fn rows_left_out_are_saved_as_the_table_was_and_taken_once_they_are_right() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("left out.csv");
    let outcome = read_as(TABLE, vec![said()], &empty());
    let journal = applied(&empty(), &outcome);
    afterrun::export::write_left_out(&to, &outcome.report, false).unwrap();
    let saved = std::fs::read_to_string(&to).unwrap();
    assert!(saved.starts_with("Day;Km;Time taken;"), "{saved}");
    let again = read_as(&saved.replace("31.02.2026", "28.02.2026"), Vec::new(), &journal);
    assert_eq!(only(&again.report).runs, 1);
}

#[test]
fn what_a_row_lacks_is_said_plainly() {
    let text = "Date;Km;Pulse\n;5;140\nbad day;5;140\n04.03.2026;5;abc\n";
    let outcome = read_as(text, vec![preview(text).suggested], &empty());
    let why: Vec<_> = only(&outcome.report).issues.iter().map(|it| it.why.as_str()).collect();
    assert_eq!(
        why[..3],
        [
            "There is no date in this row",
            "“bad day” is not a date",
            "Mean heart rate: “abc” is not a number, and was left empty"
        ]
    );
}

#[test]
fn the_run_of_a_diary_and_the_file_of_the_watch_that_day_are_one_with_the_time_of_the_watch() {
    let text = "Date,Km,Minutes,Shoe\n2026-03-04,10.2,54:30,blue\n";
    let track = track("2026-03-04T06:30:00Z", 3270, 10_200.0, 0);
    let options = ImportOptions {
        mappings: vec![preview(text).suggested],
        ..ImportOptions::default()
    };
    for (of_diary, of_watch) in [("1.csv", "2.gpx"), ("2.csv", "1.gpx")] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(of_diary), text).unwrap();
        std::fs::write(folder.path().join(of_watch), &track).unwrap();
        let paths = [folder.path().to_owned()];
        let never = AtomicBool::new(false);
        let outcome = afterrun::import::read(&paths, &empty(), &options, NOW, &|_| (), &never).unwrap();
        let runs = activities(&outcome);
        let [run] = runs.as_slice() else {
            panic!("{runs:?}");
        };
        assert_eq!(run.shoe, "blue");
        assert_eq!(run.started_at.to_rfc3339(), "2026-03-04T07:30:00+01:00");
        assert!(!run.meta.is_ticked(TIME_ASSUMED));
    }
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
