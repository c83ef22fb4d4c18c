//! What comes later: the next steps of the checklist with their times, and the night.
//!
//! The night is there on days without a run, too: when to be in bed for the sleep that is aimed at, where
//! the runner's own nights tell when they get up.

use egui::{Align, Color32, FontFamily, FontId, Label, Layout, Sense, Ui, vec2};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Place};
use crate::domain::protocol::{Records, RunClass, StepView, Walk};
use crate::domain::tonight::Tonight;
use crate::domain::{Checklist, units, words};
use crate::fl;
use crate::theme;
use crate::ui::screens::checklist::list::icon_of;
use crate::ui::screens::checklist::words::line_of;
use crate::ui::widgets::{self, Button, paint_icon};

/// How many of the steps that open next are shown, whatever can be begun already.
const OPENING: usize = 2;
const ROW: f32 = 28.0;

/// Shows it, where there is anything.
pub fn later_ui(ui: &mut Ui, model: &Model, walk: Option<(&Checklist, &Walk)>, commands: &mut Commands) {
    let steps: Vec<&StepView> = walk.map(|(_, walk)| later_steps(walk)).unwrap_or_default();
    let night = night_of(model, walk.map(|(_, walk)| walk));
    if steps.is_empty() && night.is_none() {
        return;
    }
    widgets::card(ui, |ui| {
        ui.label(theme::card_title(ui, fl!("today-later")));
        for view in &steps {
            step_ui(ui, model, view);
        }
        if let Some((words, hint)) = night {
            let row = ui.horizontal(|ui| {
                mark_ui(ui, Icon::Moon, theme::palette(ui).sleep);
                ui.add(Label::new(words).wrap());
            });
            row.response.on_hover_text(hint);
        }
        if walk.is_some() && ui.add(Button::quiet(fl!("today-all-steps")).small()).clicked() {
            commands.emit(Command::Go(Place::Checklist));
        }
    });
}

/// The steps at hand after the next one, and what opens next where all of those can be begun already. The
/// night has a line of its own.
fn later_steps<'w, 'a>(walk: &'w Walk<'a>) -> Vec<&'w StepView<'a>> {
    let mut later = walk.at_hand();
    later.extend(walk.opens_next().into_iter().take(OPENING));
    let mut seen = vec![walk.next];
    later.retain(|n| {
        let is_new = !seen.contains(&Some(*n));
        seen.push(Some(*n));
        is_new && walk.steps[*n].step.records != Records::Night
    });
    later.into_iter().map(|n| &walk.steps[n]).collect()
}

/// A step with its icon, and when it is: at the right, or below where both do not fit side by side.
fn step_ui(ui: &mut Ui, model: &Model, view: &StepView) {
    let (name, line) = (view.step.name(), line_of(model, view));
    ui.horizontal(|ui| {
        mark_ui(ui, icon_of(view), theme::palette(ui).accent);
        let needed = width(ui, &name, theme::BODY) + theme::BETWEEN + width(ui, &line, theme::NOTE);
        if needed <= ui.available_width() {
            ui.label(name);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(theme::note(ui, line));
            });
        } else {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::new(name).wrap());
                ui.add(Label::new(theme::note(ui, line)).wrap());
            });
        }
    });
}

fn width(ui: &Ui, text: &str, size: f32) -> f32 {
    let font = FontId::new(size, FontFamily::Proportional);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    galley.size().x
}

fn mark_ui(ui: &mut Ui, mark: Icon, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(18.0, ROW), Sense::hover());
    paint_icon(ui, rect.center(), mark, 18.0, ink);
}

/// "In bed by 22:15 for 8 h 15 min", and why; `None` where no bedtime is known, where the night was answered,
/// and in the morning after it.
fn night_of(model: &Model, walk: Option<&Walk>) -> Option<(String, String)> {
    let today = model.today();
    let answered = walk.is_some_and(|walk| {
        let same_night = model.day_of(walk.ended_at) == today;
        let mut nights = walk.steps.iter().filter(|it| it.step.records == Records::Night);
        same_night && nights.any(|it| it.state.is_over())
    });
    let tonight = Tonight::after(&model.journal, today, ran_far(model));
    let (bed, wake) = tonight.bed.zip(tonight.wake).filter(|_| !answered)?;
    let length = units::show_hours(tonight.target_h);
    let up = words::clock(wake);
    let hint = fl!("tonight-hint", wake = up.as_str());
    if model.now.ms <= bed.ms {
        Some((fl!("tonight-bed", clock = words::clock(bed), length = length), hint))
    } else {
        (model.now.ms < wake.ms).then(|| (fl!("tonight-now", wake = up), hint))
    }
}

/// Whether a long run or a race was run today.
fn ran_far(model: &Model) -> bool {
    let of_today = model.journal.activities.iter().rev().filter(|it| it.is_run());
    of_today
        .take_while(|it| model.day_of(it.started_at) >= model.today())
        .any(|it| matches!(RunClass::of(it, &model.journal), RunClass::Long | RunClass::Race))
}
