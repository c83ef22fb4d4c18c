//! The objects of a JSON file, one by one.
//!
//! An export is a list of objects, or an object whose keys hold such lists. Only one of the objects is in
//! memory at a time, however long the lists are, and of a file that is cut short those before the cut count.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{Found, Refusal, Task};
use crate::fl;

/// How many keys deep a list of objects is looked for.
const DEEPEST: usize = 3;

/// An object of a list.
pub(in crate::import) type Object = Map<String, Value>;

/// Calls `read` with each object of a file and the key that its list stands under, which is empty where the
/// file is the list.
pub(in crate::import) fn each_object(
    bytes: &[u8],
    task: &Task,
    found: &mut Found,
    mut read: impl FnMut(&str, &Object, &mut Found) -> Result<(), String>,
) -> Result<(), Refusal> {
    let bytes = super::table::utf8(bytes);
    let mut seen = 0_usize;
    let mut take = |list: &str, object: &Object| {
        seen += 1;
        if let Err(why) = read(list, object, found) {
            found.left_out(None, fl!("import-json-entry", n = seen, why = why));
        }
        !task.cancelled()
    };
    let list = List {
        name: String::new(),
        depth: 0,
        take: &mut take,
    };
    let end = list.deserialize(&mut serde_json::Deserializer::from_slice(&bytes));
    if task.cancelled() {
        return Err(Refusal::Cancelled);
    }
    match end {
        Ok(()) => Ok(()),
        Err(_) if seen == 0 => Err(Refusal::Rejected(fl!("import-json-broken"))),
        Err(error) => {
            found.note(Some(error.line() as u64), fl!("import-json-cut"));
            Ok(())
        }
    }
}

/// What stands under a key: a list of objects, an object with such lists, or something else.
struct List<'t> {
    name: String,
    depth: usize,
    take: &'t mut dyn FnMut(&str, &Object) -> bool,
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(item) = items.next_element::<Value>()? {
            if let Value::Object(object) = item
                && !(self.take)(&self.name, &object)
            {
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key::<String>()? {
            if self.depth >= DEEPEST {
                entries.next_value::<IgnoredAny>()?;
                continue;
            }
            // {"sleep": {"data": […]}} is a list of sleeps, too.
            let name = if self.depth > 0 && key == "data" {
                self.name.clone()
            } else {
                key
            };
            entries.next_value_seed(List {
                name,
                depth: self.depth + 1,
                take: &mut *self.take,
            })?;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::with_task;
    use super::*;

    fn read(text: &str) -> (Vec<String>, Result<Found, Refusal>) {
        let (mut seen, mut found) = (Vec::new(), Found::default());
        let done = with_task("UTC", 0, |task| {
            each_object(text.as_bytes(), task, &mut found, |list, object, _| {
                seen.push(format!("{list}:{}", object["n"]));
                if object["n"] == 9 {
                    return Err(String::from("nine"));
                }
                Ok(())
            })
        });
        (seen, done.map(|()| found))
    }

    #[test]
    fn objects_stand_in_a_list_or_in_lists_under_keys() {
        for (text, expected) in [
            ("[{\"n\": 1}, {\"n\": 2}]", &[":1", ":2"][..]),
            (
                "\u{feff} {\"data\": [{\"n\": 1}], \"next\": null, \"x\": [1, \"a\"]}",
                &["data:1"],
            ),
            (
                "{\"sleep\": {\"data\": [{\"n\": 1}]}, \"day\": [{\"n\": 2}], \"v\": 1.5}",
                &["sleep:1", "day:2"],
            ),
            ("{\"a\": {\"b\": {\"c\": {\"d\": [{\"n\": 1}]}}}}", &[]),
            ("{}", &[]),
            ("[]", &[]),
        ] {
            let (seen, found) = read(text);
            assert_eq!(seen, expected, "{text}");
            assert!(found.is_ok(), "{text}");
        }
    }

    #[test]
    fn what_stands_before_a_cut_counts_and_the_cut_is_told() {
        let (seen, found) = read("[{\"n\": 1},\n {\"n\": 2");
        assert_eq!(seen, [":1"]);
        assert_eq!(found.unwrap().into_issues().0[0].line, Some(2));
        assert!(matches!(read("[{").1, Err(Refusal::Rejected(_))));
        assert!(matches!(read("[nan").1, Err(Refusal::Rejected(_))));
        let deep = "[".repeat(100_000);
        assert!(matches!(read(&deep).1, Err(Refusal::Rejected(_))));
    }

    #[test]
    fn an_entry_that_cannot_be_read_is_left_out_by_its_number() {
        let found = read("[{\"n\": 1}, {\"n\": 9}, {\"n\": 3}]").1.unwrap();
        assert_eq!(found.left_out, 1);
        let why = &found.into_issues().0[0].why;
        assert!(why.contains('2') && why.contains("nine"), "{why}");
    }
}
