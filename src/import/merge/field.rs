//! The fields of records that can come from several sources: whether one is set, how it is taken over,
//! when two say the same, and how one is shown.

use super::rank::Knowledge::{self, Measured, Told};
use crate::domain::units::{show_distance, show_duration, show_number};
use crate::domain::{Activity, CheckIn, Meta, Night, Settings, Sport, words};
use crate::fl;

/// One field of a kind of record.
pub(super) struct Field<R> {
    /// Its word in the detail: the column of the export.
    pub word: &'static str,
    /// What kind of knowledge it is.
    pub knowledge: Knowledge,
    /// Whether the record has it.
    pub is_set: fn(&R) -> bool,
    /// Whether two records that have it say the same, as far as two devices can.
    pub is_same: fn(&R, &R) -> bool,
    /// Takes it over from the second.
    pub take: fn(&mut R, &R),
    /// Its value, to be shown.
    pub show: fn(&R, &Settings) -> String,
}

impl<R> Field<R> {
    /// What a person calls it.
    pub fn name(&self) -> String {
        words::named("import-field", self.word)
    }
}

/// What has fields that can come from several sources.
pub(super) trait Joined: Sized + 'static {
    /// Its fields.
    fn fields() -> &'static [Field<Self>];
    /// Its bookkeeping.
    fn meta(&self) -> &Meta;
    /// Its bookkeeping, to be changed.
    fn meta_mut(&mut self) -> &mut Meta;
}

/// Whether two numbers are the same but for `share` of the larger one.
pub(super) fn near(a: Option<f64>, b: Option<f64>, share: f64) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= share * a.abs().max(b.abs()),
        _ => false,
    }
}

fn shown(value: Option<f64>) -> String {
    value
        .map(|it| show_number((it * 10.0).round() / 10.0))
        .unwrap_or_default()
}

/// A field that is a number or not recorded; two are the same within a share of the larger.
macro_rules! number {
    ($word:literal, $knowledge:ident, $place:ident, $share:literal) => {
        number!($word, $knowledge, $place, $share, |value, _settings| shown(value))
    };
    ($word:literal, $knowledge:ident, $place:ident, $share:literal, |$value:ident, $settings:ident| $show:expr) => {
        Field {
            word: $word,
            knowledge: $knowledge,
            is_set: |it| it.$place.is_some(),
            is_same: |a, b| near(a.$place, b.$place, $share),
            take: |into, from| into.$place = from.$place,
            show: |it, $settings| {
                let $value = it.$place;
                $show
            },
        }
    };
}

/// A field that is some value or not recorded.
macro_rules! plain {
    ($word:literal, $knowledge:ident, $place:ident, |$value:ident| $show:expr) => {
        Field {
            word: $word,
            knowledge: $knowledge,
            is_set: |it| it.$place.is_some(),
            is_same: |a, b| a.$place == b.$place,
            take: |into, from| into.$place = from.$place,
            show: |it, _| it.$place.map(|$value| $show).unwrap_or_default(),
        }
    };
}

/// A field that is text; empty text is not recorded.
macro_rules! text {
    ($word:literal, $place:ident) => {
        Field {
            word: $word,
            knowledge: Told,
            is_set: |it| !it.$place.is_empty(),
            is_same: |a, b| a.$place.trim() == b.$place.trim(),
            take: |into, from| into.$place.clone_from(&from.$place),
            show: |it, _| fl!("import-quoted", text = it.$place.as_str()),
        }
    };
}

/// The fields of an activity. Its start and its sport are settled apart.
const ACTIVITY: [Field<Activity>; 17] = [
    number!("elapsed_s", Measured, elapsed_s, 0.05, |it, _settings| it
        .map(show_duration)
        .unwrap_or_default()),
    number!("moving_s", Measured, moving_s, 0.05, |it, _settings| it
        .map(show_duration)
        .unwrap_or_default()),
    number!("distance_m", Measured, distance_m, 0.03, |it, settings| it
        .map(|metres| show_distance(metres, settings.distance))
        .unwrap_or_default()),
    number!("avg_hr_bpm", Measured, avg_hr, 0.03),
    number!("max_hr_bpm", Measured, max_hr, 0.03),
    number!("ascent_m", Measured, ascent_m, 0.25),
    number!("cadence_per_min", Measured, cadence, 0.1),
    number!("temperature_c", Measured, temperature_c, 0.2),
    number!("rpe", Told, rpe, 0.0),
    plain!("feel", Told, feel, |it| words::feel(it)),
    plain!("kind", Told, kind, |it| words::run_kind(it)),
    text!("surface", surface),
    text!("shoe", shoe),
    text!("title", title),
    text!("notes", notes),
    Field {
        word: "tags",
        knowledge: Told,
        is_set: |it| !it.tags.is_empty(),
        is_same: |a, b| b.tags.iter().all(|tag| a.tags.contains(tag)),
        take: |into, from| into.tags.clone_from(&from.tags),
        show: |it, _| it.tags.join(", "),
    },
    Field {
        word: "sport",
        knowledge: Measured,
        is_set: |it| it.sport != Sport::Other,
        is_same: |a, b| a.sport == b.sport,
        take: |into, from| into.sport = from.sport,
        show: |it, _| words::sport(it.sport),
    },
];

/// The fields of a night. Its times and minutes belong together and are taken over as one.
const NIGHT: [Field<Night>; 3] = [
    plain!("quality", Told, quality, |it| words::sleep_quality(it)),
    plain!("awakenings", Measured, awakenings, |it| it.to_string()),
    text!("notes", notes),
];

/// The fields of a check-in.
const CHECK_IN: [Field<CheckIn>; 10] = [
    plain!("fatigue", Told, fatigue, |it| words::score(it.value, it.scale)),
    plain!("stress", Told, stress, |it| words::score(it.value, it.scale)),
    plain!("mood", Told, mood, |it| words::score(it.value, it.scale)),
    plain!("readiness", Told, readiness, |it| words::score(it.value, it.scale)),
    number!("resting_hr_bpm", Measured, resting_hr, 0.0),
    number!("hrv_rmssd_ms", Measured, hrv_rmssd, 0.0),
    number!("weight_kg", Measured, weight_kg, 0.001),
    plain!("ill", Told, ill, |it| words::named(
        "import-flag",
        if it { "yes" } else { "no" }
    )),
    plain!("travel", Told, travel, |it| words::named(
        "import-flag",
        if it { "yes" } else { "no" }
    )),
    text!("notes", notes),
];

impl Joined for Activity {
    fn fields() -> &'static [Field<Self>] {
        &ACTIVITY
    }

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn meta_mut(&mut self) -> &mut Meta {
        &mut self.meta
    }
}

impl Joined for Night {
    fn fields() -> &'static [Field<Self>] {
        &NIGHT
    }

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn meta_mut(&mut self) -> &mut Meta {
        &mut self.meta
    }
}

impl Joined for CheckIn {
    fn fields() -> &'static [Field<Self>] {
        &CHECK_IN
    }

    fn meta(&self) -> &Meta {
        &self.meta
    }

    fn meta_mut(&mut self) -> &mut Meta {
        &mut self.meta
    }
}
