//! How the charts are walked by keys, and what Enter opens.

use afterrun::charts::{ChartName, Options};
use afterrun::domain::{Region, Scale, Side, Slug};
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;

use super::stage::{self, Journalled, NAMES, Screen, TODAY, morning, of_records, press, said};

/// A tall window of this width that shows a chart as it is by itself.
fn shown(kept: Journalled, name: ChartName, width: f32) -> Harness<'static, Screen> {
    stage::shown(kept, stage::request(name, Options::default()), vec2(width, 1400.0))
}

#[test]
fn bodies_are_walked_by_weeks_and_opened_at_the_first_rated_day() {
    let mut harness = shown(Journalled::demo(), ChartName::BodyWeeks, 600.0);
    harness.get_by_label_contains("Newest:").focus();
    harness.run();
    assert!(said(&harness, "Newest:").starts_with("November 2026"));
    press(&mut harness, &[Key::ArrowLeft, Key::ArrowLeft]);
    assert!(said(&harness, "Newest:").starts_with("September 2026"));
    press(&mut harness, &[Key::Enter]);
    let opened = harness.state().clicked.expect("a day");
    assert_eq!((opened.year(), opened.month()), (2026, 9));
}

#[test]
fn the_table_after_runs_is_walked_by_cells_and_opens_the_newest_rating() {
    let mut harness = shown(Journalled::demo(), ChartName::BodyAfterRuns, 600.0);
    let label = "Calf by the kind of run";
    let table = harness
        .get_all_by_label(label)
        .last()
        .expect("the table under its title");
    table.focus();
    harness.run();
    let value = |harness: &Harness<'_, Screen>| {
        let tables = harness.get_all_by_label(label);
        tables
            .filter_map(|it| it.accesskit_node().value())
            .next_back()
            .unwrap_or_default()
    };
    assert!(value(&harness).starts_with("Calf, on the day of the run, after easy runs"));
    press(&mut harness, &[Key::ArrowRight, Key::ArrowDown]);
    assert!(value(&harness).starts_with("Calf, the day after the run, after workouts. Median"));
    press(&mut harness, &[Key::Enter]);
    assert!(harness.state().clicked.is_some_and(|it| it > date(2026, 9, 1)));
}

#[test]
fn a_row_of_sides_opens_the_morning_on_which_they_were_furthest_apart() {
    let nrs = Scale::Nrs010;
    let rated = |day| {
        [
            morning(day, Region::Calf, Side::Left, 1.0, nrs),
            morning(day, Region::Calf, Side::Right, if day == 1 { 5.0 } else { 2.0 }, nrs),
        ]
    };
    let mut harness = shown(
        of_records((0..4).flat_map(rated).collect()),
        ChartName::BodySides,
        600.0,
    );
    harness.get_by_label_contains("Means and mornings").focus();
    harness.run();
    press(&mut harness, &[Key::Enter]);
    assert_eq!(harness.state().clicked, Some(date(2026, 11, 3)));
}

#[test]
fn days_with_a_supplement_are_walked_and_tell_their_period() {
    let mut harness = shown(Journalled::demo(), ChartName::Supplements, 600.0);
    let screen = harness.state_mut();
    screen.request.options.supplement = Some(Slug::of("omega_3"));
    screen.request.days = date(2026, 2, 1)..=TODAY;
    harness.run();
    harness.get_by_label_contains("upwards. Over 2 pairs").focus();
    harness.run();
    press(&mut harness, &[Key::Home, Key::ArrowRight, Key::ArrowRight]);
    let said = said(&harness, "upwards. Over 2 pairs");
    assert!(said.contains("Without, ") && said.contains("Its pair: "), "{said}");
    press(&mut harness, &[Key::Enter]);
    assert!(harness.state().clicked.is_some_and(|it| it < date(2026, 2, 8)));
}

#[test]
fn every_chart_fits_a_narrow_window() {
    for name in NAMES {
        let harness = shown(Journalled::demo(), name, 340.0);
        let summary = harness
            .state()
            .kept
            .chart(name, Options::default())
            .heading()
            .summary
            .clone();
        let rect = harness
            .get_all_by_label(&summary)
            .next()
            .expect("named by its summary")
            .rect();
        assert!(rect.right() <= 340.0, "{}: {rect:?}", name.word());
    }
}
