//! What the charts say, and the numbers in them.

use afterrun::charts::{ChartName, Options};
use afterrun::domain::{Region, Scale, Side, Slug};

use super::stage::{Journalled, NAMES, column, morning, of_records, request};

#[test]
fn an_empty_journal_is_told_what_each_chart_needs() {
    let empty = of_records(Vec::new());
    for name in NAMES {
        let little = empty
            .make(&request(name, Options::default()))
            .expect_err("nothing to draw");
        assert_eq!(little.have, 0, "{}", name.word());
        assert!(little.need > 0 && little.question.ends_with('?'), "{}", name.word());
        let says_what = ["Rate ", "Record ", "record "].iter().any(|it| little.why.contains(it));
        assert!(says_what, "{}: {}", name.word(), little.why);
    }
}

#[test]
fn a_sample_is_enough_for_every_chart_and_each_says_its_numbers() {
    let sample = Journalled::demo();
    for name in NAMES {
        let chart = sample.chart(name, Options::default());
        let (heading, rows) = (chart.heading(), chart.rows());
        assert!(heading.question.ends_with('?'), "{}", heading.question);
        assert!(heading.summary.starts_with(&heading.subtitle), "{}", heading.summary);
        assert!(!rows.rows.is_empty() && rows.rows.iter().all(|it| it.len() == rows.headers.len()));
    }
}

#[test]
fn no_chart_claims_more_than_a_log_can_show() {
    const FORBIDDEN: [&str; 9] = [
        "cause",
        "because of",
        "works",
        "improve",
        "reduce",
        "effect",
        "impact",
        "proven",
        "significant",
    ];
    let sample = Journalled::demo();
    for name in NAMES {
        let heading = sample.chart(name, Options::default()).heading().clone();
        let all = [vec![heading.question, heading.subtitle, heading.summary], heading.notes].concat();
        let all = all.join(" ").to_lowercase();
        for word in FORBIDDEN {
            assert!(!all.contains(word), "{}: {word} in {all}", name.word());
        }
    }
}

#[test]
fn a_week_names_its_sorest_parts_with_side_number_and_mornings() {
    let nrs = Scale::Nrs010;
    let kept = of_records(vec![
        morning(0, Region::Calf, Side::Left, 4.0, nrs),
        morning(1, Region::Calf, Side::Left, 6.0, nrs),
        morning(2, Region::LowerBack, Side::None, 1.0, nrs),
    ]);
    let chart = kept.chart(ChartName::BodyWeeks, Options::default());
    let heading = chart.heading();
    assert_eq!(heading.question, "Where is it sore, week by week?");
    assert_eq!(
        heading.subtitle,
        "3 mornings with rated parts, 2 Nov 2026 to 4 Nov 2026. Soreness from 0 none to 10 worst."
    );
    assert_eq!(
        heading.summary,
        format!(
            "{} Newest: 2 Nov 2026 to 8 Nov 2026: left calf 5 (2 mornings) and lower back 1 (1 morning).",
            heading.subtitle
        )
    );
    let rows = chart.rows();
    assert_eq!(column(&rows, "region"), ["lower_back", "calf"]);
    assert_eq!(column(&rows, "side"), ["", "left"]);
    assert_eq!(column(&rows, "soreness_median"), ["1", "5"]);
}

#[test]
fn another_scale_keeps_its_own_numbers_and_direction() {
    let rated = |day, score| morning(day, Region::Calf, Side::Both, score, Scale::Pmsys15);
    let kept = of_records(vec![
        rated(0, 1.0),
        rated(1, 2.0),
        rated(2, 1.0),
        morning(3, Region::Calf, Side::Both, 9.0, Scale::Nrs010),
    ]);
    let chart = kept.chart(ChartName::BodyWeeks, Options::default());
    assert!(
        chart
            .heading()
            .subtitle
            .ends_with("Soreness from 5 not sore to 1 very sore.")
    );
    assert!(chart.heading().summary.contains("left calf 1 (3 mornings)"));
    let left_out = "Left out: 1 rating on another scale.".to_owned();
    assert!(chart.heading().notes.contains(&left_out));
}

#[test]
fn after_runs_looks_at_the_region_that_was_asked_for() {
    let sample = Journalled::demo();
    let of = |region| {
        let options = Options {
            region,
            ..Options::default()
        };
        sample.chart(ChartName::BodyAfterRuns, options)
    };
    let calf = of(None);
    assert!(
        calf.heading()
            .summary
            .contains("Calf, median and number of ratings: on the same day")
    );
    let thigh = of(Some(Region::Hamstrings)).rows();
    let ratings = column(&thigh, "what")
        .iter()
        .position(|it| it == "rating")
        .expect("a rating");
    assert_eq!(column(&thigh, "region")[ratings], "hamstrings");
}

#[test]
fn a_region_never_rated_after_a_run_is_said_to_be_missing() {
    let rated = |day| morning(day, Region::Calf, Side::Left, 3.0, Scale::Nrs010);
    let kept = of_records((0..9).map(rated).collect());
    let little = kept.make(&request(ChartName::BodyAfterRuns, Options::default()));
    let little = little.expect_err("no run, no chart");
    assert!(
        little
            .why
            .starts_with("In these days no part was rated within a week after a run.")
    );
}

#[test]
fn what_was_not_seen_to_its_end_is_counted_in_words() {
    let heading = Journalled::demo()
        .chart(ChartName::BodyBaseline, Options::default())
        .heading()
        .clone();
    let note = heading.notes.iter().find(|it| it.starts_with("Not seen to its end"));
    assert!(
        note.is_some_and(|it| it.contains("as the next run came first")),
        "{heading:?}"
    );
}

#[test]
fn sides_are_said_with_means_mornings_and_what_was_far_apart() {
    let nrs = Scale::Nrs010;
    let rated = |day| {
        [
            morning(day, Region::Calf, Side::Left, 1.0, nrs),
            morning(day, Region::Calf, Side::Right, if day == 0 { 5.0 } else { 2.0 }, nrs),
        ]
    };
    let kept = of_records((0..4).flat_map(rated).collect());
    let chart = kept.chart(ChartName::BodySides, Options::default());
    let summary = &chart.heading().summary;
    assert!(summary.contains("calf left 1.0, right 2.8 (4)."), "{summary}");
    let apart = "3 points or more above the other side: right calf on 1 morning.".to_owned();
    assert!(chart.heading().notes.contains(&apart), "{:?}", chart.heading().notes);
    let rows = chart.rows();
    assert_eq!(column(&rows, "mornings_right_much_sorer"), ["1"]);
}

#[test]
fn minutes_are_of_a_habit_that_has_some_and_a_habit_without_is_counted_in_days() {
    let sample = Journalled::demo();
    let of = |habit: Option<&str>| {
        let options = Options {
            habit: habit.map(Slug::of),
            ..Options::default()
        };
        sample
            .chart(ChartName::HabitMinutes, options)
            .heading()
            .question
            .clone()
    };
    assert_eq!(of(None), "How many minutes go into cool-down?");
    assert_eq!(of(Some("social")), "How often is it done: company?");
    let missing = Options {
        habit: Some(Slug::of("sauna")),
        ..Options::default()
    };
    let little = sample
        .make(&request(ChartName::HabitMinutes, missing))
        .expect_err("no such habit");
    assert!(little.why.starts_with("No answer about sauna"), "{}", little.why);
}

#[test]
fn what_is_taken_over_weeks_is_shown_by_pairs_and_called_exploratory() {
    let sample = Journalled::demo();
    let of = |supplement: &str| {
        let options = Options {
            supplement: Some(Slug::of(supplement)),
            ..Options::default()
        };
        sample.chart(ChartName::Supplements, options).heading().clone()
    };
    let omega = of("omega_3");
    assert!(
        omega.summary.contains("Over 4 pairs of periods, mornings with it were"),
        "{}",
        omega.summary
    );
    assert!(omega.notes.iter().any(|it| it.starts_with("Exploratory:")));
    let magnesium = of("magnesium");
    assert!(
        magnesium.summary.contains("Mornings after days with it: "),
        "{}",
        magnesium.summary
    );
    assert!(magnesium.notes.iter().any(|it| it.starts_with("Raw means")));
}
