//! The questionnaires and sessions of eight people against an independent reading.

use std::path::PathBuf;

use afterrun::analysis::DailyTable;
use afterrun::domain::{Answer, Context, Journal, Region, Scale, Side, Sport, Verdict};
use jiff::civil::date;
use serde_json::Value;

use crate::help::{applied, data, empty, expected, import_one, lines, only};

/// A file of `PMSys`, as read, with what another reader says of it.
fn each(name: &str, mut check: impl FnMut(&str, &Journal, &afterrun::import::Outcome, &Value)) {
    let Some(data) = data() else { return };
    let mut files = 0;
    for (path, said) in expected(&data) {
        if path.ends_with(&format!("pmsys/{name}")) {
            let outcome = import_one(&data.join(&path));
            check(&path, &applied(&empty(), &outcome), &outcome, &said);
            files += 1;
        }
    }
    assert_eq!(files, 8);
}

fn count(said: &Value, column: &str) -> usize {
    (said["rows"].as_u64().unwrap() - said[column]["zeros"].as_u64().unwrap()) as usize
}

/// Whether these are the answers whose lowest, highest and mean another program found (zeros are in its
/// mean, and are no answers).
fn agree(path: &str, column: &str, values: &[f64], said: &Value) {
    let rows = said["rows"].as_f64().unwrap();
    let mean = values.iter().sum::<f64>() / rows;
    assert_eq!(values.len(), count(said, column), "{path} {column}");
    assert!(
        (mean - said[column]["mean"].as_f64().unwrap()).abs() < 1e-4,
        "{path} {column} {mean}"
    );
    let highest = values.iter().copied().fold(f64::MIN, f64::max);
    assert_eq!(Some(highest), said[column]["max"].as_f64(), "{path} {column}");
}

#[test]
fn every_questionnaire_gives_its_answers() {
    each("wellness.csv", |path, journal, outcome, said| {
        let rows = said["rows"].as_u64().unwrap() as usize;
        let report = only(&outcome.report);
        assert_eq!((report.verdict, &*report.kind), (Verdict::Imported, "pmsys_wellness"));
        assert_eq!(lines(&report.issues), [], "{path}");
        assert_eq!((report.check_ins, report.nights), (rows, rows), "{path}");
        let check_ins = &journal.check_ins;
        let of = |column: &str| -> Vec<f64> {
            let ratings = check_ins.iter().filter_map(|it| match column {
                "fatigue" => it.fatigue,
                "stress" => it.stress,
                "mood" => it.mood,
                _ => it.readiness,
            });
            ratings.map(|it| it.value).collect()
        };
        for column in ["fatigue", "stress", "mood", "readiness"] {
            agree(path, column, &of(column), said);
        }
        let hours: Vec<_> = journal
            .nights
            .iter()
            .filter_map(afterrun::domain::Night::hours)
            .collect();
        agree(path, "sleep_duration_h", &hours, said);
        let quality: Vec<_> = journal
            .nights
            .iter()
            .filter_map(|it| it.quality)
            .map(|it| it as f64)
            .collect();
        agree(path, "sleep_quality", &quality, said);
        let overall: Vec<_> = journal
            .soreness
            .iter()
            .filter(|it| it.region == Region::Overall)
            .collect();
        agree(
            path,
            "soreness",
            &overall.iter().map(|it| it.score).collect::<Vec<_>>(),
            said,
        );
        let mut reports: Vec<_> = journal
            .soreness
            .iter()
            .filter(|it| it.region != Region::Overall)
            .map(|it| it.at)
            .collect();
        reports.dedup();
        assert_eq!(
            reports.len() as u64,
            said["soreness_area_nonempty"].as_u64().unwrap(),
            "{path}"
        );
        assert!(
            journal
                .soreness
                .iter()
                .all(|it| it.scale == Scale::Pmsys15 && it.context == Context::Morning)
        );
    });
}

#[test]
fn days_are_those_on_the_wall_and_areas_have_their_side() {
    let Some(data) = data() else { return };
    let file = |name: &str| data.join(PathBuf::from("pmdata").join(name));
    let journal = applied(&empty(), &import_one(&file("p03/pmsys/wellness.csv")));
    // 23:06 UTC on 30 March is 01:06 on the 31st in Norway.
    let last = journal.check_ins.last().unwrap();
    assert_eq!(last.day, jiff::civil::date(2020, 3, 31));
    assert_eq!(last.at.unwrap().offset_min, 120);
    let journal = applied(&empty(), &import_one(&file("p04/pmsys/wellness.csv")));
    let christmas: Vec<_> = journal
        .soreness
        .iter()
        .filter(|it| it.at.civil_date() == jiff::civil::date(2019, 12, 27))
        .collect();
    let area = |region, side| {
        christmas
            .iter()
            .filter(|it| (it.region, it.side) == (region, side))
            .count()
    };
    assert_eq!(area(Region::Overall, Side::None), 1);
    assert_eq!(area(Region::Calf, Side::Left), 1);
    assert_eq!(area(Region::Calf, Side::Right), 1);
    assert_eq!(area(Region::Other, Side::None), 2);
    assert_eq!(area(Region::Other, Side::Left), 1);
    let pelvis = christmas.iter().find(|it| it.region == Region::Other).unwrap();
    let detail = pelvis.meta.detail.as_ref().unwrap();
    assert!(detail["area"].is_string() && detail["snomed_ct"].is_u64(), "{detail}");
    // Stress was 0 that day: not answered.
    let check_in = journal
        .check_ins
        .iter()
        .find(|it| it.day == jiff::civil::date(2019, 12, 27))
        .unwrap();
    assert_eq!(check_in.stress, None);
}

#[test]
fn sessions_begin_their_minutes_before_their_stamp() {
    each("srpe.csv", |path, journal, outcome, said| {
        let report = only(&outcome.report);
        assert_eq!(report.kind, "pmsys_srpe");
        assert_eq!(
            report.runs as u64,
            said["sessions_tagged_running"].as_u64().unwrap(),
            "{path}"
        );
        assert_eq!(
            (report.runs + report.other_activities) as u64,
            said["rows"].as_u64().unwrap(),
            "{path}"
        );
        let load: f64 = journal
            .activities
            .iter()
            .filter_map(afterrun::domain::Activity::load_au)
            .sum();
        assert_eq!(Some(load), said["total_sRPE_load"].as_f64(), "{path}");
        let last = journal.activities.iter().map(|it| it.ended_at().ms).max().unwrap();
        let said_last = said["range_utc"][1]
            .as_str()
            .unwrap()
            .replace(' ', "T")
            .replace("+00:00", "Z");
        assert_eq!(
            last,
            said_last.parse::<jiff::Timestamp>().unwrap().as_millisecond(),
            "{path}"
        );
    });
    let Some(data) = data() else { return };
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p01/pmsys/srpe.csv")));
    let soccer = journal.activities.iter().find(|it| it.sport == Sport::Other).unwrap();
    assert_eq!(soccer.title, "team, soccer");
    assert_eq!(soccer.started_at.to_rfc3339(), "2019-11-14T21:00:53+01:00");
}

#[test]
fn an_injury_is_a_note_of_its_day_and_no_soreness() {
    each("injury.csv", |path, journal, outcome, said| {
        let report = only(&outcome.report);
        assert_eq!(&*report.kind, "pmsys_injury", "{path}");
        let named = said["nonempty_reports"].as_u64().unwrap() as usize;
        // p11 reported twice on one day.
        let days = if path.contains("p11") { named - 1 } else { named };
        assert_eq!((report.check_ins, report.soreness), (days, 0), "{path}");
        assert_eq!(report.verdict == Verdict::Unsupported, named == 0, "{path}");
        assert_eq!(report.issues.is_empty(), named > 0, "{path}");
        assert!(
            journal.check_ins.iter().all(|it| it.notes.starts_with("Injury: ")),
            "{path}"
        );
    });
    let Some(data) = data() else { return };
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p11/pmsys/injury.csv")));
    let last = journal.check_ins.last().unwrap();
    assert_eq!(
        (last.day, &*last.notes),
        (
            date(2020, 2, 1),
            "Injury: left foot (minor); Injury: right foot (minor); Injury: right hand (minor)"
        )
    );
}

#[test]
fn an_injury_does_not_take_the_place_of_the_questionnaire_of_its_day() {
    let Some(data) = data() else { return };
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p04/pmsys")));
    let check_in = journal.check_in_of(date(2019, 11, 26)).unwrap();
    assert_eq!(check_in.notes, "Injury: groin hip (minor)");
    assert!(check_in.fatigue.is_some() && check_in.mood.is_some());
}

#[test]
fn daily_reports_are_weight_and_habits_of_the_date_that_was_typed() {
    let Some(data) = data() else { return };
    for (path, said) in expected(&data) {
        if !path.ends_with("googledocs/reporting.csv") {
            continue;
        }
        let outcome = import_one(&data.join(&path));
        let (report, journal) = (only(&outcome.report), applied(&empty(), &outcome));
        assert_eq!(&*report.kind, "pmdata_report", "{path}");
        let of = |name: &str| -> Vec<_> {
            let habit = journal.habits.iter().find(|it| it.name == name).unwrap();
            journal
                .practices
                .iter()
                .filter(|it| it.habit == habit.meta.id)
                .collect()
        };
        let (glasses, alcohol) = (of("Glasses of fluid"), of("Alcohol"));
        let days: std::collections::BTreeSet<_> =
            glasses.iter().map(|it| it.when).map(|it| format!("{it:?}")).collect();
        assert_eq!(days.len(), glasses.len(), "{path}");
        let rows = said["rows"].as_u64().unwrap() as usize;
        let again = report.issues.iter().filter(|it| it.why.contains("nearer")).count();
        assert_eq!(glasses.len() + again, rows, "{path}");
        assert!(glasses.iter().all(|it| it.amount.is_some()), "{path}");
        let yes = alcohol
            .iter()
            .filter(|it| it.answer == afterrun::domain::Answer::Yes)
            .count();
        assert!(yes as u64 <= said["alcohol"]["Yes"].as_u64().unwrap_or(0), "{path}");
    }
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p04/googledocs/reporting.csv")));
    let first = &journal.check_ins[0];
    // 02/11/2019 is the second of November.
    assert_eq!((first.day, first.weight_kg), (date(2019, 11, 2), Some(58.0)));
    assert_eq!(first.meta.noted("meals").unwrap()[3], "Evening");
}

#[test]
fn of_two_daily_reports_the_one_nearer_to_its_date_counts_and_maybe_is_no_answer() {
    let text = "date,timestamp,meals,weight,glasses_of_fluid,alcohol_consumed\n\
        15/11/2019,15/12/2019 23:20:39,Lunch,101,7,Yes\n\
        15/11/2019,16/11/2019 00:10:00,\"Breakfast, Dinner\",100,8,Maybe\n\
        16/11/2019,16/12/2019 22:10:40,Dinner,9999,0,No\n";
    let outcome = crate::help::import_bytes("reporting.csv", text.as_bytes(), &empty());
    let journal = applied(&empty(), &outcome);
    let weights: Vec<_> = journal.check_ins.iter().map(|it| it.weight_kg).collect();
    assert_eq!(weights, [Some(100.0)]);
    let answers: Vec<_> = journal.practices.iter().map(|it| (it.answer, it.amount)).collect();
    assert_eq!(answers.len(), 3, "{answers:?}");
    assert!(answers.contains(&(Answer::Yes, Some(8.0))) && answers.contains(&(Answer::No, None)));
    let mut lines = lines(&only(&outcome.report).issues);
    lines.sort();
    assert_eq!(lines, [Some(2), Some(2), Some(3), Some(4), Some(4)]);
}

#[test]
fn of_two_questionnaires_on_one_day_the_last_stands() {
    let Some(data) = data() else { return };
    let journal = applied(&empty(), &import_one(&data.join("pmdata/p03/pmsys/wellness.csv")));
    let table = DailyTable::of(&journal);
    let mut days = 0;
    for two in journal.nights.windows(2).filter(|it| it[0].day == it[1].day) {
        let row = table.row(two[0].day).unwrap();
        assert_eq!((row.sleep_h, row.nap_h), (two[1].hours(), None), "{}", row.day);
        days += 1;
    }
    // Four by the clock of UTC, and three more where one was filled in after midnight in Norway.
    assert_eq!(days, 7);
    // The answer of that morning was six hours.
    assert_eq!(table.row(date(2019, 12, 1)).unwrap().sleep_h, Some(5.0));
}
