//! Diaries and questionnaires of several programs: intervals.icu, Daylio, Loop, PMData's form.

use std::io::Write as _;

use afterrun::domain::{Answer, Journal, Scale, Verdict};

use crate::help::{applied, data, empty, expected, import, import_bytes, import_one, only};

fn read(name: &str, text: &str) -> Journal {
    applied(&empty(), &import_bytes(name, text.as_bytes(), &empty()))
}

#[test]
fn a_day_of_intervals_keeps_what_the_journal_has_no_scale_for_and_says_so() {
    let text = "date,weight,restingHR,hrv,sleepSecs,sleepQuality,soreness,fatigue,mood,MyColumn\n\
        2026-03-04,70.5,48,61,27000,2,3,2,1,4.5\n2026-03-05,,,,,,,,,\n";
    let outcome = import_bytes("wellness.csv", text.as_bytes(), &empty());
    let file = only(&outcome.report);
    assert_eq!(
        (file.kind.as_str(), file.check_ins, file.nights),
        ("intervals_wellness", 1, 1)
    );
    assert!(file.issues[0].why.contains("from 1 to 4"), "{:?}", file.issues);
    let journal = applied(&empty(), &outcome);
    let day = &journal.check_ins[0];
    assert_eq!(
        (day.resting_hr, day.hrv_rmssd, day.weight_kg),
        (Some(48.0), Some(61.0), Some(70.5))
    );
    assert_eq!((day.fatigue, day.mood), (None, None));
    let detail = day.meta.detail.as_ref().unwrap();
    assert_eq!(
        (&detail["soreness_1_4"], &detail["MyColumn"]),
        (&3.into(), &serde_json::json!(4.5))
    );
    assert_eq!(journal.nights[0].asleep_min, Some(450.0));
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
fn daylio_in_another_language_is_known_by_its_shape() {
    let text = "volles_datum,datum,wochentag,uhrzeit,stimmung,aktivitäten,notiz_titel,notiz\n\
        2026-03-04,4. März,Mittwoch,21:30,super,\"Laufen | Lesen\",\"\",\"\"\n";
    let journal = read("daylio.csv", text);
    assert_eq!((journal.check_ins.len(), journal.practices.len()), (1, 2));
}

const LIST: &str = "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,\
    Target Value,Archived?\n001,Meditate,YES_NO,,,1,1,#FFA726,,,,false\n002,Water,NUMERICAL,,,1,1,#FFA726,ml,AT_LEAST,2000,false\n";

fn loop_zip() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
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
    ] {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
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
fn zeros_of_old_loop_versions_are_not_recorded_and_that_is_said() {
    let text = "Date,Meditate,Read\n2018-03-04,2,0\n2018-03-03,0,1\n";
    let outcome = import_bytes("Checkmarks.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    assert_eq!(journal.practices.len(), 1);
    assert!(only(&outcome.report).issues[0].why.contains("not recorded"));
}

#[test]
fn the_form_of_pmdata_has_the_day_first_and_maybe_is_no_answer() {
    let Some(data) = data() else { return };
    for (path, told) in expected(&data).into_iter().filter(|it| it.0.ends_with("reporting.csv")) {
        let outcome = import_one(&data.join(&path));
        let file = only(&outcome.report);
        assert_eq!(
            (file.verdict, file.kind.as_str()),
            (Verdict::Imported, "pmdata_reporting"),
            "{path}"
        );
        let journal = applied(&empty(), &outcome);
        let alcohol = journal
            .practices
            .iter()
            .filter(|it| it.habit.as_str() == "alcohol")
            .count() as u64;
        let answers = &told["alcohol"];
        let said = answers["Yes"].as_u64().unwrap_or(0) + answers["No"].as_u64().unwrap_or(0);
        assert!(
            alcohol <= said && alcohol + 4 >= said,
            "{path}: {alcohol} of {said}, {:?}",
            file.issues
        );
    }
}

#[test]
fn everything_imported_twice_adds_nothing_and_imports_undone_leave_what_was() {
    let Some(data) = data() else { return };
    let outcome = import(&[data.clone()], &empty());
    assert!(outcome.report.imported > 5_000, "{}", outcome.report.imported);
    let journal = applied(&empty(), &outcome);
    let again = import(&[data], &journal);
    assert_eq!(again.report.imported, 0);
    assert_eq!(again.batch.changes, []);
}
