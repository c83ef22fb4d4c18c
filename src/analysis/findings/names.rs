//! What a finding speaks of: exposures, outcomes, covariates, caveats, each with its word in files.

use crate::domain::Slug;

/// What may go with soreness.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Exposure {
    /// Done that day, or not.
    Habit(Slug),
    /// Taken that day, or not.
    Supplement(Slug),
    /// Hours of the night before; one more.
    SleepHours,
    /// Less than [`crate::analysis::SHORT_NIGHT_H`] hours in the night before, or not.
    ShortNight,
}

impl Exposure {
    /// Its word in files: the column of the daily table that it is made from.
    pub fn id(&self) -> String {
        match self {
            Self::Habit(id) => format!("habit_{id}"),
            Self::Supplement(id) => format!("took_{id}"),
            Self::SleepHours => "sleep_hours".to_owned(),
            Self::ShortNight => "short_night".to_owned(),
        }
    }
}

/// Which soreness is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// That of the next morning.
    NextMorning,
    /// The mean of the next two mornings.
    NextTwoMornings,
    /// That of the morning the night ended.
    SameMorning,
}

impl Outcome {
    /// Its word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::NextMorning => "next_morning",
            Self::NextTwoMornings => "next_two_mornings",
            Self::SameMorning => "same_morning",
        }
    }
}

/// What an estimate allows for. The number is how many days before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Covariate {
    /// The same for all rows: no covariate, but it can turn out superfluous like one.
    Constant,
    /// Training load.
    Load(u8),
    /// Soreness of the morning.
    Soreness(u8),
    /// Hours of sleep.
    Sleep(u8),
    /// The same habit or supplement on the day before.
    DayBefore,
    /// Another habit or supplement of the day.
    Other(Exposure),
    /// The share done of the other habits and supplements.
    Others(u8),
    /// The day of the week, first part.
    WeekdaySin,
    /// The day of the week, second part.
    WeekdayCos,
    /// The time that passes.
    Trend,
}

impl Covariate {
    /// Its word in files.
    pub fn id(&self) -> String {
        let lagged = |word: &str, lag: u8| match lag {
            0 => word.to_owned(),
            lag => format!("{word}_{lag}"),
        };
        match self {
            Self::Constant => "constant".to_owned(),
            Self::Load(lag) => lagged("load", *lag),
            Self::Soreness(lag) => lagged("soreness", *lag),
            Self::Sleep(lag) => lagged("sleep", *lag),
            Self::DayBefore => "lag".to_owned(),
            Self::Other(exposure) => exposure.id(),
            Self::Others(lag) => lagged("other_habits", *lag),
            Self::WeekdaySin => "weekday_sin".to_owned(),
            Self::WeekdayCos => "weekday_cos".to_owned(),
            Self::Trend => "trend".to_owned(),
        }
    }
}

/// What makes an estimate less sure than its interval says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caveat {
    /// Most rows were old, so only those of the last two years were used.
    Stale,
    /// Too few nights are known to allow for sleep.
    WithoutSleep,
    /// Soreness differed already on the morning before it was done.
    Placebo,
    /// Next mornings are rated less often on one side.
    MissingPattern,
}

impl Caveat {
    /// Its word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::WithoutSleep => "without_sleep",
            Self::Placebo => "placebo",
            Self::MissingPattern => "missing_pattern",
        }
    }
}
