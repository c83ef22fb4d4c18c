//! Pictures of every section of Trends over the sample journal, as high as all of its cards.

use egui::{Key, Role, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

use super::pictures::{DARK, LARGE_TEXT, SMALL};
use super::stage::{LIGHT, Stage, View};

const SECTIONS: [&str; 8] = [
    "Sleep and soreness",
    "Over time",
    "Body",
    "Calendar",
    "Load",
    "Sleep",
    "Habits",
    "Supplements",
];

/// Higher than any section.
const HIGH: f32 = 8_000.0;

/// How high the window has to be for all of the section that is shown.
fn height(stage: &Stage) -> f32 {
    let all = stage
        .harness
        .query_all_by(|node| node.role() == Role::Label || node.role() == Role::Figure);
    // Not what stands at the foot of the rail.
    let bottoms = all
        .map(|it| it.rect())
        .filter(|it| it.left() > 210.0 || it.width() > 200.0);
    let low = bottoms.map(|it| it.bottom()).fold(0.0_f32, f32::max);
    (low + 72.0).ceil()
}

fn pictures(view: View, name: &str) {
    let mut stage = Stage::full(View {
        size: [view.size[0], HIGH],
        ..view
    });
    let scale = f32::from(view.text_percent) / 100.0;
    stage.ctrl(Key::Num4);
    let mut results = SnapshotResults::new();
    for section in SECTIONS {
        if stage.harness.query_by_role_and_label(Role::Tab, section).is_some() {
            stage.click_role(Role::Tab, section);
        } else {
            stage.click_role(Role::ComboBox, "Sections");
            stage.press_button(section);
        }
        stage.harness.remove_cursor();
        let height = height(&stage).max(view.size[1] / scale);
        stage.harness.set_size(vec2(view.size[0] / scale, height));
        stage.settle();
        let word = section.to_lowercase().replace(' ', "_");
        results.add(stage.harness.try_snapshot(format!("trends_{word}_{name}")));
        stage.harness.set_size(vec2(view.size[0] / scale, HIGH));
        stage.settle();
    }
}

#[test]
fn every_section_of_trends_is_as_it_was_looked_at_in_light() {
    pictures(LIGHT, "light");
}

#[test]
fn every_section_of_trends_is_as_it_was_looked_at_in_dark() {
    pictures(DARK, "dark");
}

#[test]
fn every_section_of_trends_is_as_it_was_looked_at_in_a_small_window() {
    pictures(SMALL, "small");
}

#[test]
fn every_section_of_trends_is_as_it_was_looked_at_with_text_twice_as_large() {
    pictures(LARGE_TEXT, "large_text");
}

/// The numbers of a chart, its menu, days chosen one by one, a story, a day of the calendar.
#[test]
fn what_opens_on_trends_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [
        (LIGHT, "light"),
        (DARK, "dark"),
        (SMALL, "small"),
        (LARGE_TEXT, "large_text"),
    ] {
        let mut stage = Stage::full(view);
        stage.ctrl(Key::Num4);
        stage.click_role(Role::RadioButton, "Choose…");
        stage.click("From 25 Aug 2026");
        results.add(stage.harness.try_snapshot(format!("trends_choose_{name}")));
        stage.press(Key::Escape);
        let menu = "Picture and numbers of “Are sore mornings short nights?”";
        stage.harness.get_by_label(menu).scroll_to_me();
        stage.settle();
        stage.click(menu);
        results.add(stage.harness.try_snapshot(format!("trends_menu_{name}")));
        stage.click("Show the numbers");
        stage.press(Key::ArrowDown);
        results.add(stage.harness.try_snapshot(format!("trends_numbers_{name}")));
        stage.press(Key::Escape);
        stage.harness.get_by_role(Role::Figure).focus();
        stage.settle();
        stage.press(Key::ArrowLeft);
        results.add(stage.harness.try_snapshot(format!("trends_story_{name}")));
    }
}

#[test]
fn a_day_of_the_calendar_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (DARK, "dark"), (SMALL, "small")] {
        let mut stage = Stage::full(view);
        stage.ctrl(Key::Num4);
        stage.click_role(Role::Tab, "Calendar");
        stage.harness.get_by_role(Role::Figure).focus();
        stage.settle();
        stage.press(Key::ArrowUp);
        stage.press(Key::Enter);
        results.add(stage.harness.try_snapshot(format!("trends_day_{name}")));
    }
}
