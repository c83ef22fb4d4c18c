//! The health questions in the whole window: answered, left alone, changed later.

use afterrun::domain::{Concern, Health};
use egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LIGHT, Stage};

const HEART: &str = "A heart condition, an irregular heartbeat, or high blood pressure that is not under control";

fn kept(stage: &Stage) -> Health {
    stage.app().model.settings().health.clone()
}

/// The sheet, opened from the card in Settings.
fn asked(stage: &mut Stage, button: &str) {
    stage.ctrl(Key::Comma);
    stage.click_role(Role::Button, button);
    assert!(stage.shows("Before we suggest"));
}

#[test]
fn answers_are_kept_and_the_sheet_goes() {
    let mut stage = Stage::empty(LIGHT);
    asked(&mut stage, "Answer the questions");
    stage.click_role(Role::CheckBox, HEART);
    stage.click_role(Role::CheckBox, "Epilepsy");
    stage.click_role(Role::Button, "Save my answers");
    assert_eq!(kept(&stage), Health::answers([Concern::Heart, Concern::Epilepsy]));
    assert!(!stage.shows("Before we suggest"));
    assert!(stage.shows("Your answers are kept in this journal"));
    assert!(stage.shows("Answered: 2 of 14 apply to you"));
    let stage = stage.reopened(LIGHT);
    assert_eq!(kept(&stage), Health::answers([Concern::Heart, Concern::Epilepsy]));
}

#[test]
fn none_of_these_is_an_answer_of_one_press() {
    let mut stage = Stage::empty(LIGHT);
    asked(&mut stage, "Answer the questions");
    stage.click_role(Role::Button, "None of these");
    assert_eq!(kept(&stage), Health::answers([]));
    assert!(stage.shows("Answered: none of them applies to you"));
}

#[test]
fn not_now_keeps_nothing_of_what_was_ticked() {
    let mut stage = Stage::empty(LIGHT);
    for leave in ["button", "Escape"] {
        asked(&mut stage, "Answer the questions");
        let heart = stage.harness.get_by_role_and_label(Role::CheckBox, HEART);
        assert_eq!(heart.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False));
        stage.click_role(Role::CheckBox, HEART);
        if leave == "button" {
            stage.click_role(Role::Button, "Not now");
        } else {
            stage.press(Key::Escape);
        }
        assert!(!stage.shows("Before we suggest"), "{leave}");
        assert_eq!(kept(&stage), Health::default(), "{leave}");
    }
}

#[test]
fn nothing_ticked_is_no_answer_to_save_and_ticks_are_not_none() {
    let mut stage = Stage::empty(LIGHT);
    asked(&mut stage, "Answer the questions");
    let is_disabled = |stage: &Stage, label: &str| {
        let button = stage.harness.get_by_role_and_label(Role::Button, label);
        button.accesskit_node().is_disabled()
    };
    assert!(is_disabled(&stage, "Save my answers") && !is_disabled(&stage, "None of these"));
    stage.click_role(Role::CheckBox, "Under 18");
    assert!(!is_disabled(&stage, "Save my answers") && is_disabled(&stage, "None of these"));
}

#[test]
fn answers_can_be_changed_and_forgotten_later() {
    let mut stage = Stage::empty(LIGHT);
    asked(&mut stage, "Answer the questions");
    stage.click_role(Role::CheckBox, "Epilepsy");
    stage.click_role(Role::Button, "Save my answers");

    asked(&mut stage, "Change my answers");
    stage.click_role(Role::CheckBox, "Epilepsy");
    stage.click_role(Role::CheckBox, "Pregnancy");
    stage.click_role(Role::Button, "Save my answers");
    assert_eq!(kept(&stage), Health::answers([Concern::Pregnancy]));

    asked(&mut stage, "Change my answers");
    stage.click_role(Role::Button, "Not now");
    assert_eq!(kept(&stage), Health::answers([Concern::Pregnancy]), "they stay");

    stage.click_role(Role::Button, "Forget my answers");
    assert_eq!(kept(&stage), Health::default());
    assert!(stage.shows("Your answers are deleted"));
}

#[test]
fn the_questions_are_answered_by_keyboard_from_the_menu() {
    let mut stage = Stage::empty(LIGHT);
    stage.click("Menu");
    stage.click("Health questions");
    assert!(stage.shows("Before we suggest"));
    // Heart is the first line; Raynaud the next.
    stage.press(Key::Tab);
    stage.press(Key::Space);
    stage.press(Key::Tab);
    stage.press(Key::Space);
    for _ in 0..13 {
        stage.press(Key::Tab);
    }
    stage.press(Key::Enter);
    assert_eq!(kept(&stage), Health::answers([Concern::Heart, Concern::Raynaud]));
    assert_eq!(stage.nameless(), []);
}
