//! Where the columns are: by their names and occurrence, and in a language that is not known, or not wholly, by
//! their order.
//!
//! That order is the same in every language. It begins with five columns of text, length and distance; then
//! comes what not every age has; then the name of the file, two weights, and the second block, which begins with
//! length again. Strava adds new columns before the last and has never moved one. So the columns that have a
//! name twice show where everything else is.

use super::NAMES;
use crate::import::reading::columns::Columns;
use crate::import::reading::moment::DateOrder;
use crate::import::reading::table::Header;

/// Where the length and the distance of the first block are, in every export.
const SHOWN: [usize; 2] = [5, 6];

/// The fewest digits of an activity's number.
const ID_DIGITS: usize = 4;

/// The fewest columns an export had.
const FEWEST: usize = 10;

/// The places of the columns; `None` where the export has no such column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub id: Option<usize>,
    pub date: Option<usize>,
    pub title: Option<usize>,
    pub kind: Option<usize>,
    pub variant: Option<usize>,
    pub notes: Option<usize>,
    pub private: Option<usize>,
    pub gear: Option<usize>,
    pub file: Option<usize>,
    pub commute: Option<usize>,
    pub shown_elapsed: Option<usize>,
    pub shown_distance: Option<usize>,
    pub elapsed: Option<usize>,
    pub moving: Option<usize>,
    pub metres: Option<usize>,
    pub climb: Option<usize>,
    pub avg_hr: Option<usize>,
    pub max_hr: Option<usize>,
    pub cadence: Option<usize>,
    pub temperature: Option<usize>,
    pub weather: Option<usize>,
    pub calories: Option<usize>,
    pub relative_effort: Option<usize>,
    pub effort: Option<usize>,
    pub recovery: Option<usize>,
    pub competition: Option<usize>,
    pub long_run: Option<usize>,
}

impl Places {
    /// The places by the names of a language that is known; `None` where this is no such table. An id and a date
    /// have many tables. Length and file beside them make it ours; with one of the two, so do rows whose ids are
    /// numbers.
    pub fn named(header: &Header, rows: &[Vec<String>]) -> Option<Self> {
        let columns = NAMES.of(header);
        let (id, date) = (columns.own("id")?, columns.own("date")?);
        let marks = ["elapsed", "file"].map(|it| columns.first(it).is_some());
        let is_plain = header.names().get(id).is_some_and(|it| it.eq_ignore_ascii_case("id"));
        let is_ours = match marks {
            [true, true] => true,
            [false, false] => false,
            _ => !is_plain && rows.iter().filter_map(|row| row.get(id)).all(|it| is_number(it)),
        };
        let by_order = if columns.is_complete() {
            Self::default()
        } else {
            Self::by_order(&columns).unwrap_or_default()
        };
        let nth = |field, nth, or: Option<usize>| columns.nth(field, nth).or(or);
        let first = |field, or| nth(field, 0, or);
        is_ours.then(|| Self {
            id: Some(id),
            date: Some(date),
            title: first("title", by_order.title),
            kind: first("kind", by_order.kind),
            variant: columns.first("variant"),
            notes: first("notes", by_order.notes),
            private: first("private", by_order.private),
            gear: first("gear", by_order.gear),
            file: first("file", by_order.file),
            commute: first("commute", by_order.commute),
            shown_elapsed: first("elapsed", by_order.shown_elapsed),
            shown_distance: first("distance", by_order.shown_distance),
            elapsed: nth("elapsed", 1, by_order.elapsed),
            moving: first("moving", by_order.moving),
            metres: columns.first("metres").or(nth("distance", 1, by_order.metres)),
            climb: first("climb", by_order.climb),
            avg_hr: first("avg_hr", by_order.avg_hr),
            max_hr: nth("max_hr", 1, by_order.max_hr).or(columns.first("max_hr")),
            cadence: first("cadence", by_order.cadence),
            temperature: first("temperature", by_order.temperature),
            weather: first("weather", None),
            calories: first("calories", by_order.calories),
            relative_effort: nth("relative_effort", 1, by_order.relative_effort).or(columns.first("relative_effort")),
            effort: first("effort", by_order.effort),
            recovery: first("recovery", by_order.recovery),
            competition: first("competition", by_order.competition),
            long_run: first("long_run", by_order.long_run),
        })
    }

    /// The places by their order, in a language that is not known; `None` where the rows are not those of such a
    /// table: a number, a date, and a file of the export or the two blocks.
    pub fn shaped(header: &Header, rows: &[Vec<String>]) -> Option<Self> {
        let columns = NAMES.of(header);
        let is_row = |row: &Vec<String>| {
            let is_id = |it: &String| it.trim().len() >= ID_DIGITS && is_number(it);
            let is_date = |it: &String| DateOrder::DayFirst.read(it).is_some_and(|it| it.time.is_some());
            row.first().is_some_and(is_id) && row.get(1).is_some_and(is_date)
        };
        let rows: Vec<_> = rows.iter().filter(|row| row.iter().any(|it| !it.is_empty())).collect();
        if columns.len() < FEWEST || rows.is_empty() || !rows.iter().all(|it| is_row(it)) {
            return None;
        }
        let mut cells = rows.iter().flat_map(|row| row.iter().enumerate());
        let file = cells.find(|it| it.1.starts_with("activities/")).map(|it| it.0);
        match (Self::by_order(&columns), file) {
            (Some(places), _) => Some(places),
            // An export of old: gear stands before the file.
            (None, Some(file)) => Some(Self {
                file: Some(file),
                gear: file.checked_sub(1).filter(|it| *it > SHOWN[1]),
                ..Self::beginning()
            }),
            (None, None) => None,
        }
    }

    /// What every export begins with.
    fn beginning() -> Self {
        Self {
            id: Some(0),
            date: Some(1),
            title: Some(2),
            kind: Some(3),
            notes: Some(4),
            shown_elapsed: Some(SHOWN[0]),
            shown_distance: Some(SHOWN[1]),
            ..Self::default()
        }
    }

    /// The places by the order of an export with both blocks.
    fn by_order(columns: &Columns) -> Option<Self> {
        let elapsed = columns.nth_like(SHOWN[0], 1)?;
        let metres = columns.nth_like(SHOWN[1], 1)?;
        if metres != elapsed + 2 || elapsed < FEWEST {
            return None;
        }
        // Between distance and gear stand those with a name that comes again, and at last perhaps a private note.
        let gear = elapsed - 4;
        let again = |it: &usize| columns.nth_like(*it, 1).is_some();
        let commute = (SHOWN[1] + 1..gear).rev().find(again);
        let private = commute.map(|it| it + 1).filter(|it| *it < gear);
        let behind = |by: usize| Some(metres + by).filter(|it| *it < columns.len());
        // What came with the exports of 2025 stands as far behind the second of that name as ever; the last
        // column is never one of them.
        let late = |by: usize| {
            let place = columns.nth_like(commute?, 1)? + by;
            (place + 1 < columns.len()).then_some(place)
        };
        Some(Self {
            private,
            gear: Some(gear),
            file: Some(elapsed - 3),
            commute,
            elapsed: Some(elapsed),
            moving: Some(elapsed + 1),
            metres: Some(metres),
            climb: behind(3),
            cadence: behind(12),
            max_hr: behind(13),
            avg_hr: behind(14),
            calories: behind(17),
            temperature: behind(19),
            relative_effort: behind(20),
            effort: behind(26),
            recovery: late(43),
            competition: late(45),
            long_run: late(46),
            ..Self::beginning()
        })
    }
}

/// Whether a cell has digits alone, or nothing.
fn is_number(cell: &str) -> bool {
    cell.trim().bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,\
        Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,\
        Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,\
        Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,\
        Max Cadence,Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,\
        Max Temperature,Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,\
        Other Time,Perceived Exertion,Type,Start Time,Weighted Average Power,Power Count,Prefer Perceived Exertion,\
        Perceived Relative Effort,Commute,Total Weight Lifted,From Upload,Grade Adjusted Distance,\
        Weather Observation Time,Weather Condition,Weather Temperature,Apparent Temperature,Dewpoint,Humidity,\
        Weather Pressure,Wind Speed,Wind Gust,Wind Bearing,Precipitation Intensity,Sunrise Time,Sunset Time,\
        Moon Phase,Bike,Gear,Precipitation Probability,Precipitation Type,Cloud Cover,Weather Visibility,UV Index,\
        Weather Ozone,Jump Count,Total Grit,Average Flow,Flagged,Average Elapsed Speed,Dirt Distance,\
        Newly Explored Distance,Newly Explored Dirt Distance,Activity Count,Total Steps,Carbon Saved,Pool Length,\
        Training Load,Intensity,Average Grade Adjusted Pace,Timer Time,Total Cycles,Recovery,With Pet,Competition,\
        Long Run,For a Cause,With Kid,Downhill Distance,Total Sets,Total Reps,Media";

    /// A header with other words, which come twice where those of `header` do.
    fn translated(header: &str) -> String {
        let names: Vec<&str> = header.split(',').collect();
        let first = |name| names.iter().position(|it| *it == name).unwrap();
        let words = names.iter().map(|name| format!("слово {}", first(*name)));
        words.collect::<Vec<_>>().join(",")
    }

    fn header(text: &str) -> Header {
        Header::of(text.as_bytes()).unwrap()
    }

    fn row(columns: usize) -> Vec<Vec<String>> {
        let mut row = vec![String::new(); columns];
        row[0] = String::from("4829010993");
        row[1] = String::from("22.02.2021, 10:30:06");
        vec![row]
    }

    #[test]
    fn the_order_of_an_unknown_language_gives_the_places_that_names_give() {
        let all = ENGLISH.split(',').count();
        for columns in [87, 92, 97, all] {
            let mut names: Vec<&str> = ENGLISH.split(',').take(columns - 1).collect();
            names.push("Media");
            let english = names.join(",");
            let named = Places::named(&header(&english), &[]).unwrap();
            let shaped = Places::shaped(&header(&translated(&english)), &row(columns)).unwrap();
            let expected = Places {
                weather: None,
                variant: None,
                ..named
            };
            assert_eq!(shaped, expected, "{columns}");
        }
        let named = Places::named(&header(ENGLISH), &[]).unwrap();
        assert_eq!(
            (named.elapsed, named.moving, named.metres),
            (Some(15), Some(16), Some(17))
        );
        assert_eq!((named.competition, named.long_run), (Some(95), Some(96)));
    }

    #[test]
    fn a_column_that_was_cut_out_of_a_known_language_is_not_taken_from_its_neighbour() {
        let english = ENGLISH
            .replace("Perceived Exertion,", "")
            .replace("Activity Private Note,", "");
        let places = Places::named(&header(&english), &[]).unwrap();
        assert_eq!((places.effort, places.private), (None, None));
        assert_eq!(places.metres, Some(16));
    }

    #[test]
    fn what_is_no_table_of_strava_is_none() {
        let foreign = "id,date,name,type,description,distance,a,b,c,d,e";
        assert_eq!(Places::named(&header(foreign), &[]), None);
        assert_eq!(Places::shaped(&header(foreign), &row(11)), None);
        let translated = translated(ENGLISH);
        assert_eq!(Places::named(&header(&translated), &[]), None);
        assert_eq!(Places::shaped(&header(&translated), &[]), None);
        let mut rows = row(103);
        rows[0][0] = String::from("4.8E9");
        assert_eq!(Places::shaped(&header(&translated), &rows), None);
    }
}
