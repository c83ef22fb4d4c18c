//! The tables of WHOOP: their columns by name or by place, and the times in them. A spreadsheet that saved such a
//! table again wrote 6/9/2025 23:54 for 2025-06-09 23:54:58; which number is the month, its column tells.

use std::ops::RangeInclusive;

use jiff::civil::DateTime;

use super::names;
use crate::domain::Stamp;
use crate::fl;
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::table::{Header, Row, out_of_range, sample};
use crate::import::reading::{Found, Head, Input, Task};

/// The columns that each table begins with.
pub(super) const START: &str = "Cycle start time";
pub(super) const END: &str = "Cycle end time";
pub(super) const ZONE: &str = "Cycle timezone";

/// A table: its columns in English, in their order, and how many of the last ones an export may lack.
pub(super) struct Table(pub &'static [&'static str], pub usize);

impl Table {
    /// Whether a file begins as this table does; `own` are the columns that the others lack.
    pub fn is(&self, head: &Head, own: &[&str]) -> bool {
        let Some(header) = head.header() else { return false };
        let has = |name: &str| named(header, name).is_some();
        if has(START) && has(ZONE) {
            return own.iter().all(|it| has(it));
        }
        let columns = header.names().len();
        let fits = columns == self.0.len() || columns + self.1 == self.0.len();
        let zone = second_row(head).and_then(|row| row.into_iter().nth(2));
        fits && zone.is_some_and(|it| offset_min(&it).is_some())
    }

    /// The cell of the column called `name` in English.
    pub fn cell<'r>(&self, row: &'r Row, name: &str) -> &'r str {
        row.at(self.place(row.header, name))
    }

    fn place(&self, header: &Header, name: &str) -> Option<usize> {
        let by_order = || {
            let is_foreign = named(header, START).is_none();
            self.0.iter().position(|it| *it == name).filter(|_| is_foreign)
        };
        named(header, name).or_else(by_order)
    }

    /// A number in `range`; others are left out and named.
    pub fn number(&self, row: &Row, name: &str, range: RangeInclusive<f64>, found: &mut Found) -> Option<f64> {
        let text = self.cell(row, name);
        if text.is_empty() {
            return None;
        }
        match text.parse::<f64>().ok().filter(|it| it.is_finite()) {
            Some(value) if range.contains(&value) => Some(value),
            Some(value) => {
                found.note(Some(row.line), out_of_range(name, value, &range));
                None
            }
            None => {
                found.note(Some(row.line), fl!("import-cell-wrong", column = name, value = text));
                None
            }
        }
    }

    /// How the dates of a file are read: by those of all cycles.
    pub fn dates(&self, input: &Input, task: &Task) -> Dates {
        let place = Header::of(input.bytes).and_then(|it| self.place(&it, START));
        let rows = sample(input.bytes);
        let cells = rows.iter().filter_map(|row| row.get(place?).map(String::as_str));
        Dates::of(cells, task, DateOrder::MonthFirst)
    }

    /// Notes what was assumed of the dates of a row.
    pub fn note_order(&self, row: &Row, dates: Dates, found: &mut Found) {
        dates.read(self.cell(row, START), found);
    }

    /// A time of the clock on the wall of the row's zone; `None` where the cell is empty.
    pub fn stamp(&self, row: &Row, name: &str, dates: Dates) -> Result<Option<Stamp>, String> {
        let text = self.cell(row, name);
        if text.is_empty() {
            return Ok(None);
        }
        let wrong = || fl!("import-cell-wrong", column = name, value = text);
        let saved_again = || {
            let moment = dates.read(text, &mut Found::default())?;
            moment.time.map(|_| moment.civil())
        };
        let civil: Option<DateTime> = text.parse().ok().or_else(saved_again);
        let civil = civil.ok_or_else(wrong)?;
        let zone = self.cell(row, ZONE);
        let offset = offset_min(zone).ok_or_else(|| fl!("import-cell-wrong", column = ZONE, value = zone))?;
        Stamp::from_civil_offset(civil, offset).map(Some).ok_or_else(wrong)
    }
}

/// The place of the column called `name` in English, in any of the known languages.
fn named(header: &Header, name: &str) -> Option<usize> {
    header.names().iter().position(|it| names::is(it, name))
}

/// Minutes ahead of UTC in `UTC-04:00`.
fn offset_min(text: &str) -> Option<i16> {
    let text = text
        .trim()
        .strip_prefix("UTC")
        .or_else(|| text.trim().strip_prefix("GMT"))?;
    if text.is_empty() || text == "Z" {
        return Some(0);
    }
    let (sign, digits) = (text.get(..1)?, text.get(1..)?);
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    let minutes = hours.parse::<i16>().ok().filter(|it| (0..=14).contains(it))? * 60 + minutes.parse::<i16>().ok()?;
    match sign {
        "+" => Some(minutes),
        "-" | "−" => Some(-minutes),
        _ => None,
    }
}

/// The cells of the first row below the header.
fn second_row(head: &Head) -> Option<Vec<String>> {
    let rows = crate::import::reading::table::all_cells(head.bytes);
    rows.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_on_both_sides_of_greenwich() {
        for (text, minutes) in [
            ("UTC-04:00", Some(-240)),
            ("UTC+05:30", Some(330)),
            ("UTC", Some(0)),
            ("UTCZ", Some(0)),
            ("Berlin", None),
            ("UTC*1", None),
        ] {
            assert_eq!(offset_min(text), minutes, "{text}");
        }
    }
}
