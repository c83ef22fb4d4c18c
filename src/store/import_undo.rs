//! Taking an import back at any later time.
//!
//! Undo takes back the newest batch only; an import may be found wrong months later. Then its rows that
//! nobody touched since go to the trash (they carry the import's batch number), rows that it changed come
//! back as they were, and those that were edited since stay and are listed, as does a catalogue entry
//! that other records name by now. It is a batch like any other, so it can itself be taken back.
//!
//! Two imports may have touched the same row: one made it, a later one gave it what it lacked. Taking the
//! first back leaves it, because the second changed it; taking the second back then puts it to what the
//! first made of it, and nobody wants that any more. So whatever stands as an import left it that was taken
//! back goes, too, until nothing does, and it does not matter in which order imports are taken back.

use rusqlite::{OptionalExtension as _, Transaction, params};
use strum::VariantArray as _;

use super::batch::{self, Written};
use super::records::Table;
use super::{Error, Store, history};
use crate::domain::{BatchKind, Delta, Label, RecordKind, RecordRef};

/// What taking an import back left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportUndone {
    /// The batch that did it.
    pub written: Written,
    /// The import's records that stay, because they were changed or are in use.
    pub kept: Vec<RecordRef>,
}

impl Store {
    /// Takes back what `import` wrote and nobody changed since. `import` is a batch that stands.
    pub fn undo_import(&mut self, import: i64, now_ms: i64) -> Result<ImportUndone, Error> {
        let mut kept = Vec::new();
        let written = self.writing(|tx| {
            must_stand(tx, import)?;
            let number = batch::open_door(tx, BatchKind::Done, &label_of(import), None, now_ms)?;
            let taken_back = taken_back(tx)?;
            // Records first: a catalogue entry can go once nothing names it.
            for &kind in RecordKind::VARIANTS.iter().rev() {
                while put_back_unchanged(tx, kind, &taken_back, now_ms)? {}
                for &it in &taken_back {
                    trash_unchanged(tx, kind, it, number, now_ms)?;
                }
                kept.extend(still_there(tx, kind, import, number)?);
            }
            batch::close_door(tx)?;
            batch::written(tx, number)
        })?;
        let written = match written {
            Some(written) => written,
            None => Written {
                batch_id: None,
                delta: Delta::default(),
                undo: history::undo_state(&self.conn)?,
            },
        };
        Ok(ImportUndone { written, kept })
    }
}

fn must_stand(tx: &Transaction, import: i64) -> Result<(), Error> {
    let stands: Option<bool> = tx
        .prepare_cached("SELECT kind = 'done' AND NOT reversed FROM batch WHERE batch = ?1")?
        .query_row([import], |row| row.get(0))
        .optional()?;
    match stands {
        Some(true) => Ok(()),
        _ => Err(Error::NoSuchBatch),
    }
}

/// The label of taking `import` back. It says which one that was: the history holds nothing else that does.
fn label_of(import: i64) -> Label {
    Label::new("batch-undo-import").with("batch", import)
}

/// The imports that are taken back as things stand, this one included.
fn taken_back(tx: &Transaction) -> Result<Vec<i64>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT DISTINCT CAST(json_extract(label_args, '$[0][1]') AS INTEGER) FROM batch
         WHERE kind = 'done' AND NOT reversed AND label_id = 'batch-undo-import' AND json_array_length(label_args) > 0",
    )?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Puts rows that stand as one of `imports` left them back to what they were before it; whether there were any.
fn put_back_unchanged(tx: &Transaction, kind: RecordKind, imports: &[i64], now_ms: i64) -> Result<bool, Error> {
    let table = Table::of_kind(kind);
    let unchanged = format!("id IN (SELECT id FROM {} WHERE batch_id = ?1)", table.name());
    let mut put_back = tx.prepare_cached(&table.put_back_where(&unchanged))?;
    let mut rows = 0;
    for import in imports {
        rows += put_back.execute(params![import, now_ms])?;
    }
    Ok(rows > 0)
}

fn trash_unchanged(tx: &Transaction, kind: RecordKind, import: i64, number: i64, now_ms: i64) -> Result<(), Error> {
    let table = kind.word();
    let unused = match kind {
        RecordKind::Habit => {
            "NOT EXISTS (SELECT 1 FROM practice WHERE habit = habit.id AND deleted_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM routine, json_tree(routine.steps) AS part
                             WHERE routine.deleted_at IS NULL AND part.key = 'habit' AND part.atom = habit.id)"
        }
        RecordKind::Supplement => {
            "NOT EXISTS (SELECT 1 FROM intake WHERE supplement = supplement.id AND deleted_at IS NULL)"
        }
        RecordKind::Checklist => {
            "NOT EXISTS (SELECT 1 FROM checklist_step WHERE checklist_id = checklist.id AND deleted_at IS NULL)"
        }
        _ => "true",
    };
    tx.prepare_cached(&format!(
        "UPDATE {table} SET deleted_at = ?3, updated_at = ?3, batch_id = ?2
         WHERE batch_id = ?1 AND deleted_at IS NULL AND {unused} AND id IN
           (SELECT id FROM change WHERE batch = ?1 AND record = '{table}' AND before IS NULL)"
    ))?
    .execute(params![import, number, now_ms])?;
    Ok(())
}

/// The import's rows that are live and were not touched just now.
fn still_there(tx: &Transaction, kind: RecordKind, import: i64, number: i64) -> Result<Vec<RecordRef>, Error> {
    let table = kind.word();
    let touched = |batch: &str| format!("SELECT id FROM change WHERE batch = {batch} AND record = '{table}'");
    let mut statement = tx.prepare_cached(&format!(
        "SELECT id FROM {table} WHERE deleted_at IS NULL AND id IN ({}) AND id NOT IN ({})",
        touched("?1"),
        touched("?2"),
    ))?;
    let found = statement.query_map([import, number], |row| Ok(RecordRef { kind, id: row.get(0)? }))?;
    Ok(found.collect::<Result<_, _>>()?)
}
