//! What the journal will have: a copy of the records that can be told twice, with what this import adds.
//!
//! Records stand on a shelf for their kind, found by a key of time, by id, and (activities) by the file that
//! tells them in detail. What changed on a shelf is what the batch writes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::RangeInclusive;

use super::field::Joined;
use super::join::{self, Clock, Outcome};
use super::known::Seen;
use crate::domain::night::AWAKE_MIN;
use crate::domain::record::{TIME_ASSUMED, ZONE_ASSUMED};
use crate::domain::{Change, Record, Settings};
use crate::fl;

/// A record that can be told by several sources.
pub(super) trait Told: Joined + Clone + PartialEq {
    /// Its place in time: what shelves are sorted by.
    fn key(&self) -> i64;
    /// The record on the shelf that tells the same thing, and why it is the same, in words.
    fn same(shelf: &Shelf<Self>, incoming: &Self, part: usize) -> Option<(usize, String)>;
    /// Takes over what is not field by field: when it was.
    fn move_to(&mut self, from: &Self, clock: Clock, outcome: &mut Outcome);
    /// Whether it says when it began and ended: what does not knows no clock better.
    fn tells_when(&self) -> bool {
        true
    }
    /// Takes over when it was where that is not known in full. Said again by the same source, so no clock is the
    /// better one.
    fn complete(&mut self, _from: &Self, _outcome: &mut Outcome) {}
    /// Whether both are the whole of it, and not one a part of the other.
    fn lasts_like(&self, _other: &Self) -> bool {
        true
    }
    /// Leaves out of either what the other knows so much better that no field of it counts.
    fn settle(&mut self, _from: &mut Self, _is_by_hand: bool) {}
    /// Others on the shelf that the record at `at` covers, now that it is joined.
    fn covered(_shelf: &Shelf<Self>, _at: usize) -> Option<usize> {
        None
    }
    /// It as any record.
    fn into_record(self) -> Record;
}

/// A record on its shelf.
pub(super) struct Held<R> {
    pub record: R,
    /// As it stood in the journal; `None` where this import brought it.
    was: Option<R>,
    /// The one that took it over.
    gone_to: Option<usize>,
    /// Edited by hand after it was imported.
    is_by_hand: bool,
    /// The parts of this import that told it.
    pub parts: Vec<usize>,
}

impl<R> Held<R> {
    /// Whether the journal had it or this import brought it.
    pub fn seen(&self) -> Seen {
        if self.was.is_some() { Seen::Journal } else { Seen::Here }
    }
}

/// All records of a kind.
pub(super) struct Shelf<R> {
    held: Vec<Held<R>>,
    by_key: BTreeMap<i64, Vec<usize>>,
    by_id: HashMap<String, usize>,
}

impl<R: Told> Shelf<R> {
    /// The records of a journal; `imports` are the batches that were imports and still stand.
    pub fn of(records: &[R], imports: &HashSet<i64>) -> Self {
        let mut shelf = Self {
            held: Vec::new(),
            by_key: BTreeMap::new(),
            by_id: HashMap::new(),
        };
        for record in records {
            let is_import = record.meta().batch_id.is_some_and(|it| imports.contains(&it));
            shelf.put(Held {
                record: record.clone(),
                was: Some(record.clone()),
                gone_to: None,
                is_by_hand: !is_import,
                parts: Vec::new(),
            });
        }
        shelf
    }

    fn put(&mut self, held: Held<R>) -> usize {
        let at = self.held.len();
        self.by_key.entry(held.record.key()).or_default().push(at);
        self.by_id.insert(held.record.meta().id.to_string(), at);
        self.held.push(held);
        at
    }

    /// A record that this import brings.
    pub fn add(&mut self, record: R, part: usize) -> usize {
        self.put(Held {
            record,
            was: None,
            gone_to: None,
            is_by_hand: false,
            parts: vec![part],
        })
    }

    /// The place of the record with this id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let mut at = *self.by_id.get(id)?;
        // Each step leads to one that was there when its record went, so this ends.
        while let Some(to) = self.held[at].gone_to {
            at = to;
        }
        Some(at)
    }

    /// The record at a place.
    pub fn at(&self, at: usize) -> &Held<R> {
        &self.held[at]
    }

    /// The records whose key lies in `keys`, with their places.
    pub fn around(&self, keys: RangeInclusive<i64>) -> impl Iterator<Item = (usize, &Held<R>)> {
        let places = self.by_key.range(keys).flat_map(|(_, places)| places.iter().copied());
        places
            .map(|at| (at, &self.held[at]))
            .filter(|it| it.1.gone_to.is_none())
    }

    /// Joins `incoming` to the record at `at`.
    pub fn join(&mut self, at: usize, incoming: &R, part: usize, settings: &Settings) -> Outcome {
        let mut outcome = self.join_one(at, incoming, settings);
        self.held[at].parts.push(part);
        while let Some(other) = R::covered(self, at) {
            let covered = self.held[other].record.clone();
            self.held[other].gone_to = Some(at);
            let more = self.join_one(at, &covered, settings);
            outcome.gained.extend(more.gained);
        }
        outcome
    }

    fn join_one(&mut self, at: usize, incoming: &R, settings: &Settings) -> Outcome {
        let held = &mut self.held[at];
        let before = held.record.key();
        let mut outcome = Outcome::default();
        let clock = match join::clock(held.record.meta(), incoming.meta(), held.is_by_hand) {
            Clock::Better if !incoming.tells_when() => Clock::NoBetter,
            clock => clock,
        };
        let mut incoming = incoming.clone();
        held.record.settle(&mut incoming, clock == Clock::ByHand);
        let incoming = &incoming;
        held.record.move_to(incoming, clock, &mut outcome);
        if clock == Clock::Better {
            for tick in [ZONE_ASSUMED, TIME_ASSUMED] {
                held.record.meta_mut().tick(tick, incoming.meta().is_ticked(tick));
            }
        }
        let of_fields = join::join(&mut held.record, incoming, held.is_by_hand, settings);
        outcome.gained.extend(of_fields.gained);
        outcome.differs.extend(of_fields.differs);
        self.sort_again(at, before);
        outcome
    }

    /// A record that came under the same name again: takes what was not there then, and nothing where a
    /// hand changed it since. One file of a service may tell half of a thing (the score of a night) and another
    /// the rest (its times), whichever is read first.
    pub fn refresh(&mut self, at: usize, incoming: &R) -> Outcome {
        let held = &mut self.held[at];
        let before = held.record.key();
        let mut outcome = Outcome::default();
        if held.is_by_hand {
            return outcome;
        }
        let clock = join::clock(held.record.meta(), incoming.meta(), held.is_by_hand);
        let mut incoming = incoming.clone();
        held.record.settle(&mut incoming, clock == Clock::ByHand);
        let incoming = &incoming;
        held.record.complete(incoming, &mut outcome);
        let missing = |it: &&super::field::Field<R>| (it.is_set)(incoming) && !(it.is_set)(&held.record);
        let missing: Vec<_> = R::fields().iter().filter(missing).collect();
        for field in missing {
            (field.take)(&mut held.record, incoming);
            outcome.gained.push(field.name());
        }
        // The minutes awake belong to times that may be another source's by now.
        let is_joined = !join::also(held.record.meta()).is_empty();
        let is_left = |key: &str| is_joined && key == AWAKE_MIN;
        if held.record.meta().external_id == incoming.meta().external_id
            && join::merge_details(held.record.meta_mut(), incoming.meta(), is_left)
        {
            outcome.gained.push(fl!("import-field-detail"));
        }
        self.sort_again(at, before);
        outcome
    }

    /// Finds the record at `at` by its key, which was `before`, again.
    fn sort_again(&mut self, at: usize, before: i64) {
        let after = self.held[at].record.key();
        if after != before {
            self.by_key.entry(after).or_default().push(at);
        }
    }

    /// Whether a hand changed the record at `at` since it was imported, or entered it.
    pub fn is_by_hand(&self, at: usize) -> bool {
        self.held[at].is_by_hand
    }

    /// What has to be written: new records, changed ones, and those another took over.
    pub fn into_changes(self) -> impl Iterator<Item = Change> {
        self.held
            .into_iter()
            .filter_map(|held| match (held.was, held.gone_to.is_some()) {
                (None, true) => None,
                (Some(was), true) => Some(Change::Trash(was.into_record().reference())),
                (Some(was), false) if was == held.record => None,
                (_, false) => Some(Change::put(held.record.into_record())),
            })
    }
}
