//! What a day without a run is good for: easy movement, or nothing at all.
//!
//! The checklist of a run ends with moving easily on the next day. A day on which none is open has the same
//! question, and the same rules answer it (SCIENCE 4.1, item 7): full rest when ill, when severely sore,
//! and after six active days in a row; short walks for two days after a marathon; else 20 to 45 easy
//! minutes. Nobody who did not run lately is told to rest, and nobody who moved already to move.

use super::class::is_marathon_class;
use super::facts::Facts;
use super::flags::{SEVERE, Sore};
use crate::domain::{Answer, Journal, Stamp};

/// A run this many days ago still asks for a day off.
const RUNNING_DAYS: i32 = 3;
/// After so many active days in a row comes one of rest.
const ACTIVE_DAYS: i32 = 6;
/// After a marathon only short walks, days.
const MARATHON_DAYS: i32 = 2;
/// Easy minutes, from and to.
const EASY_MIN: (f64, f64) = (20.0, 45.0);
/// The longest walk after a marathon, minutes.
const WALK_MIN: f64 = 30.0;

/// What to do on a day without a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RestDay {
    /// Full rest while ill.
    Ill,
    /// Full rest while a place is this sore.
    Sore(Sore),
    /// Full rest after so many active days in a row.
    Relaxed {
        /// Days.
        days: i32,
    },
    /// Only short walks, so soon after a marathon.
    Walk {
        /// Minutes at most.
        most: f64,
    },
    /// Easy movement.
    Easy {
        /// From so many minutes.
        least: f64,
        /// To so many.
        most: f64,
    },
}

impl RestDay {
    /// The day at `now`; `None` where there was a run or a session on it, where it was answered already,
    /// and where no run was lately.
    pub fn of(journal: &Journal, now: Stamp) -> Option<Self> {
        let facts = Facts::of_day(journal, now);
        let today = facts.day_of(now);
        let back = |days: i32| today.checked_sub(jiff::Span::new().days(days)).ok();
        let ran_within = |days: i32| (1..=days).filter_map(back).any(|day| facts.ran_on(day));
        if facts.is_active(today) || is_answered(journal, now) || !ran_within(RUNNING_DAYS) {
            return None;
        }
        let days = facts.active_days_before(today);
        let legs = facts.sore.iter().filter(|it| it.region.is_leg() && it.score >= SEVERE);
        let sorest = legs.max_by(|a, b| a.score.total_cmp(&b.score));
        Some(match sorest {
            _ if facts.is_ill() => Self::Ill,
            Some(sore) => Self::Sore(*sore),
            None if days >= ACTIVE_DAYS => Self::Relaxed { days },
            None if had_marathon(&facts) => Self::Walk { most: WALK_MIN },
            None => Self::Easy {
                least: EASY_MIN.0,
                most: EASY_MIN.1,
            },
        })
    }

    /// Whether it is for full rest.
    pub fn is_full_rest(self) -> bool {
        matches!(self, Self::Ill | Self::Sore(_) | Self::Relaxed { .. })
    }

    /// The id of the rule that says so; `None` where no rule holds back.
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::Ill => Some("R7.ill"),
            Self::Sore(_) => Some("R7.severe"),
            Self::Relaxed { .. } => Some("R7.relaxed"),
            Self::Walk { .. } => Some("R7.marathon"),
            Self::Easy { .. } => None,
        }
    }
}

/// Whether the runner said already that they did not move on the day at `now`.
fn is_answered(journal: &Journal, now: Stamp) -> bool {
    let rule = journal.settings.day_rule;
    let today = rule.day_of(now);
    let of_day = journal
        .practices
        .iter()
        .rev()
        .skip_while(|it| it.when.day(rule) > today);
    of_day
        .take_while(|it| it.when.day(rule) == today)
        .any(|it| it.habit.as_str() == "active_recovery" && it.answer == Answer::No)
}

fn had_marathon(facts: &Facts) -> bool {
    let today = facts.day_of(facts.now);
    let mut runs = facts.journal.activities.iter().rev().filter(|it| it.is_run());
    let last = runs.find(|it| it.started_at.ms <= facts.now.ms);
    last.is_some_and(|it| {
        let days = crate::domain::time::days_between(facts.day_of(it.ended_at()), today);
        days <= MARATHON_DAYS && is_marathon_class(it)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::rules::rules;
    use crate::domain::{
        Activity, CheckIn, Context, Id, Meta, Practice, Record, Region, RunKind, Scale, Settings, Side, Slug,
        SorenessRating, Sport, When,
    };

    /// Wednesday morning.
    fn now() -> Stamp {
        Stamp::parse_rfc3339("2026-11-25T08:00:00+01:00").unwrap()
    }

    fn days_ago(days: i64) -> Stamp {
        now().plus_seconds(days as f64 * -86_400.0)
    }

    fn session(days: i64, sport: Sport) -> Record {
        let at = days_ago(days);
        Record::Activity(Activity {
            elapsed_s: Some(3600.0),
            ..Activity::new(Meta::manual(Id::fresh(at.ms)), sport, at)
        })
    }

    fn sore(score: f64) -> Record {
        let at = now().plus_seconds(-3600.0);
        Record::Soreness(SorenessRating {
            meta: Meta::manual(Id::fresh(at.ms)),
            at,
            region: Region::Quads,
            side: Side::Left,
            score,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    }

    fn ill() -> Record {
        let day = Settings::for_zone("Europe/Oslo").day_rule.day_of(now());
        Record::CheckIn(CheckIn {
            ill: Some(true),
            ..CheckIn::new(Meta::manual(Id::fresh(now().ms)), day)
        })
    }

    fn moved(answer: Answer) -> Record {
        let meta = Meta::manual(Id::fresh(now().ms));
        let when = When::At(now().plus_seconds(-60.0));
        Record::Practice(Practice::new(meta, when, Slug::of("active_recovery"), answer))
    }

    fn day(records: Vec<Record>) -> Option<RestDay> {
        RestDay::of(&Journal::of(records, Settings::for_zone("Europe/Oslo")), now())
    }

    const EASY: RestDay = RestDay::Easy {
        least: 20.0,
        most: 45.0,
    };

    #[test]
    fn a_day_after_a_run_is_for_easy_movement() {
        assert_eq!(day(vec![session(1, Sport::Run)]), Some(EASY));
        assert_eq!(day(vec![session(3, Sport::Run)]), Some(EASY));
    }

    #[test]
    fn nothing_is_said_without_a_run_lately_and_on_a_day_with_one() {
        assert_eq!(day(vec![session(4, Sport::Run)]), None);
        assert_eq!(day(vec![session(1, Sport::Ride)]), None);
        assert_eq!(day(vec![session(1, Sport::Run), session(0, Sport::Run)]), None);
        assert_eq!(day(Vec::new()), None);
    }

    #[test]
    fn nothing_is_said_once_it_is_answered() {
        for answer in [Answer::Yes, Answer::No] {
            assert_eq!(day(vec![session(1, Sport::Run), moved(answer)]), None, "{answer:?}");
        }
        assert_eq!(day(vec![session(1, Sport::Run), session(0, Sport::Swim)]), None);
    }

    #[test]
    fn r7_relaxed_six_active_days_in_a_row_ask_for_full_rest() {
        let active = |days: i64| (1..=days).map(|it| session(it, Sport::Run)).collect::<Vec<_>>();
        assert_eq!(day(active(5)), Some(EASY));
        assert_eq!(day(active(6)), Some(RestDay::Relaxed { days: 6 }));
    }

    #[test]
    fn r7_severe_soreness_and_r7_ill_ask_for_full_rest() {
        let with = |record| day(vec![session(1, Sport::Run), record]);
        assert_eq!(with(sore(6.0)), Some(EASY));
        assert!(matches!(with(sore(7.0)), Some(RestDay::Sore(it)) if it.score == 7.0));
        assert_eq!(with(ill()), Some(RestDay::Ill));
    }

    #[test]
    fn r7_marathon_leaves_short_walks_for_two_days() {
        let marathon = |days| {
            let Record::Activity(it) = session(days, Sport::Run) else {
                panic!("a session");
            };
            day(vec![Record::Activity(Activity {
                distance_m: Some(42_195.0),
                kind: Some(RunKind::Race),
                ..it
            })])
        };
        assert_eq!(marathon(2), Some(RestDay::Walk { most: 30.0 }));
        assert_eq!(marathon(3), Some(EASY));
    }

    #[test]
    fn each_names_a_rule_that_there_is() {
        let quads = Sore {
            region: Region::Quads,
            side: Side::Left,
            score: 7.0,
            pain: false,
        };
        for it in [
            RestDay::Ill,
            RestDay::Sore(quads),
            RestDay::Relaxed { days: 6 },
            RestDay::Walk { most: 30.0 },
        ] {
            let id = it.rule().unwrap();
            assert!(rules().iter().any(|rule| rule.id == id), "{id}");
        }
    }
}
