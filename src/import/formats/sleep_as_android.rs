//! Sleep as Android: one sleep with a header of its own above it, since each has columns for its own minutes.
//!
//! Times are by the clock of the zone that the row names. `Hours` is what was slept, a rating of 0 is none. Its
//! alarms and settings lie beside the table in the archive and are nothing for a journal.

use jiff::tz::TimeZone;

use crate::domain::{Night, Record, RecordKind, Stamp};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::night::slept;
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Shape, each_row};
use crate::import::reading::{Entry, Found, Input, Reading, Task, is_nap};

const SOURCE: &str = "sleep_as_android";

/// What the detail takes: the column, and its name there. Negative numbers stand for none.
const DETAIL: [(&str, &str); 5] = [
    ("Snore", "snore"),
    ("Noise", "noise"),
    ("Cycles", "cycles"),
    ("DeepSleep", "deep_share"),
    ("LenAdjust", "adjusted_min"),
];

pub(in crate::import) const FORMAT: Format = Format {
    word: "sleep_as_android",
    is: |head| head.has_columns(&["Id", "Tz", "From", "To", "Sched", "Hours"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut header: Vec<String> = Vec::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        if header.is_empty() {
            header = row.header.names().to_vec();
        }
        let cells: Vec<String> = row.cells().map(|it| it.trim().to_owned()).collect();
        if cells.first().is_some_and(|it| it == "Id") {
            header = cells;
            return Ok(());
        }
        let sleep = Sleep {
            header: &header,
            cells: &cells,
        };
        let night = sleep.night(row.line, task, found)?;
        found.add(Entry::of(Record::Night(night)).on(row.line));
        Ok(())
    })?;
    Ok(found)
}

/// One sleep and the names of its columns.
struct Sleep<'r> {
    header: &'r [String],
    cells: &'r [String],
}

impl Sleep<'_> {
    fn cell(&self, name: &str) -> &str {
        let at = self.header.iter().position(|it| it == name);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// A number with a point or, in the languages that write so, a comma.
    fn number(&self, name: &str) -> Option<f64> {
        let text = self.cell(name);
        text.parse().ok().or_else(|| NumberStyle::Comma.read(text))
    }

    fn stamp(&self, name: &str, zone: &TimeZone) -> Result<Stamp, String> {
        let text = self.cell(name);
        let moment = DateOrder::DayFirst.read(text).filter(|it| it.time.is_some());
        let stamp = moment.and_then(|it| Stamp::from_civil(it.civil(), zone));
        stamp.ok_or_else(|| fl!("import-cell-wrong", column = name, value = text))
    }

    fn night(&self, line: u64, task: &Task, found: &mut Found) -> Result<Night, String> {
        let name = self.cell("Tz");
        let zone = TimeZone::get(name).map_err(|_unknown| fl!("import-no-zone", word = name))?;
        let (bed, wake) = (self.stamp("From", &zone)?, self.stamp("To", &zone)?);
        if task.is_future(wake.ms) {
            return Err(fl!("import-future", date = wake.civil_date().to_string()));
        }
        if bed == wake {
            return Err(fl!("import-sleep-minute"));
        }
        let id = self.cell("Id");
        let mut meta = task.meta(RecordKind::Night, SOURCE, format!("sleep_as_android:{id}"), wake.ms);
        for (column, key) in DETAIL {
            meta.note_number(key, self.number(column).filter(|it| *it >= 0.0));
        }
        let asleep = self
            .number("Hours")
            .filter(|it| *it > 0.0 && *it < 48.0)
            .map(|it| it * 60.0);
        let night = slept(meta, bed, wake, asleep, Some(line), found)?;
        let rating = self.number("Rating").filter(|it| (0.5..=5.0).contains(it));
        Ok(Night {
            quality: rating.map(|it| it.round() as i64),
            nap: is_nap(bed, wake),
            notes: self.cell("Comment").to_owned(),
            ..night
        })
    }
}
