//! What all rules together say about one step.
//!
//! Each rule that is about the step and holds is one reason on its card. Blocks go before everything;
//! then the kind of run, then what was done lately, then soreness, then what the runner chose (SCIENCE
//! 4.2): a later one can bring back what the kind of run leaves away, and none brings back what a block or
//! a day of rest does.

use jiff::civil::{Date, time};

use super::bout::Gentler;
use super::definition::{Span, Step};
use super::facts::Facts;
use super::poor_nights::many_poor_nights;
use super::rules::{Condition, Effect, Rule, Tier, Until, rules};
use crate::domain::{ChecklistStep, DayRule, Side, Stamp, words};

/// A rule that holds for a step, and what its sentence is filled with.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The rule.
    pub rule: &'static Rule,
    /// The instant it holds until, where it names one.
    pub until: Option<Stamp>,
    args: Vec<(String, String)>,
}

impl Reason {
    /// Its sentence.
    pub fn sentence(&self) -> String {
        self.rule.sentence(&self.args)
    }

    /// Whether it is why the step cannot be done, or not yet.
    pub fn holds_back(&self) -> bool {
        matches!(
            self.rule.effect,
            Effect::Block | Effect::BlockUntil(_) | Effect::Wait(_) | Effect::Leave
        )
    }
}

/// A step that is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Until when; `None` for good.
    pub until: Option<Stamp>,
}

/// What the rules say about a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Closed by a block, with the instant it ends where that is known.
    pub blocked: Option<Block>,
    /// The earliest instant by the rules that make it wait.
    pub waits: Option<Stamp>,
    /// Not for this run.
    pub left: bool,
    /// Possible, and not asked for.
    pub optional: bool,
    /// How long its timer runs, seconds, where it has one.
    pub length_s: Option<f64>,
    /// The temperature that is proposed.
    pub celsius: Option<f64>,
    /// What changes about its muscles.
    pub gentler: Vec<Gentler>,
    /// Why, in the order of the rules.
    pub reasons: Vec<Reason>,
}

/// A step with what conditions look at.
struct Case<'c, 'a> {
    facts: &'c Facts<'a>,
    step: &'c Step,
    /// The journal day it is meant for.
    day: Date,
    /// The other steps of the checklist, as far as they were touched.
    rows: &'c [&'a ChecklistStep],
}

/// What the rules say about `step`, whose window is `span`.
pub fn judge(facts: &Facts, step: &Step, span: Span, rows: &[&ChecklistStep]) -> Verdict {
    let case = Case {
        facts,
        step,
        day: facts.day_of(Stamp {
            ms: span.opens.ms.max(facts.now.ms),
            ..span.opens
        }),
        rows,
    };
    let holding = rules()
        .iter()
        .filter(|rule| rule.is_about(&step.id) && case.holds(rule));
    let mut verdict = Verdict {
        blocked: None,
        waits: None,
        left: false,
        optional: false,
        length_s: step.timer.map(|it| it.suggested * 60.0),
        celsius: None,
        gentler: Vec::new(),
        reasons: Vec::new(),
    };
    let holding: Vec<&'static Rule> = holding.collect();
    let is_wanted = holding
        .iter()
        .any(|it| it.effect == Effect::Suggest && it.tier > Tier::Class);
    for rule in holding {
        let outvoted = is_wanted && rule.tier == Tier::Class && matches!(rule.effect, Effect::Leave | Effect::Optional);
        if !outvoted {
            case.apply(rule, &mut verdict);
        }
    }
    verdict
}

impl Case<'_, '_> {
    fn holds(&self, rule: &Rule) -> bool {
        rule.when.iter().all(|it| self.is_so(it)) && !rule.unless.iter().any(|it| self.is_so(it))
    }

    fn is_so(&self, condition: &Condition) -> bool {
        let facts = self.facts;
        match condition {
            Condition::Class(classes) => classes.contains(&facts.class),
            Condition::Marathon => facts.marathon,
            Condition::ShorterThan(minutes) => facts.minutes().is_some_and(|it| it < *minutes),
            Condition::Concern(concern) => facts.journal.settings.health.has(*concern),
            Condition::Unanswered => !facts.journal.settings.health.answered,
            Condition::FlaggedLeg => facts.leg_is_flagged(),
            Condition::Sorest(score) => facts.sorest_leg() >= *score,
            Condition::HoursSinceRun(hours) => facts.now.seconds_since(facts.end) < hours * 3600.0,
            Condition::Lately { deed, minutes } => facts
                .last_at(*deed)
                .is_some_and(|it| facts.now.seconds_since(it) < minutes * 60.0),
            Condition::DaysSince { deed, days } => facts
                .last_day(*deed)
                .is_some_and(|it| crate::domain::time::days_between(it, self.day) < *days),
            Condition::RunDay => facts.ran_on(self.day),
            Condition::ActiveDays(days) => facts.active_days_before(self.day) >= *days,
            Condition::Ill => facts.is_ill(),
            Condition::Stressed => facts.is_stressed(),
            Condition::Debt(hours) => facts.tonight.debt_h.is_some_and(|it| it > *hours),
            Condition::AgainSoon => facts.again_soon,
            Condition::HotOrDry => facts.hot_or_dry(),
            Condition::Painkiller => facts.painkiller().is_some(),
            Condition::BadRun => facts.run.and_then(|it| it.feel).is_some_and(|it| it <= 2),
            Condition::ColdSession(from, to) => (*from..=*to).contains(&facts.cold_session()),
            Condition::KnownMass => facts.mass_kg().is_some(),
            Condition::PoorNights => many_poor_nights(facts.journal, facts.day_of(facts.now)),
            Condition::OwnRoutine => facts.pinned,
            Condition::KnownBed => facts.tonight.bed.is_some(),
        }
    }

    fn apply(&self, rule: &'static Rule, verdict: &mut Verdict) {
        let mut until = None;
        match &rule.effect {
            Effect::Block => verdict.blocked = Some(Block { until: None }),
            Effect::BlockUntil(it) => {
                until = self.instant(it);
                if until.is_some_and(|it| it.ms > self.facts.now.ms) && verdict.blocked.is_none() {
                    verdict.blocked = Some(Block { until });
                }
            }
            Effect::Wait(it) => {
                until = self.instant(it);
                verdict.waits = later(verdict.waits, until);
            }
            Effect::Leave => verdict.left = true,
            Effect::Optional => verdict.optional = true,
            Effect::Minutes(_) if self.step.chosen && rule.tier == Tier::Class => {}
            Effect::Minutes(minutes) => verdict.length_s = verdict.length_s.map(|_| minutes * 60.0),
            Effect::Cold { minutes, celsius } => {
                // Whoever chose a shorter time keeps it; cold is built up step by step all the same.
                let chosen_s = verdict.length_s.filter(|_| self.step.chosen);
                verdict.length_s = Some(chosen_s.unwrap_or(f64::INFINITY).min(minutes * 60.0));
                verdict.celsius = Some(*celsius);
            }
            Effect::EndAtBed => verdict.length_s = verdict.length_s.map(|it| self.until_bed(it)),
            Effect::Celsius(celsius) => verdict.celsius = Some(*celsius),
            Effect::LeaveOut(from) => self.soften(verdict, *from, true),
            Effect::Gentle(from) => self.soften(verdict, *from, false),
            Effect::GentleAll => verdict.gentler.extend(self.step.parts.iter().map(|part| Gentler {
                region: part.region,
                side: Side::Both,
                left_out: false,
            })),
            Effect::LeaveOutFlagged => verdict.gentler.extend(self.facts.flags.iter().map(|it| Gentler {
                region: it.region,
                side: both_if_none(it.side),
                left_out: true,
            })),
            Effect::Suggest | Effect::Note | Effect::Made => {}
        }
        if self.is_told(rule, until) {
            verdict.reasons.push(Reason {
                rule,
                until,
                args: self.args(until),
            });
        }
    }

    /// Whether there is something to say: a wait that is over, and a muscle that is no part of the step, need
    /// no words.
    fn is_told(&self, rule: &Rule, until: Option<Stamp>) -> bool {
        let is_part = |region| self.step.parts.iter().any(|it| it.region == region);
        match rule.effect {
            Effect::BlockUntil(_) | Effect::Wait(_) => until.is_some_and(|it| it.ms > self.facts.now.ms),
            Effect::LeaveOutFlagged => self.facts.flags.iter().any(|it| is_part(it.region)),
            Effect::LeaveOut(from) | Effect::Gentle(from) => {
                let mut sore = self.facts.sore.iter();
                sore.any(|it| it.score >= from && is_part(it.region))
            }
            Effect::Made => false,
            _ => true,
        }
    }

    fn soften(&self, verdict: &mut Verdict, from: f64, left_out: bool) {
        let sore = self.facts.sore.iter().filter(|it| it.score >= from);
        verdict.gentler.extend(sore.map(|it| Gentler {
            region: it.region,
            side: both_if_none(it.side),
            left_out,
        }));
    }

    fn instant(&self, until: &Until) -> Option<Stamp> {
        let facts = self.facts;
        let after_run = |minutes: f64| facts.end.plus_seconds(minutes * 60.0);
        match until {
            Until::AfterRun(minutes) => Some(after_run(*minutes)),
            Until::After { deed, minutes } => Some(facts.last_at(*deed)?.plus_seconds(minutes * 60.0)),
            Until::Days { deed, days } => {
                let day = facts.last_day(*deed)?.checked_add(jiff::Span::new().days(*days)).ok()?;
                day_begins(day, facts.journal.settings.day_rule, facts)
            }
            Until::StepOver { step, minutes } => {
                let row = self.rows.iter().find(|it| it.step == *step);
                let over = row.and_then(|it| it.outcome.and(it.ended_at));
                let latest = after_run(*minutes);
                Some(over.filter(|it| it.ms < latest.ms).unwrap_or(latest))
            }
        }
    }

    /// `length_s`, or less where bedtime comes sooner. Without a known bedtime it is eleven at night.
    fn until_bed(&self, length_s: f64) -> f64 {
        let facts = self.facts;
        let row = self.rows.iter().find(|it| it.step == self.step.id);
        let begins = row.and_then(|it| it.started_at).unwrap_or(facts.now);
        let late = || super::definition::clock_on(facts.end, 0, time(23, 0, 0, 0), facts.journal.settings.day_rule);
        let bed = facts.tonight.bed.or_else(late);
        let left_s = bed.map_or(length_s, |it| it.seconds_since(begins));
        // A run that ended after bedtime leaves a quarter of an hour, and the sentence says it.
        length_s.min(left_s.max(900.0))
    }

    fn args(&self, until: Option<Stamp>) -> Vec<(String, String)> {
        let facts = self.facts;
        let pair = |name: &str, value: String| (name.to_owned(), value);
        let sorest = facts.sore.iter().filter(|it| it.region.is_leg());
        let sorest = sorest.max_by(|a, b| a.score.total_cmp(&b.score));
        let mut args = vec![
            pair("session", facts.cold_session().to_string()),
            pair("days", facts.active_days_before(self.day).to_string()),
        ];
        args.extend(until.map(|it| pair("until", words::clock_or_day(it, facts.now))));
        args.extend(facts.tonight.bed.map(|it| pair("bed", words::clock(it))));
        args.extend(sorest.map(|it| pair("place", words::region_side(it.region, it.side))));
        args
    }
}

fn both_if_none(side: Side) -> Side {
    if side == Side::None { Side::Both } else { side }
}

fn later(a: Option<Stamp>, b: Option<Stamp>) -> Option<Stamp> {
    a.into_iter().chain(b).max_by_key(|it| it.ms)
}

/// When journal day `day` begins, by the journal's clock.
fn day_begins(day: Date, rule: DayRule, facts: &Facts) -> Option<Stamp> {
    let start = time(0, 0, 0, 0) + jiff::Span::new().minutes(rule.start_min);
    rule.at(day, start, &facts.journal.settings.time_zone())
}
