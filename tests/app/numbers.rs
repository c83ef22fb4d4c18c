//! What is made of the journal off the window's thread: when it is there, when again, and how often.

use std::sync::Arc;

use afterrun::app::numbers::Closer;
use afterrun::app::{Command, Place as Screen, Then};
use afterrun::charts::{ChartName, Options, Request};

use super::fixture::{Opened, Place, TODAY, batch, run, save};

fn request(name: ChartName) -> Request {
    Request {
        name,
        days: TODAY..=TODAY,
        options: Options::default(),
    }
}

fn runs(opened: &Opened) -> usize {
    opened.model().daily().rows.iter().map(|it| it.runs).sum()
}

#[test]
fn the_daily_table_is_the_last_one_until_the_next_is_there() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    assert_eq!(runs(&opened), 1);
    let before = opened.model().revision;
    opened.app.logic(vec![save(2)]);
    opened.until(|app| app.model.revision > before);
    assert_eq!(runs(&opened), 1);
    assert!(opened.app.is_busy());
    opened.until(|app| !app.is_busy());
    assert_eq!(runs(&opened), 2);
}

#[test]
fn a_chart_that_is_shown_is_made_and_made_again_when_the_journal_changes() {
    let place = Place::new();
    let mut opened = place.open();
    let calendar = request(ChartName::Calendar);
    opened.wish([Command::Charts(vec![calendar.clone()])]);
    let first = opened.model().numbers.chart(&calendar).unwrap().clone();
    opened.wish([save(1)]);
    let second = opened.model().numbers.chart(&calendar).unwrap();
    assert!(!Arc::ptr_eq(&first, second));
}

#[test]
fn a_chart_of_an_older_journal_is_dropped_and_one_of_the_new_one_made() {
    let place = Place::new();
    let mut opened = place.open();
    let calendar = request(ChartName::Calendar);
    opened.app.logic(vec![Command::Charts(vec![calendar.clone()]), save(1)]);
    // The chart and the answer of the store are there, and no frame has taken either.
    opened.woken();
    opened.woken();
    opened.app.logic(Vec::new());
    assert!(opened.model().numbers.chart(&calendar).is_none());
    assert!(opened.app.is_busy());
    opened.until(|app| !app.is_busy());
    assert!(opened.model().numbers.chart(&calendar).is_some());
}

#[test]
fn what_is_asked_for_twice_is_made_once() {
    let place = Place::new();
    let mut opened = place.open();
    let [calendar, weeks] = [ChartName::Calendar, ChartName::Weeks].map(request);
    opened.app.logic(vec![Command::Charts(vec![calendar.clone()])]);
    opened
        .app
        .logic(vec![Command::Charts(vec![calendar.clone(), weeks, calendar.clone()])]);
    opened.woken();
    opened.woken();
    opened.app.logic(Vec::new());
    assert!(!opened.app.is_busy());
    opened.wish([Command::Charts(vec![calendar])]);
    assert_eq!(opened.wakes(), 0);
}

#[test]
fn a_new_day_makes_the_charts_anew_and_the_daily_table_not() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1), Command::Charts(vec![request(ChartName::ThisWeek)])]);
    let table = opened.model().daily().clone();
    opened.frame_at(24 * 3_600_000);
    assert!(opened.app.is_busy());
    opened.until(|app| !app.is_busy());
    assert!(Arc::ptr_eq(&table, opened.model().daily()));
}

#[test]
fn a_chart_that_is_not_shown_any_more_is_not_made_again() {
    let place = Place::new();
    let mut opened = place.open();
    let calendar = request(ChartName::Calendar);
    opened.wish([Command::Charts(vec![calendar.clone()]), Command::Go(Screen::Today)]);
    let before = opened.model().numbers.chart(&calendar).cloned();
    opened.wish([save(1)]);
    assert!(opened.model().numbers.wanted().is_empty());
    let after = opened.model().numbers.chart(&calendar).cloned();
    assert!(before.is_none() == after.is_none());
    assert!(!opened.app.is_busy());
}

#[test]
fn nothing_is_made_and_nobody_woken_while_nothing_changes() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1), Command::Charts(vec![request(ChartName::Form)])]);
    opened.wakes();
    for minutes in 1..5 {
        opened.frame_at(minutes * 60_000);
        assert!(!opened.app.is_busy());
    }
    assert_eq!(opened.wakes(), 0);
}

#[test]
fn findings_are_made_while_they_are_shown_and_again_only_when_the_rows_change() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1)]);
    assert!(opened.model().numbers.findings().is_none());
    opened.wish([Command::Findings]);
    let findings = |opened: &Opened| opened.model().numbers.findings().unwrap().findings.clone();
    let first = findings(&opened);
    // A note is no number.
    let mut noted = run(1);
    noted.notes = "Windy".to_owned();
    opened.wish([Command::Save {
        batch: batch("a note", noted),
        then: Then::Nothing,
        draft: None,
    }]);
    assert!(Arc::ptr_eq(&first, &findings(&opened)));
    opened.wish([save(2)]);
    assert!(!Arc::ptr_eq(&first, &findings(&opened)));
}

#[test]
fn a_closer_look_at_a_finding_is_made_while_it_is_taken_and_forgotten_after() {
    let place = Place::new();
    let mut opened = place.open();
    opened.wish([save(1), Command::Findings]);
    let all = opened.model().numbers.findings().unwrap().findings.all.clone();
    let closer = Closer::at(all.last().unwrap(), &opened.model().journal_id);
    assert!(!opened.model().journal_id.is_empty());
    assert!(opened.model().numbers.seen(&closer).is_none());
    opened.wish([Command::LookCloser(vec![closer.clone()])]);
    assert!(opened.model().numbers.seen(&closer).unwrap().raw.is_some());
    opened.wish([Command::LookCloser(Vec::new())]);
    assert!(opened.model().numbers.seen(&closer).is_none());
}
