//! One module for each format that is read.

pub(super) mod afterrun;
pub(super) mod apple;
pub(super) mod daylio;
pub(super) mod fit;
pub(super) mod fitbit;
pub(super) mod garmin;
pub(super) mod gpx;
pub(super) mod hrv4training;
pub(super) mod intervals_activities;
pub(super) mod intervals_wellness;
pub(super) mod loop_habits;
pub(super) mod mapped;
pub(super) mod oura;
pub(super) mod pmdata_report;
pub(super) mod pmsys_injury;
pub(super) mod pmsys_srpe;
pub(super) mod pmsys_wellness;
pub(super) mod runkeeper;
pub(super) mod sleep_as_android;
pub(super) mod strava;
pub(super) mod tcx;
pub(super) mod whoop;
