//! The question how the legs are after a hard run.

use afterrun::domain::{Context, Region, Side};
use egui::Key;

use super::stage::{LIGHT, NOW_MS, Stage};

const HOUR_MS: i64 = 3_600_000;

/// A long run that ended just now, on Tuesday at half past six in the evening; then so many hours go by.
fn after_long_run(hours: i64) -> Stage {
    let mut stage = Stage::empty(LIGHT);
    stage.ctrl(Key::R);
    stage.type_into("Distance", "21");
    stage.type_into("Time", "1:50:00");
    stage.click("Save the run");
    stage.press(Key::Escape);
    stage.clock.set(NOW_MS + hours * HOUR_MS);
    stage.settle();
    stage
}

const QUESTION: &str = "How are the legs, a day after Tuesday’s run?";

#[test]
fn it_stands_back_for_the_morning_check_and_is_answered_by_it() {
    let mut stage = after_long_run(20);
    assert!(stage.shows("Save the morning") && !stage.shows(QUESTION));
    stage.click("Sorest spot 3: I notice it");
    stage.click("Save the morning");
    assert!(!stage.shows("Save the morning") && !stage.shows(QUESTION));
}

#[test]
fn it_is_asked_a_day_later_and_answered_for_its_run() {
    let mut stage = after_long_run(20);
    stage.type_into("Slept", "7");
    stage.click("Save the morning");
    assert!(stage.shows(QUESTION));
    stage.click("Legs 5: changes how I move");
    stage.click("Where?");
    stage.press(Key::Enter);
    stage.click("Save the soreness");
    assert!(!stage.shows(QUESTION));
    let journal = &stage.app().model.journal;
    let it = &journal.soreness[0];
    assert_eq!((it.region, it.side, it.score), (Region::Calf, Side::Left, 5.0));
    assert_eq!(it.run_id, Some(journal.activities[0].meta.id));
    assert_eq!(it.context, Context::Other, "half past two in the afternoon");
}

#[test]
fn it_can_be_put_off_and_asks_for_a_number() {
    let mut stage = after_long_run(20);
    stage.type_into("Slept", "7");
    stage.click("Save the morning");
    stage.click("Save the soreness");
    assert!(stage.shows("Say how sore"));
    stage.click("Not now");
    assert!(!stage.shows("How are the legs"));
    assert!(stage.app().model.journal.soreness.is_empty());
}
