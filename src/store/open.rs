//! How a file becomes a journal, or is refused with a sentence.
//!
//! First the file is looked at without SQLite ([`header`]); then it is opened, brought to
//! today's form ([`migrations`]), and read through by `quick_check`. A new journal is
//! built whole under another name and then given its own, so at any moment there is either no journal or
//! a complete one: a file of 0 bytes is damage, never a beginning. What only can be read is opened for
//! reading; whether it can be written is tried, not guessed from permission bits.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ffi};

use super::migrations::{LADDER, Migration};
use super::{Error, OpenError, Store, batch, connection, header, migrations, records, settings};
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::{Habit, Id, Meta, Record, Settings, Slug};
use crate::fl;

/// How a journal is to be opened.
#[derive(Clone, Debug)]
pub struct OpenMode {
    /// Make a new journal where there is no file.
    pub create: bool,
    /// Open it for reading only, whatever the file allows.
    pub read_only: bool,
    /// IANA name of the zone of a new journal.
    pub zone: String,
    /// Now, ms UTC.
    pub now_ms: i64,
}

impl Store {
    /// Opens the journal at `path`.
    pub fn open(path: &Path, mode: &OpenMode) -> Result<Self, OpenError> {
        Self::open_with(path, mode, LADDER)
    }

    /// Opens the journal at `path` in the form at the top of `ladder`, instead of today's.
    pub fn open_with(path: &Path, mode: &OpenMode, ladder: &[Migration]) -> Result<Self, OpenError> {
        let path = &resolved(path, mode.create && !mode.read_only)?;
        if mode.create && !mode.read_only && is_missing(path) {
            create(path, mode, ladder)?;
        }
        header::examine(path, ladder.len() as i64)?;
        let sql = |error: rusqlite::Error| OpenError::sql(path, &error);
        let mut conn = connection::connect(path, mode.read_only).map_err(sql)?;
        let version = migrations::version(&conn).map_err(sql)?;
        let read_only = mode.read_only || !can_write(&conn).map_err(sql)?;
        if read_only {
            if version < ladder.len() as i64 {
                return Err(OpenError::OlderReadOnly(path.clone()));
            }
            conn = connection::connect(path, true).map_err(sql)?;
        } else {
            connection::use_rollback_journal(&conn).map_err(sql)?;
            migrations::migrate(&mut conn, path, ladder)?;
        }
        read_through(&conn, path)?;
        let seen = connection::data_version(&conn).map_err(sql)?;
        Ok(Self {
            conn,
            path: path.clone(),
            read_only,
            seen,
        })
    }
}

/// The path with its folder spelled out. Links in the way to the folder are followed; the file itself
/// must not be one. A missing folder is made where a journal is to be, for its owner alone.
fn resolved(path: &Path, make_folder: bool) -> Result<PathBuf, OpenError> {
    let Some(name) = path.file_name() else {
        return Err(OpenError::Directory(path.to_owned()));
    };
    let folder = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let io = |error| OpenError::io(path, &error);
    if make_folder && !folder.exists() {
        make_private(folder).map_err(io)?;
    }
    Ok(spelled_out(folder).map_err(io)?.join(name))
}

#[cfg(unix)]
fn spelled_out(folder: &Path) -> std::io::Result<PathBuf> {
    folder.canonicalize()
}

/// Without the `\\?\` that Windows would put before it.
#[cfg(not(unix))]
fn spelled_out(folder: &Path) -> std::io::Result<PathBuf> {
    std::path::absolute(folder)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

fn is_missing(path: &Path) -> bool {
    path.symlink_metadata()
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// Builds a journal under another name, then gives it its own. If another program was faster, its
/// journal stands.
fn create(path: &Path, mode: &OpenMode, ladder: &[Migration]) -> Result<(), OpenError> {
    let io = |error| OpenError::io(path, &error);
    let folder = path.parent().unwrap_or(Path::new("."));
    // Created exclusively, with mode 0600; files that SQLite puts beside it inherit the mode.
    let draft = tempfile::Builder::new()
        .prefix(".afterrun-new-")
        .tempfile_in(folder)
        .map_err(io)?
        .into_temp_path();
    build(&draft, mode, ladder).map_err(|error| match error {
        Error::Full => OpenError::Full(path.to_owned()),
        error => OpenError::Io {
            path: path.to_owned(),
            what: error.to_string(),
        },
    })?;
    match draft.persist_noclobber(path) {
        Err(error) if error.error.kind() != std::io::ErrorKind::AlreadyExists => Err(io(error.error)),
        _ => sync_folder(folder).map_err(io),
    }
}

fn build(draft: &Path, mode: &OpenMode, ladder: &[Migration]) -> Result<(), Error> {
    let mut conn = connection::connect(draft, false)?;
    connection::use_rollback_journal(&conn)?;
    let tx = conn.transaction()?;
    migrations::climb(&tx, 0, ladder)?;
    settings::write(&tx, &Settings::for_zone(&mode.zone))?;
    let facts = [
        ("journal_id", Id::fresh(mode.now_ms).to_string()),
        ("made_by", format!("afterrun {}", env!("CARGO_PKG_VERSION"))),
    ];
    for (key, value) in facts {
        tx.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", [key, &value])?;
    }
    batch::open_side_door(&tx, mode.now_ms)?;
    insert_builtin_habits(&tx, mode.now_ms)?;
    batch::close_door(&tx)?;
    tx.commit()?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// The built-in habits are there from the start; they are no change of the runner's.
fn insert_builtin_habits(conn: &Connection, now_ms: i64) -> Result<(), Error> {
    let mut upsert = conn.prepare(&records::Table::of::<Habit>().upsert())?;
    for (word, kind, unit) in BUILTIN_HABITS {
        let habit = Record::Habit(Habit {
            meta: Meta::from_source(Slug::of(word), "builtin"),
            name: word.replace('_', " "),
            kind,
            unit: unit.to_owned(),
            builtin: true,
            hidden: false,
        });
        records::bind(&habit, &mut upsert, 0, now_ms)?;
        upsert.raw_execute()?;
    }
    conn.execute("UPDATE habit SET batch_id = NULL", [])?;
    Ok(())
}

/// So that the new name is on the disk too.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Whether a change could be saved: a row is changed, and the transaction taken back before it reaches
/// the file. That needs a rollback journal in the folder, which permission bits alone do not promise.
fn can_write(conn: &Connection) -> rusqlite::Result<bool> {
    if conn.is_readonly("main")? {
        return Ok(false);
    }
    let tried = conn.execute_batch("BEGIN IMMEDIATE; UPDATE door SET at = at + 1");
    let ended = if conn.is_autocommit() {
        Ok(())
    } else {
        conn.execute_batch("ROLLBACK")
    };
    match tried.and(ended) {
        Ok(()) => Ok(true),
        Err(error) => match super::error::extended(&error) & 0xff {
            ffi::SQLITE_READONLY | ffi::SQLITE_CANTOPEN | ffi::SQLITE_PERM => Ok(false),
            // A full disk or a busy neighbour may pass; saving will say so in its own words.
            ffi::SQLITE_BUSY | ffi::SQLITE_FULL | ffi::SQLITE_IOERR => Ok(true),
            _ => Err(error),
        },
    }
}

/// What is wrong with the pages, without the line that names the database.
fn one_line(verdict: &str) -> String {
    let lines = verdict.lines().filter(|it| !it.starts_with("***"));
    lines.collect::<Vec<_>>().join("; ")
}

/// Reads every page once, and looks whether all tables and triggers are there.
fn read_through(conn: &Connection, path: &Path) -> Result<(), OpenError> {
    let sql = |error: rusqlite::Error| OpenError::sql(path, &error);
    let damaged = |what| OpenError::Damaged {
        path: path.to_owned(),
        what,
    };
    // Pages and order, not values: those were checked when they were written, and one wrong value is no
    // reason to refuse the whole journal. It takes a quarter of the time.
    let verdict: String = conn
        .pragma_update(None, "ignore_check_constraints", true)
        .and_then(|()| conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))
        .map_err(sql)?;
    conn.pragma_update(None, "ignore_check_constraints", false)
        .map_err(sql)?;
    if verdict != "ok" {
        return Err(damaged(one_line(&verdict)));
    }
    if !super::triggers::complete(conn).map_err(sql)? {
        return Err(damaged(fl!("damage-parts")));
    }
    Ok(())
}
