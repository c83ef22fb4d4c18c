//! Reminders of the real program, minimised, on a private desktop with a real notification daemon.
//!
//! The desktop is a virtual display, a window manager, a bus and dunst, each of its own and gone with the
//! test. Where one of them is not installed the tests say so and are skipped; `./check` installs them.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

#[path = "reminders/desktop.rs"]
mod desktop;
#[path = "reminders/program.rs"]
mod program;

use afterrun::domain::protocol::StepAct;
use desktop::Desktop;
use program::{Program, Scene};

#[test]
fn a_step_that_opens_is_told_by_the_desktop_while_the_window_is_minimised_and_a_press_brings_it_back() {
    let Some(desktop) = Desktop::start() else { return };
    let scene = |soon| Scene::after_a_run(45 * 60 - soon);
    let program = Program::minimised_before_it_happens(&desktop, scene);
    let told = desktop.next_notification();
    assert!(program.is_minimised(&desktop), "until it is told");
    assert_eq!(told.app, "Afterrun");
    assert_eq!(told.summary, "Foam roll: can begin now");
    assert!(told.body.starts_with("Slow passes over the soft part"), "{told:?}");
    assert!(desktop.heard() == include_bytes!("../assets/sounds/ready.wav"));

    desktop.press_notification();
    program.wait_until_shown(&desktop);
    let kept = desktop.history();
    assert!(kept.contains("Foam roll: can begin now"), "dunst keeps: {kept}");
}

#[test]
fn a_timer_that_ends_is_told_by_the_desktop_while_the_window_is_minimised() {
    let Some(desktop) = Desktop::start() else { return };
    let scene = |soon| {
        let mut scene = Scene::after_a_run(15 * 60);
        // Eight minutes, and five seconds to get ready.
        scene.act("cool_down", &StepAct::Start, 8 * 60 + 5 - soon);
        scene
    };
    let _program = Program::minimised_before_it_happens(&desktop, scene);
    let told = desktop.next_notification();
    assert_eq!(told.summary, "Cool down: time is up");
    assert_eq!(told.body, "Next: Drink");
    assert!(desktop.heard() == include_bytes!("../assets/sounds/time_up.wav"));
}
