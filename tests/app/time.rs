//! What happens by itself, and that otherwise nothing does.

use afterrun::app::Command;
use afterrun::app::notices::Severity;
use jiff::civil::date;

use super::fixture::{Place, TODAY, save};

/// From half past seven to four o'clock the next morning.
const TO_THE_DAYS_END_MS: i64 = (20 * 60 + 30) * 60_000;

#[test]
fn a_window_that_is_left_alone_draws_nothing_until_the_day_changes() {
    let place = Place::new();
    let mut opened = place.open();
    opened.app.logic(Vec::new());
    assert_eq!(opened.app.next_wake_ms(), Some(TO_THE_DAYS_END_MS));
    opened.wish([save(1)]);
    assert!(opened.app.next_wake_ms() < Some(TO_THE_DAYS_END_MS));
    opened.frame_at(60_000);
    assert_eq!(opened.app.next_wake_ms(), Some(TO_THE_DAYS_END_MS - 60_000));
}

#[test]
fn today_is_another_day_when_the_day_has_changed() {
    let place = Place::new();
    let mut opened = place.open();
    opened.frame_at(TO_THE_DAYS_END_MS - 1);
    assert_eq!(opened.model().today(), TODAY);
    assert_eq!(opened.app.next_wake_ms(), Some(1));
    opened.frame_at(TO_THE_DAYS_END_MS);
    assert_eq!(opened.model().today(), date(2026, 11, 25));
}

#[test]
fn good_news_goes_by_itself_and_a_notice_can_be_put_away() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    let wait = opened.app.next_wake_ms().unwrap();
    opened.frame_at(wait - 1);
    assert_eq!(opened.said(Severity::Done).len(), 1);
    opened.frame_at(wait);
    assert_eq!(opened.said(Severity::Done).len(), 0);

    opened.wish([save(2)]);
    let id = opened.model().notices.iter().next().unwrap().id;
    opened.wish([Command::DismissNotice(id)]);
    assert_eq!(opened.model().notices.iter().count(), 0);
}
