//! The thread that owns a journal, as the window uses it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use afterrun::domain::{Record, UndoState};
use afterrun::store::{Error, Reply, Request, StoreThread, Watch};

use super::fixture::{NOW, Place, dump, mode, put, run};

fn started(place: &Place) -> (StoreThread, Receiver<()>) {
    let (wake, woken) = channel();
    let thread = StoreThread::start(place.open(), move || {
        wake.send(()).ok();
    });
    (thread, woken)
}

/// The next answer, once the thread has woken us.
fn next(thread: &StoreThread, woken: &Receiver<()>) -> Reply {
    woken.recv().unwrap();
    thread.try_recv().unwrap()
}

fn write(token: u64, n: u8) -> Request {
    Request::Write {
        token,
        batch: put([Record::Activity(run(n))]),
        now_ms: NOW,
    }
}

#[test]
fn answers_come_in_the_order_of_requests() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    thread.send(write(7, 1));
    thread.send(Request::Undo {
        expected: None,
        now_ms: NOW,
    });
    thread.send(Request::History { limit: 9 });
    assert!(matches!(next(&thread, &woken), Reply::Written { token: 7, .. }));
    assert!(matches!(next(&thread, &woken), Reply::Undone(written) if written.undo.redo.is_some()));
    assert!(matches!(next(&thread, &woken), Reply::History(lines) if lines.len() == 2));
    assert!(thread.try_recv().is_none());
}

#[test]
fn a_batch_that_fails_is_answered_with_its_token() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    let mut bad = run(1);
    bad.avg_hr = Some(500.0);
    thread.send(Request::Write {
        token: 3,
        batch: put([Record::Activity(bad)]),
        now_ms: NOW,
    });
    let reply = next(&thread, &woken);
    assert!(
        matches!(
            &reply,
            Reply::Failed {
                token: Some(3),
                error: Error::Refused { .. }
            }
        ),
        "{reply:?}"
    );
}

#[test]
fn what_was_sent_is_on_the_disk_when_the_thread_is_dropped() {
    let place = Place::new();
    let (thread, _woken) = started(&place);
    for n in 1..=9 {
        thread.send(write(u64::from(n), n));
    }
    drop(thread);
    assert_eq!(place.open().load().unwrap().activities.len(), 9);
}

#[test]
fn another_programs_change_comes_as_a_whole_journal() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    let mut other = afterrun::store::Store::open(&place.path, &mode(false)).unwrap();
    thread.send(Request::CheckOthers);
    other.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    thread.send(write(1, 2));
    let mut replies = vec![next(&thread, &woken), next(&thread, &woken)];
    // The first look may have come before the other's change or after it.
    replies.retain(|it| matches!(it, Reply::Reloaded { .. }));
    let Some(Reply::Reloaded { journal, undo }) = replies.pop() else {
        panic!("no journal came");
    };
    assert!(journal.activities.iter().any(|it| it.meta.id == run(1).meta.id));
    assert_ne!(undo, UndoState::default());
}

#[test]
fn what_was_made_from_an_older_reading_is_not_written() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    let mut other = afterrun::store::Store::open(&place.path, &mode(false)).unwrap();
    let on_read = |token, reads| Request::WriteOnRead {
        token,
        batch: Arc::new(put([Record::Activity(run(2))])),
        watch: Arc::default(),
        reads,
        now_ms: NOW,
    };
    let is_moved = |reply: &Reply, sent: u64| matches!(reply, Reply::Failed { token: Some(token), error: Error::Moved } if *token == sent);
    thread.send(Request::History { limit: 1 });
    assert!(matches!(next(&thread, &woken), Reply::History(_)));
    other.write(&put([Record::Activity(run(1))]), NOW).unwrap();
    thread.send(on_read(1, 0));
    assert!(is_moved(&next(&thread, &woken), 1));
    assert!(matches!(next(&thread, &woken), Reply::Reloaded { .. }));
    // The thread has read it again, and whoever sends this has not heard of it.
    thread.send(on_read(2, 0));
    assert!(is_moved(&next(&thread, &woken), 2));
    thread.send(on_read(3, 1));
    assert!(matches!(next(&thread, &woken), Reply::Written { token: 3, .. }));
}

#[test]
fn a_batch_that_is_stopped_while_it_is_written_leaves_nothing() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    let before = dump(&place.path);
    let watch = Arc::new(Watch::default());
    watch.stop();
    thread.send(Request::WriteOnRead {
        token: 1,
        batch: Arc::new(put((1..=9).map(|n| Record::Activity(run(n))))),
        watch,
        reads: 0,
        now_ms: NOW,
    });
    let stopped = next(&thread, &woken);
    assert!(matches!(
        stopped,
        Reply::Failed {
            token: Some(1),
            error: Error::Stopped
        }
    ));
    assert_eq!(dump(&place.path), before);
}

#[test]
fn drafts_are_kept_without_a_word() {
    let place = Place::new();
    let (thread, woken) = started(&place);
    for (key, body) in [
        ("run/new", "{\"km\":\"1\"}"),
        ("run/new", "{\"km\":\"10\"}"),
        ("night/new", "{}"),
    ] {
        thread.send(Request::SaveDraft {
            key: key.into(),
            body: body.into(),
            now_ms: NOW,
        });
    }
    thread.send(Request::DropDraft {
        key: "night/new".into(),
    });
    thread.send(Request::History { limit: 1 });
    assert!(matches!(next(&thread, &woken), Reply::History(lines) if lines.is_empty()));
    drop(thread);
    let drafts = place.open().drafts().unwrap();
    assert_eq!(
        drafts.into_iter().collect::<Vec<_>>(),
        [("run/new".into(), "{\"km\":\"10\"}".into())]
    );
}
