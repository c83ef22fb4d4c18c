//! The whole journal, once, into memory.
//!
//! Decades of one person are a few hundred thousand rows: read in one go, straight into the vectors that
//! screens, statistics and export share. Nothing queries after that.

use rusqlite::Connection;

use super::records::{Stored, Table};
use super::{Error, Store, connection, settings};
use crate::domain::{Journal, Record};

impl Store {
    /// Reads every record, live and in the trash, and the settings, as of one moment.
    pub fn load(&mut self) -> Result<Journal, Error> {
        let tx = self.conn.transaction()?;
        let mut journal = Journal::empty(settings::read(&tx)?);
        read_into(&tx, &mut journal)?;
        journal.sort();
        let seen = connection::data_version(&tx)?;
        tx.commit()?;
        self.seen = seen;
        Ok(journal)
    }

    /// Whether another program wrote to the journal since it was last loaded.
    pub fn others_wrote(&self) -> Result<bool, Error> {
        Ok(connection::data_version(&self.conn)? != self.seen)
    }
}

fn read_into(conn: &Connection, journal: &mut Journal) -> Result<(), Error> {
    let trash = &mut journal.trash;
    read_table(conn, &mut journal.habits, trash)?;
    read_table(conn, &mut journal.supplements, trash)?;
    read_table(conn, &mut journal.routines, trash)?;
    read_table(conn, &mut journal.imports, trash)?;
    read_table(conn, &mut journal.activities, trash)?;
    read_table(conn, &mut journal.nights, trash)?;
    read_table(conn, &mut journal.soreness, trash)?;
    read_table(conn, &mut journal.intakes, trash)?;
    read_table(conn, &mut journal.practices, trash)?;
    read_table(conn, &mut journal.check_ins, trash)?;
    read_table(conn, &mut journal.checklists, trash)?;
    read_table(conn, &mut journal.steps, trash)
}

fn read_table<T: Stored>(conn: &Connection, live: &mut Vec<T>, trash: &mut Vec<Record>) -> Result<(), Error> {
    let table = Table::of::<T>();
    let mut statement = conn.prepare(&format!("SELECT {} FROM {}", table.columns(), table.name()))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let it = T::of_row(row)?;
        if it.meta().deleted_at.is_some() {
            trash.push(it.record());
        } else {
            live.push(it);
        }
    }
    Ok(())
}
