//! Reminders of an app: where they go, what is shown once afterwards, and how seldom the window is woken.

use afterrun::app::notices::Severity;
use afterrun::app::reminders::Gone;
use afterrun::app::{Command, Dose, Look, StepAct, Then, WindowWish};
use afterrun::domain::health::Health;
use afterrun::domain::{Activity, RunKind, When};

use super::fixture::{Opened, Place, at, batch, run};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// An app in which a long run just ended and its checklist was begun.
fn begun(place: &Place) -> Opened {
    let mut opened = place.open();
    let long = Activity {
        kind: Some(RunKind::Long),
        ..run(1)
    };
    let save = Command::Save {
        batch: batch("a long run", long),
        then: Then::Nothing,
        draft: None,
    };
    opened.wish([Command::Health(Health::answers([])), save]);
    opened.wish([Command::StartChecklist(run(1).meta.id)]);
    opened.frame_at(10_000);
    opened
}

fn act(opened: &Opened, step: &str, act: StepAct) -> Command {
    Command::Step {
        checklist: opened.model().journal.checklists[0].meta.id,
        step: step.to_owned(),
        act,
    }
}

/// Goes from moment to moment, as the window does, to so many minutes after the app was opened.
fn wait_until(opened: &mut Opened, minutes: i64) {
    let mut now = opened.model().now.ms - at(0).ms;
    while let Some(wait) = opened.app.next_wake_ms().filter(|wait| now + wait < minutes * MINUTE) {
        now += wait;
        opened.frame_at(now);
    }
    opened.frame_at(minutes * MINUTE);
}

fn untold(opened: &Opened) -> Vec<&str> {
    opened.model().untold.iter().map(|it| it.sentence.as_str()).collect()
}

fn missed(opened: &Opened) -> Vec<&str> {
    opened.model().missed.iter().map(|it| it.step.as_str()).collect()
}

#[test]
fn where_no_service_takes_it_a_reminder_stands_in_the_window_and_asks_for_attention() {
    let place = Place::new();
    let mut opened = begun(&place);
    wait_until(&mut opened, 44);
    opened.app.take_window_wish();
    opened.wish([Command::CloseReminders]);
    wait_until(&mut opened, 45);
    assert_eq!(untold(&opened).len(), 1);
    assert!(
        untold(&opened)[0].starts_with("Foam roll: can begin now"),
        "{:?}",
        untold(&opened)
    );
    assert_eq!(opened.app.take_window_wish(), Some(WindowWish::Attention));
    assert_eq!(opened.app.take_window_wish(), None, "once");
    opened.wish([Command::CloseReminders]);
    assert_eq!(untold(&opened), [""; 0]);
}

#[test]
fn who_looks_at_the_window_gets_a_quiet_notice() {
    let place = Place::new();
    let mut opened = begun(&place);
    wait_until(&mut opened, 44);
    opened.wish([Command::CloseReminders]);
    opened.app.take_window_wish();
    opened.app.touched();
    wait_until(&mut opened, 45);
    assert_eq!(untold(&opened), [""; 0]);
    assert_eq!(opened.app.take_window_wish(), None);
    let said = opened.said(Severity::Info);
    assert!(said[0].starts_with("Foam roll: can begin now"), "{said:?}");
}

#[test]
fn who_has_another_window_in_front_gets_more_than_a_notice() {
    let place = Place::new();
    let mut opened = begun(&place);
    wait_until(&mut opened, 44);
    opened.wish([Command::CloseReminders]);
    opened.app.touched();
    opened.app.window_is(true, false);
    wait_until(&mut opened, 45);
    assert_eq!(untold(&opened).len(), 1);
    assert_eq!(opened.said(Severity::Info), [""; 0]);
}

#[test]
fn who_does_not_want_to_be_reminded_is_not() {
    let place = Place::new();
    let mut opened = begun(&place);
    let look = Look {
        remind: false,
        ..Look::default()
    };
    opened.wish([Command::SetLook(look)]);
    wait_until(&mut opened, 60);
    assert_eq!(untold(&opened), [""; 0]);
    assert_eq!(opened.said(Severity::Info), [""; 0]);
    assert_eq!(opened.app.take_window_wish(), None);
}

#[test]
fn a_reminder_goes_by_itself_once_the_step_is_begun() {
    let place = Place::new();
    let mut opened = begun(&place);
    wait_until(&mut opened, 44);
    opened.wish([Command::CloseReminders]);
    wait_until(&mut opened, 45);
    let start = act(&opened, "foam_rolling", StepAct::Start);
    opened.wish([start]);
    assert_eq!(untold(&opened), [""; 0]);
}

#[test]
fn what_went_by_while_the_computer_slept_is_missed_and_not_told() {
    let place = Place::new();
    let mut opened = begun(&place);
    opened.frame_at(3 * HOUR);
    assert_eq!(untold(&opened), [""; 0]);
    assert_eq!(missed(&opened), ["cool_down", "stretching", "snack", "compression"]);
}

#[test]
fn what_went_by_while_the_program_was_closed_is_missed_once() {
    let place = Place::new();
    let opened = begun(&place);
    opened.app.close();
    let mut opened = place.open_after(3 * HOUR);
    assert_eq!(missed(&opened).len(), 4);
    opened.wish([Command::CloseMissed]);
    assert_eq!(missed(&opened), [""; 0]);
    opened.app.close();
    let opened = place.open_after(3 * HOUR + MINUTE);
    assert_eq!(missed(&opened), [""; 0]);
}

#[test]
fn what_was_missed_is_shown_again_where_nobody_answered_before_the_program_ended() {
    let place = Place::new();
    begun(&place).app.close();
    place.open_after(3 * HOUR).app.close();
    assert_eq!(missed(&place.open_after(4 * HOUR)).len(), 4);
}

#[test]
fn closing_what_was_missed_leaves_everything_untouched() {
    let place = Place::new();
    let mut opened = begun(&place);
    opened.frame_at(3 * HOUR);
    let before = opened.model().journal.clone();
    opened.wish([Command::CloseMissed]);
    assert_eq!(opened.model().journal, before);
}

#[test]
fn a_missed_step_is_recorded_late_or_skipped_and_leaves_the_list() {
    let place = Place::new();
    let mut opened = begun(&place);
    opened.frame_at(3 * HOUR);
    let first = opened.model().missed[0].clone();
    assert!(matches!(first.what, Gone::Window(..)));
    let done = act(
        &opened,
        &first.step,
        StepAct::DoneAt {
            at: at(20),
            dose: Dose::default(),
        },
    );
    let skip = act(&opened, "snack", StepAct::Skip(String::new()));
    opened.wish([done, skip]);
    assert_eq!(missed(&opened), ["stretching", "compression"]);
    let practice = &opened.model().journal.practices[0];
    assert_eq!(practice.when, When::At(at(20)));
}

#[test]
fn a_journal_opened_for_the_first_time_here_has_missed_nothing() {
    let place = Place::new();
    begun(&place).app.close();
    std::fs::remove_file(place.beside("config").join("look.json")).unwrap();
    assert_eq!(missed(&place.open_after(3 * HOUR)), [""; 0]);
}

#[test]
fn a_hidden_window_wakes_at_the_next_moment_and_not_for_each_second_of_a_timer() {
    let place = Place::new();
    let mut opened = begun(&place);
    let start = act(&opened, "cool_down", StepAct::Start);
    opened.wish([start]);
    opened.app.window_is(false, false);
    wait_until(&mut opened, 7);
    opened.frame_at(7 * MINUTE + 300);
    // Begun at ten seconds, five to get ready, then four parts of two minutes.
    assert_eq!(opened.app.next_wake_ms(), Some(MINUTE + 15_000 - 300));
    opened.app.window_is(true, true);
    opened.frame_at(7 * MINUTE + 300);
    assert_eq!(opened.app.next_wake_ms(), Some(700));
}

#[test]
fn minutes_are_counted_down_only_while_somebody_looks() {
    let place = Place::new();
    let mut opened = begun(&place);
    wait_until(&mut opened, 31);
    let opens = at(45);
    assert_eq!(opened.model().countdown(opens), None);
    // To the step that opens next, nothing is drawn.
    assert_eq!(opened.app.next_wake_ms(), Some(14 * MINUTE));
    opened.app.touched();
    opened.frame_at(31 * MINUTE);
    assert_eq!(opened.model().countdown(opens), Some(15));
    // Until nobody looks any more, and the clock time alone stands there.
    assert_eq!(opened.app.next_wake_ms(), Some(2 * MINUTE));
    opened.frame_at(33 * MINUTE);
    assert_eq!(opened.model().countdown(opens), None);
    assert_eq!(opened.app.next_wake_ms(), Some(12 * MINUTE));
}

#[test]
fn a_window_that_waits_three_hours_is_woken_a_few_times_only() {
    let place = Place::new();
    let mut opened = begun(&place);
    opened.app.window_is(false, false);
    wait_until(&mut opened, 1);
    let mut woken = 0;
    let mut now = MINUTE;
    while now < 3 * HOUR {
        now += opened.app.next_wake_ms().unwrap().max(1);
        opened.frame_at(now);
        woken += 1;
    }
    assert!(woken < 20, "{woken}");
}

#[test]
fn a_run_that_is_saved_without_a_checklist_reminds_of_nothing() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([Command::Save {
        batch: batch("a run", run(1)),
        then: Then::Nothing,
        draft: None,
    }]);
    opened.frame_at(45 * MINUTE);
    assert_eq!(untold(&opened), [""; 0]);
    assert_eq!(missed(&opened), [""; 0]);
}
