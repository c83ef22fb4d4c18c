//! Sleep.csv: a night a row, whose first column is the date whatever it is called ("Sleep Score 7 Days"); and the
//! table of weeks, whose means are no nights.
//!
//! The table is known by its English names. In another language it is known by its rows: a date first, a length
//! like 7h 42min, and bedtime and waking last; the resting heart rate is the third column of all such tables.

use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::clock::{Colon, duration, time_of_day};
use crate::import::reading::dates::Dates;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::{NumberStyle, is_blank};
use crate::import::reading::table::{Header, Row, Shape, each_row, sample};
use crate::import::reading::{Found, Head, Input, Reading, Refusal, Task};

use super::told::{MORE, Told};

/// The fewest columns of a table in a language that is not known.
const FEWEST: usize = 8;

/// Where the resting heart rate is, in a language that is not known.
const RESTING_HR: usize = 2;

/// The table of days.
pub(in crate::import) const DAYS: Format = Format {
    word: "garmin_sleep",
    is: is_days,
    reader: Reader::Whole(read),
};

/// The table of weeks.
pub(in crate::import) const WEEKS: Format = Format {
    word: "garmin_sleep_weeks",
    is: |head| head.has_columns(&["Avg Duration", "Avg Bedtime", "Avg Wake Time"]),
    reader: Reader::Nothing(|| fl!("import-garmin-weeks")),
};

fn is_days(head: &Head) -> bool {
    let Some(header) = head.header() else { return false };
    Places::named(header).is_some() || Places::shaped(header, &head.rows()).is_some()
}

/// Where the columns are.
#[derive(Debug, Default, PartialEq)]
struct Places {
    duration: Option<usize>,
    bed: Option<usize>,
    wake: Option<usize>,
    resting_hr: Option<usize>,
    hrv: Option<usize>,
    /// Of what only the detail takes, by its place in [`MORE`].
    more: Vec<(usize, usize)>,
}

impl Places {
    fn named(header: &Header) -> Option<Self> {
        let find = |names: &[&str]| header.find(names);
        let first = header.names().first()?;
        let is_score = first.starts_with("Sleep Score") || find(&["Score"]).is_some();
        let places = Self {
            duration: find(&["Duration", "Sleep Duration"]),
            bed: find(&["Bedtime"]),
            wake: find(&["Wake Time"]),
            resting_hr: find(&["Resting Heart Rate"]),
            hrv: find(&["HRV Status", "Avg Overnight HRV", "Overnight HRV", "HRV"]),
            more: MORE
                .iter()
                .enumerate()
                .filter_map(|(at, it)| Some((at, find(it.0).filter(|it| *it > 0)?)))
                .collect(),
        };
        let is_night = places.duration.is_some() && (places.bed.is_some() || places.resting_hr.is_some());
        (is_score && is_night).then_some(places)
    }

    fn shaped(header: &Header, rows: &[Vec<String>]) -> Option<Self> {
        let columns = header.names().len();
        let rows: Vec<_> = rows.iter().filter(|row| row.iter().any(|it| !it.is_empty())).collect();
        let is_clock = |cell: &str| is_blank(cell) || (cell.contains(':') && time_of_day(cell).is_some());
        let is_row = |row: &&Vec<String>| {
            let is_date = DateOrder::DayFirst.read(&row[0]).is_some_and(|it| it.time.is_none());
            row.len() == columns && is_date && row[columns - 2..].iter().all(|it| is_clock(it))
        };
        if columns < FEWEST || !rows.iter().all(is_row) {
            return None;
        }
        let is_length = |cell: &String| {
            cell.chars().any(char::is_alphabetic)
                && cell.contains(|c: char| c.is_ascii_digit())
                && duration(cell, Colon::HoursMinutes).is_some()
        };
        let slept = rows.iter().find(|row| !is_blank(&row[columns - 1]))?;
        let length = slept.iter().position(is_length)?;
        let is_pulse = |row: &&Vec<String>| {
            let value = NumberStyle::Dot.read(&row[RESTING_HR]);
            is_blank(&row[RESTING_HR]) || value.is_some_and(|it| (25.0..=150.0).contains(&it))
        };
        Some(Self {
            duration: Some(length),
            bed: Some(columns - 2),
            wake: Some(columns - 1),
            resting_hr: rows.iter().all(is_pulse).then_some(RESTING_HR),
            ..Self::default()
        })
    }

    fn told(&self, row: &Row) -> Told {
        let cell = |place| row.at(place).to_owned();
        Told {
            date: cell(Some(0)),
            duration: cell(self.duration),
            bed: cell(self.bed),
            wake: cell(self.wake),
            resting_hr: cell(self.resting_hr),
            hrv: cell(self.hrv),
            more: self.more.iter().map(|&(at, place)| (at, cell(Some(place)))).collect(),
            line: Some(row.line),
        }
    }
}

fn read(input: &Input, task: &Task) -> Reading {
    let rows = sample(input.bytes);
    let places = Header::of(input.bytes).and_then(|it| Places::named(&it).or_else(|| Places::shaped(&it, &rows)));
    let places = places.ok_or_else(|| Refusal::Rejected(fl!("import-unreadable")))?;
    let cells = |place: Option<usize>| {
        let rows = rows.iter();
        rows.filter_map(move |row| row.get(place?).map(String::as_str))
    };
    // Where the clock has two halves the month stands first.
    let has_halves = cells(places.wake).any(|it| it.to_lowercase().contains('m'));
    let usual = if has_halves {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    };
    let dates = Dates::of(cells(Some(0)), task, usual);
    let style = NumberStyle::of(rows.iter().flatten().map(String::as_str)).unwrap_or_default();
    let mut found = Found::default();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        places.told(row).finish(dates, style, task, found)
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        text.lines().map(cells).collect()
    }

    #[test]
    fn a_table_in_another_language_is_known_by_its_rows() {
        let header =
            Header::of("Schlafwert 7 Tage,Wert,Ruheherzfrequenz,a,b,Qualität,Dauer,Bett,Aufwachzeit\n".as_bytes());
        let header = header.unwrap();
        let night = "2025-03-04,82,48,60,97,Gut,7h 42min,22:31,6:48\n2025-03-03,--,--,--,--,--,--,--,--";
        let places = Places::shaped(&header, &rows(night)).unwrap();
        assert_eq!(
            (places.duration, places.bed, places.wake, places.resting_hr),
            (Some(6), Some(7), Some(8), Some(2))
        );
        for other in [
            "2025-03-04 07:00,82,48,60,97,Gut,7h 42min,22:31,6:48",
            "2025-03-04,82,48,60,97,Gut,462,22:31,6:48",
            "2025-03-04,82,48,60,97,Gut,7h 42min,22,6",
            "x,82,48,60,97,Gut,7h 42min,22:31,6:48",
            "2025-03-04,82",
        ] {
            assert_eq!(Places::shaped(&header, &rows(other)), None, "{other}");
        }
        let strange = "2025-03-04,82,480,60,97,Gut,7h 42min,22:31,6:48";
        assert_eq!(Places::shaped(&header, &rows(strange)).unwrap().resting_hr, None);
    }

    #[test]
    fn a_table_of_others_with_a_bedtime_is_not_one_of_garmin() {
        let named = |text: &str| Places::named(&Header::of(text.as_bytes()).unwrap()).is_some();
        assert!(named("Date,Score,Resting Heart Rate,Duration,Bedtime,Wake Time"));
        assert!(named("Sleep Score 4 Weeks,Score,Quality,Duration,Bedtime,Wake Time"));
        assert!(!named("Date,Bedtime,Wake Time,Duration"));
        assert!(!named("Date,Score,Duration"));
    }
}
