//! Exports that happen by themselves: how often, into which folder, when last and when next.

use std::path::PathBuf;

use egui::{Label, Ui};
use lucide_icons::Icon;

use super::card;
use super::path::PathField;
use crate::app::Model;
use crate::app::command::{Command, Commands, Every};
use crate::domain::{Stamp, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, icon_label, labelled_choice};

/// Shows it. `typed` is the folder as it is typed; `asked`: the keyboard is to go there.
pub fn schedule_ui(ui: &mut Ui, model: &Model, typed: &mut String, asked: bool, commands: &mut Commands) {
    let plan = &model.scheduled.plan;
    let mut every = plan.every;
    card(ui, fl!("schedule"), |ui| {
        ui.label(theme::quiet(ui, fl!("schedule-what")));
        let choices = [
            (Every::Never, fl!("schedule-never")),
            (Every::Day, fl!("schedule-day")),
            (Every::Week, fl!("schedule-week")),
        ];
        if labelled_choice(ui, &fl!("schedule-every"), &mut every, &choices) {
            let folder = plan.folder.clone();
            commands.emit(Command::SetSchedule { every, folder });
        }
        if every == Every::Never {
            return;
        }
        folder_ui(ui, plan.folder.as_ref());
        let choose = Button::secondary(fl!("schedule-choose")).icon(Icon::FolderOutput);
        if ui.add(choose).clicked() {
            commands.emit(Command::PickScheduleFolder(every));
        }
        let field = PathField {
            label: &fl!("schedule-path"),
            button: &fl!("schedule-use"),
            enabled: true,
            asked,
            error: None,
        };
        if let Some(folder) = field.show(ui, typed) {
            typed.clear();
            let folder = Some(folder);
            commands.emit(Command::SetSchedule { every, folder });
        }
        times_ui(ui, model);
    });
}

fn folder_ui(ui: &mut Ui, folder: Option<&PathBuf>) {
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        match folder {
            Some(folder) => {
                ui.label(theme::label(ui, fl!("schedule-folder")));
                ui.add(Label::new(folder.display().to_string()).selectable(true).wrap());
            }
            None => {
                ui.label(fl!("schedule-no-folder"));
            }
        }
    });
}

/// When it last worked, when it is tried next, and why it did not work.
fn times_ui(ui: &mut Ui, model: &Model) {
    let scheduled = &model.scheduled;
    if let Some(ms) = scheduled.plan.last_ms {
        let to = scheduled.plan.last_to.as_deref().and_then(|it| it.file_name());
        let file = to.unwrap_or_default().to_string_lossy().into_owned();
        icon_label(
            ui,
            Icon::Check,
            fl!("schedule-last", when = when(model, ms), file = file),
        );
    }
    if let Some(why) = &scheduled.failed {
        icon_label(ui, Icon::TriangleAlert, fl!("schedule-failed", why = why.as_str()));
    }
    if let Some(due) = model.export_due_ms() {
        let next = if due <= model.now.ms {
            fl!("schedule-now")
        } else {
            fl!("schedule-next", when = when(model, due))
        };
        icon_label(ui, Icon::CalendarClock, next);
    }
}

/// "Tue 24 Nov 2026, 07:30".
fn when(model: &Model, ms: i64) -> String {
    let at = Stamp::in_zone(ms, model.zone());
    let day = words::day_with_year(at.civil_date());
    fl!("data-import-at", day = day, time = words::clock(at))
}
