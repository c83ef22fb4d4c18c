//! How SQLite is told to treat the file.
//!
//! A rollback journal, so that the one file alone is always the whole journal, also when it is copied or
//! synced; `synchronous=EXTRA`, so that what was reported as saved survives a power cut; pages of an
//! unfinished save never reach the file early (`cache_spill=OFF`), so that a copy taken meanwhile is
//! whole. Not exclusive: the command line works beside an open window. Each of these was measured.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Result};

/// How long a save waits for another program's.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the existing database at `path` and sets everything that has to be set on each opening.
pub(super) fn connect(path: &Path, read_only: bool) -> Result<Connection> {
    let access = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NOFOLLOW | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA cache_spill = OFF;
         PRAGMA cache_size = -65536;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA synchronous = EXTRA;
         PRAGMA foreign_keys = ON;",
    )?;
    Ok(conn)
}

/// Makes sure of the rollback journal; another tool may have set the file to something else.
pub(super) fn use_rollback_journal(conn: &Connection) -> Result<()> {
    let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    if mode != "delete" {
        conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    }
    Ok(())
}

/// The number that changes when another connection writes.
pub(super) fn data_version(conn: &Connection) -> Result<i64> {
    conn.query_row("PRAGMA data_version", [], |row| row.get(0))
}
