//! What lies over everything: the finder, the keys, what was missed, reminders. By keyboard.

use afterrun::app::{FormKind, Place, Sheet};
use afterrun::domain::health::Health;
use afterrun::domain::{Activity, Batch, Id, Label, Meta, Outcome, Record, RunKind, Settings, Sport, Stamp, When};
use egui::{Event, Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;

use super::stage::{LIGHT, NOW_MS, Stage, View};

const FIELD: &str = "Find a command or a day";
const MINUTE: i64 = 60_000;

/// Types a question mark, as a keyboard sends it.
fn question_mark(stage: &mut Stage) {
    stage.harness.key_press(Key::Questionmark);
    stage.harness.event(Event::Text("?".to_owned()));
    stage.settle();
}

fn text_of(stage: &Stage, label: &str) -> String {
    let field = stage.harness.get_by_role_and_label(Role::TextInput, label);
    field.accesskit_node().value().unwrap_or_default()
}

fn has_the_keyboard(stage: &Stage, label: &str) -> bool {
    stage.harness.get_by_role_and_label(Role::TextInput, label).is_focused()
}

/// A long run that just ended, its checklist begun, and Today over it.
pub fn begun(view: View) -> Stage {
    let mut stage = Stage::over(view, |store| {
        let settings = Settings {
            health: Health::answers([]),
            ..store.load().unwrap().settings
        };
        store.save_settings(&settings).unwrap();
        let end = Stamp::in_zone(NOW_MS, &settings.time_zone());
        let run = Activity {
            elapsed_s: Some(3600.0),
            kind: Some(RunKind::Long),
            ..Activity::new(Meta::manual(Id::fresh(NOW_MS)), Sport::Run, end.plus_seconds(-3600.0))
        };
        let batch = Batch::putting(Label::new("batch-run-plain"), [Record::Activity(run)]);
        store.write(&batch, NOW_MS).unwrap();
    });
    // In a small window it is below what is in sight.
    stage.harness.get_by_label("Start the checklist").click_accesskit();
    stage.settle();
    stage.ctrl(Key::Num1);
    stage
}

/// Lets so many minutes pass since the stage was opened, with a frame at each moment.
fn pass(stage: &mut Stage, minutes: impl IntoIterator<Item = i64>) {
    for minute in minutes {
        stage.clock.set(NOW_MS + minute * MINUTE);
        stage.settle();
    }
}

#[test]
fn the_finder_is_opened_typed_into_and_leads_to_a_form_by_keyboard_alone() {
    let mut stage = Stage::full(LIGHT);
    stage.ctrl(Key::K);
    assert_eq!(stage.app().model.sheet, Some(Sheet::Finder));
    stage.harness.event(Event::Text("record a run".to_owned()));
    stage.settle();
    stage.press(Key::Enter);
    let model = &stage.app().model;
    assert_eq!(model.sheet, None);
    assert_eq!(model.form.as_ref().map(|it| it.kind), Some(FormKind::Run));
    assert!(has_the_keyboard(&stage, "Distance"));
}

#[test]
fn escape_leaves_everything_as_it_was_and_the_keyboard_where_it_was() {
    let mut stage = Stage::full(LIGHT);
    stage.type_into("Slept", "7:1");
    stage.ctrl(Key::K);
    stage.harness.event(Event::Text("settings".to_owned()));
    stage.settle();
    assert_eq!(text_of(&stage, FIELD), "settings");
    let before = stage.app().model.clone();
    stage.press(Key::Escape);
    let model = &stage.app().model;
    assert_eq!((model.sheet, model.place), (None, Place::Today));
    assert_eq!((model.revision, model.drafts.clone()), (before.revision, before.drafts));
    assert!(has_the_keyboard(&stage, "Slept"));
    stage.harness.event(Event::Text("5".to_owned()));
    stage.settle();
    assert_eq!(text_of(&stage, "Slept"), "7:15");
    stage.ctrl(Key::K);
    assert_eq!(text_of(&stage, FIELD), "", "it begins anew");
}

#[test]
fn a_day_that_is_typed_is_shown_in_the_journal() {
    let mut stage = Stage::full(LIGHT);
    stage.ctrl(Key::K);
    stage.type_into(FIELD, "12 nov");
    stage.press(Key::Enter);
    assert_eq!(stage.app().model.place, Place::Journal);
    assert_eq!(stage.app().model.day_shown, Some(date(2026, 11, 12)));
}

#[test]
fn a_question_mark_shows_the_keys_and_is_a_letter_in_a_text_field() {
    let mut stage = Stage::full(LIGHT);
    stage.type_into("Slept", "7");
    question_mark(&mut stage);
    assert_eq!(stage.app().model.sheet, None);
    assert_eq!(text_of(&stage, "Slept"), "7?");
    stage.ctrl(Key::Num3);
    question_mark(&mut stage);
    assert_eq!(stage.app().model.sheet, Some(Sheet::Keys));
    assert!(stage.shows("Record a run, Ctrl+R"));
    stage.press(Key::Escape);
    assert_eq!(stage.app().model.sheet, None);
    assert_eq!(stage.app().model.place, Place::Journal);
}

#[test]
fn the_finder_and_the_keys_are_in_the_menu() {
    let mut stage = Stage::full(LIGHT);
    stage.click("Menu");
    stage.click("All keys");
    assert_eq!(stage.app().model.sheet, Some(Sheet::Keys));
    stage.press(Key::Escape);
    stage.click("Menu");
    stage.click("Find a command or a day…");
    assert_eq!(stage.app().model.sheet, Some(Sheet::Finder));
}

#[test]
fn a_form_keeps_its_keys() {
    let mut stage = Stage::full(LIGHT);
    stage.ctrl(Key::R);
    stage.ctrl(Key::K);
    assert_eq!(stage.app().model.sheet, None);
}

#[test]
fn everything_that_lies_on_top_has_names() {
    let mut stage = begun(LIGHT);
    for (key, sheet) in [(Key::K, Sheet::Finder), (Key::Questionmark, Sheet::Keys)] {
        if sheet == Sheet::Finder {
            stage.ctrl(key);
        } else {
            stage.press(key);
        }
        assert_eq!(stage.app().model.sheet, Some(sheet));
        assert_eq!(stage.nameless(), [], "{sheet:?}");
        stage.press(Key::Escape);
    }
    pass(&mut stage, [180]);
    assert!(stage.shows("While you were away"));
    assert_eq!(stage.nameless(), []);
}

#[test]
fn the_line_of_a_step_counts_down_while_somebody_looks_and_then_tells_the_clock_time() {
    let mut stage = begun(LIGHT);
    stage.ctrl(Key::Num2);
    pass(&mut stage, [1]);
    assert!(stage.shows("opens in 45 min, at 19:15"));
    pass(&mut stage, [5]);
    assert!(stage.shows("opens at 19:15"));
    assert!(!stage.shows("opens in"));
    // A movement of the pointer is enough.
    stage.harness.event(Event::PointerMoved(egui::pos2(400.0, 300.0)));
    stage.settle();
    assert!(stage.shows("opens in 40 min, at 19:15"));
}

#[test]
fn without_a_notification_service_a_line_stands_in_the_window_until_it_is_put_away() {
    let mut stage = begun(LIGHT);
    pass(&mut stage, [5, 10, 31, 45]);
    assert!(stage.shows("Foam roll: can begin now"));
    stage.click("Close these reminders");
    assert!(!stage.shows("can begin now"));
    assert!(stage.app().model.untold.is_empty());
}

#[test]
fn who_looks_at_the_window_sees_a_notice_and_no_line() {
    let mut stage = begun(LIGHT);
    pass(&mut stage, [5, 10, 31]);
    stage.click("Close these reminders");
    pass(&mut stage, [44]);
    stage.press(Key::Tab);
    pass(&mut stage, [45]);
    assert!(stage.app().model.untold.is_empty());
    assert!(stage.shows("Foam roll: can begin now"));
    pass(&mut stage, [46]);
    assert!(!stage.shows("Foam roll: can begin now"), "a notice goes by itself");
}

#[test]
fn a_missed_step_is_recorded_at_the_time_that_is_typed() {
    let mut stage = begun(LIGHT);
    pass(&mut stage, [180]);
    stage.type_into("Cool down: I did it at", "");
    let field = stage
        .harness
        .get_by_role_and_label(Role::TextInput, "Cool down: I did it at");
    assert_eq!(field.accesskit_node().value().unwrap(), "18:32");
    stage.ctrl(Key::A);
    stage.harness.event(Event::Text("18:40".to_owned()));
    stage.settle();
    stage.click("Record Cool down");
    let practice = &stage.app().model.journal.practices[0];
    let When::At(at) = practice.when else {
        panic!("{practice:?}")
    };
    assert_eq!(at.to_rfc3339(), "2026-11-24T18:40:00+01:00");
    assert!(!stage.shows("Record Cool down"));
}

#[test]
fn a_missed_step_is_skipped_and_the_rest_left_open_once_and_for_all() {
    let mut stage = begun(LIGHT);
    pass(&mut stage, [180]);
    stage.click("Eat a snack: skipped");
    let steps = &stage.app().model.journal.steps;
    assert_eq!(
        steps.iter().map(|it| it.outcome).collect::<Vec<_>>(),
        [Some(Outcome::Skipped)]
    );
    stage.click("Leave the rest open");
    assert!(!stage.shows("While you were away"));
    pass(&mut stage, [181]);
    assert!(!stage.shows("While you were away"));
}

#[test]
fn a_time_to_come_is_not_taken_for_a_missed_step() {
    let mut stage = begun(LIGHT);
    pass(&mut stage, [60]);
    stage.type_into("Cool down: I did it at", "");
    stage.ctrl(Key::A);
    stage.harness.event(Event::Text("nonsense".to_owned()));
    stage.settle();
    assert!(
        stage
            .harness
            .get_by_label("Record Cool down")
            .accesskit_node()
            .is_disabled()
    );
}

#[test]
fn the_finder_hands_the_keyboard_to_what_it_leads_to() {
    let mut stage = Stage::full(LIGHT);
    stage.type_into("Slept", "7");
    stage.ctrl(Key::K);
    stage.type_into(FIELD, "quick entry");
    stage.press(Key::Enter);
    let field = stage
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Quick entry");
    assert!(field.is_focused());
}
