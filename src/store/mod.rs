//! The journal file: the only part of the program that speaks SQL.
//!
//! A [`Store`] is one open journal. Everything that changes it goes through one door, [`Store::write`]:
//! a batch is one transaction, one line of the history, one step of undo. Persistent triggers
//! (`triggers.rs`) note every touched row as it was, so undo survives a restart and covers whoever wrote.
//! Reading is [`Store::load`]: the whole journal, once, into memory.
//!
//! The window talks to a [`StoreThread`], because a save waits for the disk; the command line uses a
//! store directly. Two programs may have one journal open: [`Store::others_wrote`] says when to read
//! again, and undo names the batch it expects.
//!
//! How the file is opened, and why so carefully, is told in `open.rs`. What is never done: no
//! `INSERT OR REPLACE` (it fires no delete trigger), no write outside a transaction, no ordinary file call
//! on a journal that SQLite has open (closing any handle drops its locks).

mod batch;
mod check;
mod connection;
mod drafts;
mod error;
mod facts;
mod fields;
mod header;
mod history;
mod import_undo;
mod load;
mod lock;
mod migrations;
mod open;
mod records;
mod settings;
mod thread;
mod trash;
mod triggers;
mod undo;
mod watch;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use crate::domain::HistoryEntry;
pub use batch::Written;
pub use error::{Error, OpenError};
pub use import_undo::ImportUndone;
pub use lock::WindowLock;
pub use migrations::{LADDER, Migration};
pub use open::OpenMode;
pub use thread::{Reply, Request, StoreThread};
pub use trash::Emptied;
pub use watch::Watch;

/// One open journal.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: PathBuf,
    read_only: bool,
    /// SQLite's `data_version` when this store last looked: it changes when another connection writes.
    seen: i64,
}

impl Store {
    /// Where the journal file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the journal can only be read, because its file or folder is.
    pub fn read_only(&self) -> bool {
        self.read_only
    }
}
