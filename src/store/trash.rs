//! Emptying the trash: the one act that cannot be taken back, and is asked for twice.
//!
//! What goes, goes from the history too: a note of last year's illness must not survive in a table of
//! earlier states. So undo passes over it: a batch that touched other records as well is taken back
//! without it, a batch of which nothing is left is no step of undo any more. A tombstone stays (kind and
//! id, no content), so that a merge does not bring the record back.
//!
//! A catalogue entry, or a checklist, stays in the trash as long as a record names it, or a state in the
//! history that undo might bring back; so undo never meets a name without its entry.

use rusqlite::Transaction;
use strum::VariantArray as _;

use super::{Error, Store, batch, history};
use crate::domain::{Delta, RecordKind, RecordRef, UndoState};

/// What emptying the trash left behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Emptied {
    /// The records that are gone.
    pub delta: Delta,
    /// What had to stay, because something else names it.
    pub kept: Vec<RecordRef>,
    /// What undo and redo would do now.
    pub undo: UndoState,
}

impl Store {
    /// Deletes for good what is in the trash.
    pub fn empty_trash(&mut self, now_ms: i64) -> Result<Emptied, Error> {
        let emptied = self.writing(|tx| {
            batch::open_side_door(tx, now_ms)?;
            let (mut rows, mut kept) = (Vec::new(), Vec::new());
            // Records go before the catalogue entries they name, which stand first in the list of kinds.
            for &kind in RecordKind::VARIANTS.iter().rev() {
                let gone = purge(tx, kind)?;
                rows.extend(gone.into_iter().map(|it| (it, None)));
                kept.extend(trashed(tx, kind, "true")?);
            }
            batch::close_door(tx)?;
            let undo = history::undo_state(tx)?;
            let delta = Delta { rows };
            Ok(Some(Emptied { delta, kept, undo }))
        })?;
        Ok(emptied.expect("emptying never rolls back by itself"))
    }
}

fn purge(tx: &Transaction, kind: RecordKind) -> Result<Vec<RecordRef>, Error> {
    let table = kind.word();
    let free = unnamed(kind);
    let gone = trashed(tx, kind, &free)?;
    if !gone.is_empty() {
        let doomed = format!("SELECT id FROM {table} WHERE deleted_at IS NOT NULL AND {free}");
        // Materialized once: the condition reads the history, which shrinks while this runs.
        tx.execute_batch(&format!(
            "CREATE TEMP TABLE doomed AS {doomed};
             DELETE FROM change WHERE record = '{table}' AND id IN (SELECT id FROM doomed);
             DELETE FROM {table} WHERE id IN (SELECT id FROM doomed);
             DROP TABLE doomed;"
        ))?;
    }
    Ok(gone)
}

fn trashed(tx: &Transaction, kind: RecordKind, condition: &str) -> Result<Vec<RecordRef>, Error> {
    let table = kind.word();
    let mut statement = tx.prepare(&format!(
        "SELECT id FROM {table} WHERE deleted_at IS NOT NULL AND {condition}"
    ))?;
    let found = statement.query_map([], |row| Ok(RecordRef { kind, id: row.get(0)? }))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The condition that nothing names the row of this table, now or in the history.
fn unnamed(kind: RecordKind) -> String {
    let table = kind.word();
    let by = |child: &str, column: &str| {
        format!(
            "NOT EXISTS (SELECT 1 FROM {child} WHERE {child}.{column} = {table}.id)
             AND {table}.id NOT IN (SELECT json_extract(before, '$.{column}') FROM change
                                    WHERE record = '{child}' AND before IS NOT NULL)"
        )
    };
    match kind {
        RecordKind::Habit => format!(
            "NOT builtin AND {} AND {} AND {}",
            by("practice", "habit"),
            unnamed_in("routine", "steps"),
            unnamed_in("checklist", "detail"),
        ),
        RecordKind::Supplement => by("intake", "supplement"),
        RecordKind::Checklist => by("checklist_step", "checklist_id"),
        _ => "true".to_owned(),
    }
}

/// The condition that no step of the runner's own in the JSON of `column` names the habit, now or in the
/// history: such a step records it once it is done.
fn unnamed_in(table: &str, column: &str) -> String {
    let named = "part.key = 'habit' AND part.atom = habit.id";
    format!(
        "NOT EXISTS (SELECT 1 FROM {table}, json_tree({table}.{column}) AS part WHERE {named})
         AND NOT EXISTS (SELECT 1 FROM change, json_tree(json_extract(before, '$.{column}')) AS part
                         WHERE record = '{table}' AND before IS NOT NULL AND {named})"
    )
}
