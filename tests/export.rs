//! Exports as other programs meet them: the daily table, its range, and what its columns are said to mean.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

use afterrun::demo::{self, Plan};
use afterrun::domain::{
    Concern, Context, Health, Id, Journal, Meta, Record, Region, Scale, Settings, Side, SorenessRating, Stamp,
};
use afterrun::export::{Days, tables, write};
use jiff::civil::{Date, date};
use strum::VariantArray as _;

type Row = BTreeMap<String, String>;

fn sample() -> Journal {
    demo::journal(&Plan {
        years: 1,
        ..Plan::until(date(2026, 11, 25))
    })
}

fn file(journal: &Journal, days: Days, name: &str) -> Vec<u8> {
    let files = tables(journal, days);
    files.into_iter().find(|it| it.0 == name).unwrap().1
}

fn rows(bytes: &[u8]) -> Vec<Row> {
    csv::Reader::from_reader(bytes)
        .deserialize()
        .map(Result::unwrap)
        .collect()
}

fn days(from: Date, to: Date) -> Days {
    Days {
        from: Some(from),
        to: Some(to),
    }
}

#[test]
fn no_file_of_an_export_tells_the_answers_about_health() {
    let silent = sample();
    let mut told = silent.clone();
    told.settings.health = Health::answers(Concern::VARIANTS.iter().copied());
    assert_eq!(tables(&told, Days::ALL), tables(&silent, Days::ALL));
}

#[test]
fn the_daily_table_begins_with_the_columns_of_the_design() {
    let bytes = file(&sample(), Days::ALL, "daily.csv");
    let headers = csv::Reader::from_reader(bytes.as_slice()).headers().unwrap().clone();
    let headers: Vec<_> = headers.iter().collect();
    let fixed = "day covered runs distance_m moving_s load_au sleep_h nap_h sleep_quality soreness soreness_scale \
        soreness_regions fatigue fatigue_scale stress stress_scale mood mood_scale";
    let fixed: Vec<_> = fixed.split_whitespace().collect();
    assert_eq!(headers[..fixed.len()], fixed);
    let rest = headers[fixed.len()..].join(" ");
    assert!(rest.starts_with("habit_active_recovery habit_compression"), "{rest}");
    assert!(
        rest.ends_with("took_bcaa took_magnesium took_omega_3 dose_bcaa dose_magnesium dose_omega_3"),
        "{rest}"
    );
}

#[test]
fn the_daily_table_has_every_date_once() {
    let rows = rows(&file(&sample(), Days::ALL, "daily.csv"));
    for pair in rows.windows(2) {
        let day = |row: &Row| row["day"].parse::<Date>().unwrap();
        assert_eq!(day(&pair[0]).tomorrow().unwrap(), day(&pair[1]));
    }
    let uncovered: Vec<_> = rows.iter().filter(|it| it["covered"] == "0").collect();
    assert!(!uncovered.is_empty());
    for row in uncovered {
        let known = row.iter().filter(|(_, value)| !value.is_empty());
        assert_eq!(
            known.map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            ["covered", "day"]
        );
    }
}

#[test]
fn the_daily_table_adds_up_what_the_other_files_say() {
    let journal = sample();
    let mut loads: BTreeMap<String, Option<f64>> = BTreeMap::new();
    for run in rows(&file(&journal, Days::ALL, "activities.csv")) {
        let load = run["load_au"].parse::<f64>().ok();
        let sum = loads.entry(run["day"].clone()).or_insert(Some(0.0));
        *sum = sum.zip(load).map(|(a, b)| a + b);
    }
    let mut compared = 0;
    for row in rows(&file(&journal, Days::ALL, "daily.csv")) {
        let load = row["load_au"].parse::<f64>().ok();
        match loads.get(&row["day"]) {
            Some(&sum) => assert_eq!(load, sum, "{}", row["day"]),
            None => assert_eq!(load, (row["covered"] == "1").then_some(0.0), "{}", row["day"]),
        }
        compared += 1;
    }
    assert!(compared > 340);
}

#[test]
fn a_range_has_the_same_rows_and_no_others() {
    let journal = sample();
    let (from, to) = (date(2026, 3, 20), date(2026, 4, 10));
    let whole = rows(&file(&journal, Days::ALL, "daily.csv"));
    let part = rows(&file(&journal, days(from, to), "daily.csv"));
    assert_eq!(part.len(), 22);
    let inside = |row: &&Row| (from..=to).contains(&row["day"].parse().unwrap());
    assert_eq!(part, whole.into_iter().filter(|it| inside(&it)).collect::<Vec<_>>());
    for name in [
        "activities.csv",
        "sleep.csv",
        "soreness.csv",
        "habits.csv",
        "supplements.csv",
        "check_ins.csv",
    ] {
        let part = rows(&file(&journal, days(from, to), name));
        assert!(!part.is_empty() && part.iter().all(|it| inside(&it)), "{name}");
    }
}

#[test]
fn the_dictionary_says_when_each_exposure_may_be_compared() {
    let journal = sample();
    let dictionary = rows(&file(&journal, Days::ALL, "data-dictionary.csv"));
    let eligibility = |column: &str| {
        let row = dictionary
            .iter()
            .find(|it| it["file"] == "daily.csv" && it["column"] == column);
        row.unwrap()["eligibility"].clone()
    };
    for (column, days) in [
        ("habit_foam_rolling", "run days"),
        ("habit_snack", "run days"),
        ("habit_mindfulness", "all days"),
        ("habit_legs_up", "all days"),
        ("took_magnesium", "all days"),
        ("took_omega_3", "period"),
        ("dose_omega_3", "period"),
        ("soreness", ""),
    ] {
        assert_eq!(eligibility(column), days, "{column}");
    }
}

#[test]
fn a_csv_file_is_the_daily_table_alone() {
    let journal = sample();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("daily table.csv");
    write(Path::new(&place), &tables(&journal, Days::ALL), false).unwrap();
    assert_eq!(std::fs::read(place).unwrap(), file(&journal, Days::ALL, "daily.csv"));
}

#[test]
fn a_rating_typed_late_says_so_beside_its_detail() {
    let at = Stamp::parse_rfc3339("2026-11-24T07:00:00+01:00").unwrap();
    let rating = |n: u8, late_h: i64, detail: Option<serde_json::Value>| {
        let mut meta = Meta::manual(Id::from_parts(at.ms, [n; 10]));
        meta.created_at = at.ms + late_h * 3_600_000;
        meta.detail = detail;
        Record::Soreness(SorenessRating {
            meta,
            at,
            region: Region::Overall,
            side: Side::None,
            score: 3.0,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    };
    let told = |late: bool| Some(serde_json::json!({ "late": late, "why": "x" }));
    let records = [
        rating(1, 1, None),
        rating(2, 13, None),
        rating(3, 13, told(false)),
        rating(4, 1, told(true)),
    ];
    let journal = Journal::of(records, Settings::for_zone("Europe/Oslo"));
    let rows = rows(&file(&journal, Days::ALL, "soreness.csv"));
    let said: Vec<_> = rows
        .iter()
        .map(|it| (it["late"].as_str(), it["detail"].as_str()))
        .collect();
    let known = r#"{"why":"x"}"#;
    assert_eq!(said, [("0", ""), ("1", ""), ("0", known), ("1", known)]);
}
