//! Tags: what a runner noted in the app, `tag_generic_alcohol` or a name of their own. A tag says that something
//! was; that none is there says nothing, so it answers yes and never no.

use jiff::civil::Date;

use super::SOURCE;
use crate::domain::{Answer, Record, Stamp, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::{Found, Input, Reading, Task};

/// What stands before the name of a tag of the app.
const PREFIXES: [&str; 3] = ["tag_generic_", "tag_sleep_", "tag_"];

pub(in crate::import) const FORMAT: Format = Format {
    word: "oura_tags",
    is: |head| {
        let is = |names: &[&str]| head.has_columns(names) || head.has_keys(names);
        is(&["tag_type_code", "start_day"]) || is(&["tag_type_code", "day"])
    },
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    each_item(input, task, &mut found, |item, found| {
        let (when, day) = when(item)?;
        let at = task.local(day.at(12, 0, 0, 0)).ok_or_else(|| item.wrong("start_day"))?;
        if task.is_future(at.ms) {
            return Err(fl!("import-future", date = day.to_string()));
        }
        let name = name(item)?;
        let occasion = match item.text(&["id"]) {
            "" => day.to_string(),
            id => id.to_owned(),
        };
        let said = Practised {
            name: &name,
            unit: None,
            when,
            occasion: &occasion,
            answer: Answer::Yes,
            value: None,
            notes: item.text(&["comment"]),
        };
        let practice = catalogue.practice(&said, found)?;
        found.add(item.entry(Record::Practice(practice)));
        Ok(())
    })?;
    Ok(found)
}

/// When it was: at its time, or else on its day.
fn when(item: &Item) -> Result<(When, Date), String> {
    if let Some(stamp) = Stamp::parse_rfc3339(item.text(&["start_time"])) {
        return Ok((When::At(stamp), stamp.civil_date()));
    }
    let text = item.need(&["start_day", "day"])?;
    let day = text.parse().map_err(|_not_a_date| item.wrong("start_day"))?;
    Ok((When::On(day), day))
}

/// The name of a tag, as a person reads it.
fn name(item: &Item) -> Result<String, String> {
    let own = item.text(&["custom_name", "custom_tag_name"]);
    let code = item.text(&["tag_type_code"]);
    if !own.is_empty() {
        return Ok(own.to_owned());
    }
    if code.is_empty() || code == "custom" {
        return Err(fl!("import-cell-empty", column = "tag_type_code"));
    }
    let code = PREFIXES.iter().find_map(|it| code.strip_prefix(it)).unwrap_or(code);
    Ok(code.replace('_', " "))
}
