//! What a habit's values are in.

use crate::domain::{Habit, HabitKind};

/// What a number of a habit says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Measure {
    /// A time, with how many minutes one of it has.
    Time(f64),
    /// Something to drink, with how many millilitres one of it has, and its sign.
    Volume(f64, String),
    /// Anything else that has a unit.
    Other(String),
    /// A number alone.
    Count,
}

impl Measure {
    /// What a unit says.
    pub fn of(unit: &str) -> Self {
        let unit = unit.trim();
        match unit.trim_end_matches('.').to_lowercase().as_str() {
            "" => Self::Count,
            "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" | "minuti" | "minut" | "minuter" | "мин"
            | "分" | "分钟" => Self::Time(1.0),
            "h" | "hr" | "hrs" | "hour" | "hours" | "stunde" | "stunden" | "std" | "heure" | "heures" | "hora"
            | "horas" | "ore" | "timer" | "timmar" | "uur" | "godz" | "час" => Self::Time(60.0),
            "s" | "sec" | "secs" | "second" | "seconds" | "sekunden" | "sek" | "secondes" | "segundos" | "сек" => {
                Self::Time(1.0 / 60.0)
            }
            "ml" | "millilitre" | "millilitres" | "milliliter" | "milliliters" => Self::Volume(1.0, unit.to_owned()),
            "cl" => Self::Volume(10.0, unit.to_owned()),
            "dl" => Self::Volume(100.0, unit.to_owned()),
            "l" | "litre" | "litres" | "liter" | "liters" | "litros" | "litri" => Self::Volume(1000.0, unit.to_owned()),
            "oz" | "fl oz" | "floz" | "fl. oz" => Self::Volume(29.573_529_562_5, unit.to_owned()),
            _ => Self::Other(unit.to_owned()),
        }
    }

    /// The unit of a new habit that is measured so.
    pub fn unit(&self) -> String {
        match self {
            Self::Time(_) | Self::Count => String::new(),
            Self::Volume(_, unit) | Self::Other(unit) => super::shown(unit),
        }
    }

    /// How many minutes one of it has, where it is a time.
    pub fn minutes(&self) -> Option<f64> {
        match self {
            Self::Time(minutes) => Some(*minutes),
            _ => None,
        }
    }

    /// How many of the habit's unit one of it is; `None` where the habit notes no such thing.
    pub fn in_unit_of(&self, habit: &Habit) -> Option<f64> {
        if habit.kind != HabitKind::Amount {
            return None;
        }
        match (self, Self::of(&habit.unit)) {
            (Self::Volume(from, _), Self::Volume(to, _)) => Some(from / to),
            (Self::Other(from), Self::Other(to)) => (from.to_lowercase() == to.to_lowercase()).then_some(1.0),
            (Self::Count, Self::Count) => Some(1.0),
            _ => None,
        }
    }
}
