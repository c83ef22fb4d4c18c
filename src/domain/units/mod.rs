//! What people type and read: distances, durations, paces, temperatures, masses.
//!
//! Inside, everything is SI (m, s, kg, °C); a setting says what is shown and what a bare number means, and
//! a unit that is typed wins over it. Both decimal marks are taken. What could be read in two ways is
//! refused with both readings, what cannot be meant (a run of a month, 400 km/h) with the range, so that
//! the store's CHECK constraints never have to say it. [`InputError::sentence`] is what the field shows.

mod body;
mod clock;
mod distance;
mod duration;
mod number;
mod pace;
mod volume;

use std::fmt;

pub use body::{parse_mass, parse_temperature, show_mass, show_temperature};
pub use clock::{parse_clock, show_clock};
pub use distance::{parse_distance, show_distance, show_distance_bare};
pub use duration::{parse_duration, parse_minutes, parse_sleep, show_duration, show_hours};
pub(in crate::domain) use number::split_unit;
pub use number::{parse_amount, parse_number, parse_number_in, show_number};
pub use pace::{Three, parse_pace, show_pace, show_pace_bare, third};
pub use volume::parse_volume;

use super::settings::{DistanceUnit, MassUnit, TemperatureUnit};
use crate::fl;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Input {
    Number,
    Duration,
    Distance,
    Pace,
    Sleep,
    Clock,
    Temperature,
    Mass,
}

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// It does not read as what the field takes.
    NotUnderstood(Input),
    /// It can be read in two ways.
    Ambiguous {
        /// With a decimal mark.
        one: String,
        /// With a thousands separator.
        other: String,
    },
    /// It reads well and cannot be meant.
    OutOfRange {
        /// What the field takes.
        what: Input,
        /// From here.
        low: String,
        /// To here.
        high: String,
    },
    /// Distance and time make a speed that cannot be meant.
    TooFast {
        /// That speed.
        speed: String,
    },
    /// Distance, time and pace were all given and do not fit.
    Disagree {
        /// The pace that distance and time make.
        pace: String,
    },
}

impl InputError {
    /// What is wrong and what is taken, in one or two short sentences.
    pub fn sentence(&self) -> String {
        match self {
            Self::NotUnderstood(what) => not_understood(*what),
            Self::Ambiguous { one, other } => fl!("input-ambiguous", one = one.as_str(), other = other.as_str()),
            Self::OutOfRange { what, low, high } => out_of_range(*what, low, high),
            Self::TooFast { speed } => fl!("input-too-fast", speed = speed.as_str()),
            Self::Disagree { pace } => fl!("input-disagree", pace = pace.as_str()),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence())
    }
}

impl std::error::Error for InputError {}

fn not_understood(what: Input) -> String {
    match what {
        Input::Number => fl!("input-number"),
        Input::Duration => fl!("input-duration"),
        Input::Distance => fl!("input-distance"),
        Input::Pace => fl!("input-pace"),
        Input::Sleep => fl!("input-sleep"),
        Input::Clock => fl!("input-clock"),
        Input::Temperature => fl!("input-temperature"),
        Input::Mass => fl!("input-mass"),
    }
}

fn out_of_range(what: Input, low: &str, high: &str) -> String {
    match what {
        Input::Number => fl!("input-number-range", low = low, high = high),
        Input::Duration => fl!("input-duration-range", low = low, high = high),
        Input::Distance => fl!("input-distance-range", low = low, high = high),
        Input::Pace => fl!("input-pace-range", low = low, high = high),
        Input::Sleep => fl!("input-sleep-range", low = low, high = high),
        Input::Clock => fl!("input-clock"),
        Input::Temperature => fl!("input-temperature-range", low = low, high = high),
        Input::Mass => fl!("input-mass-range", low = low, high = high),
    }
}

impl DistanceUnit {
    /// Metres of one.
    pub fn metres(self) -> f64 {
        match self {
            Self::Km => 1000.0,
            Self::Mi => 1609.344,
        }
    }

    /// Its sign: km, mi.
    pub fn sign(self) -> String {
        match self {
            Self::Km => fl!("unit-km"),
            Self::Mi => fl!("unit-mi"),
        }
    }
}

impl TemperatureUnit {
    /// Its sign: °C, °F.
    pub fn sign(self) -> String {
        match self {
            Self::Celsius => fl!("unit-celsius"),
            Self::Fahrenheit => fl!("unit-fahrenheit"),
        }
    }
}

impl MassUnit {
    /// Kilograms of one.
    pub fn kilograms(self) -> f64 {
        match self {
            Self::Kg => 1.0,
            Self::Lb => 0.453_592_37,
        }
    }

    /// Its sign: kg, lb.
    pub fn sign(self) -> String {
        match self {
            Self::Kg => fl!("unit-kg"),
            Self::Lb => fl!("unit-lb"),
        }
    }
}
