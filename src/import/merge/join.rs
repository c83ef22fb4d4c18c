//! Two records that tell the same thing, made one.
//!
//! Each field comes from the source that knows it best; of equals the one that was there first stays. A
//! field that a hand entered stays, whatever a file says; where the two differ, that is told. The detail of
//! the record keeps the list of the other sources, with the names they have there and the fields they gave:
//!
//! `"also": [{"source": "gpx", "external_id": "…", "file_hash": "…", "gave": ["avg_hr_bpm"]}]`

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::field::{Field, Joined};
use super::rank::{self, HAND, Rank};
use crate::domain::record::{MANUAL, TIME_ASSUMED, ZONE_ASSUMED};
use crate::domain::{Meta, Settings};

/// Where the other sources stand in a record's detail.
const ALSO: &str = "also";

/// Another source of a record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Also {
    pub source: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gave: Vec<String>,
}

/// What came of joining.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The names of the fields that were taken over.
    pub gained: Vec<String>,
    /// What a hand entered and the file says otherwise, in words.
    pub differs: Vec<(String, String, String)>,
}

/// The other sources of a record.
pub(super) fn also(meta: &Meta) -> Vec<Also> {
    let list = meta.noted(ALSO).cloned();
    list.and_then(|it| serde_json::from_value(it).ok()).unwrap_or_default()
}

/// Takes into `into` what `from` knows better. `is_by_hand` says that `into` was edited since it came.
pub(super) fn join<R: Joined>(into: &mut R, from: &R, is_by_hand: bool, settings: &Settings) -> Outcome {
    let mut sources = also(into.meta());
    if is_by_hand && into.meta().source != MANUAL && !sources.iter().any(|it| it.source == MANUAL) {
        sources.push(by_hand(into));
    }
    let mut gave = Vec::new();
    let mut outcome = Outcome::default();
    for field in R::fields().iter().filter(|it| (it.is_set)(from)) {
        let theirs = rank::of(&from.meta().source, field.knowledge);
        let ours = (field.is_set)(into).then(|| owner(into.meta(), &sources, field));
        let differs = ours.is_none() || !(field.is_same)(into, from);
        if ours == Some(HAND) && differs {
            let values = ((field.show)(into, settings), (field.show)(from, settings));
            outcome.differs.push((field.name(), values.0, values.1));
        } else if ours.is_none_or(|ours| theirs > ours) {
            // Also where both say nearly the same: then the order of the files does not matter.
            (field.take)(into, from);
            for it in &mut sources {
                it.gave.retain(|word| word != field.word);
            }
            gave.push(field.word.to_owned());
            outcome.gained.extend(differs.then(|| field.name()));
        }
    }
    sources.push(Also {
        source: from.meta().source.clone(),
        external_id: from.meta().external_id.clone(),
        file_hash: from.meta().file_hash.clone(),
        gave,
    });
    // What `from` itself was joined from.
    sources.extend(also(from.meta()));
    merge_details(into.meta_mut(), from.meta(), |_| false);
    note(into.meta_mut(), &sources);
    outcome
}

/// How well the source of a field knows it.
fn owner<R>(meta: &Meta, sources: &[Also], field: &Field<R>) -> Rank {
    let gave = |it: &&Also| it.gave.iter().any(|word| word == field.word);
    let source = sources
        .iter()
        .rev()
        .find(gave)
        .map_or(meta.source.as_str(), |it| &it.source);
    rank::of(source, field.knowledge)
}

/// How what another source says of the time of a record stands to what the record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// A hand entered what the record says: it stays.
    ByHand,
    /// The other knows better.
    Better,
    /// The other knows no better.
    NoBetter,
}

/// Who knows better when it was: a clock at all, one with a time zone, then the source that measures better.
pub(super) fn clock(ours: &Meta, theirs: &Meta, is_by_hand: bool) -> Clock {
    if is_by_hand || ours.source == MANUAL || also(ours).iter().any(|it| it.source == MANUAL) {
        return Clock::ByHand;
    }
    let worth = |meta: &Meta| {
        (
            !meta.is_ticked(TIME_ASSUMED),
            !meta.is_ticked(ZONE_ASSUMED),
            rank::of(&meta.source, rank::Knowledge::Measured),
        )
    };
    if worth(theirs) > worth(ours) {
        Clock::Better
    } else {
        Clock::NoBetter
    }
}

/// What the record had when a hand had changed it: all of it counts as entered by hand.
fn by_hand<R: Joined>(record: &R) -> Also {
    let set = R::fields().iter().filter(|it| (it.is_set)(record));
    Also {
        source: MANUAL.to_owned(),
        gave: set.map(|it| it.word.to_owned()).collect(),
        ..Also::default()
    }
}

/// Adds what only the other's detail says, but for what `is_left`; whether it said anything.
pub(super) fn merge_details(into: &mut Meta, from: &Meta, is_left: impl Fn(&str) -> bool) -> bool {
    let Some(Value::Object(theirs)) = &from.detail else {
        return false;
    };
    let mut is_more = false;
    for (key, value) in theirs {
        let is_bookkeeping = [ALSO, ZONE_ASSUMED, TIME_ASSUMED].contains(&key.as_str());
        if into.noted(key).is_none() && !is_bookkeeping && !is_left(key) && !value.is_null() {
            into.note(key, value.clone());
            is_more = true;
        }
    }
    is_more
}

fn note(meta: &mut Meta, sources: &[Also]) {
    let list = serde_json::to_value(sources).expect("words are always JSON");
    meta.note(ALSO, list);
}
