//! The one door for writes.
//!
//! A batch is written as a whole or not at all: one transaction, one line of the history, one step of
//! undo. What the store owns (when a record was made and changed, by which batch) is stamped here,
//! whatever the record says. A batch that changes nothing (it is empty, or every record already says
//! the same) leaves no trace, so that saving an unchanged form gives undo nothing to take back.

use std::collections::HashMap;

use rusqlite::{CachedStatement, Connection, Transaction, TransactionBehavior, params};

use super::records::{self, Table};
use super::{Error, Store, connection, history};
use crate::domain::{Batch, BatchKind, Change, Delta, Label, Record, RecordKind, RecordRef, UndoState};

/// What a batch, an undo or a redo left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its number; `None` where there was nothing to change.
    pub batch_id: Option<i64>,
    /// Every record it touched, as it stands now.
    pub delta: Delta,
    /// What undo and redo would do now.
    pub undo: UndoState,
}

impl Store {
    /// Writes a batch at `now_ms` (ms UTC). When this returns, it is on the disk.
    pub fn write(&mut self, batch: &Batch, now_ms: i64) -> Result<Written, Error> {
        self.write_if(batch, now_ms, |_| Ok(()), |_| true)
    }

    /// Writes a batch that was made from the journal as this store last loaded it; [`Error::Moved`], and
    /// nothing is written, where another program wrote since. `goes_on` hears how many changes are made, and
    /// says whether the others are wanted; if not, none of them is ([`Error::Stopped`]).
    pub fn write_on_loaded(
        &mut self,
        batch: &Batch,
        now_ms: i64,
        goes_on: impl FnMut(usize) -> bool,
    ) -> Result<Written, Error> {
        let seen = self.seen;
        let has_not_moved = |tx: &Transaction| {
            if connection::data_version(tx)? == seen {
                Ok(())
            } else {
                Err(Error::Moved)
            }
        };
        self.write_if(batch, now_ms, has_not_moved, goes_on)
    }

    fn write_if(
        &mut self,
        batch: &Batch,
        now_ms: i64,
        may: impl FnOnce(&Transaction) -> Result<(), Error>,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> Result<Written, Error> {
        let written = self.writing(|tx| {
            may(tx)?;
            let number = open_door(tx, BatchKind::Done, &batch.label, None, now_ms)?;
            let mut statements = Statements::new(tx, number, now_ms);
            for (made, change) in batch.changes.iter().enumerate() {
                if !goes_on(made) {
                    return Err(Error::Stopped);
                }
                statements.apply(change)?;
            }
            drop(statements);
            close_door(tx)?;
            written(tx, number)
        })?;
        match written {
            Some(written) => Ok(written),
            None => Ok(Written {
                batch_id: None,
                delta: Delta::default(),
                undo: history::undo_state(&self.conn)?,
            }),
        }
    }

    /// Runs `act` in a transaction that no other writer gets into. `None` rolls it back, as does an error.
    pub(super) fn writing<T>(
        &mut self,
        act: impl FnOnce(&Transaction) -> Result<Option<T>, Error>,
    ) -> Result<Option<T>, Error> {
        if self.read_only {
            return Err(Error::ReadOnly);
        }
        let result = transact(&mut self.conn, act);
        if let Err(Error::Disk(_) | Error::Full) = result {
            self.reconnect();
        }
        result
    }

    /// After the disk failed, nothing that this connection holds in memory is believed any more.
    fn reconnect(&mut self) {
        if let Ok(fresh) = connection::connect(&self.path, self.read_only) {
            self.conn = fresh;
            // No connection's data version is negative, so the next look says: read again.
            self.seen = -1;
        }
    }
}

fn transact<T>(
    conn: &mut Connection,
    act: impl FnOnce(&Transaction) -> Result<Option<T>, Error>,
) -> Result<Option<T>, Error> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let result = act(&tx)?;
    if result.is_some() {
        tx.commit()?;
    }
    Ok(result)
}

/// Begins a line of the history; what is changed from now on belongs to it.
pub(super) fn open_door(
    tx: &Transaction,
    kind: BatchKind,
    label: &Label,
    target: Option<i64>,
    now_ms: i64,
) -> Result<i64, Error> {
    let args = serde_json::to_string(&label.args).expect("pairs of strings are JSON");
    tx.prepare_cached("INSERT INTO batch (at, kind, label_id, label_args, target) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![now_ms, history::word(kind), label.id, args, target])?;
    let number = tx.last_insert_rowid();
    set_door(tx, Some(number), now_ms)?;
    Ok(number)
}

/// Lets changes through that are no part of the history.
pub(super) fn open_side_door(tx: &Transaction, now_ms: i64) -> Result<(), Error> {
    set_door(tx, Some(0), now_ms)
}

/// No change from now on.
pub(super) fn close_door(tx: &Transaction) -> Result<(), Error> {
    set_door(tx, None, 0)
}

fn set_door(tx: &Transaction, batch: Option<i64>, now_ms: i64) -> Result<(), Error> {
    tx.prepare_cached("UPDATE door SET batch = ?1, at = ?2")?
        .execute(params![batch, now_ms])?;
    Ok(())
}

/// What `batch` left behind; `None` where it changed nothing.
pub(super) fn written(tx: &Transaction, batch: i64) -> Result<Option<Written>, Error> {
    let delta = delta(tx, batch)?;
    if delta.rows.is_empty() {
        return Ok(None);
    }
    Ok(Some(Written {
        batch_id: Some(batch),
        delta,
        undo: history::undo_state(tx)?,
    }))
}

/// Every record that `batch` touched, as it stands now.
fn delta(tx: &Transaction, batch: i64) -> Result<Delta, Error> {
    let mut rows = Vec::new();
    for kind in kinds_of(tx, batch)? {
        let table = Table::of_kind(kind);
        let name = table.name();
        let touched = format!("SELECT id FROM change WHERE batch = ?1 AND record = '{name}'");
        let mut left = tx.prepare_cached(&format!(
            "SELECT {} FROM {name} WHERE id IN ({touched})",
            table.columns()
        ))?;
        let mut found = left.query([batch])?;
        while let Some(row) = found.next()? {
            let record = table.record(row)?;
            rows.push((record.reference(), Some(record)));
        }
        let mut gone = tx.prepare_cached(&format!(
            "{touched} AND NOT EXISTS (SELECT 1 FROM {name} WHERE {name}.id = change.id)"
        ))?;
        let mut ids = gone.query([batch])?;
        while let Some(row) = ids.next()? {
            rows.push((RecordRef { kind, id: row.get(0)? }, None));
        }
    }
    Ok(Delta { rows })
}

/// The kinds of records that `batch` touched.
pub(super) fn kinds_of(conn: &Connection, batch: i64) -> Result<Vec<RecordKind>, Error> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT record FROM change WHERE batch = ?1")?;
    let words: Vec<String> = statement
        .query_map([batch], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    words.iter().map(|word| kind_of(word)).collect()
}

/// The kind whose table is called `word`.
pub(super) fn kind_of(word: &str) -> Result<RecordKind, Error> {
    word.parse().map_err(|_unknown| Error::Unreadable {
        column: "record".to_owned(),
    })
}

/// The statements of one batch, each prepared once.
struct Statements<'tx> {
    tx: &'tx Transaction<'tx>,
    batch: i64,
    now_ms: i64,
    upserts: HashMap<RecordKind, CachedStatement<'tx>>,
}

impl<'tx> Statements<'tx> {
    fn new(tx: &'tx Transaction<'tx>, batch: i64, now_ms: i64) -> Self {
        Self {
            tx,
            batch,
            now_ms,
            upserts: HashMap::new(),
        }
    }

    fn apply(&mut self, change: &Change) -> Result<(), Error> {
        match change {
            Change::Put(record) => self.put(record),
            Change::Trash(it) => self.set_deleted(it, Some(self.now_ms)),
            Change::Restore(it) => self.set_deleted(it, None),
        }
    }

    fn put(&mut self, record: &Record) -> Result<(), Error> {
        let kind = record.kind();
        if !self.upserts.contains_key(&kind) {
            let upsert = self.tx.prepare_cached(&Table::of_kind(kind).upsert())?;
            self.upserts.insert(kind, upsert);
        }
        let upsert = self.upserts.get_mut(&kind).expect("it was just put there");
        records::bind(record, upsert, self.batch, self.now_ms)?;
        upsert.raw_execute()?;
        Ok(())
    }

    fn set_deleted(&self, it: &RecordRef, deleted_at: Option<i64>) -> Result<(), Error> {
        let table = it.kind.word();
        let mut update = self.tx.prepare_cached(&format!(
            "UPDATE {table} SET deleted_at = ?2, updated_at = ?3, batch_id = ?4
             WHERE id = ?1 AND (deleted_at IS NULL) <> (?2 IS NULL)"
        ))?;
        let changed = update.execute(params![it.id, deleted_at, self.now_ms, self.batch])?;
        if changed == 0 && !self.exists(it)? {
            return Err(Error::NoSuchRecord(it.clone()));
        }
        Ok(())
    }

    fn exists(&self, it: &RecordRef) -> Result<bool, Error> {
        let table = it.kind.word();
        let mut statement = self
            .tx
            .prepare_cached(&format!("SELECT 1 FROM {table} WHERE id = ?1"))?;
        Ok(statement.exists([&it.id])?)
    }
}
