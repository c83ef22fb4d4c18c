//! What was done, newest first, and how one record came to be what it is.
//!
//! The history is a table, not a log beside it: a line is written in the transaction that it tells of.
//! Labels are message ids with arguments, so the history reads in the language of today.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::batch::kind_of;
use super::records::Table;
use super::{Error, Store};
use crate::domain::{BatchKind, HistoryEntry, Label, RecordKind, RecordRef, RecordVersion, UndoState};

impl Store {
    /// The newest `limit` lines of the history, newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<HistoryEntry>, Error> {
        let mut counts = self.counts(limit)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT batch, label_id, label_args, at, kind, reversed FROM batch ORDER BY batch DESC LIMIT ?1",
        )?;
        let mut rows = statement.query([limit as i64])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            let batch = row.get(0)?;
            entries.push(HistoryEntry {
                batch,
                label: label(row, 1)?,
                at_ms: row.get(3)?,
                kind: kind(&row.get::<_, String>(4)?)?,
                reversed: row.get(5)?,
                counts: counts.remove(&batch).unwrap_or_default(),
            });
        }
        Ok(entries)
    }

    fn counts(&self, limit: usize) -> Result<HashMap<i64, Vec<(RecordKind, usize)>>, Error> {
        let mut statement = self.conn.prepare_cached(
            "SELECT batch, record, count(*) FROM change
             WHERE batch IN (SELECT batch FROM batch ORDER BY batch DESC LIMIT ?1) GROUP BY batch, record",
        )?;
        let mut rows = statement.query([limit as i64])?;
        let mut counts: HashMap<_, Vec<_>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let kind = kind_of(&row.get::<_, String>(1)?)?;
            let count: i64 = row.get(2)?;
            counts.entry(row.get(0)?).or_default().push((kind, count as usize));
        }
        for of_batch in counts.values_mut() {
            of_batch.sort_unstable();
        }
        Ok(counts)
    }

    /// The earlier states of one record, newest first: what each batch found before it changed it.
    pub fn record_history(&self, it: &RecordRef) -> Result<Vec<RecordVersion>, Error> {
        let table = Table::of_kind(it.kind);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {}, before IS NULL AS made, batch.batch AS number, label_id, label_args, batch.at AS done_at
             FROM change JOIN batch ON batch.batch = change.batch
             WHERE record = ?1 AND change.id = ?2 ORDER BY batch.batch DESC",
            table.columns_in_json()
        ))?;
        let mut rows = statement.query(params![table.name(), it.id])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            let made: bool = row.get("made")?;
            versions.push(RecordVersion {
                batch: row.get("number")?,
                label: label(row, row.as_ref().column_index("label_id")?)?,
                at_ms: row.get("done_at")?,
                before: if made { None } else { Some(table.record(row)?) },
            });
        }
        Ok(versions)
    }

    /// What undo and redo would do now.
    pub fn undo_state(&self) -> Result<UndoState, Error> {
        undo_state(&self.conn)
    }
}

/// What undo and redo would do now. Batches of which nothing is left, because the trash was emptied,
/// are passed over.
pub(super) fn undo_state(conn: &Connection) -> Result<UndoState, Error> {
    let undo = newest(conn, "kind = 'done'")?;
    let redo = newest(
        conn,
        "kind = 'undone' AND batch > (SELECT coalesce(max(batch), 0) FROM batch WHERE kind = 'done')",
    )?;
    Ok(UndoState { undo, redo })
}

fn newest(conn: &Connection, which: &str) -> Result<Option<(i64, Label)>, Error> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT batch, label_id, label_args FROM batch WHERE {which} AND NOT reversed
           AND EXISTS (SELECT 1 FROM change WHERE change.batch = batch.batch)
         ORDER BY batch DESC LIMIT 1"
    ))?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    Ok(Some((row.get(0)?, label(row, 1)?)))
}

/// The batch that `batch` took back.
pub(super) fn target_of(conn: &Connection, batch: i64) -> Result<i64, Error> {
    let target = conn
        .prepare_cached("SELECT target FROM batch WHERE batch = ?1")?
        .query_row([batch], |row| row.get(0))
        .optional()?;
    target.flatten().ok_or(Error::NoSuchBatch)
}

/// A batch kind's word in the file.
pub(super) fn word(kind: BatchKind) -> &'static str {
    match kind {
        BatchKind::Done => "done",
        BatchKind::Undone => "undone",
        BatchKind::Redone => "redone",
    }
}

fn kind(word: &str) -> Result<BatchKind, Error> {
    match word {
        "done" => Ok(BatchKind::Done),
        "undone" => Ok(BatchKind::Undone),
        "redone" => Ok(BatchKind::Redone),
        _ => Err(Error::Unreadable {
            column: "kind".to_owned(),
        }),
    }
}

/// The label whose id stands in column `at`, and its arguments in the next.
fn label(row: &Row, at: usize) -> Result<Label, Error> {
    let args: String = row.get(at + 1)?;
    Ok(Label {
        id: row.get(at)?,
        args: serde_json::from_str(&args).map_err(|_broken| Error::Unreadable {
            column: "label_args".to_owned(),
        })?,
    })
}
