//! What the data means, and how this computer shows it.

use afterrun::app::notices::Severity;
use afterrun::app::{Command, Look, ThemeChoice};
use afterrun::domain::{DayRule, Settings};
use jiff::civil::date;

use super::fixture::{Place, TODAY};

#[test]
fn settings_hold_from_when_they_are_on_the_disk() {
    let place = Place::new();
    let mut opened = place.open();
    let settings = Settings {
        zone: "Pacific/Honolulu".into(),
        day_rule: DayRule { start_min: 0 },
        ..opened.model().settings().clone()
    };
    opened.app.logic(vec![Command::SetSettings(settings.clone())]);
    assert_eq!(opened.model().today(), TODAY);
    opened.until(|app| !app.is_busy());
    assert_eq!(*opened.model().settings(), settings);
    assert_eq!(opened.model().today(), date(2026, 11, 23));
    // Half past eight in the evening there.
    assert_eq!(opened.app.next_wake_ms(), Some(210 * 60_000));
    opened.app.close();
    assert_eq!(*place.open().model().settings(), settings);
}

#[test]
fn the_look_is_seen_at_once_and_kept() {
    let place = Place::new();
    let mut opened = place.open();
    let look = Look {
        theme: ThemeChoice::Dark,
        text_percent: 150,
        ..Look::default()
    };
    opened.wish([Command::SetLook(look)]);
    assert_eq!(opened.model().look, look);
    opened.app.close();
    assert_eq!(place.open().model().look, look);
}

#[test]
fn many_changes_of_the_look_are_kept_as_one_after_a_second() {
    let place = Place::new();
    let mut opened = place.open();
    let path = place.beside("config").join("look.json");
    for text_percent in [110, 120, 130] {
        opened.wish([Command::SetLook(Look {
            text_percent,
            ..Look::default()
        })]);
    }
    assert!(!path.exists());
    assert_eq!(opened.app.next_wake_ms(), Some(1_000));
    opened.frame_at(1_000);
    // What is being written is written when this returns.
    opened.app.close();
    assert_eq!(Look::read(&path).text_percent, 130);
}

#[test]
fn a_look_that_cannot_be_kept_is_said_and_seen_all_the_same() {
    let place = Place::new();
    std::fs::write(place.beside("config"), "a file where the folder has to be").unwrap();
    let mut opened = place.open();
    let look = Look {
        text_percent: 200,
        ..Look::default()
    };
    opened.wish([Command::SetLook(look)]);
    opened.frame_at(1_000);
    opened.until(|app| app.model.notices.iter().count() == 1);
    let problems = opened.said(Severity::Problem);
    assert!(problems[0].contains("could not be kept"), "{problems:?}");
    assert_eq!(opened.model().look, look);
}
