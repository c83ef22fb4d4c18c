//! What one thing of a file says, by name: a row of a table or an object of JSON.
//!
//! One service writes the same values as `total_sleep_duration` in a table, as `totalSleepDuration` in JSON
//! and as `Total Sleep Duration` in an older table. Names are compared by their letters and digits alone, so
//! one reader reads all three. What lies deeper in an object has the keys on the way in its name; lists are
//! not looked into.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde_json::Value;

use super::json::{Object, each_object};
use super::number::decimal;
use super::table::{Row, Shape, each_row, out_of_range};
use super::{Entry, Found, Head, Input, Refusal, Task};
use crate::domain::{Meta, Record};
use crate::fl;

/// How many keys deep an object is looked into.
const DEEPEST: usize = 4;

/// How much of a wrong value a sentence shows.
const SHOWN_CHARS: usize = 40;

/// The longest text of a detail.
const LONGEST_TEXT: usize = 1000;

/// The values of one row or object.
#[derive(Debug, Default)]
pub(in crate::import) struct Item {
    /// By plain name: the name as the file has it, and the value as text.
    values: BTreeMap<String, (String, String)>,
    /// The line it begins on, in tables.
    pub line: Option<u64>,
}

/// Calls `read` with each row or object of a file; its reasons become issues.
pub(in crate::import) fn each_item(
    input: &Input,
    task: &Task,
    found: &mut Found,
    mut read: impl FnMut(&Item, &mut Found) -> Result<(), String>,
) -> Result<(), Refusal> {
    if Head::of(input.bytes).is_json() {
        each_object(input.bytes, task, found, |_, object, found| {
            read(&Item::of_object(object), found)
        })
    } else {
        each_row(input.bytes, Shape::Ragged, task, found, |row, found| {
            read(&Item::of_row(row), found)
        })
    }
}

/// The letters and digits of a name, without marks on them.
pub(in crate::import) fn plain(name: &str) -> String {
    letters(name).collect()
}

/// Whether two names are the same by their letters and digits.
pub(in crate::import) fn is_plainly(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    let lower = name.chars().flat_map(char::to_lowercase);
    lower.filter(|it| it.is_alphanumeric()).map(unmarked)
}

/// A letter of the languages of Europe without its mark.
fn unmarked(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

impl Item {
    /// The cells of a row.
    pub fn of_row(row: &Row) -> Self {
        let mut item = Self {
            line: Some(row.line),
            ..Self::default()
        };
        for (name, cell) in row.header.names().iter().zip(row.cells()) {
            match cell.trim() {
                // A cell may hold an object of its own.
                json if json.starts_with('{') => match serde_json::from_str(json) {
                    Ok(Value::Object(object)) => item.take(name, &object, 1),
                    _ => item.put(name, json.to_owned()),
                },
                text => item.put(name, text.to_owned()),
            }
        }
        item
    }

    /// The values of an object.
    pub fn of_object(object: &Object) -> Self {
        let mut item = Self { ..Self::default() };
        item.take("", object, 0);
        item
    }

    fn take(&mut self, above: &str, object: &Object, depth: usize) {
        for (key, value) in object {
            let name = if above.is_empty() {
                key.clone()
            } else {
                format!("{above}_{key}")
            };
            match value {
                Value::Object(inner) if depth < DEEPEST => self.take(&name, inner, depth + 1),
                Value::String(text) => self.put(&name, text.trim().to_owned()),
                Value::Number(number) => self.put(&name, number.to_string()),
                Value::Bool(flag) => self.put(&name, flag.to_string()),
                Value::Null | Value::Array(_) | Value::Object(_) => {}
            }
        }
    }

    /// Of two columns alike the first that says something counts.
    fn put(&mut self, name: &str, text: String) {
        if !text.is_empty() {
            let place = self.values.entry(plain(name));
            place.or_insert_with(|| (name.to_owned(), text));
        }
    }

    /// The values with their names, as the file has them.
    pub fn values(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.values().map(|(name, text)| (&**name, &**text))
    }

    /// The value of the first of these names that says something, else an empty text.
    pub fn text(&self, names: &[&str]) -> &str {
        self.value(names).map_or("", |it| &it.1)
    }

    /// The same, with the reason that a value which has to be there is not.
    pub fn need(&self, names: &[&str]) -> Result<&str, String> {
        let name = names.first().copied().unwrap_or_default();
        let value = self.value(names).map(|it| &*it.1);
        value.ok_or_else(|| fl!("import-cell-empty", column = name))
    }

    fn value(&self, names: &[&str]) -> Option<&(String, String)> {
        names.iter().find_map(|name| self.values.get(&plain(name)))
    }

    /// A number in `range`; what is none, or lies outside, is left out and named.
    pub fn number(&self, names: &[&str], range: RangeInclusive<f64>, found: &mut Found) -> Option<f64> {
        let (name, text) = self.value(names)?;
        match decimal(text) {
            Some(number) if range.contains(&number) => Some(number),
            Some(number) => {
                found.note(self.line, out_of_range(name, number, &range));
                None
            }
            None => {
                found.note(self.line, self.wrong(name));
                None
            }
        }
    }

    /// A number of a thing where 0 stands for none.
    pub fn positive(&self, names: &[&str], range: RangeInclusive<f64>, found: &mut Found) -> Option<f64> {
        let is_zero = decimal(self.text(names)) == Some(0.0);
        if is_zero {
            None
        } else {
            self.number(names, range, found)
        }
    }

    /// Yes or no; `None` where it says neither.
    pub fn flag(&self, names: &[&str]) -> Option<bool> {
        match self.text(names).to_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        }
    }

    /// Why the value called `name` cannot be used.
    pub fn wrong(&self, name: &str) -> String {
        let value: String = self.text(&[name]).chars().take(SHOWN_CHARS).collect();
        fl!("import-cell-wrong", column = name, value = value)
    }

    /// Notes numbers that no column of a record takes: their name here, and in the detail.
    pub fn note_numbers(&self, meta: &mut Meta, names: &[(&str, &str)], found: &mut Found) {
        for (theirs, ours) in names {
            if let Some(value) = self.number(&[theirs], -1e9..=1e9, found) {
                meta.note_number(ours, Some(value));
            }
        }
    }

    /// Notes words that no column of a record takes.
    pub fn note_texts(&self, meta: &mut Meta, names: &[(&str, &str)]) {
        for (theirs, ours) in names {
            let text: String = self.text(&[theirs]).chars().take(LONGEST_TEXT).collect();
            if !text.is_empty() {
                meta.note_text(ours, &text);
            }
        }
    }

    /// A record that stands here.
    pub fn entry(&self, record: Record) -> Entry {
        Entry {
            line: self.line,
            ..Entry::of(record)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::with_task;
    use super::*;

    fn items(bytes: &str) -> Vec<Item> {
        let mut items = Vec::new();
        let input = Input::alone(bytes.as_bytes());
        let done = with_task("UTC", 0, |task| {
            each_item(&input, task, &mut Found::default(), |item, _| {
                items.push(Item {
                    values: item.values.clone(),
                    line: item.line,
                });
                Ok(())
            })
        });
        assert!(done.is_ok());
        items
    }

    #[test]
    fn a_value_is_found_under_its_name_however_it_is_written() {
        for text in [
            "[{\"totalSleep\": {\"duration\": 27000}, \"type\": \"long\", \"list\": [1], \"none\": null}]",
            "Total Sleep Duration;Type\n27000;long\n",
            "total_sleep_duration,type,none\n27000,long,\n",
            "type,total_sleep\nlong,\"{\"\"duration\"\": 27000}\"\n",
        ] {
            let [item] = &items(text)[..] else { panic!("{text}") };
            let mut found = Found::default();
            let seconds = item.number(&["missing", "total_sleep_duration"], 0.0..=1e6, &mut found);
            assert_eq!((seconds, item.text(&["TYPE"])), (Some(27_000.0), "long"), "{text}");
            assert!(item.need(&["none"]).is_err());
        }
        assert_eq!(plain("Frecuencia cardíaca (lpm)"), "frecuenciacardiacalpm");
    }

    #[test]
    fn numbers_outside_their_range_are_left_out_by_name() {
        let [item] = &items("heart,bad,zero\n65535,x,0\n")[..] else {
            panic!()
        };
        let mut found = Found::default();
        assert_eq!(item.number(&["heart"], 20.0..=250.0, &mut found), None);
        assert_eq!(item.number(&["bad"], 20.0..=250.0, &mut found), None);
        assert_eq!(item.positive(&["zero"], 20.0..=250.0, &mut found), None);
        let whys: Vec<_> = found.into_issues().0.into_iter().map(|it| (it.line, it.why)).collect();
        assert!(
            whys.len() == 2 && whys[0].1.contains("heart") && whys[1].1.contains("bad"),
            "{whys:?}"
        );
        assert_eq!(whys[0].0, Some(2));
    }
}
