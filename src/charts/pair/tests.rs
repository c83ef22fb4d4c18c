//! What a chart of two series says of itself, and what its numbers are.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::date;

use super::*;
use crate::analysis::DailyTable;
use crate::charts::{ChartName, Options};
use crate::domain::{CheckIn, Context, Id, Journal, Meta, Night, Rating, Record, Region, Scale, Settings};
use crate::domain::{Side, SorenessRating, Sport, Stamp};

const FIRST: Date = date(2026, 1, 1);

fn at_eight(day: Date) -> Stamp {
    Stamp::from_civil_offset(day.at(8, 0, 0, 0), 0).unwrap()
}

fn night(day: Date, hours: f64) -> Record {
    let asleep_min = Some(hours * 60.0);
    Record::Night(Night {
        asleep_min,
        ..Night::new(Meta::manual(Id::fresh(0)), day)
    })
}

fn sore(day: Date, score: f64, scale: Scale) -> Record {
    let at = at_eight(day);
    let mut meta = Meta::manual(Id::fresh(0));
    meta.created_at = at.ms;
    Record::Soreness(SorenessRating {
        meta,
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

/// A run of the day before 8 in the evening: 10 km in an hour.
fn run(day: Date, rpe: Option<f64>) -> Record {
    let start = at_eight(day).plus_seconds(36_000.0);
    Record::Activity(crate::domain::Activity {
        distance_m: Some(10_000.0),
        elapsed_s: Some(3_600.0),
        rpe,
        ..crate::domain::Activity::new(Meta::manual(Id::fresh(0)), Sport::Run, start)
    })
}

fn tired(day: Date, value: f64) -> Record {
    let scale = Scale::Five15;
    Record::CheckIn(CheckIn {
        fatigue: Some(Rating { value, scale }),
        ..CheckIn::new(Meta::manual(Id::fresh(0)), day)
    })
}

/// Forty days: the shorter the night, the sorer; every second day a run, every fourth without an effort.
fn journal(scale: Scale) -> Journal {
    let days = (0..40_i64).flat_map(|n| {
        let day = FIRST.saturating_add(n.days());
        let short = (n % 5) as f64;
        let score = if scale.higher_is_worse() { short } else { 5.0 - short };
        let mut records = vec![
            night(day, 9.0 - short),
            sore(day, score, scale),
            tired(day, 1.0 + short),
        ];
        if n % 2 == 0 {
            records.push(run(day, (n % 4 == 0).then_some(3.0 + short)));
        }
        records
    });
    Journal::of(days, Settings::for_zone("UTC"))
}

fn made(journal: &Journal, days: RangeInclusive<Date>, options: Options) -> Made {
    let request = Request {
        name: ChartName::SorenessAgainstSleep,
        days,
        options,
    };
    let source = Source {
        journal,
        table: &DailyTable::of(journal),
        findings: None,
        today: date(2026, 3, 1),
    };
    make(&source, &request)
}

fn of_all(journal: &Journal, options: Options) -> Box<dyn Chart> {
    made(journal, Date::MIN..=Date::MAX, options).ok().unwrap()
}

#[test]
fn the_headline_says_its_numbers_with_unit_and_direction() {
    let chart = of_all(&journal(Scale::Pmsys15), Options::default());
    let heading = chart.heading();
    assert_eq!(heading.question, "Are sore mornings short nights?");
    assert_eq!(
        heading.subtitle,
        "40 mornings with both, 1 Jan 2026 to 9 Feb 2026. Soreness from 5 not sore to 1 very sore, sorer upwards, \
         by hours slept the night before."
    );
    assert!(
        heading
            .summary
            .contains("After shorter nights these 40 mornings were mostly sorer.")
    );
    assert!(
        heading
            .summary
            .ends_with("Under 7 h of sleep: 1.5 on average (16). 7 h and more: 4.0 on average (24).")
    );
    assert!(
        heading
            .notes
            .iter()
            .any(|it| it.contains("ρ: −1.00 (+1: the longer the sleep, the more soreness"))
    );
}

#[test]
fn another_pair_has_its_own_words_groups_and_columns() {
    let options = Options {
        x: Series::Load,
        y: Series::Fatigue,
        lag: 1,
        ..Options::default()
    };
    let chart = of_all(&journal(Scale::Nrs010), options);
    let heading = chart.heading();
    assert_eq!(heading.question, "Does tiredness go with training load the day before?");
    assert!(heading.subtitle.ends_with(
        "Tiredness from 1 very fresh to 5 very tired, more tired upwards, by training load the day before in AU \
         (effort × minutes)."
    ));
    let aside = chart.aside().unwrap();
    assert_eq!(aside.groups[0].name, "Training load: none");
    assert_eq!(aside.mean_of, "Mean tiredness");
    let rows = chart.rows();
    assert_eq!(
        rows.headers,
        [
            "date",
            "fatigue",
            "fatigue_scale",
            "load_au_1_before",
            "load_au_day_before"
        ]
    );
    assert_eq!(rows.rows[0], ["2026-01-02", "2", "five_1_5", "180", "180"]);
    // Ten runs without an effort leave the load of their days unknown, and nothing is known before the first.
    assert!(
        heading
            .notes
            .iter()
            .any(|it| it.contains("11 mornings without training load"))
    );
}

#[test]
fn the_other_way_round_the_night_is_the_one_that_followed() {
    let options = Options {
        lag: -1,
        ..Options::default()
    };
    let chart = of_all(&journal(Scale::Nrs010), options);
    assert!(chart.heading().question.starts_with("The other way round"));
    let rows = chart.rows();
    assert_eq!(rows.headers[3], "sleep_h_1_after");
    assert_eq!(rows.rows[0][..4], ["2026-01-01", "0", "nrs_0_10", "8"]);
}

#[test]
fn what_cannot_be_compared_is_counted() {
    let mut records: Vec<Record> = journal(Scale::Nrs010).records().collect();
    let later = |n: i64| date(2026, 3, 1).saturating_add(n.days());
    records.extend([night(later(0), 7.0), sore(later(1), 3.0, Scale::Nrs010)]);
    records.extend([night(later(2), 7.0), sore(later(2), 3.0, Scale::Hooper17)]);
    let chart = of_all(&Journal::of(records, Settings::for_zone("UTC")), Options::default());
    let left_out = chart.heading().notes.iter().find(|it| it.starts_with("Left out"));
    let said = "Left out: 1 morning on another scale, 1 morning without soreness, 1 morning without hours slept.";
    assert_eq!(left_out.map(String::as_str), Some(said));
}

#[test]
fn too_few_days_say_how_many_there_are_and_what_to_record() {
    let journal = journal(Scale::Nrs010);
    let few = made(&journal, FIRST..=FIRST.saturating_add(3.days()), Options::default());
    let why = few.err().unwrap();
    assert_eq!((why.have, why.need), (4, 5));
    assert_eq!(why.question, "Are sore mornings short nights?");
    let none = Options {
        y: Series::Mood,
        ..Options::default()
    };
    let why = made(&journal, Date::MIN..=Date::MAX, none).err().unwrap();
    assert!(why.why.ends_with("Say in the morning how your mood is."), "{}", why.why);
    let same = Options {
        x: Series::Soreness,
        ..Options::default()
    };
    let why = made(&journal, Date::MIN..=Date::MAX, same).err().unwrap();
    assert!(why.why.starts_with("Both axes show the same."));
}

#[test]
fn a_series_may_be_seen_against_its_own_day_before() {
    let options = Options {
        x: Series::Soreness,
        lag: 1,
        ..Options::default()
    };
    let chart = of_all(&journal(Scale::Nrs010), options);
    assert_eq!(
        chart.heading().question,
        "Does soreness go with soreness the morning before?"
    );
}

#[test]
fn no_pair_says_a_forbidden_word() {
    use strum::VariantArray as _;
    let forbidden = [
        "cause",
        "because",
        "works",
        "improve",
        "reduce",
        "effect",
        "impact",
        "proven",
        "significant",
    ];
    let journal = journal(Scale::Nrs010);
    for (&x, &y) in Series::VARIANTS
        .iter()
        .flat_map(|x| Series::VARIANTS.iter().map(move |y| (x, y)))
    {
        let options = Options {
            x,
            y,
            lag: 1,
            by_load: true,
            ..Options::default()
        };
        if let Ok(chart) = made(&journal, Date::MIN..=Date::MAX, options) {
            let (heading, aside) = (chart.heading(), chart.aside().unwrap());
            let said = format!("{heading:?}{aside:?}").to_lowercase();
            assert!(!forbidden.iter().any(|it| said.contains(it)), "{said}");
            assert!(!said.contains("pair-"), "{said}");
        }
    }
}
