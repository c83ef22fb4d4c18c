//! settings.csv: what the data means, one setting a row. The answers about health stand in no file, so they
//! stay the journal's own.

use crate::domain::{DayRule, Settings};
use crate::fl;
use crate::import::reading::table::{Row, Shape, each_row, need};
use crate::import::reading::{Found, Refusal, Task};

/// The settings of the file; what it does not say stays as in `base`.
pub(super) fn read(bytes: &[u8], base: &Settings, task: &Task, found: &mut Found) -> Result<Settings, Refusal> {
    let mut settings = base.clone();
    each_row(bytes, Shape::Own, task, found, |row, _| set(&mut settings, row))?;
    Ok(settings)
}

fn set(settings: &mut Settings, row: &Row) -> Result<(), String> {
    match row.cell("setting") {
        "day_start_min" => {
            let start_min = need("value", row.whole("value", 0..=360)?)? as i16;
            settings.day_rule = DayRule { start_min };
        }
        "zone" => settings.zone = zone(row.text("value"))?,
        "first_weekday" => settings.first_weekday = need("value", row.word("value")?)?,
        "distance" => settings.distance = need("value", row.word("value")?)?,
        "temperature" => settings.temperature = need("value", row.word("value")?)?,
        "mass" => settings.mass = need("value", row.word("value")?)?,
        "mappings" => settings.mappings = need("value", row.json("value")?)?,
        other => return Err(fl!("import-no-setting", word = other)),
    }
    Ok(())
}

fn zone(name: String) -> Result<String, String> {
    if jiff::tz::TimeZone::get(&name).is_ok() {
        Ok(name)
    } else {
        Err(fl!("import-no-zone", word = name))
    }
}
