//! Above a checklist: after which run, how long ago that ended, how much is done, and putting it away.

use egui::{ComboBox, Label, Ui};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::protocol::class::is_marathon_class;
use crate::domain::protocol::{RunClass, Walk};
use crate::domain::{Activity, Checklist, Id, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button};

/// How many checklists can be chosen from.
const CHOICES: usize = 20;
/// From this width on the title and its corner stand side by side.
const SIDE_BY_SIDE: f32 = 560.0;

/// Whether there is room for a title and its corner side by side.
pub fn is_wide(ui: &Ui) -> bool {
    ui.available_width() > SIDE_BY_SIDE
}

/// Shows it. What another checklist was chosen for goes into `chosen`: the newest is shown unless another
/// was chosen, so that the next one comes forward. True when one was chosen.
pub fn heading_ui(
    ui: &mut Ui,
    model: &Model,
    checklist: &Checklist,
    walk: &Walk,
    chosen: &mut Option<Id>,
    commands: &mut Commands,
) -> bool {
    let title_ui = |ui: &mut Ui| {
        let response = ui
            .scope(|ui| widgets::heading(ui, theme::page_title(ui, title(walk))))
            .response;
        if let Some(why) = why(walk.facts.run, model) {
            response.on_hover_text(why);
        }
    };
    let mut other = false;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let wide = is_wide(ui);
        widgets::row(ui, title_ui, |ui| {
            close_ui(ui, model, checklist, wide, commands);
            if wide {
                other = which_ui(ui, model, checklist, chosen);
            }
        });
        ui.add(Label::new(theme::quiet(ui, line(model, walk))).wrap());
    });
    other
}

/// "After the long run".
fn title(walk: &Walk) -> String {
    match walk.facts.run {
        Some(_) => fl!("checklist-after-kind", kind = words::within(&walk.facts.class.name())),
        None => fl!("checklist-after"),
    }
}

/// Why the run is of its class.
fn why(run: Option<&Activity>, model: &Model) -> Option<String> {
    let run = run?;
    let (class, why) = RunClass::told(run, &model.journal);
    let kind = class.name();
    let sentence = fl!("run-class-told", kind = kind, why = why.sentence());
    Some(if is_marathon_class(run) {
        format!("{sentence} {}", fl!("run-class-marathon"))
    } else {
        sentence
    })
}

/// "Ended 16:48, 52 min ago. 6 of 9 steps done."
fn line(model: &Model, walk: &Walk) -> String {
    fl!(
        "checklist-ended",
        clock = words::clock_or_day(walk.ended_at, model.now),
        ago = words::ago(model.now.seconds_since(walk.ended_at)),
        done = walk.done,
        all = walk.asked
    )
}

/// Puts the checklist away.
fn close_ui(ui: &mut Ui, model: &Model, checklist: &Checklist, wide: bool, commands: &mut Commands) {
    if checklist.closed_at.is_some() || !model.can_write() {
        return;
    }
    let put_away = if wide {
        let button = Button::secondary(fl!("checklist-close")).icon(Icon::Archive).small();
        button.name(fl!("checklist-close-name"))
    } else {
        Button::icon_only(Icon::Archive, fl!("checklist-close-name")).small()
    };
    if ui.add(put_away).on_hover_text(fl!("checklist-close-hint")).clicked() {
        commands.emit(Command::CloseChecklist(checklist.meta.id));
    }
}

/// Chooses among the last checklists, where there are several. True when one was chosen.
pub fn which_ui(ui: &mut Ui, model: &Model, shown: &Checklist, chosen: &mut Option<Id>) -> bool {
    if model.journal.checklists.len() < 2 {
        return false;
    }
    // As high as the small button beside it.
    ui.spacing_mut().button_padding.y = 7.0;
    ui.spacing_mut().interact_size.y = theme::SMALL_CONTROL;
    let name = |it: &Checklist| {
        let day = words::day_short(model.day_of(it.started_at));
        format!("{day}, {}", words::clock(it.started_at))
    };
    let mut other = false;
    let combo = ComboBox::from_id_salt("which checklist")
        .selected_text(name(shown))
        .show_ui(ui, |ui| {
            for it in model.journal.checklists.iter().rev().take(CHOICES) {
                if ui.selectable_label(it.meta.id == shown.meta.id, name(it)).clicked() {
                    let newest = model.journal.checklists.last().map(|it| it.meta.id);
                    *chosen = Some(it.meta.id).filter(|id| Some(*id) != newest);
                    other = true;
                }
            }
        });
    combo.response.accessible_name(fl!("checklist-which"));
    other
}
