//! What kind of run it was, as far as recovery is concerned.
//!
//! The runner's own mark counts first; without one, effort and duration tell (SCIENCE 4.0): easy is up to
//! RPE 3 and under 75 minutes, a workout is RPE 6 or more, long is 90 minutes or more, or among the longest
//! tenth of the last 90 days. What lies between, or is not known, is steady. A race of 30 km or more, and
//! any run of 150 minutes at RPE 7 or more, was as much for the body as a marathon.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::{Activity, Journal, RunKind, words};

/// The kinds of runs that the rules tell apart.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum RunClass {
    Easy,
    Steady,
    Workout,
    Long,
    Race,
}

const EASY_RPE: f64 = 3.0;
const EASY_MIN: f64 = 75.0;
const WORKOUT_RPE: f64 = 6.0;
const LONG_MIN: f64 = 90.0;
/// The runs that a long one is compared with.
const COMPARED_MS: i64 = 90 * 24 * 3_600_000;
/// A tenth of fewer runs than this says nothing.
const COMPARED_LEAST: usize = 10;
const MARATHON_M: f64 = 30_000.0;
const MARATHON_MIN: f64 = 150.0;
const MARATHON_RPE: f64 = 7.0;

/// What made a run one of its class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ClassWhy {
    /// The runner marked it.
    Marked,
    /// It took 90 minutes or more.
    Ninety,
    /// It was among the longest tenth of 90 days.
    Longest,
    /// RPE 6 or more.
    Hard,
    /// RPE 3 at most, and under 75 minutes.
    Light,
    /// None of these, or not known.
    Between,
}

impl ClassWhy {
    /// Its words.
    pub fn sentence(self) -> String {
        words::named("run-class-why", self.into())
    }
}

impl RunClass {
    /// The class of `run` among the other runs of `journal`.
    pub fn of(run: &Activity, journal: &Journal) -> Self {
        Self::told(run, journal).0
    }

    /// The class of `run`, and what tells it.
    pub fn told(run: &Activity, journal: &Journal) -> (Self, ClassWhy) {
        let minutes = minutes(run);
        let is_long = minutes.is_some_and(|it| it >= LONG_MIN);
        match run.kind {
            Some(RunKind::Race) => (Self::Race, ClassWhy::Marked),
            Some(RunKind::Long) => (Self::Long, ClassWhy::Marked),
            Some(RunKind::Workout) => (Self::Workout, ClassWhy::Marked),
            _ if is_long => (Self::Long, ClassWhy::Ninety),
            Some(RunKind::Easy) => (Self::Easy, ClassWhy::Marked),
            None => Self::told_by_effort(run, minutes, journal),
        }
    }

    fn told_by_effort(run: &Activity, minutes: Option<f64>, journal: &Journal) -> (Self, ClassWhy) {
        let is_short = minutes.is_some_and(|it| it < EASY_MIN);
        match run.rpe {
            Some(rpe) if rpe >= WORKOUT_RPE => (Self::Workout, ClassWhy::Hard),
            _ if is_among_longest(run, journal) => (Self::Long, ClassWhy::Longest),
            Some(rpe) if rpe <= EASY_RPE && is_short => (Self::Easy, ClassWhy::Light),
            _ => (Self::Steady, ClassWhy::Between),
        }
    }

    /// Its words: "Long run".
    pub fn name(self) -> String {
        words::named("run-class", self.into())
    }

    /// Whether it was hard enough for soreness to be asked after, 24 to 72 hours later.
    pub fn is_hard(self) -> bool {
        matches!(self, Self::Workout | Self::Long | Self::Race)
    }
}

/// Whether `run` was as much for the body as a marathon.
pub fn is_marathon_class(run: &Activity) -> bool {
    let far = run.kind == Some(RunKind::Race) && run.distance_m.is_some_and(|it| it >= MARATHON_M);
    let hard = run.rpe.is_some_and(|it| it >= MARATHON_RPE);
    far || hard && minutes(run).is_some_and(|it| it >= MARATHON_MIN)
}

/// Minutes of a run, pauses included.
pub(super) fn minutes(run: &Activity) -> Option<f64> {
    run.load_seconds().map(|it| it / 60.0)
}

/// Whether no more than a tenth of the runs of the 90 days before it were as long.
fn is_among_longest(run: &Activity, journal: &Journal) -> bool {
    let Some(length) = minutes(run) else { return false };
    let all = &journal.activities;
    let place = all.partition_point(|it| it.started_at.ms < run.started_at.ms);
    let earlier = all[..place]
        .iter()
        .rev()
        .take_while(|it| run.started_at.ms - it.started_at.ms <= COMPARED_MS)
        .filter(|it| it.is_run());
    let lengths: Vec<f64> = earlier.filter_map(minutes).collect();
    let as_long = lengths.iter().filter(|it| **it >= length).count();
    lengths.len() >= COMPARED_LEAST && as_long * 10 < lengths.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Meta, Record, Settings, Sport, Stamp};

    const DAY_MS: i64 = 24 * 3_600_000;

    fn run(day: i64, minutes: f64, rpe: Option<f64>, kind: Option<RunKind>) -> Activity {
        let start = Stamp {
            ms: day * DAY_MS,
            offset_min: 0,
        };
        Activity {
            elapsed_s: Some(minutes * 60.0),
            rpe,
            kind,
            ..Activity::new(Meta::manual(Id::fresh(start.ms)), Sport::Run, start)
        }
    }

    fn journal(runs: Vec<Activity>) -> Journal {
        Journal::of(runs.into_iter().map(Record::Activity), Settings::for_zone("UTC"))
    }

    #[test]
    fn r0_class_effort_and_duration_tell_what_is_not_marked() {
        let alone = journal(Vec::new());
        for (minutes, rpe, kind, class) in [
            (74.0, Some(3.0), None, RunClass::Easy),
            (75.0, Some(3.0), None, RunClass::Steady),
            (60.0, Some(3.5), None, RunClass::Steady),
            (60.0, None, None, RunClass::Steady),
            (40.0, Some(6.0), None, RunClass::Workout),
            (90.0, Some(2.0), None, RunClass::Long),
            (95.0, None, Some(RunKind::Easy), RunClass::Long),
            (40.0, Some(8.0), Some(RunKind::Easy), RunClass::Easy),
            (30.0, Some(2.0), Some(RunKind::Race), RunClass::Race),
            (30.0, Some(2.0), Some(RunKind::Workout), RunClass::Workout),
            (30.0, Some(2.0), Some(RunKind::Long), RunClass::Long),
        ] {
            let run = run(100, minutes, rpe, kind);
            assert_eq!(RunClass::of(&run, &alone), class, "{minutes} min, {rpe:?}, {kind:?}");
        }
    }

    #[test]
    fn r0_class_says_what_made_it_so() {
        let alone = journal(Vec::new());
        for (minutes, rpe, kind, why) in [
            (60.0, Some(3.0), Some(RunKind::Race), ClassWhy::Marked),
            (95.0, Some(3.0), Some(RunKind::Easy), ClassWhy::Ninety),
            (40.0, Some(6.0), None, ClassWhy::Hard),
            (40.0, Some(3.0), None, ClassWhy::Light),
            (40.0, None, None, ClassWhy::Between),
        ] {
            let run = run(100, minutes, rpe, kind);
            assert_eq!(RunClass::told(&run, &alone).1, why, "{minutes} min, {rpe:?}, {kind:?}");
        }
        for why in ClassWhy::VARIANTS {
            assert!(why.sentence().contains(' '), "{why:?} has its sentence");
        }
    }

    #[test]
    fn r0_class_the_longest_tenth_of_ninety_days_is_long() {
        let others = |n: i64| (1..=n).map(|day| run(day, 40.0, Some(4.0), None)).collect::<Vec<_>>();
        let it = run(60, 60.0, Some(4.0), None);
        assert_eq!(
            RunClass::of(&it, &journal(others(9))),
            RunClass::Steady,
            "too few to tell"
        );
        assert_eq!(RunClass::of(&it, &journal(others(11))), RunClass::Long);
        let late = run(200, 60.0, Some(4.0), None);
        assert_eq!(
            RunClass::of(&late, &journal(others(11))),
            RunClass::Steady,
            "too long ago"
        );
    }

    #[test]
    fn r0_marathon_is_a_far_race_or_two_and_a_half_hard_hours() {
        let far = |metres, kind| Activity {
            distance_m: Some(metres),
            ..run(1, 140.0, Some(6.0), kind)
        };
        assert!(is_marathon_class(&far(30_000.0, Some(RunKind::Race))));
        assert!(!is_marathon_class(&far(29_900.0, Some(RunKind::Race))));
        assert!(!is_marathon_class(&far(42_195.0, Some(RunKind::Long))));
        assert!(is_marathon_class(&run(1, 150.0, Some(7.0), None)));
        assert!(!is_marathon_class(&run(1, 149.0, Some(7.0), None)));
        assert!(!is_marathon_class(&run(1, 200.0, Some(6.5), None)));
    }
}
