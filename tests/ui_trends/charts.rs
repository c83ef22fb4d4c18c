//! What is done on the charts: a day is asked about, walked to, opened.

use afterrun::app::Command;
use egui::{Key, Pos2, Rect, Role, pos2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::stage::{FIRST, LONG_AFTER, Stage, mornings};

#[test]
fn a_chart_is_walked_and_its_day_opened_by_keys() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.focus_chart("oreness");
    stage.press(Key::ArrowLeft);
    let story = stage.story("oreness").unwrap();
    assert!(story.starts_with("Fri 7 Feb 2020"), "{story}");
    stage.press(Key::Enter);
    assert_eq!(stage.wished(), [Command::OpenDay(date(2020, 2, 7))]);
}

/// The place of a value in a chart whose bounds are known.
fn place(plot: Rect, x: (f64, f64, f64), from_top: f64) -> Pos2 {
    let (low, value, high) = x;
    let part = ((value - low) / (high - low)) as f32;
    pos2(
        plot.left() + plot.width() * part,
        plot.top() + plot.height() * from_top as f32,
    )
}

#[test]
fn a_click_on_a_dot_opens_its_day() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    // Hours run from 4 to 9; the sorest morning is somewhere near the top.
    let plot = stage.chart("oreness");
    let column = |from_top| place(plot, (4.0, 5.0, 9.0), from_top);
    let told = (2..20).map(|n| f64::from(n) / 40.0).find(|from_top| {
        stage.harness.hover_at(column(*from_top));
        stage.settle();
        stage.shows("Fri 1 Nov 2019")
    });
    stage.wished();
    stage.click_at(column(told.unwrap()));
    assert_eq!(stage.wished(), [Command::OpenDay(FIRST)]);
}

#[test]
fn a_day_of_the_calendar_is_read_beside_the_day_before_it() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click_role(Role::Tab, "Calendar");
    assert!(stage.shows("Press a day to read it here"));
    stage.focus_chart("2020");
    stage.press(Key::Home);
    stage.press(Key::Enter);
    stage.harness.get_by_role_and_label(Role::Heading, "Wed 1 Jan 2020");
    stage.harness.get_by_role_and_label(Role::Heading, "Tue 31 Dec 2019");
    stage.wished();
    stage.click("Open Tue 31 Dec 2019 in the journal");
    assert_eq!(stage.wished(), [Command::OpenDay(date(2019, 12, 31))]);
}

#[test]
fn the_calendar_shows_another_year_and_another_measure() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click_role(Role::Tab, "Calendar");
    assert!(stage.shows("Which mornings of 2020 were sore?"));
    stage.click_role(Role::ComboBox, "Year");
    stage.click_role(Role::Button, "2019");
    assert!(stage.shows("Which mornings of 2019 were sore?"));
    stage.click_role(Role::RadioButton, "Sleep");
    assert!(!stage.shows("Which mornings of 2019 were sore?"));
}

#[test]
fn series_lag_and_colour_of_a_pair_are_chosen() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click_role(Role::RadioButton, "Day before");
    stage
        .harness
        .get_by_label("The other way round: do sore mornings come before short nights?");
    stage.click_role(Role::RadioButton, "Same day");
    stage.click_role(Role::CheckBox, "Colour by yesterday’s load");
    let options = stage.harness.state().app.model.numbers.wanted()[0].options.clone();
    assert!(options.by_load && options.lag == 0);
    stage.click("Swap the axes");
    stage.harness.get_by_label("Are sore mornings short nights?");
    stage.click_role(Role::ComboBox, "Upwards");
    stage.click_role(Role::Button, "training load");
    assert!(stage.shows("training load"));
}

#[test]
fn what_was_found_stands_beside_the_headline_chart() {
    let stage = Stage::of(&mornings(), LONG_AFTER);
    stage.harness.get_by_label("In your journal");
    stage.harness.get_by_label("In the days shown");
    // 5 h once, 6 h thirty-three times; 7 and 8 h sixty-six times.
    stage.harness.get_by_label("34");
    stage.harness.get_by_label("66");
}
