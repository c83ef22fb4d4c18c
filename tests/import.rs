//! Reading files of strangers and our own, from outside.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

#[path = "import/all_files.rs"]
mod all_files;
#[path = "import/any_journal.rs"]
mod any_journal;
#[path = "import/apple.rs"]
mod apple;
#[path = "import/bad_rows.rs"]
mod bad_rows;
#[path = "import/copies.rs"]
mod copies;
#[path = "import/damage.rs"]
mod damage;
#[path = "import/diaries.rs"]
mod diaries;
#[path = "import/fit.rs"]
mod fit;
#[path = "import/fitbit.rs"]
mod fitbit;
#[path = "import/fitbit_tables.rs"]
mod fitbit_tables;
#[expect(dead_code, reason = "shared with the tests of the store")]
#[path = "store/fixture.rs"]
mod fixture;
#[path = "import/garmin.rs"]
mod garmin;
#[path = "import/garmin_account.rs"]
mod garmin_account;
#[path = "import/garmin_rows.rs"]
mod garmin_rows;
#[path = "import/garmin_sleep.rs"]
mod garmin_sleep;
#[path = "import/gpx.rs"]
mod gpx;
#[path = "import/help.rs"]
mod help;
#[path = "import/hrv4training.rs"]
mod hrv4training;
#[path = "import/intervals.rs"]
mod intervals;
#[path = "import/mapped.rs"]
mod mapped;
#[path = "import/merge.rs"]
mod merge;
#[path = "import/pmsys.rs"]
mod pmsys;
#[path = "import/resaved.rs"]
mod resaved;
#[path = "import/rings.rs"]
mod rings;
#[path = "import/round_trip.rs"]
mod round_trip;
#[path = "import/runkeeper.rs"]
mod runkeeper;
#[path = "import/sleep_as_android.rs"]
mod sleep_as_android;
#[path = "import/store.rs"]
mod store;
#[path = "import/strava.rs"]
mod strava;
#[path = "import/strava_languages.rs"]
mod strava_languages;
#[path = "import/tcx.rs"]
mod tcx;
#[path = "import/tracks.rs"]
mod tracks;
#[path = "import/twice.rs"]
mod twice;
#[path = "import/walk.rs"]
mod walk;
