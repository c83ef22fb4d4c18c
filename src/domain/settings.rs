//! What the data means: day start, zone, first weekday, units.
//!
//! These belong to the journal, not to the computer: they travel with the file and with its export.
//! (Theme, text size and window are the computer's, and live in a small file of their own.) Changing a
//! unit changes what is shown and typed, never what is stored.
//!
//! The answers to the health questions stand here, too, and are the exception: no export carries them, and
//! no import changes them.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::import::Mapping;
use super::{DayRule, Health};

/// Unit of distance, and with it of pace.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum DistanceUnit {
    #[default]
    Km,
    Mi,
}

/// Unit of temperature.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum TemperatureUnit {
    #[default]
    Celsius,
    Fahrenheit,
}

/// Unit of body mass.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum MassUnit {
    #[default]
    Kg,
    Lb,
}

/// The day a week begins with.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum FirstWeekday {
    #[default]
    Monday,
    Sunday,
    Saturday,
}

impl FirstWeekday {
    /// The first day of the week in which `day` lies.
    pub fn week_of(self, day: Date) -> Date {
        let first = match self {
            Self::Monday => Weekday::Monday,
            Self::Sunday => Weekday::Sunday,
            Self::Saturday => Weekday::Saturday,
        };
        let back = i64::from(day.weekday().since(first));
        day.saturating_sub(back.days())
    }
}

/// The journal's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// When a day starts.
    pub day_rule: DayRule,
    /// IANA name of the zone that typed times and files without a zone are read in.
    pub zone: String,
    /// The day a week begins with.
    pub first_weekday: FirstWeekday,
    /// km or mi.
    pub distance: DistanceUnit,
    /// °C or °F.
    pub temperature: TemperatureUnit,
    /// kg or lb.
    pub mass: MassUnit,
    /// What was answered about health. In no export.
    pub health: Health,
    /// What the columns of other programs' tables hold, as the runner said once.
    pub mappings: Vec<Mapping>,
}

impl Settings {
    /// The settings of a new journal on a computer whose zone is `zone`.
    pub fn for_zone(zone: &str) -> Self {
        Self {
            day_rule: DayRule::default(),
            zone: zone.to_owned(),
            first_weekday: FirstWeekday::default(),
            distance: DistanceUnit::default(),
            temperature: TemperatureUnit::default(),
            mass: MassUnit::default(),
            health: Health::default(),
            mappings: Vec::new(),
        }
    }

    /// The zone itself; UTC where the computer does not know its name.
    pub fn time_zone(&self) -> jiff::tz::TimeZone {
        super::time::zone(&self.zone)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_week_begins_where_the_journal_says() {
        let wednesday = date(2026, 11, 25);
        assert_eq!(FirstWeekday::Monday.week_of(wednesday), date(2026, 11, 23));
        assert_eq!(FirstWeekday::Sunday.week_of(wednesday), date(2026, 11, 22));
        assert_eq!(FirstWeekday::Saturday.week_of(wednesday), date(2026, 11, 21));
        assert_eq!(FirstWeekday::Monday.week_of(date(2026, 11, 23)), date(2026, 11, 23));
    }
}
