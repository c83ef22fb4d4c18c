//! What a timeline says of itself, and what its numbers are.

use jiff::ToSpan as _;
use jiff::civil::date;

use super::*;
use crate::analysis::DailyTable;
use crate::charts::{ChartName, Options};
use crate::domain::{Activity, Answer, CheckIn, Context, Habit, HabitKind, Id, Journal, Meta, Night, Practice, Rating};
use crate::domain::{Record, Region, RunKind, Scale, Settings, Side, Slug, SorenessRating, Sport, Stamp, When};

const FIRST: Date = date(2026, 1, 1);

fn day(n: i64) -> Date {
    FIRST.saturating_add(n.days())
}

fn at_eight(day: Date) -> Stamp {
    Stamp::from_civil_offset(day.at(8, 0, 0, 0), 0).unwrap()
}

fn meta() -> Meta {
    Meta::manual(Id::fresh(0))
}

fn night(n: i64, hours: f64) -> Record {
    Record::Night(Night {
        asleep_min: Some(hours * 60.0),
        ..Night::new(meta(), day(n))
    })
}

fn sore(n: i64, score: f64, scale: Scale) -> Record {
    let at = at_eight(day(n));
    Record::Soreness(SorenessRating {
        meta: Meta {
            created_at: at.ms,
            ..meta()
        },
        at,
        region: Region::Overall,
        side: Side::None,
        score,
        scale,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    })
}

fn race(n: i64) -> Record {
    Record::Activity(Activity {
        elapsed_s: Some(3_600.0),
        rpe: Some(9.0),
        kind: Some(RunKind::Race),
        title: "Autumn ten".into(),
        notes: "Too fast at first.".into(),
        ..Activity::new(meta(), Sport::Run, at_eight(day(n)))
    })
}

fn ill(n: i64) -> Record {
    Record::CheckIn(CheckIn {
        ill: Some(true),
        fatigue: Some(Rating {
            value: 4.0,
            scale: Scale::Five15,
        }),
        ..CheckIn::new(meta(), day(n))
    })
}

fn rolled(n: i64, answer: Answer) -> Record {
    let when = When::On(day(n));
    Record::Practice(Practice::new(meta(), when, Slug::of("foam_rolling"), answer))
}

fn journal(days: i64) -> Journal {
    let rolling = Record::Habit(Habit {
        meta: Meta::manual(Slug::of("foam_rolling")),
        name: "foam rolling".into(),
        kind: HabitKind::YesNo,
        unit: String::new(),
        builtin: true,
        hidden: false,
    });
    let each = (0..days).flat_map(|n| [night(n, 6.5 + (n % 2) as f64), sore(n, (n % 4) as f64, Scale::Nrs010)]);
    let some = [race(2), ill(3), rolled(1, Answer::Yes), rolled(2, Answer::No)];
    Journal::of(each.chain(some).chain([rolling]), Settings::for_zone("UTC"))
}

fn made(journal: &Journal) -> Made {
    let request = Request {
        name: ChartName::OverTime,
        days: Date::MIN..=Date::MAX,
        options: Options::default(),
    };
    let source = Source {
        journal,
        table: &DailyTable::of(journal),
        findings: None,
        today: FIRST,
    };
    make(&source, &request)
}

#[test]
fn the_whole_course_is_said_in_sentences_with_its_numbers() {
    let journal = journal(20);
    let chart = made(&journal).ok().unwrap();
    let said = &chart.heading().summary;
    for part in [
        "Soreness, 20 mornings, 1 Jan 2026 to 20 Jan 2026: 1.5 on average, 0 to 3, on a scale from 0 none to 10 worst",
        "Hours slept, 20 nights: 7 h on average, 6 h 30 min to 7 h 30 min, 10 of them under 7 h.",
        "Load, 20 days: 27 AU a day on average, 540 AU at most.",
        "1 day with a run. 1 race: Autumn ten. Foam rolling: 1 of 2 known days.",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert!(
        chart
            .heading()
            .notes
            .iter()
            .any(|it| it == "Shaded: ill or travelling.")
    );
}

#[test]
fn a_table_has_a_row_for_each_day_with_a_record_and_unknown_is_empty() {
    let mut records: Vec<Record> = journal(6).records().collect();
    records.push(night(9, 8.0));
    let rows = made(&Journal::of(records, Settings::for_zone("UTC")))
        .ok()
        .unwrap()
        .rows();
    assert_eq!(
        rows.headers[..4],
        ["date", "soreness", "soreness_scale", "soreness_mean_7_days"]
    );
    assert_eq!(rows.headers.last().map(String::as_str), Some("habit_foam_rolling"));
    assert_eq!(rows.rows.len(), 7);
    let race = [
        "2026-01-03",
        "2",
        "nrs_0_10",
        "",
        "6.5",
        "540",
        "1",
        "Autumn ten",
        "1",
        "0",
        "0",
        "0",
    ];
    assert_eq!(rows.rows[2], race);
    assert_eq!(rows.rows[6][..5], ["2026-01-10", "", "", "", "8"]);
}

#[test]
fn decades_are_a_table_of_bundles_with_their_extremes() {
    let rows = made(&journal(500)).ok().unwrap().rows();
    assert_eq!(rows.headers[..3], ["from", "to", "soreness_mean"]);
    assert_eq!(rows.headers[6..8], ["soreness_scale", "sleep_h_mean"]);
    assert_eq!(rows.rows.len(), 72);
    assert_eq!(rows.rows[0][3..6], ["0", "3", "7"]);
}

#[test]
fn a_scale_that_few_mornings_have_is_left_out_and_counted() {
    let mut records: Vec<Record> = journal(8).records().collect();
    records.push(sore(9, 6.0, Scale::Hooper17));
    let chart = made(&Journal::of(records, Settings::for_zone("UTC"))).ok().unwrap();
    let note = "1 morning was rated on another scale and is left out.";
    assert!(chart.heading().notes.iter().any(|it| it == note));
}

#[test]
fn a_few_days_are_too_little_and_no_journal_at_all_is() {
    let why = made(&journal(4)).err().unwrap();
    assert_eq!((why.have, why.need), (4, 5));
    let why = made(&Journal::of([], Settings::for_zone("UTC"))).err().unwrap();
    assert_eq!(why.have, 0);
}
