//! What is typed and not saved yet.
//!
//! A draft is data: the text of an open form, as JSON under the form's key, in the journal itself and so
//! with all its guarantees. It is no part of the history. Saving the form drops it.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Error, Store};

impl Store {
    /// Keeps `body` (JSON) under `key`, in place of what was there.
    pub fn save_draft(&mut self, key: &str, body: &str, now_ms: i64) -> Result<(), Error> {
        self.writing(|tx| {
            tx.prepare_cached(
                "INSERT INTO draft (key, body, updated_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (key) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at",
            )?
            .execute(params![key, body, now_ms])?;
            Ok(Some(()))
        })
        .map(drop)
    }

    /// Forgets the draft under `key`, if there is one.
    pub fn drop_draft(&mut self, key: &str) -> Result<(), Error> {
        self.writing(|tx| {
            let dropped = tx.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])?;
            Ok((dropped > 0).then_some(()))
        })
        .map(drop)
    }

    /// All drafts, by key.
    pub fn drafts(&self) -> Result<BTreeMap<String, String>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT key, body FROM draft")?;
        let drafts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(drafts.collect::<Result<_, _>>()?)
    }
}
