//! One row per day: what charts, findings and daily.csv are all made from.

use jiff::civil::Date;

use crate::domain::{Rating, Scale, Slug};

/// What is known of one journal day. `None` is "not recorded".
#[derive(Clone, Debug, PartialEq)]
pub struct DailyRow {
    /// The day.
    pub day: Date,
    /// Whether anything was recorded on it.
    pub covered: bool,
    /// How many runs started on it.
    pub runs: usize,
    /// Metres run.
    pub distance_m: Option<f64>,
    /// Seconds in movement, all activities.
    pub moving_s: Option<f64>,
    /// Session load of all activities, AU: 0 on a covered day without any, `None` while an RPE is missing.
    pub load_au: Option<f64>,
    /// Hours of the night that ended on it.
    pub sleep_h: Option<f64>,
    /// Hours of naps.
    pub nap_h: Option<f64>,
    /// 1 poor to 5 great.
    pub sleep_quality: Option<i64>,
    /// That morning's soreness, raw, with its scale.
    pub soreness: Option<Rating>,
    /// How many regions were rated that morning.
    pub soreness_regions: usize,
    /// How tired.
    pub fatigue: Option<Rating>,
    /// How stressed.
    pub stress: Option<Rating>,
    /// How the mood was.
    pub mood: Option<Rating>,
    /// By [`DailyTable::habits`]: 1 done, 0.5 partly, 0 no.
    pub habits: Vec<Option<f64>>,
    /// By [`DailyTable::supplements`]: 1 taken, 0 not.
    pub took: Vec<Option<f64>>,
    /// By [`DailyTable::supplements`]: the day's dose, in the catalogue's unit.
    pub dose: Vec<Option<f64>>,
}

/// All days from the first to the last record, without a gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DailyTable {
    /// One row per date, in order.
    pub rows: Vec<DailyRow>,
    /// The habits of the columns, by id.
    pub habits: Vec<Slug>,
    /// The supplements of the columns, by id.
    pub supplements: Vec<Slug>,
    /// The scale most soreness rows have; charts and findings use these rows and count the others.
    pub soreness_scale: Option<Scale>,
}
