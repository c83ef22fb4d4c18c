//! The timer of the step that is shown: its ring, what it is about in words, and the muscle on the body.

use egui::{Id, Label, Ui};

use super::step::Shown;
use super::words::{clock_of, current_bout, following, named_with_time, next_bout, opened, opens, shows_timer};
use crate::domain::protocol::{Bout, Progress, StepState, StepView};
use crate::domain::{Rating, Region, Scale, Side, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{BodyFigure, RingLook, TimerRing, Views};

/// What a ring says.
struct Face {
    time: String,
    remark: String,
    part: f32,
    look: RingLook,
}

/// The ring of a step whose timer can be used.
pub fn ring_ui(ui: &mut Ui, shown: &Shown, size: f32) {
    if !shows_timer(shown.view) {
        return;
    }
    let face = face(shown);
    let of = Id::unique((shown.checklist.meta.id, &shown.view.step.id, ui.scope_id()));
    TimerRing::new(&face.time, &face.remark)
        .part(face.part)
        .look(face.look)
        .beat(of, beat(shown.view))
        .show(ui, size.min(ui.available_width()));
}

/// Changes with the bout, with the end of getting ready, and at the end.
fn beat(view: &StepView) -> u64 {
    view.state.progress().map_or(0, |it| {
        let at = it.bout as u64 * 2 + u64::from(!it.getting_ready);
        if it.is_over() { u64::MAX } else { at + 1 }
    })
}

fn face(shown: &Shown) -> Face {
    match shown.view.state {
        StepState::Waiting { until } => waiting(shown, until),
        StepState::Running(it) => under_way(&it, false),
        StepState::Paused(it) => under_way(&it, true),
        _ => Face {
            time: clock_of(current_bout(shown.view).map_or(0.0, |it| it.work_s)),
            remark: fl!("timer-not-begun"),
            part: 0.0,
            look: RingLook::Runs,
        },
    }
}

fn waiting(shown: &Shown, until: crate::domain::Stamp) -> Face {
    let today = until.civil_date() == shown.model.now.civil_date();
    Face {
        time: words::clock(until),
        remark: match shown.model.countdown(until) {
            Some(minutes) => fl!("timer-opens-in", minutes = minutes),
            None if today => fl!("timer-opens"),
            None => fl!("timer-opens-on", day = words::day_short(until.civil_date())),
        },
        part: 0.0,
        look: RingLook::Waits,
    }
}

fn under_way(it: &Progress, held: bool) -> Face {
    if it.is_over() {
        return Face {
            time: clock_of(0.0),
            remark: fl!("timer-time-up"),
            part: 1.0,
            look: RingLook::Runs,
        };
    }
    let part = if it.bout_s > 0.0 {
        1.0 - (it.bout_left_s / it.bout_s) as f32
    } else {
        1.0
    };
    let (time, remark, look) = if it.getting_ready {
        let seconds = it.bout_left_s.ceil().to_string();
        (seconds, fl!("timer-get-ready"), RingLook::GetsReady)
    } else {
        let remark = fl!("timer-left", length = clock_of(it.bout_s));
        (clock_of(it.bout_left_s), remark, RingLook::Runs)
    };
    Face {
        time,
        remark: if held { fl!("timer-held") } else { remark },
        part,
        look: if held { RingLook::Held } else { look },
    }
}

/// Beside the ring: where the step stands, how much is left in all, what is next.
pub fn words_ui(ui: &mut Ui, shown: &Shown) {
    ui.spacing_mut().item_spacing.y = theme::GAP;
    if let Some(state) = state_words(shown) {
        ui.add(Label::new(theme::card_title(ui, state)).wrap());
    }
    if let Some(all) = in_all(shown.view) {
        ui.add(Label::new(theme::quiet(ui, all)).wrap());
    }
    if let Some(remark) = remark(shown) {
        ui.add(Label::new(theme::quiet(ui, remark)).wrap());
    }
    if let Some(next) = next_words(shown) {
        ui.add(Label::new(theme::label(ui, next)).wrap());
    }
}

/// What has to be known at a glance.
fn state_words(shown: &Shown) -> Option<String> {
    let bout = || {
        current_bout(shown.view)
            .and_then(Bout::name)
            .map(|it| words::within(&it))
    };
    match shown.view.state {
        StepState::Waiting { until } => Some(words::beginning(&opens(shown.model, until))),
        StepState::Running(it) | StepState::Paused(it) if it.is_over() => Some(fl!("timer-up-title")),
        StepState::Paused(_) => Some(fl!("timer-held-title")),
        StepState::Running(it) if it.getting_ready => Some(match bout() {
            Some(bout) => fl!("timer-ready-for", bout = bout),
            None => fl!("timer-ready-title"),
        }),
        _ => None,
    }
}

/// "Part 3 of 8, 6:21 left in all"; "8 parts, 8:00 in all" before the start.
pub fn in_all(view: &StepView) -> Option<String> {
    let count = view.bouts.len();
    if count < 2 {
        return None;
    }
    match view.state.progress() {
        Some(it) if it.is_over() => None,
        Some(it) => Some(fl!(
            "timer-part",
            n = (it.bout + 1),
            all = count,
            left = clock_of(it.left_s)
        )),
        None => Some(fl!("timer-parts", all = count, length = clock_of(view.work_s()))),
    }
}

fn remark(shown: &Shown) -> Option<String> {
    let view = shown.view;
    if view.is_past(shown.model.now) {
        Some(fl!("step-past-long"))
    } else if view.late {
        Some(fl!(
            "step-late-long",
            clock = words::clock_or_day(view.span.closes, shown.model.now)
        ))
    } else if view.step.beside && view.state.is_under_way() {
        Some(fl!("step-beside"))
    } else {
        opened(shown.model, shown.walk, view)
    }
}

/// "Next: right calf", and after the last bout the next step.
pub fn next_words(shown: &Shown) -> Option<String> {
    let begun = shown.view.state.progress().filter(|it| !it.is_over());
    if let Some(bout) = begun.and_then(|_| next_bout(shown.view)) {
        return Some(fl!("step-next", step = words::within(&bout)));
    }
    let next = following(shown.walk, &shown.view.step.id)?;
    Some(fl!("step-next", step = named_with_time(shown.model, next)))
}

/// Whether the step goes through muscles that a figure can show.
pub fn has_figure(view: &StepView) -> bool {
    shows_timer(view) && current_bout(view).is_some_and(|it| it.region.is_some())
}

/// The body with the muscle that is stretched or rolled, from where it is seen best, and with what is sore.
pub fn figure_ui(ui: &mut Ui, shown: &Shown, height: f32) {
    let Some((bout, region)) = current_bout(shown.view).and_then(|it| Some((it, it.region?))) else {
        return;
    };
    let lit = [(region, bout.side.unwrap_or(Side::Both))];
    let name = bout.name().unwrap_or_default();
    let sore = |region: Region, side: Side| {
        let sore = shown.walk.facts.sore.iter();
        let mut here = sore.filter(|it| it.region == region && (it.side == side || it.side == Side::Both));
        here.find(|it| it.score > 0.0).map(|it| Rating {
            value: it.score,
            scale: Scale::Nrs010,
        })
    };
    BodyFigure::new(&fl!("step-figure", muscle = name))
        .views(seen_from(region))
        .height(height)
        .scores(sore)
        .lit(&lit)
        .show(ui);
}

fn seen_from(region: Region) -> Views {
    match region {
        Region::Quads | Region::Shin | Region::HipFlexors | Region::AdductorsGroin | Region::Abdomen => Views::Front,
        _ => Views::Back,
    }
}
