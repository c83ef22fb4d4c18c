//! The journal as an import compares with it: without what went to the trash because its import was undone.
//!
//! What a hand put into the trash is known, so that reading the same archive again does not bring it back.
//! Whoever undoes an import may want all of it again, read otherwise: that counts as never seen, and what is
//! written over a record in the trash takes it out.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::domain::{Journal, Record};

/// `journal` without the records that the undoing of an import put into its trash.
pub(super) fn without_undone(journal: &Journal) -> Cow<'_, Journal> {
    let undone = undone_imports(journal);
    if undone.is_empty() {
        return Cow::Borrowed(journal);
    }
    let mut journal = journal.clone();
    journal
        .trash
        .retain(|it| it.batch_id().is_none_or(|batch| !undone.contains(&batch)));
    Cow::Owned(journal)
}

/// The batches that undid an import: they put its note into the trash, which nothing else does.
fn undone_imports(journal: &Journal) -> HashSet<i64> {
    let notes = journal.trash.iter().filter(|it| matches!(it, Record::ImportBatch(_)));
    notes.filter_map(Record::batch_id).collect()
}
