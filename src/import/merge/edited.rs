//! What is known of our own export by its id, and says something else there: edited since, in the journal or in a
//! spreadsheet. Which of the two is meant nobody knows, so the journal's stays and the row is told.

use std::collections::HashMap;

use serde_json::Value;

use crate::domain::soreness::LATE;
use crate::domain::{Activity, CheckIn, Intake, Journal, Meta, Night, Practice, Record, RecordKind, SorenessRating};

/// The journal's records by their ids.
pub(super) struct ById(HashMap<(RecordKind, String), Record>);

impl ById {
    pub fn of(journal: &Journal) -> Self {
        Self(journal.records().map(|it| ((it.kind(), it.id()), it)).collect())
    }

    /// Whether the journal has this record in other words.
    pub fn differs(&self, record: &Record) -> bool {
        let stands = self.0.get(&(record.kind(), record.id()));
        let pair = stands.and_then(|it| Some((plain(it)?, plain(record)?)));
        pair.is_some_and(|(stands, told)| stands != told)
    }
}

/// What a record says, without the bookkeeping that no export has; `None` for what is no record of a day.
fn plain(record: &Record) -> Option<Record> {
    Some(match record.clone() {
        Record::Activity(it) => Record::Activity(Activity {
            meta: bare(it.meta),
            ..it
        }),
        Record::Night(it) => Record::Night(Night {
            meta: bare(it.meta),
            ..it
        }),
        Record::Soreness(it) => Record::Soreness(SorenessRating {
            meta: bare(it.meta),
            ..it
        }),
        Record::Intake(it) => Record::Intake(Intake {
            meta: bare(it.meta),
            ..it
        }),
        Record::Practice(it) => Record::Practice(Practice {
            meta: bare(it.meta),
            ..it
        }),
        Record::CheckIn(it) => Record::CheckIn(CheckIn {
            meta: bare(it.meta),
            ..it
        }),
        _ => return None,
    })
}

fn bare(meta: Meta) -> Meta {
    let detail = meta.detail.and_then(|mut detail| {
        let fields = detail.as_object_mut()?;
        // An export says of each rating whether it was late, also where the journal knows it by the clock.
        fields.remove(LATE);
        (!fields.is_empty()).then_some(detail)
    });
    Meta {
        created_at: 0,
        updated_at: 0,
        batch_id: None,
        detail: detail.filter(Value::is_object),
        ..meta
    }
}
