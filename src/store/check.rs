//! Looking at a journal from end to end.

use super::{Error, Store};

impl Store {
    /// Reads everything and lists what is wrong, in SQLite's and our own words; empty for a sound journal.
    ///
    /// Opening a journal already ran the quick check; this is the slow one: every index against its table,
    /// every reference, every value into its record.
    pub fn check(&mut self) -> Result<Vec<String>, Error> {
        let mut problems: Vec<String> = self
            .conn
            .prepare("PRAGMA integrity_check")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        problems.retain(|it| it != "ok");
        let mut dangling = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = dangling.query([])?;
        while let Some(row) = rows.next()? {
            let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
            problems.push(format!("{table}: {parent}?"));
        }
        drop(rows);
        drop(dangling);
        if let Err(error @ Error::Unreadable { .. }) = self.load().map(drop) {
            problems.push(error.to_string());
        }
        Ok(problems)
    }
}
