//! Sections, ranges, and what is shown while charts are made.

use afterrun::app::Command;
use afterrun::app::look::Section;
use egui::{Key, Role, vec2};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;

use super::stage::{FIRST, LONG_AFTER, Stage, mornings, records, save};

#[test]
fn sections_are_tabs_and_the_last_one_is_kept() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.harness.get_by_label("Are sore mornings short nights?");
    stage.click_role(Role::Tab, "Calendar");
    assert!(!stage.shows("Are sore mornings short nights?"));
    assert_eq!(stage.harness.state().app.model.look.section, Section::Calendar);
    let wishes = stage.wished();
    assert!(
        matches!(&wishes[..], [Command::SetLook(look)] if look.section == Section::Calendar),
        "{wishes:?}"
    );
}

#[test]
fn sections_are_walked_by_keys_as_one_stop() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage
        .harness
        .get_by_role_and_label(Role::Tab, "Sleep and soreness")
        .focus();
    stage.settle();
    for _ in 0..3 {
        stage.press(Key::ArrowRight);
    }
    stage.press(Key::Enter);
    assert_eq!(stage.harness.state().app.model.look.section, Section::Calendar);
}

#[test]
fn where_there_is_no_room_sections_are_a_list() {
    let mut stage = Stage::over(records(&mornings()), LONG_AFTER, vec2(420.0, 700.0));
    stage.click_role(Role::ComboBox, "Sections");
    stage.click_role(Role::Button, "Calendar");
    assert_eq!(stage.harness.state().app.model.look.section, Section::Calendar);
}

#[test]
fn an_old_journal_is_shown_as_a_whole_and_ranges_count_back_from_its_end() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage
        .harness
        .get_by_label_contains("100 mornings, 1 Nov 2019 to 8 Feb 2020");
    stage.click_role(Role::RadioButton, "4 weeks");
    stage
        .harness
        .get_by_label_contains("28 mornings, 12 Jan 2020 to 8 Feb 2020");
}

#[test]
fn one_range_holds_for_all_sections() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click_role(Role::RadioButton, "4 weeks");
    stage.click_role(Role::Tab, "Over time");
    let wanted = stage.harness.state().app.model.numbers.wanted();
    assert_eq!(wanted[0].days, date(2020, 1, 12)..=date(2020, 2, 8));
}

#[test]
fn days_are_chosen_one_by_one() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click_role(Role::RadioButton, "Choose…");
    stage.click("From 1 Nov 2019");
    stage.click("Sun 10 Nov 2019");
    stage.click("To 8 Feb 2020");
    stage.click("A month back");
    stage.click("A month back");
    stage.click("Tue 10 Dec 2019");
    let wanted = stage.harness.state().app.model.numbers.wanted();
    assert_eq!(wanted[0].days, date(2019, 11, 10)..=date(2019, 12, 10));
}

#[test]
fn a_choice_keeps_the_last_picture_until_the_new_one_is_there() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage
        .harness
        .get_by_role_and_label(Role::RadioButton, "4 weeks")
        .click();
    // Frames in which the app is not asked: the chart of the new range cannot come.
    for _ in 0..3 {
        stage.harness.step();
        assert!(stage.shows("100 mornings, 1 Nov 2019 to 8 Feb 2020"));
    }
    stage.settle();
    assert!(stage.shows("28 mornings, 12 Jan 2020 to 8 Feb 2020"));
}

#[test]
fn what_takes_long_enough_to_be_noticed_is_said_to_be_under_way() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage
        .harness
        .get_by_role_and_label(Role::RadioButton, "4 weeks")
        .click();
    stage.harness.step();
    assert!(!stage.shows("Being made…"));
    // The clock of the harness goes on with each frame.
    stage.harness.run_steps(4);
    assert!(stage.shows("Being made…"));
    stage.settle();
    assert!(!stage.shows("Being made…"));
}

#[test]
fn a_journal_that_changes_while_a_chart_is_made_is_the_one_that_is_shown() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.harness.get_by_role_and_label(Role::RadioButton, "All").click();
    stage.click_role(Role::RadioButton, "1 year");
    let more = (date(2020, 2, 9), Some(7.0), Some(2.0));
    stage.wish(save(records(&[more])));
    assert!(stage.shows("101 mornings, 1 Nov 2019 to 9 Feb 2020"));
}

#[test]
fn nothing_is_drawn_again_while_nothing_changes() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.harness.run();
    let wishes = stage.wishes.len();
    stage.settle();
    assert_eq!(stage.wishes.len(), wishes);
    assert_eq!(stage.harness.run(), 1);
    assert_eq!(FIRST, date(2019, 11, 1));
}
