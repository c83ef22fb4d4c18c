//! Taking back, and doing again.
//!
//! An undo writes the rows of a batch back as they were before it, all rows of a table in one statement,
//! and is a batch itself: the triggers note what it overwrote, so a redo is the undo of the undo and
//! needs no code of its own. Rows that the batch made go from the file (and leave a tombstone); rows
//! that it changed come back with the batch number they had, and `updated_at` says now.
//!
//! Which batch is next stands in the history itself: undo takes the newest batch that stands, redo the
//! newest undo that stands, as long as nothing new was done after it. So both survive a restart and are
//! the same for window and command line. The caller names the batch it expects; if another program wrote
//! since, nothing happens and [`Error::Moved`] says so.

use rusqlite::{Transaction, params};

use super::batch::{Written, close_door, kinds_of, open_door, written};
use super::records::Table;
use super::{Error, Store, history};
use crate::domain::{BatchKind, Label};

impl Store {
    /// Takes back the newest batch, which must be `expected` where that is given.
    pub fn undo(&mut self, expected: Option<i64>, now_ms: i64) -> Result<Written, Error> {
        let done = self.writing(|tx| {
            let (target, label) = history::undo_state(tx)?.undo.ok_or(Error::NothingToUndo)?;
            must_be(expected, target)?;
            let number = reverse(tx, BatchKind::Undone, target, &label, now_ms)?;
            set_reversed(tx, target, true)?;
            written(tx, number)
        })?;
        done.ok_or(Error::NothingToUndo)
    }

    /// Does again what the newest undo took back; that undo must be `expected` where it is given.
    pub fn redo(&mut self, expected: Option<i64>, now_ms: i64) -> Result<Written, Error> {
        let done = self.writing(|tx| {
            let (target, label) = history::undo_state(tx)?.redo.ok_or(Error::NothingToRedo)?;
            must_be(expected, target)?;
            let number = reverse(tx, BatchKind::Redone, target, &label, now_ms)?;
            set_reversed(tx, target, true)?;
            set_reversed(tx, history::target_of(tx, target)?, false)?;
            written(tx, number)
        })?;
        done.ok_or(Error::NothingToRedo)
    }
}

fn must_be(expected: Option<i64>, found: i64) -> Result<(), Error> {
    if expected.is_some_and(|it| it != found) {
        return Err(Error::Moved);
    }
    Ok(())
}

fn set_reversed(tx: &Transaction, batch: i64, reversed: bool) -> Result<(), Error> {
    tx.prepare_cached("UPDATE batch SET reversed = ?2 WHERE batch = ?1")?
        .execute(params![batch, reversed])?;
    Ok(())
}

/// Puts every row that `target` touched back as it was before, as a new batch; returns its number.
fn reverse(tx: &Transaction, kind: BatchKind, target: i64, label: &Label, now_ms: i64) -> Result<i64, Error> {
    let number = open_door(tx, kind, label, Some(target), now_ms)?;
    for kind in kinds_of(tx, target)? {
        let table = Table::of_kind(kind);
        tx.prepare_cached(&format!(
            "DELETE FROM {0} WHERE id IN
               (SELECT id FROM change WHERE batch = ?1 AND record = '{0}' AND before IS NULL)",
            table.name()
        ))?
        .execute([target])?;
        tx.prepare_cached(&table.put_back())?.execute(params![target, now_ms])?;
    }
    close_door(tx)?;
    Ok(number)
}
