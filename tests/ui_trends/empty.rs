//! What is said while there is too little to draw.

use afterrun::app::command::{Command, Form, FormKind};
use egui_kittest::kittest::Queryable as _;
use jiff::ToSpan as _;

use super::stage::{LONG_AFTER, Morning, Stage, mornings};

#[test]
fn an_empty_journal_says_what_to_record_first() {
    let mut stage = Stage::of(&[], LONG_AFTER);
    stage.harness.get_by_label("Nothing to draw yet");
    stage.click("Record a night");
    let form = Form::new(FormKind::Night, LONG_AFTER);
    assert_eq!(stage.wished(), [Command::Open(form)]);
}

#[test]
fn nothing_is_said_to_be_empty_before_that_is_known() {
    let mut stage = Stage::unsettled(Vec::new(), LONG_AFTER, egui::vec2(1280.0, 800.0));
    // A frame in which the app has not been asked yet.
    stage.harness.step();
    assert!(!stage.shows("Nothing to draw yet"));
    stage.settle();
    assert!(stage.shows("Nothing to draw yet"));
}

#[test]
fn a_chart_without_enough_says_how_much_there_is_and_what_it_needs() {
    let stage = Stage::of(&mornings()[..3], LONG_AFTER);
    stage.harness.get_by_label("Are sore mornings short nights?");
    stage
        .harness
        .get_by_role_and_label(egui::Role::ProgressIndicator, "3 of 5");
    // All days are shown already.
    assert!(!stage.shows("Show all days"));
}

#[test]
fn a_range_with_too_little_offers_all_days() {
    let mut all: Vec<Morning> = mornings();
    all.push((LONG_AFTER.saturating_sub(2.days()), Some(7.5), None));
    let mut stage = Stage::of(&all, LONG_AFTER);
    assert!(!stage.shows("100 mornings"));
    stage.click("Show all days");
    assert!(stage.shows("100 mornings"));
}
