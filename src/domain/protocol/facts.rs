//! What the rules look at: the run, the runner, and what was done in the days around it.
//!
//! Gathered once for each walk, from the journal and the instant it is told. Everything is looked up
//! backwards from there and only as far as a rule can reach, so that thirty years of records cost no more
//! than a month of them.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use super::class::{RunClass, is_marathon_class, minutes};
use super::flags::{RedFlag, Sore, red_flags, sore_now};
use super::{plan, resolve};
use crate::domain::time::days_between;
use crate::domain::tonight::Tonight;
use crate::domain::{Activity, Answer, Checklist, Intake, Journal, Practice, Sport, Stamp, When};

/// How far back what was done is looked for, days.
const REACH_DAYS: i32 = 14;
/// Cold is got used to; after a season without it one begins anew, days.
const COLD_DAYS: i32 = 90;
/// A body mass is known for a season, days.
const MASS_DAYS: i32 = 90;
/// A painkiller counts from half a day before a run to half a day after it, seconds.
const PAINKILLER_S: f64 = 12.0 * 3600.0;
/// From this air temperature on a run was in heat, °C.
const HEAT_C: f64 = 25.0;
/// A loss of more than this part of the body's mass is dehydration (ACSM 2007).
const DRY_PART: f64 = 0.02;
/// Painkillers that go to the kidneys, by what their names contain.
const PAINKILLERS: [&str; 10] = [
    "ibuprofen",
    "naproxen",
    "diclofenac",
    "aspirin",
    "ketoprofen",
    "celecoxib",
    "etoricoxib",
    "indomet",
    "nsaid",
    "advil",
];

/// Something that was done, and that a rule counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A session of foam rolling.
    Rolling,
    /// An ice bath or another cold bath.
    Cold,
    /// An ice pack.
    Pack,
    /// A warm bath.
    Heat,
    /// A strength session.
    Strength,
}

/// What the rules look at.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Every record.
    pub journal: &'a Journal,
    /// The instant it is.
    pub now: Stamp,
    /// When the run ended.
    pub end: Stamp,
    /// The run, where it is known.
    pub run: Option<&'a Activity>,
    /// What kind of run it was.
    pub class: RunClass,
    /// Whether it was as much as a marathon.
    pub marathon: bool,
    /// How sore each place is.
    pub sore: Vec<Sore>,
    /// Which of these are more than soreness.
    pub flags: Vec<RedFlag>,
    /// The night after the run.
    pub tonight: Tonight,
    /// Whether the runner says that the next run is within a day, or recorded one.
    pub again_soon: bool,
    /// Whether the checklist is one that the runner made for such runs.
    pub pinned: bool,
}

impl<'a> Facts<'a> {
    /// The facts for the checklist of a run that ended at `end`.
    pub fn of(journal: &'a Journal, checklist: &Checklist, run: Option<&'a Activity>, end: Stamp, now: Stamp) -> Self {
        let class = run.map_or(RunClass::Steady, |it| RunClass::of(it, journal));
        let far = matches!(class, RunClass::Long | RunClass::Race);
        let day = journal.settings.day_rule.day_of(end);
        Self {
            journal,
            now,
            end,
            run,
            class,
            marathon: run.is_some_and(is_marathon_class),
            sore: sore_now(journal, now),
            flags: red_flags(journal, now),
            tonight: Tonight::after(journal, day, far),
            again_soon: plan::runs_again_soon(checklist) || ran_again(journal, end),
            pinned: resolve::kept(checklist).is_some(),
        }
    }

    /// The facts of the day at `now`, without a run.
    pub(super) fn of_day(journal: &'a Journal, now: Stamp) -> Self {
        let day = journal.settings.day_rule.day_of(now);
        Self {
            journal,
            now,
            end: now,
            run: None,
            class: RunClass::Steady,
            marathon: false,
            sore: sore_now(journal, now),
            flags: red_flags(journal, now),
            tonight: Tonight::after(journal, day, false),
            again_soon: false,
            pinned: false,
        }
    }

    /// The journal day of `at`.
    pub fn day_of(&self, at: Stamp) -> Date {
        self.journal.settings.day_rule.day_of(at)
    }

    /// Minutes of the run.
    pub fn minutes(&self) -> Option<f64> {
        self.run.and_then(minutes)
    }

    /// When `deed` was last over, before now; `None` where it was not done lately or its time is unknown.
    pub fn last_at(&self, deed: Deed) -> Option<Stamp> {
        let of_habit = || {
            self.practices(REACH_DAYS)
                .filter(|it| deed.is_practice(it))
                .filter_map(ended_at)
                .max_by_key(|it| it.ms)
        };
        match deed {
            Deed::Strength => {
                let mut sessions = self.activities().filter(|it| it.sport == Sport::Strength);
                sessions.next().map(Activity::ended_at)
            }
            _ => of_habit(),
        }
    }

    /// The journal day on which `deed` was last done, up to today.
    pub fn last_day(&self, deed: Deed) -> Option<Date> {
        let rule = self.journal.settings.day_rule;
        match deed {
            Deed::Strength => self.last_at(deed).map(|it| self.day_of(it)),
            _ => self
                .practices(REACH_DAYS)
                .find(|it| deed.is_practice(it))
                .map(|it| it.when.day(rule)),
        }
    }

    /// Which cold bath the next one is, since the runner last began with them.
    pub fn cold_session(&self) -> usize {
        self.practices(COLD_DAYS)
            .filter(|it| Deed::Cold.is_practice(it))
            .count()
            + 1
    }

    /// How sore the sorest part of the legs is.
    pub fn sorest_leg(&self) -> f64 {
        let legs = self.sore.iter().filter(|it| it.region.is_leg());
        legs.map(|it| it.score).fold(0.0, f64::max)
    }

    /// Whether a part of the legs is flagged.
    pub fn leg_is_flagged(&self) -> bool {
        self.flags.iter().any(|it| it.region.is_leg())
    }

    /// How many days in a row before `day` had a run, another session or active recovery.
    pub fn active_days_before(&self, day: Date) -> i32 {
        let mut days = 0;
        let mut before = day.yesterday();
        while let Ok(it) = before {
            if days >= REACH_DAYS || !self.is_active(it) {
                break;
            }
            days += 1;
            before = it.yesterday();
        }
        days
    }

    /// Whether there was a run on `day`.
    pub fn ran_on(&self, day: Date) -> bool {
        self.activities()
            .any(|it| it.is_run() && self.day_of(it.started_at) == day)
    }

    /// Whether there was a run, another session or active recovery on `day`.
    pub fn is_active(&self, day: Date) -> bool {
        let rule = self.journal.settings.day_rule;
        let moved = |it: &Practice| it.habit.as_str() == "active_recovery" && it.answer == Answer::Yes;
        self.activities().any(|it| self.day_of(it.started_at) == day)
            || self
                .practices(REACH_DAYS * 2)
                .any(|it| moved(it) && it.when.day(rule) == day)
    }

    /// Whether the runner said to be ill on the day it is or the one before.
    pub fn is_ill(&self) -> bool {
        let today = self.day_of(self.now);
        let recent = self.journal.check_ins.iter().rev().skip_while(|it| it.day > today);
        let mut recent = recent.take_while(|it| days_between(it.day, today) <= 1);
        recent.find_map(|it| it.ill).unwrap_or(false)
    }

    /// Whether today's check-in is one of high stress.
    pub fn is_stressed(&self) -> bool {
        let today = self.day_of(self.now);
        let mut of_day = self.journal.check_ins.iter().rev().filter(|it| it.day == today);
        let stress = of_day.find_map(|it| it.stress);
        stress.is_some_and(|it| it.scale.severity(it.value) >= 0.75)
    }

    /// The runner's body mass, kg, where it was noted lately.
    pub fn mass_kg(&self) -> Option<f64> {
        let today = self.day_of(self.now);
        let recent = self.journal.check_ins.iter().rev();
        recent
            .take_while(|it| days_between(it.day, today) <= MASS_DAYS)
            .find_map(|it| it.weight_kg)
    }

    /// Whether the run was in heat, or more was sweated out than drunk.
    pub fn hot_or_dry(&self) -> bool {
        let hot = self.run.and_then(|it| it.temperature_c).is_some_and(|it| it >= HEAT_C);
        hot || self
            .mass_lost()
            .is_some_and(|(before, after)| before - after > before * DRY_PART)
    }

    /// Body mass before and after the run, as noted with what was drunk.
    fn mass_lost(&self) -> Option<(f64, f64)> {
        let run = self.run?.meta.id;
        let mut of_run = self.practices(REACH_DAYS).filter(|it| it.run_id == Some(run));
        of_run.find_map(|it| {
            let mass = |key: &str| it.meta.detail.as_ref()?.get(key)?.as_f64();
            Some((mass("mass_before")?, mass("mass_after")?))
        })
    }

    /// A painkiller taken within half a day of the run.
    pub fn painkiller(&self) -> Option<&'a Intake> {
        let run = self.run?;
        let taken = self.journal.intakes.iter().rev();
        taken
            .skip_while(|it| it.at.seconds_since(self.end) > PAINKILLER_S)
            .take_while(|it| run.started_at.seconds_since(it.at) <= PAINKILLER_S)
            .find(|it| it.answer == Answer::Yes && is_painkiller(it.supplement.as_str()))
    }

    /// Sessions up to now, newest first.
    fn activities(&self) -> impl Iterator<Item = &'a Activity> {
        let now = self.now;
        let reach_ms = i64::from(REACH_DAYS * 2) * 24 * 3_600_000;
        let newest = self.journal.activities.iter().rev();
        newest
            .skip_while(move |it| it.started_at.ms > now.ms)
            .take_while(move |it| now.ms - it.started_at.ms <= reach_ms)
    }

    /// Practices of the last days up to now, newest first.
    fn practices(&self, days: i32) -> impl Iterator<Item = &'a Practice> {
        let rule = self.journal.settings.day_rule;
        let (now, today) = (self.now, self.day_of(self.now));
        let newest = self.journal.practices.iter().rev();
        newest
            .skip_while(move |it| it.when.day(rule) > today)
            .take_while(move |it| days_between(it.when.day(rule), today) <= days)
            .filter(move |it| it.when.stamp().is_none_or(|at| at.ms <= now.ms))
    }
}

impl Deed {
    fn is_practice(self, it: &Practice) -> bool {
        let (habit, pack) = match self {
            Self::Rolling => ("foam_rolling", None),
            Self::Cold => ("ice_bath", Some(false)),
            Self::Pack => ("ice_bath", Some(true)),
            Self::Heat => ("epsom_soak", None),
            Self::Strength => return false,
        };
        it.habit.as_str() == habit && it.answer == Answer::Yes && pack.is_none_or(|pack| pack == is_pack(it))
    }
}

/// Whether the cold was that of a pack on one place, and not of a bath.
fn is_pack(it: &Practice) -> bool {
    let mode = it.meta.detail.as_ref().and_then(|it| it.get("mode"));
    mode.and_then(Value::as_str) == Some("pack")
}

fn ended_at(it: &Practice) -> Option<Stamp> {
    let When::At(at) = it.when else { return None };
    Some(at.plus_seconds(it.minutes.unwrap_or(0.0) * 60.0))
}

/// Whether a run began within a day of `end`.
fn ran_again(journal: &Journal, end: Stamp) -> bool {
    let later = journal
        .activities
        .iter()
        .rev()
        .take_while(|it| it.started_at.ms > end.ms);
    later
        .filter(|it| it.is_run())
        .any(|it| it.started_at.seconds_since(end) < 24.0 * 3600.0)
}

/// When painkillers were taken: for half a day after each, ratings of soreness say little.
#[derive(Debug)]
pub struct Painkillers(Vec<Stamp>);

impl Painkillers {
    /// All of a journal, in the order of time.
    pub fn of(journal: &Journal) -> Self {
        let taken = journal.intakes.iter().filter(|it| it.answer == Answer::Yes);
        let painkillers = taken.filter(|it| is_painkiller(it.supplement.as_str()));
        Self(painkillers.map(|it| it.at).collect())
    }

    /// Whether what was felt at `at` was felt through one.
    pub fn mask(&self, at: Stamp) -> bool {
        let before = self.0.partition_point(|it| it.ms <= at.ms);
        before
            .checked_sub(1)
            .is_some_and(|n| at.seconds_since(self.0[n]) <= PAINKILLER_S)
    }
}

/// Whether what is called `name` is a painkiller that no long run goes well with.
pub fn is_painkiller(name: &str) -> bool {
    let name = name.to_lowercase();
    PAINKILLERS.iter().any(|it| name.contains(it))
}
