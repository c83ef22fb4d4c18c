//! One record that several sources can tell, put where it belongs: to the one on its shelf that tells the same,
//! or beside the others as a new one.

use super::book::{Shelf, Told};
use super::counts::Counts;
use super::join::Outcome;
use super::known::{Known, Seen};
use crate::domain::words::listed;
use crate::domain::{Settings, Standing};
use crate::fl;

/// How a record stands to what is known, and from where that is known; a new one stands by itself.
pub(super) type Judged = (Standing, Seen);

pub(super) const NEW: Judged = (Standing::New, Seen::Here);

/// Where records of one kind are put.
pub(super) struct Placing<'t, R> {
    pub known: &'t mut Known,
    pub shelf: &'t mut Shelf<R>,
    /// What a hand threw away, where another telling of it is thrown away, too.
    pub deleted: Option<&'t Shelf<R>>,
    pub settings: &'t Settings,
    pub part: usize,
    pub file: &'t mut Counts,
}

impl<R: Told> Placing<'_, R> {
    /// Puts `incoming` on the shelf, or to the record there that tells the same; `linked` is the one that is
    /// known to. Gives its place there and how it stands.
    pub fn place(&mut self, incoming: &R, linked: Option<(usize, String)>) -> (Option<usize>, Judged) {
        let record = incoming.clone().into_record();
        if let Some((id, seen)) = self.known.named(&record, false) {
            let why = same_name(seen);
            let Some(at) = self.shelf.place_of(&id) else {
                self.file.know(seen, false);
                return (None, (Standing::Duplicate { why }, seen));
            };
            let outcome = self.shelf.refresh(at, incoming);
            self.file.is_remembered |= !outcome.gained.is_empty();
            return (Some(at), self.joined(why, outcome, seen));
        }
        let same = linked.or_else(|| R::same(self.shelf, incoming, self.part));
        // One that was never stopped may be thrown away for the right one in it.
        let is_deleted = |shelf: &Shelf<R>| {
            let same = R::same(shelf, incoming, self.part);
            same.is_some_and(|(at, _)| shelf.at(at).record.lasts_like(incoming))
        };
        if same.is_none() && self.deleted.is_some_and(is_deleted) {
            self.file.know(Seen::Journal, false);
            let why = fl!("import-same-deleted");
            return (None, (Standing::Duplicate { why }, Seen::Journal));
        }
        let Some((at, why)) = same else {
            self.known.learn(&record, &record.id());
            self.file.count(&record);
            return (Some(self.shelf.add(incoming.clone(), self.part)), NEW);
        };
        self.file.is_remembered = true;
        let seen = self.shelf.at(at).seen();
        let outcome = self.shelf.join(at, incoming, self.part, self.settings);
        let id = self.shelf.at(at).record.meta().id.to_string();
        self.known.learn(&record, &id);
        (Some(at), self.joined(why, outcome, seen))
    }

    fn joined(&mut self, why: String, outcome: Outcome, seen: Seen) -> Judged {
        self.file.know(seen, !outcome.gained.is_empty());
        let differs: Vec<_> = outcome.differs.into_iter().map(difference).collect();
        if let Some(fields) = listed(&differs) {
            return (Standing::Conflict { why, fields }, seen);
        }
        let standing = match listed(&outcome.gained) {
            Some(fields) => Standing::Completes { why, fields },
            None => Standing::Duplicate { why },
        };
        (standing, seen)
    }
}

/// Why a record is the same that is known by its name.
pub(super) fn same_name(seen: Seen) -> String {
    match seen {
        Seen::Journal => fl!("import-same-name"),
        Seen::Here => fl!("import-same-name-here"),
    }
}

fn difference((name, ours, theirs): (String, String, String)) -> String {
    fl!("import-differs", name = name, ours = ours, theirs = theirs)
}
