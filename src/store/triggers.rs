//! The triggers that remember.
//!
//! Every journal table gets three, generated from its columns as they stand in the file (the technique
//! of sqlite.org/undoredo.html): whoever inserts, updates or deletes a row, the row as it was before the
//! batch is written to `change` as JSON, once for each batch. So no writer can forget to, and undo needs
//! no code for any kind of record. They are persistent: they belong to the file, not to this program.
//!
//! Which batch a change belongs to stands in the table `door`. While the door is closed its batch is
//! NULL, `change` takes no NULL, and the change is refused. Batch 0 is for what is no part of the history:
//! the built-in habits of a new journal, and emptying the trash.

use rusqlite::{Connection, Result};
use strum::VariantArray as _;

use crate::domain::RecordKind;

const EVENTS: [&str; 3] = ["insert", "update", "delete"];

/// Drops the triggers of all tables: before a migration changes their columns.
pub(super) fn drop_all(conn: &Connection) -> Result<()> {
    for kind in RecordKind::VARIANTS {
        for event in EVENTS {
            conn.execute_batch(&format!("DROP TRIGGER IF EXISTS {}_{event}", kind.word()))?;
        }
    }
    Ok(())
}

/// Makes the triggers of all tables.
pub(super) fn create_all(conn: &Connection) -> Result<()> {
    for kind in RecordKind::VARIANTS {
        conn.execute_batch(&sql(kind.word(), &columns(conn, kind.word())?))?;
    }
    Ok(())
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    conn.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

fn sql(table: &str, columns: &[String]) -> String {
    let pairs: Vec<_> = columns.iter().map(|it| format!("'{it}', OLD.{it}")).collect();
    let before = format!("json_object({})", pairs.join(", "));
    // The first change of a row in a batch is the one that says how it was before the batch.
    let note = |row: &str, before: &str| {
        format!(
            "INSERT INTO change (batch, record, id, before) SELECT door.batch, '{table}', {row}.id, {before} \
             FROM door WHERE door.batch IS NOT 0 AND NOT EXISTS (SELECT 1 FROM change AS known \
             WHERE known.batch = door.batch AND known.record = '{table}' AND known.id = {row}.id);"
        )
    };
    format!(
        "CREATE TRIGGER {table}_insert AFTER INSERT ON {table} BEGIN
           {} DELETE FROM tombstone WHERE record = '{table}' AND id = NEW.id;
         END;
         CREATE TRIGGER {table}_update AFTER UPDATE ON {table} BEGIN
           {}
         END;
         CREATE TRIGGER {table}_delete AFTER DELETE ON {table} BEGIN
           {} INSERT INTO tombstone (record, id, at) SELECT '{table}', OLD.id, door.at FROM door WHERE true
           ON CONFLICT (record, id) DO UPDATE SET at = excluded.at;
         END;",
        note("NEW", "NULL"),
        note("OLD", &before),
        note("OLD", &before),
    )
}

/// Whether every table has its triggers.
pub(super) fn complete(conn: &Connection) -> Result<bool> {
    let mut find =
        conn.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 AND name = ?2")?;
    for kind in RecordKind::VARIANTS {
        let table = kind.word();
        for event in EVENTS {
            if !find.exists([table, &format!("{table}_{event}")])? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
