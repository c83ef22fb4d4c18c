//! Pictures of every place: light and dark, empty and full, small and with large text.
//!
//! A changed picture is looked at before it is taken over: `UPDATE_SNAPSHOTS=1 cargo test --test window`.

use afterrun::app::ThemeChoice;
use egui::{Key, Rect, Role, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

use super::main_path::record_run;
use super::over::begun;
use super::stage::{LIGHT, NOW_MS, Stage, View};

pub const DARK: View = View {
    theme: ThemeChoice::Dark,
    ..LIGHT
};
pub const SMALL: View = View {
    size: [900.0, 600.0],
    ..LIGHT
};
pub const LARGE_TEXT: View = View {
    text_percent: 200,
    size: [900.0, 600.0],
    ..DARK
};

const PLACES: [(&str, Key); 7] = [
    ("today", Key::Num1),
    ("checklist", Key::Num2),
    ("journal", Key::Num3),
    ("trends", Key::Num4),
    ("insights", Key::Num5),
    ("data", Key::Num6),
    ("settings", Key::Comma),
];

fn pictures(mut stage: Stage, name: &str) {
    let mut results = SnapshotResults::new();
    for (place, key) in PLACES {
        stage.ctrl(key);
        // Where the journal lies, and the commit the program was built from, differ from run to run.
        for words in ["journal.db", env!("CARGO_PKG_VERSION")] {
            let all = stage.harness.query_all_by_label_contains(words);
            for text in all.map(|it| it.rect()).collect::<Vec<_>>() {
                // As wide whatever the letters are.
                stage
                    .harness
                    .mask(Rect::from_min_size(text.min, vec2(300.0, text.height())));
            }
        }
        results.add(stage.harness.try_snapshot(format!("{place}_{name}")));
    }
}

#[test]
fn every_place_is_as_it_was_looked_at_in_light() {
    pictures(Stage::full(LIGHT), "light");
}

#[test]
fn every_place_is_as_it_was_looked_at_in_dark() {
    pictures(Stage::full(DARK), "dark");
}

#[test]
fn every_place_is_as_it_was_looked_at_while_empty() {
    pictures(Stage::empty(LIGHT), "empty");
}

#[test]
fn every_place_is_as_it_was_looked_at_in_a_small_window() {
    pictures(Stage::full(SMALL), "small");
}

#[test]
fn every_place_is_as_it_was_looked_at_with_text_twice_as_large() {
    pictures(Stage::full(LARGE_TEXT), "large_text");
}

const FORMS: [(&str, Key); 5] = [
    ("run", Key::R),
    ("night", Key::N),
    ("soreness", Key::S),
    ("supplement", Key::P),
    ("habit", Key::H),
];

#[test]
fn every_form_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (LARGE_TEXT, "large_text")] {
        let mut stage = Stage::full(view);
        for (form, key) in FORMS {
            stage.ctrl(key);
            results.add(stage.harness.try_snapshot(format!("form_{form}_{name}")));
            stage.press(Key::Escape);
        }
    }
}

#[test]
fn the_health_questions_are_as_they_were_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [
        (LIGHT, "light"),
        (DARK, "dark"),
        (SMALL, "small"),
        (LARGE_TEXT, "large_text"),
    ] {
        let mut stage = Stage::empty(view);
        stage.ctrl(Key::K);
        stage.harness.event(egui::Event::Text("health questions".to_owned()));
        stage.settle();
        stage.press(Key::Enter);
        stage.press(Key::Tab);
        stage.press(Key::Space);
        results.add(stage.harness.try_snapshot(format!("health_{name}")));
    }
}

#[test]
fn your_checklist_is_as_it_was_looked_at() {
    let high = |view: View| View {
        size: [view.size[0], 2_000.0],
        ..view
    };
    let mut results = SnapshotResults::new();
    for (view, name) in [
        (high(LIGHT), "light"),
        (high(DARK), "dark"),
        (SMALL, "small"),
        (LARGE_TEXT, "large_text"),
    ] {
        let mut stage = Stage::empty(view);
        stage.ctrl(Key::Comma);
        while stage.harness.query_by_label("Move Foam roll down").is_none() {
            stage.press(Key::Tab);
        }
        stage.harness.get_by_label("Move Foam roll down").focus();
        stage.settle();
        stage.press(Key::Enter);
        if name == "light" {
            stage.click_role(Role::CheckBox, "Share the run");
            stage.type_into("Length of Stretch", "100");
            stage.click("Add a step");
            stage.type_into("Name", "Sauna");
        }
        for words in ["journal.db", env!("CARGO_PKG_VERSION")] {
            let all = stage.harness.query_all_by_label_contains(words);
            for text in all.map(|it| it.rect()).collect::<Vec<_>>() {
                stage
                    .harness
                    .mask(Rect::from_min_size(text.min, vec2(300.0, text.height())));
            }
        }
        results.add(stage.harness.try_snapshot(format!("your_checklist_{name}")));
    }
}

#[test]
fn a_running_step_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (DARK, "dark"), (SMALL, "small")] {
        let mut stage = Stage::empty(view);
        record_run(&mut stage);
        results.add(stage.harness.try_snapshot(format!("offer_{name}")));
        stage.press(Key::Enter);
        stage.click_role(Role::Button, "Start");
        stage.clock.set(NOW_MS + 190_000);
        stage.settle();
        results.add(stage.harness.try_snapshot(format!("running_{name}")));
        stage.ctrl(Key::Num1);
        results.add(stage.harness.try_snapshot(format!("today_running_{name}")));
    }
}

/// The next morning: what went by overnight, and the finder and the keys over the day.
#[test]
fn what_lies_over_everything_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (DARK, "dark"), (LARGE_TEXT, "large_text")] {
        let mut stage = Stage::full(view);
        stage.ctrl(Key::K);
        results.add(stage.harness.try_snapshot(format!("finder_{name}")));
        stage.type_into("Find a command or a day", "rec ru");
        results.add(stage.harness.try_snapshot(format!("finder_typed_{name}")));
        stage.press(Key::Escape);
        stage.press(Key::Questionmark);
        results.add(stage.harness.try_snapshot(format!("keys_{name}")));
        stage.press(Key::Escape);
        stage.clock.set(NOW_MS + 14 * 3_600_000);
        stage.settle();
        results.add(stage.harness.try_snapshot(format!("missed_{name}")));
    }
}

#[test]
fn a_reminder_in_the_window_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (DARK, "dark"), (SMALL, "small")] {
        let mut stage = begun(view);
        for minutes in [10, 31, 45] {
            stage.clock.set(NOW_MS + minutes * 60_000);
            stage.settle();
        }
        results.add(stage.harness.try_snapshot(format!("reminder_{name}")));
    }
}
