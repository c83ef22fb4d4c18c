//! Diaries of what was done: Daylio and Loop; and all files of strangers at once.

use std::io::Write as _;

use afterrun::domain::{Answer, Journal, Scale};

use crate::help::{applied, data, empty, import, import_bytes, only};

fn read(name: &str, text: &str) -> Journal {
    applied(&empty(), &import_bytes(name, text.as_bytes(), &empty()))
}

#[test]
fn a_thing_done_twice_in_daylio_is_done_once_that_day_and_moods_keep_their_order() {
    let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
        2026-03-04,March 4,Wednesday,21:30,rad,\"stretching | reading\",\"Good day\",\"slept well\"\n\
        2026-03-04,March 4,Wednesday,08:10,awful,\"reading\",\"\",\"\"\n\
        2026-03-03,March 3,Tuesday,10:05 pm,splendid,\"\",\"\",\"\"\n";
    let journal = read("daylio.csv", text);
    assert_eq!(journal.practices.len(), 2);
    assert!(journal.practices.iter().all(|it| it.answer == Answer::Yes));
    assert!(
        journal.practices.iter().any(|it| it.habit.as_str() == "stretching"),
        "a built-in habit"
    );
    let moods: Vec<_> = journal
        .check_ins
        .iter()
        .map(|it| it.mood.map(|it| (it.value, it.scale)))
        .collect();
    assert_eq!(moods, [None, Some((5.0, Scale::Five15)), Some((1.0, Scale::Five15))]);
    assert_eq!(journal.check_ins[2].notes, "Good day\n\nslept well");
}

#[test]
fn notes_of_daylio_are_read_without_their_markup_and_scales_are_kept() {
    let text = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n\
        2026-03-04,March 4,Wednesday,21:30,meh,\"\",\"Energy: 3\",\"\",\"one<br>two &amp; <b>three</b>\"\n";
    let check_in = read("daylio.csv", text).check_ins.remove(0);
    assert_eq!(check_in.notes, "one\ntwo & three");
    assert_eq!(
        check_in.meta.noted("scales").and_then(|it| it.as_str()),
        Some("Energy: 3")
    );
}

#[test]
fn daylio_in_another_language_is_known_by_its_shape() {
    let text = "volles_datum,datum,wochentag,uhrzeit,stimmung,aktivitäten,notiz_titel,notiz\n\
        2026-03-04,4. März,Mittwoch,21:30,super,\"Laufen | Lesen\",\"\",\"\"\n";
    let journal = read("daylio.csv", text);
    assert_eq!((journal.check_ins.len(), journal.practices.len()), (1, 2));
}

#[test]
fn two_entries_of_daylio_in_one_minute_are_two() {
    let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
        2021-08-06,August 6,Friday,9:07,bad,\"\",\"\",\"one\"\n\
        2021-08-06,August 6,Friday,9:07,meh,\"\",\"\",\"two\"\n";
    let outcome = import_bytes("daylio.csv", text.as_bytes(), &empty());
    assert_eq!((outcome.report.imported, outcome.report.duplicates), (2, 0));
}

#[test]
fn entries_of_daylio_whose_time_says_nothing_are_kept_apart_and_that_is_told() {
    let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
        2026-03-04,March 4,Wednesday,evening,bad,\"\",\"\",\"one\"\n\
        2026-03-04,March 4,Wednesday,late,meh,\"\",\"\",\"two\"\n";
    let outcome = import_bytes("daylio.csv", text.as_bytes(), &empty());
    assert_eq!((outcome.report.imported, outcome.report.duplicates), (2, 0));
    assert!(only(&outcome.report).issues[0].why.contains("2 entries have no time"));
}

#[test]
fn daylio_that_a_spreadsheet_dated_anew_is_read_in_the_order_of_its_column() {
    let text = "full_date,date,weekday,time,mood,activities,note_title,note\n\
        12/20/2020,December 20,Sunday,21:30,good,,,\n\
        10/11/2020,October 11,Sunday,21:30,good,,,\n";
    let journal = read("daylio.csv", text);
    let days: Vec<_> = journal.check_ins.iter().map(|it| it.day.to_string()).collect();
    assert_eq!(days, ["2020-10-11", "2020-12-20"]);
}

#[test]
fn daylio_of_the_years_when_the_date_stood_in_two_columns_is_read() {
    let text = "year,date,weekday,time,mood,activities,note\n\
        2018,June 22,Friday,8:35,rad,\"reading | movies\",\"\"\n\
        2018,7 września,piątek,8:35,bad,\"\",\"\"\n";
    let journal = read("daylio.csv", text);
    let days: Vec<_> = journal.check_ins.iter().map(|it| it.day.to_string()).collect();
    assert_eq!(days, ["2018-06-22", "2018-09-07"]);
    assert_eq!(journal.practices.len(), 2);
}

#[test]
fn moods_of_daylio_are_rated_in_the_language_of_the_file_and_others_are_named() {
    let text = "volles_datum,datum,wochentag,uhrzeit,stimmung,aktivitäten,notiz_titel,notiz\n\
        2026-03-04,4. März,Mittwoch,21:30,Super,\"Laufen | Lesen\",\"\",\"\"\n\
        2026-03-05,5. März,Donnerstag,21:30,Schlecht,\"\",\"\",\"\"\n\
        2026-03-06,6. März,Freitag,21:30,zerknüllt,\"\",\"\",\"\"\n";
    let outcome = import_bytes("daylio.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let moods: Vec<_> = journal.check_ins.iter().map(|it| it.mood.map(|it| it.value)).collect();
    assert_eq!(moods, [Some(1.0), Some(4.0), None]);
    assert!(only(&outcome.report).issues[0].why.ends_with("zerknüllt"));
}

const LIST: &str = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,\
    Target Value,Archived?\n001,Meditate,YES_NO,,,1,1,#FFA726,,,,false\n002,Water,NUMERICAL,,,1,1,#FFA726,ml,AT_LEAST,2000,false\n";

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn loop_zip() -> Vec<u8> {
    zipped(&[
        ("Habits.csv", LIST),
        (
            "Checkmarks.csv",
            "Date,Meditate,Water,\n2026-03-04,YES_MANUAL,1500000,\n2026-03-03,NO,UNKNOWN,\n2026-03-02,YES_AUTO,0,\n2026-03-01,SKIP,UNKNOWN,\n",
        ),
        ("Scores.csv", "Date,Meditate,Water,\n2026-03-04,0.0523,0.1,\n"),
        (
            "001 Meditate/Checkmarks.csv",
            "Date,Value,Notes\n2026-03-04,YES_MANUAL,\"ten minutes\"\n2026-03-03,NO,\n",
        ),
    ])
}

#[test]
fn loop_carries_values_and_notes_and_what_it_ticked_itself_is_no_answer() {
    let outcome = import_bytes("Loop Habits CSV.zip", &loop_zip(), &empty());
    let file = only(&outcome.report);
    assert_eq!(file.kind, "loop_habits", "{file:?}");
    let journal = applied(&empty(), &outcome);
    let said: Vec<_> = journal
        .practices
        .iter()
        .map(|it| (it.answer, it.minutes.or(it.amount), it.notes.as_str()))
        .collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said.contains(&(Answer::Yes, None, "ten minutes")));
    assert!(said.contains(&(Answer::Yes, Some(1500.0), "")));
    assert_eq!(said.iter().filter(|it| it.0 == Answer::No).count(), 2);
}

#[test]
fn an_export_of_loop_inside_an_archive_finds_its_files_there() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("backups/Loop Habits CSV.zip", options).unwrap();
    zip.write_all(&loop_zip()).unwrap();
    let outer = zip.finish().unwrap().into_inner();
    let alone = applied(&empty(), &import_bytes("Loop.zip", &loop_zip(), &empty()));
    let inside = applied(&empty(), &import_bytes("all.zip", &outer, &empty()));
    let said = |journal: &Journal| -> Vec<_> {
        let practices = journal.practices.iter();
        practices
            .map(|it| (it.habit.clone(), it.answer, it.amount, it.notes.clone()))
            .collect()
    };
    assert_eq!(said(&inside), said(&alone));
}

#[test]
fn a_habit_is_known_by_its_place_in_the_list_also_where_its_folder_lost_its_letters() {
    let list = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,\
        Target Value,Archived?\n001,Früh aufstehen,YES_NO,,,1,1,#FFA726,,,,false\n002,Бег,NUMERICAL,,,1,1,#FFA726,km,AT_LEAST,5,false\n";
    let zip = zipped(&[
        ("Habits.csv", list),
        (
            "Checkmarks.csv",
            "Date,Früh aufstehen,Бег,\n2026-03-04,YES_MANUAL,5000,\n",
        ),
        (
            "001 Frh aufstehen/Checkmarks.csv",
            "Date,Value,Notes\n2026-03-04,YES_MANUAL,hard\n",
        ),
        (
            "002/Checkmarks.csv",
            "Date,Value,Notes\n2026-03-04,5000,slow\n2026-03-03,SKIP,ill\n",
        ),
    ]);
    let outcome = import_bytes("Loop.zip", &zip, &empty());
    let journal = applied(&empty(), &outcome);
    let said: Vec<_> = journal
        .practices
        .iter()
        .map(|it| (it.amount, it.notes.as_str()))
        .collect();
    assert_eq!((journal.habits.len(), said.len()), (2, 2), "{said:?}");
    assert!(
        said.contains(&(None, "hard")) && said.contains(&(Some(5.0), "slow")),
        "{said:?}"
    );
    assert!(only(&outcome.report).issues.iter().any(|it| it.why.contains("ill")));
}

#[test]
fn a_habit_with_a_comma_in_its_name_shifts_no_marks() {
    let list = "Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,\"Read, write\",,,1,1,#FF8F00\n\
        002,Stretch,,,1,1,#FF8F00\n";
    let zip = zipped(&[
        ("Habits.csv", list),
        (
            "Checkmarks.csv",
            "Date,Read, write,Stretch,\n2026-03-04,NO,YES_MANUAL,\n",
        ),
    ]);
    let journal = applied(&empty(), &import_bytes("Loop.zip", &zip, &empty()));
    let said = |word: &str| {
        journal
            .practices
            .iter()
            .find(|it| it.habit.as_str() == word)
            .map(|it| it.answer)
    };
    assert_eq!(said("stretching"), Some(Answer::Yes));
    assert_eq!(said("read_write"), Some(Answer::No));
}

#[test]
fn a_table_of_anybody_with_dates_and_small_numbers_is_no_habit() {
    for text in [
        "Date,Mood\n2026-03-04,2\n2026-03-03,1\n",
        "Date,Steps\n2026-03-04,8000\n",
        "Date,Value\n2026-03-04,71\n",
    ] {
        let outcome = import_bytes("table.csv", text.as_bytes(), &empty());
        assert_eq!(only(&outcome.report).kind, "csv", "{text}");
    }
}

#[test]
fn zeros_of_old_loop_versions_are_not_recorded_and_that_is_said() {
    let text = "Date,Meditate,Read,\n2018-03-04,2,0,\n2018-03-03,0,1,\n";
    let outcome = import_bytes("Checkmarks.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(journal.practices.len(), 1);
    assert!(only(&outcome.report).issues[0].why.contains("not recorded"));
}

#[test]
fn a_zero_is_no_where_a_table_of_loop_tells_it_from_nothing() {
    let text = "Date,Walk,Read,\n2025-04-18,0,2,\n2025-04-17,-1,3,\n";
    let journal = read("Checkmarks.csv", text);
    let answers: Vec<_> = journal
        .practices
        .iter()
        .map(|it| (it.habit.to_string(), it.answer))
        .collect();
    assert_eq!(answers.len(), 2, "{answers:?}");
    assert!(answers.contains(&(String::from("walk"), Answer::No)));
}

#[test]
fn a_habit_of_loop_with_amounts_on_other_days_is_measured_at_zero_too() {
    let journal = read("Checkmarks.csv", "Date,Pages,\n2025-04-18,63000,\n2025-04-17,0,\n");
    let amounts: Vec<_> = journal.practices.iter().map(|it| (it.answer, it.amount)).collect();
    assert_eq!(amounts, [(Answer::No, None), (Answer::Yes, Some(63.0))]);
}

#[test]
fn marks_in_the_own_notation_of_a_version_of_loop_are_read() {
    let entry = |day, value| format!("Entry(timestamp={day}, value={value})");
    let row = |day, a, b| format!("{day},{},{},\n", entry(day, a), entry(day, b));
    let text = format!(
        "Date,Walk,Read,\n{}{}",
        row("2023-03-02", -1, 2),
        row("2023-03-01", 0, 3)
    );
    let journal = read("Checkmarks.csv", &text);
    let answers: Vec<_> = journal.practices.iter().map(|it| it.answer).collect();
    assert_eq!(answers, [Answer::No, Answer::Yes]);
}

#[test]
fn scores_of_loop_are_no_marks_whatever_their_decimal_mark_is() {
    for text in [
        "Date,Meditate,Wake up,\n2015-01-25,0.2557,0.1234,\n2015-01-24,0.2226,0.0023,\n",
        "Date,Meditate,Wake up,\n2015-01-25,0,2557,0,1234,\n2015-01-24,0,2226,0,0023,\n",
    ] {
        let outcome = import_bytes("Scores.csv", text.as_bytes(), &empty());
        assert_eq!(outcome.report.imported, 0);
        assert_eq!(only(&outcome.report).kind, "loop_habits_scores");
    }
}

#[test]
fn the_file_of_one_habit_outside_of_its_folder_is_refused_for_want_of_a_name() {
    let text = "Date,Value,Notes\n2026-03-04,YES_MANUAL,\n";
    let outcome = import_bytes("Checkmarks.csv", text.as_bytes(), &empty());
    assert_eq!(outcome.report.imported, 0);
    assert!(only(&outcome.report).issues[0].why.contains("name of its folder"));
}

#[test]
fn everything_imported_twice_adds_nothing_and_imports_undone_leave_what_was() {
    let Some(data) = data() else { return };
    let outcome = import(std::slice::from_ref(&data), &empty());
    assert!(outcome.report.imported > 5_000, "{}", outcome.report.imported);
    let journal = applied(&empty(), &outcome);
    let again = import(&[data], &journal);
    assert_eq!(again.report.imported, 0);
    assert_eq!(again.batch.changes, []);
}
