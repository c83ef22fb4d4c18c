//! What is typed wrong, asked for help, or asked for where there is no screen.

use super::desk::Desk;

#[test]
fn wrong_usage_ends_with_2_and_touches_nothing() {
    let desk = Desk::new();
    for args in [
        &["walk"][..],
        &["add"],
        &["add", "--now", "noon", "10k"],
        &["import"],
        &["export"],
        &["export", "--from", "24.11.2026", "out"],
        &["export", "--from", "2026-11-24", "--to", "2026-11-23", "out"],
        &["export", "--only", "shoes", "out"],
        &["export", "--only", "sleep,soreness", "out.csv"],
        &["export", "--decimal-comma", "out"],
        &["list", "shoes"],
        &["list", "daily"],
        &["list", "--to", "2026-02-30"],
        &["demo", "--years", "0"],
        &["demo", "--until", "1901-01-01", "--out", "x.db"],
        &["undo", "2"],
        &["--journal"],
    ] {
        let ended = desk.run(args);
        assert_eq!((ended.status, ended.said.as_str()), (2, ""), "{args:?}");
        assert!(ended.complained.starts_with("error: "), "{args:?}: {ended:?}");
    }
    assert_eq!(desk.files("."), [""; 0]);
}

#[test]
fn help_and_version_are_answers_and_no_errors() {
    let desk = Desk::new();
    assert!(desk.say(&["--version"]).starts_with("afterrun 0.1.0"));
    let help = desk.say(&["--help"]);
    for word in [
        "add",
        "demo",
        "import",
        "export",
        "list",
        "undo",
        "redo",
        "history",
        "check",
        "--journal",
    ] {
        assert!(help.contains(word), "{word}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_screen_the_window_is_a_sentence() {
    let desk = Desk::new();
    let sentence = desk.fail(&[]);
    assert!(sentence.contains("screen") && sentence.contains("--help"), "{sentence}");
    assert_eq!(desk.files("."), [""; 0], "no journal was begun");
}

#[test]
#[cfg(target_os = "linux")]
fn an_empty_display_is_none() {
    let desk = Desk::new();
    let output = desk.command(&[]).env("DISPLAY", "").env("WAYLAND_DISPLAY", "").output();
    assert_eq!(output.unwrap().status.code(), Some(1));
}
