//! From any older form of the journal to today's.
//!
//! A migration is a numbered SQL file, and the list is append-only: a journal of version `n` has had the
//! first `n` of them. A new journal climbs the same ladder from the bottom, so there is one way to every
//! form. All steps run in one exclusive transaction, after a copy was made beside the file and was found
//! to be whole; the version is read again inside, because another program may have been faster. Triggers
//! are dropped first and made anew from the columns that came out.
//!
//! A step that renames or adds a column that must not be NULL also has to rewrite `change.before`: undo
//! puts those rows back into the tables as they are then.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::header::beside;
use super::{OpenError, connection, triggers};
use crate::domain::APPLICATION_ID;
use crate::fl;

/// One step of the ladder.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The file's name.
    pub name: &'static str,
    /// What is in it.
    pub sql: &'static str,
}

/// All steps, oldest first. The journal's version is how many of them it has had.
pub const LADDER: &[Migration] = &[
    Migration {
        name: "001_journal.sql",
        sql: include_str!("migrations/001_journal.sql"),
    },
    Migration {
        name: "002_routine.sql",
        sql: include_str!("migrations/002_routine.sql"),
    },
    Migration {
        name: "003_four_steps.sql",
        sql: include_str!("migrations/003_four_steps.sql"),
    },
];

/// Runs the steps of `ladder` after the first `from`, and says so in the file. Inside a transaction.
pub(super) fn climb(tx: &Connection, from: i64, ladder: &[Migration]) -> rusqlite::Result<()> {
    if from > 0 {
        triggers::drop_all(tx)?;
    }
    for step in ladder.iter().skip(from as usize) {
        tx.execute_batch(step.sql)?;
    }
    triggers::create_all(tx)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", ladder.len() as i64)
}

/// Brings an open journal to the top of `ladder`. Returns where the copy of its older form lies, if it
/// was older. On an error the journal is as it was.
pub(super) fn migrate(conn: &mut Connection, path: &Path, ladder: &[Migration]) -> Result<Option<PathBuf>, OpenError> {
    let from = version(conn).map_err(|error| OpenError::sql(path, &error))?;
    if from >= ladder.len() as i64 {
        return Ok(None);
    }
    let seen = connection::data_version(conn).map_err(|error| OpenError::sql(path, &error))?;
    let copy = verified_copy(conn, path, from)?;
    let failed = |error: rusqlite::Error| OpenError::Migration {
        path: path.to_owned(),
        what: error.to_string(),
    };
    // Rebuilding a table would trip over references to it; they are checked as a whole before the end.
    conn.pragma_update(None, "foreign_keys", false).map_err(failed)?;
    let result = run(conn, ladder, seen).map_err(failed);
    conn.pragma_update(None, "foreign_keys", true).map_err(failed)?;
    result.map(|()| Some(copy))
}

fn run(conn: &mut Connection, ladder: &[Migration], seen: i64) -> rusqlite::Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    let from = version(&tx)?;
    if from >= ladder.len() as i64 {
        return Ok(());
    }
    if connection::data_version(&tx)? != seen {
        // Someone wrote after the copy was made: it would miss that. Opening again makes a new one.
        return Err(busy());
    }
    climb(&tx, from, ladder)?;
    if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(rusqlite::Error::SqliteFailure(
            rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY),
            None,
        ));
    }
    tx.commit()
}

fn busy() -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None)
}

/// The journal's version.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Copies the journal beside itself, and believes the copy only once it was read through.
fn verified_copy(conn: &Connection, path: &Path, version: i64) -> Result<PathBuf, OpenError> {
    let failed = |what: String| OpenError::Migration {
        path: path.to_owned(),
        what,
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    let draft = tempfile::Builder::new()
        .prefix(".afterrun-copy-")
        .tempfile_in(folder)
        .map_err(|error| failed(error.to_string()))?
        .into_temp_path();
    // VACUUM INTO takes an empty file for its own, so the copy has the mode of the temporary one: 0600.
    let target = draft.to_str().ok_or_else(|| failed(fl!("damage-name")))?;
    conn.execute("VACUUM INTO ?1", [target])
        .map_err(|error| failed(error.to_string()))?;
    verify(conn, &draft).map_err(failed)?;
    let free = free_name(path, version + 1);
    draft
        .persist_noclobber(&free)
        .map_err(|error| failed(error.error.to_string()))?;
    Ok(free)
}

/// A name beside the journal that says which step the copy was made before.
fn free_name(path: &Path, step: i64) -> PathBuf {
    let mut name = beside(path, &format!(".before-v{step}"));
    let mut number = 1;
    while name.symlink_metadata().is_ok() {
        number += 1;
        name = beside(path, &format!(".before-v{step}-{number}"));
    }
    name
}

fn verify(conn: &Connection, copy: &Path) -> Result<(), String> {
    let words = |error: rusqlite::Error| error.to_string();
    let copied = connection::connect(copy, true).map_err(words)?;
    let verdict: String = copied
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(words)?;
    if verdict != "ok" {
        return Err(verdict);
    }
    let rows = |of: &Connection| -> rusqlite::Result<Vec<i64>> {
        let tables: Vec<String> = of
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        tables
            .iter()
            .map(|table| of.query_row(&format!("SELECT count(*) FROM \"{table}\""), [], |row| row.get(0)))
            .collect()
    };
    if rows(conn).map_err(words)? != rows(&copied).map_err(words)? {
        return Err(fl!("damage-copy"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::domain::{Answer, Context, HabitKind, Outcome, RecordKind, Region, RunKind, Scale, Side, Sport};
    use crate::store::records::Table;

    #[test]
    fn every_file_is_a_step_of_the_ladder() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/migrations");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().file_name().into_string().unwrap())
            .collect();
        files.sort();
        let steps: Vec<_> = LADDER.iter().map(|it| it.name).collect();
        assert_eq!(steps, files);
    }

    #[test]
    fn every_table_has_the_columns_that_its_record_reads() {
        let conn = Connection::open_in_memory().unwrap();
        climb(&conn, 0, LADDER).unwrap();
        for &kind in RecordKind::VARIANTS {
            let sql = "SELECT group_concat(name, ', ' ORDER BY cid) FROM pragma_table_info(?1)";
            let columns: String = conn.query_row(sql, [kind.word()], |row| row.get(0)).unwrap();
            assert_eq!(columns, Table::of_kind(kind).columns(), "{}", kind.word());
        }
    }

    #[test]
    fn every_word_of_the_records_is_taken_by_its_check() {
        fn words<T: strum::VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
            T::VARIANTS.iter().map(|&it| it.into()).collect()
        }
        let sql: String = LADDER.iter().map(|it| it.sql).collect();
        let lists = [
            words::<Sport>(),
            words::<RunKind>(),
            words::<Region>(),
            words::<Side>(),
            words::<Context>(),
            words::<Answer>(),
            words::<HabitKind>(),
            words::<Outcome>(),
        ];
        for list in lists {
            let quoted: Vec<_> = list.iter().map(|word| format!("'{word}'")).collect();
            let plain: String = sql.split_whitespace().collect();
            assert!(plain.contains(&format!("IN({})", quoted.join(","))), "{quoted:?}");
        }
        for scale in Scale::VARIANTS {
            assert!(sql.contains(&format!("WHEN '{}'", scale.id())), "{}", scale.id());
        }
    }
}
