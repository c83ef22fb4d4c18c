//! What the bars of the weeks show: the distance, or the load where no run has a distance.

use crate::analysis::load::Week;
use crate::charts::words;
use crate::domain::settings::DistanceUnit;
use crate::fl;

/// What is counted.
#[derive(Clone, Copy)]
pub(super) enum Amount {
    Distance(DistanceUnit),
    Load,
}

impl Amount {
    /// What can be shown of `weeks`; `None` where nothing of them is known.
    pub(super) fn of(weeks: &[Week], unit: DistanceUnit) -> Option<Self> {
        if weeks.iter().any(|it| it.metres > 0.0) {
            Some(Self::Distance(unit))
        } else {
            weeks.iter().any(|it| it.load_au > 0.0).then_some(Self::Load)
        }
    }

    /// The sum of a week, in metres or AU, and of how many days it is.
    pub(super) fn sum(self, week: &Week) -> (f64, usize) {
        match self {
            Self::Distance(_) => (week.metres, week.metres_days),
            Self::Load => (week.load_au, week.load_days),
        }
    }

    /// Whether each day of the week is in its sum.
    pub(super) fn is_whole(self, week: &Week) -> bool {
        self.sum(week).1 == 7
    }

    /// A sum as it stands on the axis.
    pub(super) fn shown(self, sum: f64) -> f64 {
        match self {
            Self::Distance(unit) => sum / unit.metres(),
            Self::Load => sum,
        }
    }

    /// "44.9 km", "1340 AU".
    pub(super) fn words(self, sum: f64) -> String {
        match self {
            Self::Distance(unit) => words::distance(sum, unit),
            Self::Load => words::load(sum),
        }
    }

    /// What stands over the bars.
    pub(super) fn axis(self) -> String {
        match self {
            Self::Distance(unit) => fl!("weeks-distance-axis", unit = unit.sign()),
            Self::Load => fl!("weeks-load-axis"),
        }
    }

    /// What a story says first.
    pub(super) fn told(self, what: String) -> String {
        match self {
            Self::Distance(_) => fl!("weeks-story-distance", what = what),
            Self::Load => fl!("weeks-story-load", what = what),
        }
    }
}
