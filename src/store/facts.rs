//! What the file itself is: its name among journals, and whether it is a sample.

use rusqlite::OptionalExtension as _;

use super::{Error, Store};

impl Store {
    /// The journal's own id: a copy keeps it, so that a merge can tell two journals from two copies.
    pub fn journal_id(&self) -> Result<Option<String>, Error> {
        self.fact("journal_id")
    }

    /// Whether this is a sample journal, which must never be taken for the runner's own.
    pub fn is_sample(&self) -> Result<bool, Error> {
        Ok(self.fact("sample")?.is_some())
    }

    /// Marks this journal as a sample, for good.
    pub fn mark_as_sample(&mut self) -> Result<(), Error> {
        self.writing(|tx| {
            tx.execute(
                "INSERT INTO meta (key, value) VALUES ('sample', 'yes') ON CONFLICT (key) DO NOTHING",
                [],
            )?;
            Ok(Some(()))
        })
        .map(drop)
    }

    fn fact(&self, key: &str) -> Result<Option<String>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }
}
