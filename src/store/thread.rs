//! The thread that owns an open journal.
//!
//! A save waits for the disk, and may wait for another program's; a window must not. So one named thread
//! owns the store, takes requests in order, and answers each when it is on the disk. The window is woken
//! by a closure and takes the answers when it draws next.
//!
//! Nothing is lost at the end: dropping the [`StoreThread`] waits until every request sent was done. A
//! panic in a request is caught, its transaction is rolled back, and it becomes an answer like any other
//! failure. Requests that change nothing a person sees (drafts) answer only when they fail, so that typing
//! does not wake the window twice.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::thread::{Builder, JoinHandle};

use super::batch::Written;
use super::import_undo::ImportUndone;
use super::trash::Emptied;
use super::{Error, Store, Watch};
use crate::domain::{Batch, HistoryEntry, Journal, RecordRef, RecordVersion, Settings, UndoState};

/// How many requests may wait. A person does not get this far ahead of a disk.
const WAITING: usize = 256;

/// What the thread is asked to do. Times are ms UTC.
#[derive(Debug)]
pub enum Request {
    /// Write a batch; the answer carries `token`.
    Write {
        /// Names the request in its answer.
        token: u64,
        /// What to write.
        batch: Batch,
        /// Now.
        now_ms: i64,
    },
    /// Write a batch that was made from the journal as it was read last: [`Error::Moved`], and nothing is
    /// written, where another program wrote since. The answer carries `token`; until it comes, the window is
    /// woken whenever the watch has something new to say.
    WriteOnRead {
        /// Names the request in its answer.
        token: u64,
        /// What to write. Shared, so that it can be tried again after a failure.
        batch: Arc<Batch>,
        /// How far that is, and whether it is to stop.
        watch: Arc<Watch>,
        /// How often the journal had come anew ([`Reply::Reloaded`]) when the batch was made.
        reads: u64,
        /// Now.
        now_ms: i64,
    },
    /// Take back the newest batch.
    Undo {
        /// Which that has to be; `None` takes any.
        expected: Option<i64>,
        /// Now.
        now_ms: i64,
    },
    /// Do again what was taken back.
    Redo {
        /// The undo that has to be the newest; `None` takes any.
        expected: Option<i64>,
        /// Now.
        now_ms: i64,
    },
    /// Take an import back, whenever it was.
    UndoImport {
        /// The import's batch.
        batch: i64,
        /// Now.
        now_ms: i64,
    },
    /// Keep what is typed into a form.
    SaveDraft {
        /// The form's key.
        key: String,
        /// Its text, as JSON.
        body: String,
        /// Now.
        now_ms: i64,
    },
    /// Forget it.
    DropDraft {
        /// The form's key.
        key: String,
    },
    /// Replace the journal's settings.
    SaveSettings(Settings),
    /// Delete for good what is in the trash.
    EmptyTrash {
        /// Now.
        now_ms: i64,
    },
    /// Read the newest lines of the history.
    History {
        /// How many at most.
        limit: usize,
    },
    /// Read the earlier states of a record.
    RecordHistory {
        /// Which.
        reference: RecordRef,
    },
    /// Read the journal again if another program wrote.
    CheckOthers,
}

/// What came of a request.
#[derive(Debug)]
pub enum Reply {
    /// The batch with this token is on the disk.
    Written {
        /// The request's token.
        token: u64,
        /// What it left behind.
        written: Written,
    },
    /// The newest batch was taken back.
    Undone(Written),
    /// It was done again.
    Redone(Written),
    /// The import was taken back.
    ImportUndone(ImportUndone),
    /// The settings are on the disk.
    SettingsSaved(Settings),
    /// The trash is empty.
    TrashEmptied(Emptied),
    /// The history, newest first.
    History(Vec<HistoryEntry>),
    /// The earlier states of a record, newest first.
    RecordHistory(RecordRef, Vec<RecordVersion>),
    /// Another program wrote: this is the whole journal now. It comes after the answer to the request
    /// that noticed, and holds what that request did, too.
    Reloaded {
        /// Every record and the settings.
        journal: Box<Journal>,
        /// What undo and redo would do now.
        undo: UndoState,
    },
    /// A request failed and left nothing behind.
    Failed {
        /// The token, where the request had one.
        token: Option<u64>,
        /// Why.
        error: Error,
    },
}

/// The thread that owns an open journal. Dropping it waits until everything sent is done.
#[derive(Debug)]
pub struct StoreThread {
    /// `None` only while dropping: closing the channel is what ends the thread.
    requests: Option<SyncSender<Request>>,
    replies: Receiver<Reply>,
    handle: Option<JoinHandle<()>>,
    /// Whether it was told that the thread is gone: once is enough.
    end_told: Cell<bool>,
}

impl StoreThread {
    /// Starts the thread. `wake` is called on it after each answer.
    pub fn start(store: Store, wake: impl Fn() + Send + 'static) -> Self {
        let (requests, inbox) = sync_channel(WAITING);
        // Unbounded, or a window that sends while the thread answers could wait for it for ever. There
        // are at most two answers a request, and requests are bounded.
        let (outbox, replies) = channel();
        let handle = Builder::new()
            .name("store".to_owned())
            .spawn(move || serve(store, &inbox, &outbox, &wake))
            .expect("the system can start a thread");
        Self {
            requests: Some(requests),
            replies,
            handle: Some(handle),
            end_told: Cell::new(false),
        }
    }

    /// Asks for something; the answer comes through [`StoreThread::try_recv`].
    pub fn send(&self, request: Request) {
        let requests = self.requests.as_ref().expect("it is open until dropped");
        // The thread ends when this channel closes, and catches its panics; if it is gone all the same,
        // `try_recv` says so.
        drop(requests.send(request));
    }

    /// The next answer, if there is one.
    pub fn try_recv(&self) -> Option<Reply> {
        match self.replies.try_recv() {
            Ok(reply) => Some(reply),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => (!self.end_told.replace(true)).then(|| Reply::Failed {
                token: None,
                error: Error::Failed("store thread".to_owned()),
            }),
        }
    }
}

impl Drop for StoreThread {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(handle) = self.handle.take() {
            // A panic of the thread was already told as an answer.
            drop(handle.join());
        }
    }
}

fn serve(mut store: Store, inbox: &Receiver<Request>, outbox: &Sender<Reply>, wake: &impl Fn()) {
    let mut reads = 0;
    for request in inbox {
        let token = match &request {
            Request::Write { token, .. } | Request::WriteOnRead { token, .. } => Some(*token),
            _ => None,
        };
        let reply = guarded(|| answer(&mut store, request, reads, wake))
            .unwrap_or_else(|error| Some(Reply::Failed { token, error }));
        let reload =
            guarded(|| reloaded(&mut store)).unwrap_or_else(|error| Some(Reply::Failed { token: None, error }));
        reads += u64::from(matches!(reload, Some(Reply::Reloaded { .. })));
        for reply in reply.into_iter().chain(reload) {
            // Nobody listens any more while the program ends; what was asked for is still done.
            drop(outbox.send(reply));
            wake();
        }
    }
}

/// Runs `act` and turns a panic into an error; a transaction that was open is rolled back on the way.
fn guarded<T>(act: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(|panic| {
        let words = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|it| (*it).to_owned()));
        Err(Error::Failed(words.unwrap_or_default()))
    })
}

/// Does what is asked. The journal came anew `reads` times; whoever asked may not have heard of the last.
fn answer(store: &mut Store, request: Request, reads: u64, wake: &impl Fn()) -> Result<Option<Reply>, Error> {
    let reply = match request {
        Request::Write { token, batch, now_ms } => Reply::Written {
            token,
            written: store.write(&batch, now_ms)?,
        },
        Request::WriteOnRead { reads: made_at, .. } if made_at != reads => return Err(Error::Moved),
        Request::WriteOnRead {
            token,
            batch,
            watch,
            now_ms,
            ..
        } => Reply::Written {
            token,
            written: store.write_on_loaded(&batch, now_ms, |made| {
                if watch.note(made, batch.changes.len()) {
                    wake();
                }
                !watch.is_stopped()
            })?,
        },
        Request::Undo { expected, now_ms } => Reply::Undone(store.undo(expected, now_ms)?),
        Request::Redo { expected, now_ms } => Reply::Redone(store.redo(expected, now_ms)?),
        Request::UndoImport { batch, now_ms } => Reply::ImportUndone(store.undo_import(batch, now_ms)?),
        Request::SaveSettings(settings) => {
            store.save_settings(&settings)?;
            Reply::SettingsSaved(settings)
        }
        Request::EmptyTrash { now_ms } => Reply::TrashEmptied(store.empty_trash(now_ms)?),
        Request::History { limit } => Reply::History(store.history(limit)?),
        Request::RecordHistory { reference } => {
            let versions = store.record_history(&reference)?;
            Reply::RecordHistory(reference, versions)
        }
        Request::SaveDraft { key, body, now_ms } => {
            store.save_draft(&key, &body, now_ms)?;
            return Ok(None);
        }
        Request::DropDraft { key } => {
            store.drop_draft(&key)?;
            return Ok(None);
        }
        Request::CheckOthers => return Ok(None),
    };
    Ok(Some(reply))
}

/// The journal anew, if another program wrote since it was last read.
fn reloaded(store: &mut Store) -> Result<Option<Reply>, Error> {
    if !store.others_wrote()? {
        return Ok(None);
    }
    let journal = Box::new(store.load()?);
    let undo = store.undo_state()?;
    Ok(Some(Reply::Reloaded { journal, undo }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer() {
        let error = guarded::<()>(|| panic!("boom")).unwrap_err();
        assert!(matches!(error, Error::Failed(words) if words == "boom"));
    }
}
