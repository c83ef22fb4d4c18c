//! Pictures of Insights beside those of every place: the whole page, few days, numbers and days behind one.

use afterrun::demo::{self, Plan};
use afterrun::domain::{Batch, Label, Record};
use egui::{Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::{Date, date};

use super::pictures::{DARK, LARGE_TEXT};
use super::stage::{LIGHT, NOW_MS, Stage, View};

/// High enough for the whole page.
const HIGH: f32 = 3_400.0;

fn high(view: View) -> View {
    View {
        size: [view.size[0], HIGH],
        ..view
    }
}

/// A window on what the sample recorded from `first` on.
fn since(view: View, first: Date) -> Stage {
    Stage::over(view, |store| {
        let sample = demo::journal(&Plan {
            years: 1,
            ..Plan::until(date(2026, 11, 24))
        });
        store.save_settings(&sample.settings).unwrap();
        let rule = sample.settings.day_rule;
        let since = sample.records().filter(|it| match it {
            Record::Activity(it) => rule.day_of(it.started_at) >= first,
            Record::Soreness(it) => rule.day_of(it.at) >= first,
            Record::Intake(it) => rule.day_of(it.at) >= first,
            Record::Practice(it) => it.when.day(rule) >= first,
            Record::Night(it) => it.day >= first,
            Record::Habit(it) => !it.builtin,
            Record::Supplement(_) => true,
            _ => false,
        });
        store
            .write(&Batch::putting(Label::new("batch-demo"), since), NOW_MS - 3_600_000)
            .unwrap();
    })
}

#[test]
fn the_whole_page_is_as_it_was_looked_at() {
    let mut results = SnapshotResults::new();
    for (view, name) in [(LIGHT, "light"), (DARK, "dark"), (LARGE_TEXT, "large_text")] {
        let mut stage = Stage::full(high(view));
        stage.ctrl(Key::Num5);
        results.add(stage.harness.try_snapshot(format!("insights_page_{name}")));
    }
}

#[test]
fn few_days_are_as_they_were_looked_at() {
    let mut stage = since(LIGHT, date(2026, 10, 20));
    stage.ctrl(Key::Num5);
    stage.harness.snapshot("insights_few");
}

#[test]
fn numbers_and_days_behind_a_finding_are_as_they_were_looked_at() {
    let mut results = SnapshotResults::new();
    let mut stage = Stage::full(LIGHT);
    stage.ctrl(Key::Num5);
    stage.press_button("Numbers and method of Foam rolling");
    stage.harness.set_size(vec2(1280.0, 2_000.0));
    stage.settle();
    results.add(stage.harness.try_snapshot("insights_details"));
    stage.harness.set_size(vec2(1280.0, 800.0));
    stage
        .harness
        .get_by_label_contains("behind Foam rolling")
        .click_accesskit();
    stage.settle();
    results.add(stage.harness.try_snapshot("insights_days"));
}
