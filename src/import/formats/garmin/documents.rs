//! Objects of JSON one behind the other, as programs keep what they fetch day by day: one a line, or one large object
//! with a key for each day. A night with its curves has some hundred kilobytes, and a file years of them, so no more
//! than what stands under one key is in memory at a time.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use crate::fl;
use crate::import::reading::item::is_plainly;
use crate::import::reading::json::Object;
use crate::import::reading::table::utf8;
use crate::import::reading::{Found, Refusal, Task};

/// Calls `take` with each object of a file and, as an object of its own, with all that stands deeper under one of its
/// keys, but for the keys in `own`. Of a file that is cut short what stands before the cut counts.
pub(super) fn each_document(
    bytes: &[u8],
    own: &[&str],
    task: &Task,
    found: &mut Found,
    mut take: impl FnMut(&Object, &mut Found),
) -> Result<(), Refusal> {
    let bytes = utf8(bytes);
    let mut from = serde_json::Deserializer::from_slice(&bytes);
    let mut is_first = true;
    while is_first || from.end().is_err() {
        let before = found.entries.len();
        let mut take = |object: &Object| take(object, found);
        let document = Document { own, take: &mut take };
        let end = document.deserialize(&mut from);
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        match end {
            Ok(()) => is_first = false,
            Err(_broken) if is_first && found.entries.len() == before => {
                return Err(Refusal::Rejected(fl!("import-json-broken")));
            }
            Err(error) => {
                found.note(Some(error.line() as u64), fl!("import-json-cut"));
                break;
            }
        }
    }
    Ok(())
}

/// One object.
struct Document<'t> {
    own: &'t [&'t str],
    take: &'t mut dyn FnMut(&Object),
}

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut rest = Object::new();
        while let Some((key, value)) = entries.next_entry::<String, Value>()? {
            let is_own = self.own.iter().any(|own| is_plainly(own, &key));
            if is_own || !(value.is_object() || value.is_array()) {
                rest.insert(key, value);
            } else {
                (self.take)(&Object::from_iter([(key, value)]));
            }
        }
        (self.take)(&rest);
        Ok(())
    }
}
