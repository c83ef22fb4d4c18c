//! What is said about a step in a few words: its title, where it stands, what comes next.

use crate::app::Model;
use crate::domain::protocol::{Bout, Progress, Reason, Records, StepState, StepView, Walk};
use crate::domain::{Outcome, Stamp, units, words};
use crate::{fl, text};

/// The bout that the timer is at, or would begin with.
pub fn current_bout<'v>(view: &'v StepView) -> Option<&'v Bout> {
    view.bout().or_else(|| view.bouts.first())
}

/// Whether its timer can be seen and used: it is not over, not closed, and not for another run.
pub fn shows_timer(view: &StepView) -> bool {
    let held_away = view.state.is_settled() || matches!(view.state, StepState::Blocked { .. });
    view.has_timer() && !held_away
}

/// "Foam roll: left calf".
pub fn title(view: &StepView) -> String {
    let name = view.step.name();
    let can_begin = match view.state.progress() {
        Some(it) => !it.is_over(),
        None => view.state == StepState::Ready,
    };
    let bout = current_bout(view).filter(|_| can_begin).and_then(Bout::name);
    match bout {
        Some(bout) => fl!("step-title", step = name, bout = words::within(&bout)),
        None => name,
    }
}

/// Where a step stands, in one short line.
pub fn line_of(model: &Model, view: &StepView) -> String {
    match view.state {
        StepState::Waiting { until } | StepState::Blocked { until: Some(until) } => opens(model, until),
        StepState::Blocked { until: None } | StepState::NotApplicable => held_back(view),
        StepState::Ready if view.is_past(model.now) => fl!("step-past"),
        StepState::Ready if view.late => fl!("step-late"),
        StepState::Ready => ready(model, view),
        StepState::Running(it) => running(view, &it),
        StepState::Paused(it) => fl!("step-paused", at = running(view, &it)),
        StepState::Done | StepState::Partly | StepState::Skipped => over(model, view),
    }
}

/// Why it cannot be done, short.
fn held_back(view: &StepView) -> String {
    match view.held_back().next() {
        Some(it) if it.rule.id == UNANSWERED => fl!("step-unanswered"),
        Some(it) => it.sentence(),
        // Nothing of it is left: every muscle is left out.
        None => view.remarks().next().map(Reason::sentence).unwrap_or_default(),
    }
}

/// The rule that closes steps until the health questions are answered.
pub const UNANSWERED: &str = "R0.unanswered";

/// When it opens.
pub fn opens(model: &Model, until: Stamp) -> String {
    if let Some(minutes) = model.countdown(until) {
        fl!("step-opens-in", minutes = minutes, clock = words::clock(until))
    } else if until.civil_date() == model.now.civil_date() {
        fl!("step-opens", clock = words::clock(until))
    } else {
        fl!(
            "step-opens-on",
            day = words::day_short(until.civil_date()),
            clock = words::clock(until)
        )
    }
}

/// "left calf, 0:21 of 1:00".
fn running(view: &StepView, it: &Progress) -> String {
    if it.is_over() {
        return fl!("step-time-up");
    }
    let bout = view.bout().and_then(Bout::name).map(|it| words::within(&it));
    let (left, length) = (clock_of(it.bout_left_s), clock_of(it.bout_s));
    match (bout, it.getting_ready) {
        (Some(bout), true) => fl!("step-ready-for", bout = bout),
        (None, true) => fl!("step-get-ready"),
        (Some(bout), false) => fl!("step-running-bout", bout = bout, left = left, length = length),
        (None, false) => fl!("step-running", left = left, length = length),
    }
}

fn ready(model: &Model, view: &StepView) -> String {
    let closes = view.span.closes;
    let until = (closes.civil_date() == model.now.civil_date()).then(|| words::clock(closes));
    let length = view.has_timer().then(|| units::show_hours(view.work_s() / 3600.0));
    match (length, until) {
        (Some(length), Some(clock)) => fl!("step-length-until", length = length, clock = clock),
        (Some(length), None) => length,
        (None, Some(clock)) => fl!("step-until", clock = clock),
        (None, None) => fl!("step-open"),
    }
}

fn over(model: &Model, view: &StepView) -> String {
    let Some(row) = view.row else {
        return fl!("step-recorded");
    };
    if row.outcome == Some(Outcome::Skipped) {
        return if row.reason.is_empty() {
            fl!("step-skipped")
        } else {
            fl!("step-skipped-why", why = row.reason.as_str())
        };
    }
    let clock = row.ended_at.map(|it| words::clock_or_day(it, model.now));
    let clock = clock.unwrap_or_default();
    let minutes = row.minutes.map(minutes_words);
    let amount = row.amount.map(|it| amount(model, view, it));
    match (row.outcome, minutes.or(amount)) {
        (Some(Outcome::Partly), Some(much)) => fl!("step-partly-much", much = much, clock = clock),
        (Some(Outcome::Partly), None) => fl!("step-partly", clock = clock),
        (_, Some(much)) => fl!("step-done-much", much = much, clock = clock),
        (_, None) => fl!("step-done", clock = clock),
    }
}

/// "8 min", "0.2 min", "2 h 5 min".
pub fn minutes_words(minutes: f64) -> String {
    if minutes < 60.0 {
        fl!("length-min", min = units::show_number(minutes))
    } else {
        units::show_hours(minutes / 60.0)
    }
}

fn amount(model: &Model, view: &StepView, value: f64) -> String {
    let mut habits = model.journal.habits.iter();
    let unit = habits.find(|it| Some(&it.meta.id) == view.step.habit());
    let unit = unit.map(|it| it.unit.clone()).unwrap_or_default();
    fl!("quantity", number = units::show_number(value), unit = unit)
}

/// Seconds as a timer shows them: `0:21`, `1:05:00`.
pub fn clock_of(seconds: f64) -> String {
    units::show_duration(seconds.ceil())
}

/// The bout after the one that runs, as it is called.
pub fn next_bout(view: &StepView) -> Option<String> {
    let at = view.state.progress().map_or(0, |it| it.bout);
    view.bouts.get(at + 1).and_then(Bout::name)
}

/// The step that comes forward once the one called `id` is over.
pub fn following<'w, 'a>(walk: &'w Walk<'a>, id: &str) -> Option<&'w StepView<'a>> {
    walk.next_after(id).map(|n| &walk.steps[n])
}

/// "Wear compression", "Cold water (optional, until 18:40)", "Foam roll (opens at 17:33)".
pub fn named_with_time(model: &Model, view: &StepView) -> String {
    let name = view.step.name();
    let closes = view.span.closes;
    let today = closes.civil_date() == model.now.civil_date();
    match view.state {
        StepState::Waiting { until } => fl!("step-bracket", step = name, remark = opens(model, until)),
        StepState::Ready if view.optional && today => {
            let until = fl!("step-optional-until", clock = words::clock(closes));
            fl!("step-bracket", step = name, remark = until)
        }
        StepState::Ready if view.optional => fl!("step-bracket", step = name, remark = fl!("step-optional")),
        _ => name,
    }
}

/// "Opened 7 min ago", of a step that waited for its time and can be begun now.
pub fn opened(model: &Model, walk: &Walk, view: &StepView) -> Option<String> {
    let since = model.now.seconds_since(view.span.opens);
    let waited = view.span.opens.seconds_since(walk.ended_at) > 60.0;
    let is_news = view.state == StepState::Ready && waited && since < 2.0 * 3600.0;
    let ago = words::ago(since);
    let own = [("ago".to_owned(), ago.clone())];
    let own = || text::message(&format!("step-opened-{}", view.step.id), &own);
    is_news.then(|| own().unwrap_or_else(|| fl!("step-opened", ago = ago)))
}

/// Whether a form records it.
pub fn has_form(view: &StepView) -> bool {
    !matches!(view.step.records, Records::Habit(_))
}
