//! Workouts of Oura.

use super::SOURCE;
use crate::domain::{Activity, Record, RecordKind, Sport, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::{Item, each_item};
use crate::import::reading::session::METRES;
use crate::import::reading::{Found, Input, Reading, Task, sport};

pub(in crate::import) const FORMAT: Format = Format {
    word: "oura_workouts",
    is: |head| {
        let names = ["start_datetime", "end_datetime", "intensity", "activity"];
        head.has_columns(&names) || head.has_keys(&names)
    },
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    each_item(input, task, &mut found, |item, found| {
        if item.text(&["start_datetime"]).is_empty() || item.text(&["intensity"]).is_empty() {
            return Ok(());
        }
        let activity = activity(item, task, found)?;
        found.add(item.entry(Record::Activity(activity)));
        Ok(())
    })?;
    Ok(found)
}

fn activity(item: &Item, task: &Task, found: &mut Found) -> Result<Activity, String> {
    let stamp = |name: &str| Stamp::parse_rfc3339(item.need(&[name])?).ok_or_else(|| item.wrong(name));
    let (start, end) = (stamp("start_datetime")?, stamp("end_datetime")?);
    if task.is_future(start.ms) {
        return Err(fl!("import-future", date = start.civil_date().to_string()));
    }
    let elapsed_s = end.seconds_since(start);
    if elapsed_s <= 0.0 || elapsed_s > 31_622_400.0 {
        return Err(fl!("import-session-order"));
    }
    let name = item.text(&["activity"]);
    let word = sport::of(name);
    let sport = word.as_ref().map_or(Sport::Other, |it| it.sport);
    let mut meta = task.meta(
        RecordKind::Activity,
        SOURCE,
        format!("oura:workout:{}", start.to_rfc3339()),
        start.ms,
    );
    item.note_texts(
        &mut meta,
        &[("activity", "type"), ("intensity", "intensity"), ("source", "log_type")],
    );
    let mut activity = Activity {
        elapsed_s: Some(elapsed_s),
        distance_m: item.positive(&["distance"], METRES, found),
        title: item.text(&["label"]).to_owned(),
        ..Activity::new(meta, sport, start)
    };
    if let Some(word) = &word {
        word.describe(&mut activity);
    }
    Ok(activity)
}
