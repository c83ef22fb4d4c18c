//! What a day's answers about a habit or supplement amount to, and on which days they may be compared.
//!
//! A habit counts as done from half of the least that its tip asks for; below that it was done partly, and
//! stands on neither side of a comparison. An answer without minutes is believed as it is. What was not
//! answered stays unknown.

use crate::domain::{Activity, Answer, Intake, Practice, Slug};

/// Half of the least that the tips ask for, in minutes.
const ENOUGH_MIN: [(&str, f64); 8] = [
    ("cool_down", 3.0),
    // Two of the four muscle groups, 30 s twice on each side.
    ("stretching", 4.0),
    ("foam_rolling", 3.0),
    (ICE_BATH, 3.0),
    (COMPRESSION, 60.0),
    (ACTIVE_RECOVERY, 15.0),
    ("epsom_soak", 8.0),
    ("mindfulness", 3.0),
];

const ICE_BATH: &str = "ice_bath";
pub(super) const COMPRESSION: &str = "compression";
pub(super) const ACTIVE_RECOVERY: &str = "active_recovery";

/// Water above this is no ice bath, °C.
const COLD_C: f64 = 18.0;

/// Cross-training up to this effort is active recovery (CR10: moderate).
const GENTLE_RPE: f64 = 3.0;

/// Habits that follow a run: a rolled run day and a rest day are two different questions.
const AFTER_RUNS: [&str; 6] = [
    "cool_down",
    "snack",
    "stretching",
    "foam_rolling",
    ICE_BATH,
    COMPRESSION,
];

/// Supplements that work over weeks, by what their names contain.
const OVER_WEEKS: [&str; 6] = ["omega", "fish_oil", "collagen", "creatine", "vitamin_d", "iron"];

/// On which days an exposure may be compared with its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Eligibility {
    /// Only days with a run.
    RunDays,
    /// Every covered day.
    AllDays,
    /// Not day by day: only whole periods can be compared.
    Period,
}

impl Eligibility {
    /// The days on which this habit may be compared.
    pub fn of_habit(habit: &Slug) -> Self {
        if AFTER_RUNS.contains(&habit.as_str()) {
            Self::RunDays
        } else {
            Self::AllDays
        }
    }

    /// The days on which this supplement may be compared.
    pub fn of_supplement(supplement: &Slug) -> Self {
        if OVER_WEEKS.iter().any(|it| supplement.as_str().contains(it)) {
            Self::Period
        } else {
            Self::AllDays
        }
    }

    /// Its word in the data dictionary.
    pub fn word(self) -> &'static str {
        match self {
            Self::RunDays => "run days",
            Self::AllDays => "all days",
            Self::Period => "period",
        }
    }
}

/// A day's answers for `habit`: 1 done, 0.5 partly, 0 no, `None` not recorded. Any yes is a yes, and the
/// minutes of all are summed.
pub(super) fn habit<'d>(
    habit: &Slug,
    practices: impl Iterator<Item = &'d Practice>,
    activities: &[&Activity],
) -> Option<f64> {
    let done = match answer(habit, practices, activities)? {
        Some(minutes) if minutes >= enough(habit) => 1.0,
        Some(_) => 0.5,
        None => 0.0,
    };
    Some(done)
}

/// A day's minutes of `habit`: 0 where it was not done, `None` where that or the minutes are not recorded.
pub(super) fn minutes<'d>(
    habit: &Slug,
    practices: impl Iterator<Item = &'d Practice>,
    activities: &[&Activity],
) -> Option<f64> {
    let minutes = answer(habit, practices, activities)?.unwrap_or(0.0);
    minutes.is_finite().then_some(minutes)
}

/// The minutes of a day on which `habit` was done, infinite where one time has none; `None` in it where it
/// was not done, and `None` where nothing is recorded.
#[expect(clippy::option_option, reason = "yes, no, and not recorded are three answers")]
fn answer<'d>(
    habit: &Slug,
    practices: impl Iterator<Item = &'d Practice>,
    activities: &[&Activity],
) -> Option<Option<f64>> {
    let mut minutes = None;
    let mut answered = false;
    for it in practices {
        answered = true;
        if it.answer == Answer::Yes {
            minutes = Some(minutes.unwrap_or(0.0) + counted_minutes(it));
        }
    }
    if habit.as_str() == ACTIVE_RECOVERY
        && let Some(gentle) = gentle_minutes(activities)
    {
        minutes = Some(minutes.unwrap_or(0.0) + gentle);
    }
    (answered || minutes.is_some()).then_some(minutes)
}

/// The minutes of a yes; without any it is believed as it is.
fn counted_minutes(it: &Practice) -> f64 {
    let too_warm = it.habit.as_str() == ICE_BATH && it.temperature_c.is_some_and(|celsius| celsius > COLD_C);
    if too_warm {
        0.0
    } else {
        it.minutes.unwrap_or(f64::INFINITY)
    }
}

/// Minutes of easy cross-training, where there was any.
fn gentle_minutes(activities: &[&Activity]) -> Option<f64> {
    let gentle = activities.iter().filter(|it| is_gentle(it));
    let seconds = gentle.filter_map(|it| it.load_seconds());
    seconds.map(|it| it / 60.0).reduce(|a, b| a + b)
}

/// Whether a session is active recovery by itself.
pub(super) fn is_gentle(it: &Activity) -> bool {
    !it.is_run() && it.rpe.is_none_or(|rpe| rpe <= GENTLE_RPE)
}

fn enough(habit: &Slug) -> f64 {
    let rule = ENOUGH_MIN.iter().find(|(id, _)| *id == habit.as_str());
    rule.map_or(0.0, |(_, minutes)| *minutes)
}

/// A day's answers for one supplement: whether it was taken, and how much in `unit`. The dose of a day
/// it was not taken is 0; it is unknown as soon as one of the doses is.
pub(super) fn supplement<'d>(unit: &str, intakes: impl Iterator<Item = &'d Intake>) -> (Option<f64>, Option<f64>) {
    let mut took = None;
    let mut dose = Some(0.0);
    for it in intakes {
        if it.answer == Answer::Yes {
            took = Some(1.0);
            dose = dose.zip(dose_in(unit, it)).map(|(sum, more)| sum + more);
        } else {
            took = took.or(Some(0.0));
        }
    }
    (took, took.and(dose))
}

fn dose_in(unit: &str, it: &Intake) -> Option<f64> {
    if it.unit.is_empty() || it.unit.eq_ignore_ascii_case(unit) {
        return it.dose;
    }
    let ((kind, from), (target, to)) = (measure(&it.unit)?, measure(unit)?);
    (kind == target).then_some(it.dose? * from / to)
}

/// What a unit measures, and how many of the smallest it holds.
fn measure(unit: &str) -> Option<(&'static str, f64)> {
    match unit.trim().to_lowercase().as_str() {
        "µg" | "μg" | "ug" | "mcg" => Some(("mass", 1.0)),
        "mg" => Some(("mass", 1e3)),
        "g" => Some(("mass", 1e6)),
        "kg" => Some(("mass", 1e9)),
        "ml" => Some(("volume", 1.0)),
        "cl" => Some(("volume", 10.0)),
        "dl" => Some(("volume", 100.0)),
        "l" => Some(("volume", 1000.0)),
        _ => None,
    }
}
