//! The charts of the year, the load and the nights: their numbers, and how they are walked.

use afterrun::charts::{ChartName, Made, Measure, Options, Request};
use afterrun::demo::{self, Plan};
use afterrun::domain::settings::DistanceUnit;
use afterrun::domain::{Journal, Settings};
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::{Date, date};

use super::stage::{self, Journalled, Screen, TODAY, column};

fn request(name: ChartName, first: Date) -> Request {
    Request {
        name,
        days: first..=TODAY,
        options: Options::default(),
    }
}

fn shown(kept: Journalled, request: Request) -> Harness<'static, Screen> {
    stage::shown(kept, request, vec2(600.0, 500.0))
}

#[test]
fn the_calendar_has_every_day_so_far_and_what_is_unknown_is_empty() {
    let made = Journalled::demo().make(&request(ChartName::Calendar, date(2026, 11, 1)));
    let rows = made.expect("a calendar").rows();
    let scores = column(&rows, "soreness");
    assert_eq!(scores.len(), 328);
    assert!(scores.iter().any(String::is_empty));
    let race = column(&rows, "date").iter().position(|it| it == "2026-09-13");
    assert_eq!(column(&rows, "race")[race.expect("a row")], "1");
}

#[test]
fn a_calendar_of_a_year_without_data_says_what_to_record() {
    let mut request = request(ChartName::Calendar, date(2026, 11, 1));
    request.options.year = Some(1999);
    request.options.measure = Measure::Sleep;
    let little = Journalled::demo().make(&request).expect_err("nothing to draw");
    assert_eq!((little.have, little.need), (0, 1));
    assert_eq!(little.question, "Which nights of 1999 were short?");
}

#[test]
fn the_calendar_is_walked_by_days_and_weeks() {
    let mut harness = shown(Journalled::demo(), request(ChartName::Calendar, date(2026, 11, 1)));
    harness.get_by_label_contains("The days of 2026").focus();
    harness.run();
    for (key, day) in [
        (Key::ArrowLeft, date(2026, 11, 17)),
        (Key::ArrowUp, date(2026, 11, 16)),
        (Key::ArrowRight, date(2026, 11, 23)),
        (Key::ArrowDown, TODAY),
        (Key::Home, date(2026, 1, 1)),
    ] {
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().marked, Some(day), "{key:?}");
    }
    let said = harness
        .get_by_label_contains("The days of 2026")
        .accesskit_node()
        .value();
    assert!(said.is_some_and(|it| it.starts_with("Thu 1 Jan 2026")));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().clicked, Some(date(2026, 1, 1)));
}

const ALL: [ChartName; 8] = [
    ChartName::Calendar,
    ChartName::Sessions,
    ChartName::Weeks,
    ChartName::Form,
    ChartName::ThisWeek,
    ChartName::SleepDuration,
    ChartName::SleepTiming,
    ChartName::SleepDebt,
];

#[test]
fn an_empty_journal_is_told_what_each_chart_needs() {
    let empty = Journalled::of(Journal::empty(Settings::for_zone("UTC")));
    for name in ALL {
        let little = empty.make(&request(name, date(2026, 1, 1))).err();
        let little = little.expect("nothing to draw");
        assert!(!little.question.is_empty() && !little.why.is_empty(), "{}", name.word());
        assert!(little.have < little.need, "{}", name.word());
    }
}

#[test]
fn a_range_before_the_journal_has_no_chart_and_none_that_fails() {
    let kept = Journalled::demo();
    for name in ALL.into_iter().filter(|it| *it != ChartName::Calendar) {
        let request = Request {
            days: date(1999, 1, 1)..=date(1999, 12, 31),
            ..request(name, TODAY)
        };
        assert!(kept.make(&request).is_err(), "{}", name.word());
    }
}

#[test]
fn every_chart_says_its_question_its_numbers_and_no_word_that_promises() {
    let kept = Journalled::demo();
    let forbidden = [
        "cause",
        "because of",
        "works",
        "improve",
        "reduce",
        "effect",
        "impact",
        "proven",
        "significant",
        "injur",
        "risk",
        "zone",
        "{",
        "}",
    ];
    for name in ALL {
        let chart = kept.make(&request(name, date(2026, 1, 1))).expect("enough");
        let heading = chart.heading();
        assert!(heading.question.ends_with('?'), "{}", name.word());
        assert!(
            heading.subtitle.contains(|it: char| it.is_ascii_digit()),
            "{}",
            name.word()
        );
        let said = format!("{heading:?}").to_lowercase();
        let said = said.trim_start_matches("heading {").trim_end_matches('}');
        for word in forbidden {
            assert!(!said.contains(word), "{}: {word} in {said}", name.word());
        }
    }
}

#[test]
fn every_table_is_as_wide_as_its_head_and_its_head_is_plain() {
    let kept = Journalled::demo();
    for name in ALL {
        let rows = kept.make(&request(name, date(2026, 1, 1))).expect("enough").rows();
        assert!(!rows.rows.is_empty(), "{}", name.word());
        assert!(
            rows.rows.iter().all(|it| it.len() == rows.headers.len()),
            "{}",
            name.word()
        );
        let plain = |it: &String| {
            it.chars()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '_')
        };
        assert!(rows.headers.iter().all(plain), "{:?}", rows.headers);
    }
}

#[test]
fn every_chart_is_walked_by_keys_and_enter_opens_the_day() {
    for name in ALL {
        let kept = Journalled::demo();
        let first = date(2026, 9, 1);
        let summary = kept.make(&request(name, first)).expect("enough");
        let summary = summary.heading().summary.clone();
        let mut harness = shown(kept, request(name, first));
        harness.get_by_label(&summary).focus();
        harness.run();
        let last = harness.state().marked.expect("the last day");
        harness.key_press(Key::ArrowLeft);
        harness.run();
        let before = harness.state().marked.expect("the day before");
        assert!(before < last, "{}", name.word());
        let said = harness.get_by_label(&summary).accesskit_node().value();
        assert!(said.is_some_and(|it| !it.is_empty()), "{}", name.word());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().clicked, Some(before), "{}", name.word());
    }
}

#[test]
fn a_day_that_another_chart_marks_is_marked_and_tells_nothing_by_itself() {
    for name in ALL {
        let mut harness = shown(Journalled::demo(), request(name, date(2026, 9, 1)));
        harness.state_mut().marked = Some(date(2026, 10, 14));
        harness.run();
        assert_eq!(harness.state().clicked, None, "{}", name.word());
    }
}

#[test]
fn a_week_has_its_distance_its_strain_and_its_place_in_the_year() {
    let made = Journalled::demo().make(&request(ChartName::Weeks, date(2026, 9, 1)));
    let chart = made.expect("weeks");
    let rows = chart.rows();
    // The week that is going on: two days, and so no strain.
    let last = rows.rows.last().expect("a week");
    assert_eq!(
        (last[0].as_str(), last[2].as_str(), last[6].as_str()),
        ("2026-11-23", "2", "")
    );
    let (below, of) = (column(&rows, "weeks_below"), column(&rows, "weeks_compared"));
    let place = rows.rows.len() - 2;
    let said = format!("higher than in {} of the {} known weeks", below[place], of[place]);
    assert!(chart.heading().notes[0].contains(&said), "{:?}", chart.heading().notes);
}

#[test]
fn the_first_six_weeks_of_a_journal_are_warming_up() {
    let made = Journalled::demo().make(&request(ChartName::Form, date(2024, 11, 1)));
    let warming = column(&made.expect("a chart").rows(), "warming_up");
    assert_eq!(warming.iter().filter(|it| *it == "1").count(), 42);
}

#[test]
fn nights_without_times_are_left_out_of_the_timing_and_counted() {
    let mut journal = demo::journal(&Plan::until(TODAY));
    let nights = journal
        .nights
        .iter_mut()
        .rev()
        .filter(|it| !it.nap && it.bed_at.is_some());
    for night in nights.take(3) {
        night.asleep_min = night.in_bed_min();
        night.bed_at = None;
    }
    let with = Journalled::demo().make(&request(ChartName::SleepTiming, date(2026, 9, 1)));
    let without = Journalled::of(journal).make(&request(ChartName::SleepTiming, date(2026, 9, 1)));
    let rows = |made: Made| made.expect("nights").rows().rows.len();
    assert_eq!(rows(with) - rows(without), 3);
}

#[test]
fn miles_are_drawn_where_the_journal_counts_in_miles() {
    let mut journal = demo::journal(&Plan::until(TODAY));
    journal.settings.distance = DistanceUnit::Mi;
    let harness = shown(Journalled::of(journal), request(ChartName::Weeks, date(2026, 9, 1)));
    harness.get_by_label("Distance in mi a week");
}

#[test]
fn decades_are_one_row_a_day_and_few_marks() {
    let journal = demo::journal(&Plan {
        years: 12,
        ..Plan::until(TODAY)
    });
    let kept = Journalled::of(journal);
    let made = kept.make(&request(ChartName::SleepDuration, date(2015, 1, 1)));
    let chart = made.expect("nights");
    assert_eq!(chart.rows().rows.len(), 4346);
    let notes = &chart.heading().notes;
    assert!(
        notes.iter().any(|it| it.contains("mean of what is known of 28 days")),
        "{notes:?}"
    );
}
