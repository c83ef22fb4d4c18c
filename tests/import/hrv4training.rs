//! HRV4Training: the real exports against what an independent reader says of them, and the traps of others.

use afterrun::domain::{Assumption, CheckIn, Journal, Stamp, Verdict};
use jiff::civil::date;
use serde_json::Value;

use crate::help::{applied, data, empty, expected, import, import_bytes, import_one, only};

fn journal(text: &str) -> Journal {
    applied(&empty(), &import_bytes("MyMeasurements.csv", text.as_bytes(), &empty()))
}

fn at(text: &str) -> Option<Stamp> {
    Stamp::parse_rfc3339(text)
}

fn number(check_in: &CheckIn, key: &str) -> Option<f64> {
    check_in.meta.noted(key).and_then(Value::as_f64)
}

fn mean(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    (mean * 10_000.0).round() / 10_000.0
}

type Get = fn(&CheckIn) -> Option<f64>;

#[test]
fn every_export_says_what_an_independent_reader_says_of_it() {
    let Some(data) = data() else { return };
    for (name, file) in expected(&data).iter().filter(|it| it.1["kind"] == "hrv4t") {
        let outcome = import_one(&data.join(name));
        assert_eq!(only(&outcome.report).verdict, Verdict::Imported, "{name}");
        let check_ins = applied(&empty(), &outcome).check_ins;
        let columns: [(&str, Get); 5] = [
            ("HR", |it| it.resting_hr),
            ("rMSSD", |it| it.hrv_rmssd),
            ("HRV4T_Recovery_Points", |it| number(it, "HRV4T_Recovery_Points")),
            ("muscle_soreness", |it| number(it, "muscle_soreness")),
            ("trainingRPE", |it| number(it, "trainingRPE")),
        ];
        for (column, get) in columns {
            let values: Vec<f64> = check_ins.iter().filter_map(get).collect();
            let told = &file["numeric"][column];
            assert_eq!(Some(values.len() as u64), told["nonzero"].as_u64(), "{name} {column}");
            let zeros = (told["n"].as_u64().unwrap() - values.len() as u64) as usize;
            let all: Vec<f64> = values.into_iter().chain(std::iter::repeat_n(0.0, zeros)).collect();
            assert_eq!(mean(&all), told["mean"].as_f64().unwrap(), "{name} {column}");
        }
    }
}

#[test]
fn dates_of_android_have_the_day_before_the_month() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("hrv4training/MyMeasurements_Android_1.csv"));
    let check_ins = applied(&empty(), &outcome).check_ins;
    let days = (check_ins[0].day, check_ins[check_ins.len() - 1].day);
    assert_eq!(days, (date(2017, 7, 27), date(2017, 10, 3)));
    assert_eq!(check_ins[0].at, at("2017-07-27T07:39:00+02:00"));
    let assumed = only(&outcome.report).assumptions.iter().any(|it| {
        matches!(
            it,
            Assumption::DateOrder {
                day_first: true,
                sure: true,
                ..
            }
        )
    });
    assert!(assumed);
}

#[test]
fn times_of_the_iphone_are_those_of_the_clock_on_the_wall() {
    let Some(data) = data() else { return };
    let journal = applied(
        &empty(),
        &import_one(&data.join("hrv4training/2018_7_8_myMeasurements.csv")),
    );
    let evening = journal.check_ins.iter().find(|it| it.day == date(2018, 6, 3)).unwrap();
    assert_eq!(evening.at, at("2018-06-03T18:47:32+02:00"));
    assert_eq!((evening.travel, evening.ill), (Some(false), Some(false)));
    assert_eq!(evening.meta.noted("training"), Some(&"average".into()));
    let night = journal.nights.iter().find(|it| it.day == date(2018, 5, 21)).unwrap();
    assert_eq!(night.asleep_min, Some(424.0));
    assert!(journal.activities.is_empty() && journal.soreness.is_empty());
}

#[test]
fn days_on_which_nothing_was_measured_or_answered_say_nothing() {
    let Some(data) = data() else { return };
    let outcome = import_one(&data.join("hrv4training/2018_7_8_myMeasurements.csv"));
    let check_ins = applied(&empty(), &outcome).check_ins;
    assert!(
        check_ins.iter().all(|it| it.day > date(2018, 5, 2)),
        "{:?}",
        check_ins[0]
    );
    assert_eq!(outcome.report.rejected, 0);
}

#[test]
fn a_second_import_adds_nothing() {
    let Some(data) = data() else { return };
    let folder = data.join("hrv4training");
    let first = import(std::slice::from_ref(&folder), &empty());
    let second = import(&[folder], &applied(&empty(), &first));
    assert_eq!((second.report.imported, second.batch.changes.len()), (0, 0));
}

const HEADER: &str = "date, time, HR,rMSSD,HRV4T_Recovery_Points,muscle_soreness,sleep_time,sleep_tobed,sleep_awake,traveling,\
                      sickness,alcohol,note,signal_quality, supplements,custom_tag_1_name,custom_tag_1_value";

#[test]
fn commas_in_a_note_move_nothing_behind_it() {
    let journal = journal(&format!(
        "{HEADER}\r\n2026-05-03,07:10,45.5,80.25,8.7,6,07:30,23:10,07:00,traveling,sick,a little,tired, cold, and late,good,iron,coffee,2.000,\r\n"
    ));
    let check_in = &journal.check_ins[0];
    assert_eq!(check_in.notes, "tired, cold, and late");
    assert_eq!((check_in.travel, check_in.ill), (Some(true), Some(true)));
    assert_eq!(check_in.meta.noted("signal_quality"), Some(&"good".into()));
    assert_eq!(check_in.meta.noted("supplements"), Some(&"iron".into()));
    assert_eq!(
        (number(check_in, "coffee"), number(check_in, "muscle_soreness")),
        (Some(2.0), Some(6.0))
    );
    let night = &journal.nights[0];
    assert_eq!(
        (night.bed_at, night.asleep_min),
        (at("2026-05-02T23:10:00+02:00"), Some(450.0))
    );
}

#[test]
fn rows_end_with_a_carriage_return_alone_too() {
    let journal = journal(&format!(
        "{HEADER}\r2026-05-13,07:10,45,80,,,,,,,,,,,,,\r2026-05-14,07:10,46,81,,,,,,,,,,,,,\r"
    ));
    assert_eq!(journal.check_ins.len(), 2);
}

#[test]
fn days_that_could_be_months_are_those_that_lie_closer_together() {
    for (dates, day) in [
        (["2026-03-05", "2026-04-05", "2026-05-05"], date(2026, 5, 3)),
        (["2026-05-03", "2026-05-04", "2026-05-05"], date(2026, 5, 3)),
    ] {
        let rows: Vec<_> = dates
            .iter()
            .map(|it| format!("{it},07:10,45,80,,,,,,,,,,,,,"))
            .collect();
        let journal = journal(&format!("{HEADER}\n{}\n", rows.join("\n")));
        assert_eq!(journal.check_ins[0].day, day, "{dates:?}");
    }
}

#[test]
fn values_no_body_has_are_left_out_and_zero_is_none() {
    let journal = journal(&format!(
        "{HEADER}\n2026-05-13,07:10,65535,NaN,,4,,,,,,,,,,,\n2026-05-14,01:00,0.0,0.0,,5,,,,,,,,,,,\n"
    ));
    assert_eq!(journal.check_ins.len(), 2);
    assert!(
        journal
            .check_ins
            .iter()
            .all(|it| it.resting_hr.is_none() && it.hrv_rmssd.is_none())
    );
    assert_eq!(journal.check_ins[1].at, None);
}

#[test]
fn absurd_dates_are_left_out_by_line() {
    let text = format!(
        "{HEADER}\n1989-05-13,07:10,45,80,,,,,,,,,,,,,\n2030-05-13,07:10,45,80,,,,,,,,,,,,,\nx,07:10,45,80,,,,,,,,,,,,,\n"
    );
    let outcome = import_bytes("a.csv", text.as_bytes(), &empty());
    assert_eq!(only(&outcome.report).verdict, Verdict::Rejected);
    assert_eq!(outcome.report.rejected, 3);
}
