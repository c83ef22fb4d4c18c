//! Where a walk through a protocol stands.
//!
//! [`Walk::of`] lays what is stored over the definition, asks the rules about each step, and says what it is
//! doing at an instant. Nothing is remembered between two looks: the same journal and the same instant give
//! the same walk, whatever happened to the program in between.

use std::borrow::Cow;
use std::collections::HashMap;

use super::bout::{Bout, bouts};
use super::definition::{Protocol, Records, Span, Step};
use super::elsewhere;
use super::facts::Facts;
use super::judge::{Reason, Verdict, judge};
use super::timer::{Progress, kept_bouts, play};
use crate::domain::{Activity, Checklist, ChecklistStep, Id, Journal, Outcome, Record, Stamp};

/// How long after its window a step is still called to mind; later it can only be noted.
const CALLED_FOR_MS: i64 = 3 * 3_600_000;
/// How many steps are asked for at once (SCIENCE 4.0).
const AT_HAND: usize = 4;

/// What a step is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StepState {
    /// It is not for this run.
    NotApplicable,
    /// A rule closes it, for good or until an instant; no wish opens it.
    Blocked {
        /// When it opens, where that is known.
        until: Option<Stamp>,
    },
    /// It is too early; the runner can begin all the same.
    Waiting {
        /// When it opens.
        until: Stamp,
    },
    /// It can be begun.
    Ready,
    /// Its timer runs.
    Running(Progress),
    /// Its timer is held.
    Paused(Progress),
    /// It was done.
    Done,
    /// It was done in part.
    Partly,
    /// It was answered with "not this time".
    Skipped,
}

impl StepState {
    /// Whether it was done, done in part or skipped.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Partly | Self::Skipped)
    }

    /// Whether nothing more is to come of it: over, closed for good, or not for this run.
    pub fn is_settled(self) -> bool {
        self.is_over() || matches!(self, Self::NotApplicable | Self::Blocked { until: None })
    }

    /// Where its timer stands, while it was begun and is not over with.
    pub fn progress(self) -> Option<Progress> {
        match self {
            Self::Running(progress) | Self::Paused(progress) => Some(progress),
            _ => None,
        }
    }

    /// Whether its timer was begun and is not over with.
    pub fn is_under_way(self) -> bool {
        self.progress().is_some()
    }
}

/// One step of a walk.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView<'a> {
    /// Its definition.
    pub step: Cow<'a, Step>,
    /// What is stored of it; `None` while untouched.
    pub row: Option<&'a ChecklistStep>,
    /// What it is doing.
    pub state: StepState,
    /// When its window opens, is best, and closes.
    pub span: Span,
    /// Whether its window has closed while it is not over: late, and still possible.
    pub late: bool,
    /// Whether it is possible and not asked for.
    pub optional: bool,
    /// What its timer runs through, or would; empty where it has none.
    pub bouts: Vec<Bout>,
    /// Seconds that each bout really ran; empty while the timer was not begun.
    pub worked_s: Vec<f64>,
    /// The temperature that is proposed.
    pub celsius: Option<f64>,
    /// The rules that hold for it, in order.
    pub reasons: Vec<Reason>,
}

impl StepView<'_> {
    /// Whether it has a timer.
    pub fn has_timer(&self) -> bool {
        self.step.timer.is_some() && !self.bouts.is_empty()
    }

    /// Seconds of its timer, getting ready and added ones included.
    pub fn length_s(&self) -> f64 {
        self.bouts.iter().map(Bout::whole_s).sum()
    }

    /// Seconds of its timer without getting ready: the dose.
    pub fn work_s(&self) -> f64 {
        self.bouts.iter().map(|it| it.work_s).sum()
    }

    /// The bout that runs or is held.
    pub fn bout(&self) -> Option<&Bout> {
        self.bouts.get(self.state.progress()?.bout)
    }

    /// Whether bout `n` was done: half of its seconds at least.
    pub fn is_bout_done(&self, n: usize) -> bool {
        let both = self.bouts.get(n).zip(self.worked_s.get(n));
        both.is_some_and(|(bout, worked_s)| bout.is_done_after(*worked_s))
    }

    /// Whether it is asked for: not over, not closed, not left to the runner's liking.
    pub fn is_wanted(&self) -> bool {
        !self.state.is_settled() && !self.optional
    }

    /// Whether its window closed so long ago that it can only be noted.
    pub fn is_past(&self, now: Stamp) -> bool {
        self.state == StepState::Ready && now.ms > self.span.closes.ms + CALLED_FOR_MS
    }

    /// Why it waits, is closed or is left away.
    pub fn held_back(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|it| it.holds_back())
    }

    /// What else the rules say about it.
    pub fn remarks(&self) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(|it| !it.holds_back())
    }
}

/// A walk through a protocol, as it stands at one instant.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    /// All steps in order.
    pub steps: Vec<StepView<'a>>,
    /// The step to look at: the one under way, else the first that is asked for and can be begun (on time
    /// before late), else the first that opens, else what is possible. `None` when nothing is left.
    pub next: Option<usize>,
    /// How many were done, wholly or in part.
    pub done: usize,
    /// How many are or were asked for: all but those that are closed, not for this run, or left to liking
    /// and not done.
    pub asked: usize,
    /// When the run ended: what all windows count from.
    pub ended_at: Stamp,
    /// What the rules looked at.
    pub facts: Facts<'a>,
}

impl<'a> Walk<'a> {
    /// The walk of the checklist `id`; `None` where the journal or this version does not know it.
    pub fn of(journal: &'a Journal, id: Id, now: Stamp) -> Option<Self> {
        let checklist = journal.checklists.iter().rfind(|it| it.meta.id == id)?;
        let protocol = Protocol::of(checklist)?;
        let run = checklist.run_id.and_then(|id| run_of(journal, id));
        let rows: Vec<_> = journal.steps.iter().filter(|it| it.checklist_id == id).collect();
        Some(walk(journal, &protocol, checklist, run, &rows, now))
    }

    /// Whether nothing is left to do or answer.
    pub fn is_over(&self) -> bool {
        self.steps.iter().all(|it| it.state.is_settled())
    }

    /// The step called `id`.
    pub fn step(&self, id: &str) -> Option<&StepView<'a>> {
        self.steps.iter().find(|it| it.step.id == id)
    }

    /// The step to look at once the one called `id` is over.
    pub fn next_after(&self, id: &str) -> Option<usize> {
        next(&self.steps, self.facts.now, Some(id))
    }

    /// The steps asked for now, four at most: what is under way, what can be begun, what opens next.
    pub fn at_hand(&self) -> Vec<usize> {
        let now = self.facts.now;
        let rank = |view: &StepView| match view.state {
            StepState::Running(_) | StepState::Paused(_) => Some((0, view.span.opens.ms)),
            StepState::Ready if view.is_wanted() && !view.is_past(now) => Some((1, view.span.opens.ms)),
            StepState::Waiting { until } if view.is_wanted() => Some((2, until.ms)),
            _ => None,
        };
        let ranked = self.steps.iter().enumerate();
        let mut ranked: Vec<_> = ranked.filter_map(|(n, view)| Some((rank(view)?, n))).collect();
        ranked.sort_unstable();
        ranked.into_iter().take(AT_HAND).map(|(_, n)| n).collect()
    }

    /// The steps that are asked for and wait, the one that opens first before the others.
    pub fn opens_next(&self) -> Vec<usize> {
        let waiting = self.steps.iter().enumerate().filter(|(_, it)| it.is_wanted());
        let waiting = waiting.filter_map(|(n, it)| match it.state {
            StepState::Waiting { until } => Some((until.ms, n)),
            _ => None,
        });
        let mut waiting: Vec<_> = waiting.collect();
        waiting.sort_unstable();
        waiting.into_iter().map(|(_, n)| n).collect()
    }

    /// When the walk looks different next without anyone doing anything: a step opens, closes, or is not
    /// called to mind any more. Running timers change every second and are not counted here.
    pub fn changes_at(&self, now: Stamp) -> Option<Stamp> {
        let moments = self.steps.iter().flat_map(|it| match it.state {
            StepState::Waiting { until } | StepState::Blocked { until: Some(until) } => [Some(until), None],
            StepState::Ready => {
                let closes = it.span.closes.plus_seconds(0.001);
                let forgotten = Stamp {
                    ms: closes.ms + CALLED_FOR_MS,
                    ..closes
                };
                [Some(closes), Some(forgotten)]
            }
            _ => [None, None],
        });
        moments.flatten().filter(|at| at.ms > now.ms).min_by_key(|at| at.ms)
    }
}

/// The run a checklist follows, also where it is in the trash: its end still counts.
fn run_of(journal: &Journal, id: Id) -> Option<&Activity> {
    let trashed = journal.trash.iter().filter_map(|record| match record {
        Record::Activity(it) => Some(it),
        _ => None,
    });
    let live = journal.activities.iter().rev();
    live.chain(trashed).find(|it| it.meta.id == id)
}

/// Lays what is stored over the definition. Without its run, the windows count from when the checklist
/// was opened.
fn walk<'a>(
    journal: &'a Journal,
    protocol: &Cow<'a, Protocol>,
    checklist: &Checklist,
    run: Option<&'a Activity>,
    rows: &[&'a ChecklistStep],
    now: Stamp,
) -> Walk<'a> {
    let ended_at = run.map_or(checklist.started_at, Activity::ended_at);
    let facts = Facts::of(journal, checklist, run, ended_at, now);
    let by_step: HashMap<&str, &ChecklistStep> = rows.iter().map(|row| (row.step.as_str(), *row)).collect();
    let views: Vec<_> = steps(protocol)
        .map(|step| {
            let row = by_step.get(step.id.as_str()).copied();
            view(&facts, step, row, rows)
        })
        .collect();
    let is_done = |it: &&StepView| matches!(it.state, StepState::Done | StepState::Partly);
    Walk {
        next: next(&views, now, None),
        done: views.iter().filter(is_done).count(),
        asked: views.iter().filter(|it| it.is_wanted() || it.state.is_over()).count(),
        steps: views,
        ended_at,
        facts,
    }
}

/// The steps, borrowed from the shipped protocol, or each on its own where the runner changed it.
fn steps<'p, 'a: 'p>(protocol: &'p Cow<'a, Protocol>) -> Box<dyn Iterator<Item = Cow<'a, Step>> + 'p> {
    match protocol {
        Cow::Borrowed(shipped) => Box::new(shipped.steps.iter().map(Cow::Borrowed)),
        Cow::Owned(own) => Box::new(own.steps.iter().cloned().map(Cow::Owned)),
    }
}

fn view<'a>(
    facts: &Facts<'a>,
    step: Cow<'a, Step>,
    row: Option<&'a ChecklistStep>,
    rows: &[&'a ChecklistStep],
) -> StepView<'a> {
    let now = facts.now;
    let span = step
        .window
        .after(facts.end, facts.tonight.bed, facts.journal.settings.day_rule);
    let verdict = judge(facts, &step, span, rows);
    let kept = row.filter(|it| it.started_at.is_some() && step.timer.is_some());
    let (bouts, worked_s) = match (kept, verdict.length_s) {
        (Some(row), _) => {
            let played = play(&step, row, now);
            (played.bouts, played.worked_s)
        }
        (None, Some(length_s)) => (bouts(&step, length_s, &verdict.gentler), Vec::new()),
        (None, None) => (Vec::new(), Vec::new()),
    };
    let state = row
        .and_then(|row| stored_state(&step, row, now))
        .unwrap_or_else(|| ruled_state(facts, &step, span, &verdict, bouts.is_empty()));
    StepView {
        late: now.ms > span.closes.ms && state == StepState::Ready,
        optional: verdict.optional,
        celsius: verdict.celsius,
        reasons: verdict.reasons,
        step,
        row,
        state,
        span,
        bouts,
        worked_s,
    }
}

fn stored_state(step: &Step, row: &ChecklistStep, now: Stamp) -> Option<StepState> {
    match row.outcome {
        Some(Outcome::Done) => return Some(StepState::Done),
        Some(Outcome::Partly) => return Some(StepState::Partly),
        Some(Outcome::Skipped) => return Some(StepState::Skipped),
        None => {}
    }
    row.started_at?;
    step.timer?;
    let progress = play(step, row, now).progress;
    Some(if row.paused_at.is_some() {
        StepState::Paused(progress)
    } else {
        StepState::Running(progress)
    })
}

/// The state of a step that nothing is stored of.
fn ruled_state(facts: &Facts, step: &Step, span: Span, verdict: &Verdict, without_muscles: bool) -> StepState {
    if elsewhere::is_recorded(facts, &step.records, span) {
        return StepState::Done;
    }
    if let Some(block) = verdict.blocked {
        return StepState::Blocked { until: block.until };
    }
    if !step.parts.is_empty() && without_muscles {
        return StepState::Blocked { until: None };
    }
    if verdict.left {
        return StepState::NotApplicable;
    }
    let opens = verdict.waits.into_iter().chain([span.opens]).max_by_key(|it| it.ms);
    match opens.filter(|it| it.ms > facts.now.ms) {
        Some(until) => StepState::Waiting { until },
        None => StepState::Ready,
    }
}

/// The step to look at, leaving out the one called `but`.
fn next(views: &[StepView], now: Stamp, but: Option<&str>) -> Option<usize> {
    let is_meant = |it: &StepView| Some(it.step.id.as_str()) != but;
    let first = |wanted: &dyn Fn(&StepView) -> bool| views.iter().position(|it| is_meant(it) && wanted(it));
    let ready = |it: &StepView| it.state == StepState::Ready && !it.is_past(now);
    first(&|it| it.state.is_under_way() && !it.step.beside)
        .or_else(|| first(&|it| ready(it) && it.is_wanted() && !it.late))
        .or_else(|| first(&|it| ready(it) && it.is_wanted()))
        .or_else(|| first_to_open(views, true, but))
        .or_else(|| first(&|it| it.state.is_under_way()))
        .or_else(|| first(&|it| ready(it)))
        .or_else(|| first_to_open(views, false, but))
        .or_else(|| first(&|it| it.state == StepState::Ready && matches!(it.step.records, Records::Habit(_))))
}

fn first_to_open(views: &[StepView], wanted: bool, but: Option<&str>) -> Option<usize> {
    let meant = views
        .iter()
        .enumerate()
        .filter(|(_, it)| Some(it.step.id.as_str()) != but);
    let waiting = meant.filter_map(|(i, it)| match it.state {
        StepState::Waiting { until } if it.is_wanted() || !wanted => Some((until.ms, i)),
        _ => None,
    });
    waiting.min().map(|(_, i)| i)
}

/// The bouts of a step's timer as they were kept.
pub(super) fn bouts_of(view: &StepView) -> Vec<Bout> {
    match view.row.filter(|it| it.started_at.is_some()) {
        Some(row) => kept_bouts(&view.step, row),
        None => view.bouts.clone(),
    }
}
