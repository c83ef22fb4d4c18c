//! `fitbit_export_….csv`, as the site gave it: several tables in one file, each under a line with its name, with
//! empty lines between them. Its sleep is read. The others are sums of days without a unit or a time, and a pulse is
//! in none of them.

use super::{MINUTES, SOURCE, not_in_future};
use crate::domain::night::AWAKE_MIN;
use crate::domain::{Night, Record, RecordKind};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::item::Item;
use crate::import::reading::moment::{DateOrder, Moment};
use crate::import::reading::night::{is_nap, slept};
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Shape, each_row, utf8};
use crate::import::reading::{Found, Head, Input, Reading, Refusal, Task};

/// The tables that such a file can begin with.
const TABLES: [&str; 4] = ["Body", "Foods", "Activities", "Sleep"];

/// The name of the one that is read, and how its header begins.
const SLEEP: &str = "Sleep";
const START: &str = "Start Time,End Time,Minutes Asleep";

/// What a sleep knows beyond the columns.
const NUMBERS: [(&str, &str); 5] = [
    ("Minutes Awake", AWAKE_MIN),
    ("Minutes Deep Sleep", "deep_min"),
    ("Minutes Light Sleep", "light_min"),
    ("Minutes REM Sleep", "rem_min"),
    ("Time in Bed", "in_bed_min"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "fitbit_site",
    is: is_site,
    reader: Reader::Whole(read),
};

fn is_site(head: &Head) -> bool {
    let mut lines = head.text().lines().map(str::trim);
    let is_named = lines.next().is_some_and(|it| TABLES.contains(&it));
    is_named
        && lines
            .next()
            .is_some_and(|it| it.starts_with("Date,") || it.starts_with(START))
}

fn read(input: &Input, task: &Task) -> Reading {
    let bytes = utf8(input.bytes);
    let text = String::from_utf8_lossy(&bytes);
    let table = sleep_table(&text).ok_or_else(|| Refusal::Unsupported(fl!("import-fitbit-site")))?;
    let mut found = Found::default();
    each_row(table.as_bytes(), Shape::Ragged, task, &mut found, |row, found| {
        let item = Item::of_row(row);
        let night = night(&item, task, found)?;
        found.add(item.entry(Record::Night(night)).local());
        Ok(())
    })?;
    Ok(found)
}

/// The table of sleep, with empty lines for what stands above it, so that its rows keep their lines.
fn sleep_table(text: &str) -> Option<String> {
    let lines: Vec<&str> = text.lines().collect();
    let header = lines
        .windows(2)
        .position(|it| it[0].trim() == SLEEP && it[1].starts_with(START))?
        + 1;
    let table = lines[header..].iter().take_while(|it| !it.trim().is_empty());
    let rows: Vec<&str> = table.copied().collect();
    Some("\n".repeat(header) + &rows.join("\n"))
}

fn night(item: &Item, task: &Task, found: &mut Found) -> Result<Night, String> {
    let stamp = |name: &str| {
        let moment = DateOrder::MonthFirst.read(item.need(&[name])?);
        let civil = moment.filter(|it| it.time.is_some()).map(Moment::civil);
        civil.and_then(|it| task.local(it)).ok_or_else(|| item.wrong(name))
    };
    let (bed, wake) = (stamp("Start Time")?, stamp("End Time")?);
    not_in_future(wake, task)?;
    let name = format!("{SOURCE}:sleep:at:{}", bed.civil());
    let mut meta = task.meta(RecordKind::Night, SOURCE, name, wake.ms);
    // Thousands have a comma, and stages that were not measured say N/A.
    let number = |name: &str| NumberStyle::Dot.read(item.text(&[name]));
    for (theirs, ours) in NUMBERS {
        meta.note_number(ours, number(theirs).filter(|it| MINUTES.contains(it)));
    }
    let asleep = number("Minutes Asleep").filter(|it| MINUTES.contains(it));
    let awakenings = number("Number of Awakenings").filter(|it| (0.0..=1000.0).contains(it));
    let night = slept(meta, bed, wake, asleep, item.line, found)?;
    Ok(Night {
        nap: is_nap(bed, wake),
        awakenings: awakenings.map(|it| it as i64),
        ..night
    })
}
