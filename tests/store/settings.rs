//! Settings in the journal file.

use afterrun::domain::{Concern, Health, Settings};

use super::fixture::{Place, settings};

#[test]
fn answers_about_health_are_kept_in_the_journal() {
    let place = Place::new();
    let answered = Settings {
        health: Health::answers([Concern::Raynaud, Concern::Heart]),
        ..settings()
    };
    place.open().save_settings(&answered).unwrap();
    assert_eq!(place.open().load().unwrap().settings, answered);
}

#[test]
fn a_new_journal_was_not_asked_about_health() {
    let place = Place::new();
    assert_eq!(place.open().load().unwrap().settings.health, Health::default());
}

#[test]
fn answers_about_health_that_cannot_be_read_count_as_not_given() {
    let place = Place::new();
    place
        .open()
        .save_settings(&Settings {
            health: Health::answers([]),
            ..settings()
        })
        .unwrap();
    let conn = rusqlite::Connection::open(&place.path).unwrap();
    conn.execute(
        "UPDATE setting SET value = '{\"answered\":true,\"concerns\":[\"of_a_later_version\"]}' WHERE key = 'health'",
        [],
    )
    .unwrap();
    drop(conn);
    assert_eq!(place.open().load().unwrap().settings.health, Health::default());
}
