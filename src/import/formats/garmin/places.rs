//! Where the columns of the table of activities are, in the language of whoever exported it.
//!
//! In a language that is known they are found by name: which of them a table has, and in what order, is chosen
//! on the site. A language that is not known is read by the order that every table has unless it was changed:
//! type, date, favourite, title, distance, calories, time, mean and highest heart rate, and at the end time in
//! movement, elapsed time, lowest and highest point.

use crate::import::reading::clock::{Colon, duration};
use crate::import::reading::columns::Columns;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::is_blank;
use crate::import::reading::table::Header;

/// How many columns every table begins with, in every language.
const FIRST: usize = 9;

/// How many columns of a language make a table one of Garmin's.
const FEWEST: usize = 5;

/// How names begin that no language translates.
const UNTRANSLATED: [&str; 2] = ["Training Stress Score", "Normalized Power"];

/// The places of the columns; `None` where the table has no such column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub kind: Option<usize>,
    pub date: Option<usize>,
    pub title: Option<usize>,
    pub distance: Option<usize>,
    pub calories: Option<usize>,
    pub time: Option<usize>,
    pub avg_hr: Option<usize>,
    pub max_hr: Option<usize>,
    pub aerobic_te: Option<usize>,
    pub run_cadence: Option<usize>,
    pub bike_cadence: Option<usize>,
    pub pace: Option<usize>,
    pub climb: Option<usize>,
    pub stride: Option<usize>,
    pub steps: Option<usize>,
    pub min_temp: Option<usize>,
    pub max_temp: Option<usize>,
    pub moving: Option<usize>,
    pub elapsed: Option<usize>,
}

impl Places {
    /// The places by the names of a language that is known; `None` where this is no such table.
    pub fn named(columns: &Columns) -> Option<Self> {
        let first = |field| columns.first(field);
        let places = Self {
            kind: first("kind"),
            date: first("date"),
            title: first("title"),
            distance: first("distance"),
            calories: first("calories"),
            time: first("time"),
            avg_hr: first("avg_hr"),
            max_hr: first("max_hr"),
            aerobic_te: first("aerobic_te"),
            run_cadence: first("run_cadence"),
            bike_cadence: first("bike_cadence"),
            pace: first("pace"),
            climb: first("climb"),
            stride: first("stride"),
            steps: first("steps"),
            min_temp: first("min_temp"),
            max_temp: first("max_temp"),
            moving: first("moving"),
            elapsed: first("elapsed"),
        };
        let is_ours = places.kind.is_some() && places.date.is_some() && places.time.or(places.distance).is_some();
        (is_ours && columns.known() >= FEWEST).then_some(places)
    }

    /// The places by their order, in a language that is not known; `None` where header and rows are not those of
    /// such a table.
    pub fn shaped(header: &Header, rows: &[Vec<String>]) -> Option<Self> {
        let names = header.names();
        let is_ours = |name: &String| UNTRANSLATED.iter().any(|it| name.starts_with(it));
        let rows: Vec<_> = rows.iter().filter(|row| row.iter().any(|it| !it.is_empty())).collect();
        let is_fitting = names.len() >= FIRST && rows.iter().all(|row| is_row(row));
        if !is_fitting || (rows.is_empty() && !names.iter().any(is_ours)) {
            return None;
        }
        // Nothing else ends with two lengths of time and two heights.
        let of_end = |by: usize| {
            let place = names.len().checked_sub(by).filter(|it| *it >= FIRST)?;
            let mut cells = rows.iter().filter_map(|row| row.get(place)).filter(|it| !is_blank(it));
            let first = cells.next()?;
            (is_time(first) && cells.all(|it| is_time(it))).then_some(place)
        };
        let (moving, elapsed) = (of_end(4), of_end(3));
        let both = moving.zip(elapsed);
        Some(Self {
            kind: Some(0),
            date: Some(1),
            title: Some(3),
            distance: Some(4),
            calories: Some(5),
            time: Some(6),
            avg_hr: Some(7),
            max_hr: Some(8),
            moving: both.map(|it| it.0),
            elapsed: both.map(|it| it.1),
            ..Self::default()
        })
    }
}

/// Whether a row has a date with a time, a word for yes or no, and a length of time where these tables have them.
fn is_row(row: &[String]) -> bool {
    let cell = |at: usize| row.get(at).map_or("", |it| it.trim());
    let has_date = DateOrder::DayFirst.read(cell(1)).is_some_and(|it| it.time.is_some());
    let has_flag = (1..=12).contains(&cell(2).chars().count()) && cell(2).chars().all(char::is_alphabetic);
    !cell(0).is_empty() && has_date && has_flag && is_time(cell(6))
}

/// Whether a cell is hours, minutes and seconds.
fn is_time(cell: &str) -> bool {
    cell.matches(':').count() == 2 && duration(cell, Colon::MinutesSeconds).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::NAMES;
    use super::*;

    fn named(header: &str) -> Option<Places> {
        Places::named(&NAMES.of(&Header::of(header.as_bytes()).unwrap()))
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        text.lines().map(cells).collect()
    }

    #[test]
    fn columns_that_were_chosen_are_found_by_name() {
        let places = named("Activity Type,Date,Title,Distance,Time,Avg HR").unwrap();
        assert_eq!(
            (places.title, places.time, places.avg_hr, places.max_hr),
            (Some(2), Some(4), Some(5), None)
        );
        let places = named("活动类型,日期,标题,距离,热量消耗,时间").unwrap();
        assert_eq!((places.distance, places.time), (Some(3), Some(5)));
        for foreign in [
            "Date,Type,Duration,Distance",
            "Date,Time,Title,Distance,Calories",
            "a,b",
        ] {
            assert_eq!(named(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn an_unknown_language_is_read_by_the_order_of_its_columns() {
        let header = Header::of("α,β,γ,δ,ε,ζ,η,θ,ι,κ,λ,μ,ν,ξ\n".as_bytes()).unwrap();
        let fits = rows("Τρέξιμο,2025-03-04 07:30:00,false,x,10.20,600,00:54:30,151,172,3.0,00:54:00,00:56:00,10,60");
        let places = Places::shaped(&header, &fits).unwrap();
        assert_eq!(
            (
                places.distance,
                places.time,
                places.avg_hr,
                places.moving,
                places.elapsed
            ),
            (Some(4), Some(6), Some(7), Some(10), Some(11))
        );
        for other in [
            "x,2025-03-04,false,x,10.20,600,00:54:30,151,172,,,,,",
            "x,2025-03-04 07:30,5.2,x,10.20,600,00:54:30,151,172,,,,,",
            "x,2025-03-04 07:30,false,x,10.20,600,54,151,172,,,,,",
        ] {
            assert_eq!(Places::shaped(&header, &rows(other)), None, "{other}");
        }
        assert_eq!(Places::shaped(&header, &[]), None);
        let end = rows("x,2025-03-04 07:30:00,false,x,10.20,600,00:54:30,151,172,3.0,12.5,00:56:00,10,60");
        assert_eq!(Places::shaped(&header, &end).unwrap().elapsed, None);
    }
}
