//! Which formats there are, and which one a file is: by what is in it, never by its name.
//!
//! A format is one module under `formats/` with one constant: the word it goes by, the sign it is known by,
//! and the reader that turns its bytes into records. Adding one is writing that module and naming it in
//! [`FORMATS`]. A file is of the first format that recognises it, so a sign that others share stands behind
//! theirs.

use std::io::BufRead;

use super::formats::afterrun::Sheet;
use super::formats::{
    apple, daylio, fit, fitbit, garmin, gpx, hrv4training, intervals_activities, intervals_wellness, loop_habits, oura,
    pmdata_report, pmsys_injury, pmsys_srpe, pmsys_wellness, runkeeper, sleep_as_android, strava, tcx, whoop,
};
use super::reading::{Head, Input, Reading, Task};
use super::source::BEGINNINGS;
use crate::domain::APPLICATION_ID;
use crate::fl;

/// One format of files.
pub(super) struct Format {
    /// Its word in reports and in the journal.
    pub word: &'static str,
    /// Whether a file that begins like this is of it.
    pub is: fn(&Head) -> bool,
    /// How it is read.
    pub reader: Reader,
}

/// How a format is read.
#[derive(Clone, Copy)]
pub(super) enum Reader {
    /// From all of its bytes.
    Whole(fn(&Input, &Task) -> Reading),
    /// As a stream, because files of it can be larger than memory.
    Stream(fn(&mut dyn BufRead, &Task) -> Reading),
    /// Not at all, for this reason.
    Nothing(fn() -> String),
}

/// All formats, those with the clearest signs first.
pub(super) const FORMATS: &[Format] = &[
    fit::FORMAT,
    tcx::FORMAT,
    gpx::FORMAT,
    whoop::CYCLES,
    whoop::SLEEPS,
    whoop::WORKOUTS,
    whoop::JOURNAL,
    oura::SLEEPS,
    oura::TRENDS,
    oura::WORKOUTS,
    oura::TAGS,
    oura::SCORES,
    daylio::FORMAT,
    loop_habits::LIST,
    loop_habits::SCORES,
    loop_habits::CHECKMARKS,
    runkeeper::FORMAT,
    strava::FORMAT,
    garmin::WEEKS,
    garmin::DAYS,
    garmin::ONE_DAY,
    garmin::ACTIVITIES,
    garmin::SLEEP_JSON,
    garmin::SUMMARIES,
    garmin::DAYS_JSON,
    pmsys_wellness::FORMAT,
    pmsys_srpe::FORMAT,
    pmsys_injury::FORMAT,
    pmdata_report::FORMAT,
    intervals_wellness::FORMAT,
    intervals_activities::FORMAT,
    fitbit::SLEEP,
    fitbit::EXERCISE,
    fitbit::RESTING_HR,
    fitbit::SCORE,
    fitbit::HRV,
    fitbit::WEIGHT,
    fitbit::SITE,
    fitbit::SLEEPS,
    fitbit::EXERCISES,
    apple::FORMAT,
    sleep_as_android::FORMAT,
    hrv4training::FORMAT,
];

/// The word of a table that no reader knows.
pub(super) const UNKNOWN_TABLE: &str = "csv";

/// How any file of SQLite begins, and where in it stands whose it is.
const SQLITE: &[u8] = b"SQLite format 3\0";
const OWNER: std::ops::Range<usize> = 68..72;

/// What is none of the formats, and why it gives nothing.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of one lifetime is no function of all"
)]
const OTHERS: &[Format] = &[
    nothing("empty", |it| it.bytes.is_empty(), || fl!("import-empty")),
    nothing(
        "journal",
        |it| it.bytes.starts_with(SQLITE) && it.bytes.get(OWNER) == Some(&APPLICATION_ID.to_be_bytes()),
        || fl!("import-journal"),
    ),
    nothing("database", |it| it.bytes.starts_with(SQLITE), || fl!("import-database")),
    nothing("xml", |it| it.is_xml(), || fl!("import-unknown")),
    nothing("json", |it| it.is_json(), || fl!("import-unknown")),
    nothing(UNKNOWN_TABLE, |it| it.header().is_some(), || fl!("import-csv")),
    nothing("unknown", |_| true, || fl!("import-unknown")),
];

const fn nothing(word: &'static str, is: fn(&Head) -> bool, why: fn() -> String) -> Format {
    let reader = Reader::Nothing(why);
    Format { word, is, reader }
}

/// What a file was recognised as.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A file of Afterrun's own export.
    Own(Sheet),
    /// A ZIP archive, which holds other files.
    Archive,
    /// One of the formats, or one of those that give nothing.
    Format(&'static Format),
}

impl Kind {
    /// Recognises a file by how it begins.
    pub fn of(head: &Head) -> Self {
        if BEGINNINGS.iter().any(|it| head.bytes.starts_with(*it)) {
            return Self::Archive;
        }
        if let Some(format) = FORMATS.iter().find(|it| (it.is)(head)) {
            return Self::Format(format);
        }
        if let Some(sheet) = head.header().and_then(Sheet::of) {
            return Self::Own(sheet);
        }
        let other = OTHERS.iter().find(|it| (it.is)(head));
        Self::Format(other.expect("the last of them takes everything"))
    }

    /// Its word in reports and in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own(_) => "afterrun",
            Self::Archive => "zip",
            Self::Format(format) => format.word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_what_is_in_them() {
        for (bytes, word) in [
            (&b""[..], "empty"),
            (b"\x0e\x20\x54\x08\0\0\0\0.FIT", "fit"),
            (b"PK\x03\x04rest", "zip"),
            (b"SQLite format 3\0", "database"),
            (b"effective_time_frame,injuries\n", "pmsys_injury"),
            (
                b"\xef\xbb\xbfend_date_time,activity_names,perceived_exertion,duration_min\r\n",
                "pmsys_srpe",
            ),
            (b"id,started_at,sport,load_au\n", "afterrun"),
            (b"{\"a\": 1, \"b\": 2}", "json"),
            (b"a,b\n1,2\n", "csv"),
            (b"\x00\x02\x2d\xf2\x0e\x10", "unknown"),
        ] {
            assert_eq!(Kind::of(&Head::of(bytes)).word(), word, "{bytes:?}");
        }
    }
}
