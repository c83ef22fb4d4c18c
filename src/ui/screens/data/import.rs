//! Bringing in what others recorded: by dialog, by a typed path, by dropping files on the window.

use egui::{Key, ProgressBar, Ui};
use lucide_icons::Icon;

use super::card;
use super::path::typed_path;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::model::RunningJob;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Field, icon_label};

/// Shows it.
pub fn import_ui(ui: &mut Ui, model: &Model, typed: &mut String, commands: &mut Commands) {
    let enabled = model.can_write() && model.job.is_none();
    card(ui, fl!("data-import"), |ui| {
        ui.label(theme::quiet(ui, fl!("data-import-what")));
        for (icon, words) in [
            (Icon::Watch, fl!("data-reads-fit")),
            (Icon::ClipboardList, fl!("data-reads-pmsys")),
            (Icon::FileArchive, fl!("data-reads-afterrun")),
        ] {
            icon_label(ui, icon, words);
        }
        ui.add_space(theme::GAP);
        let choose = Button::primary(fl!("data-choose")).icon(Icon::FolderInput);
        if ui.add(choose.enabled(enabled)).clicked() {
            commands.emit(Command::PickImport);
        }
        if path_ui(ui, &fl!("data-import-path"), &fl!("data-import-button"), typed, enabled)
            && let Some(path) = typed_path(typed)
        {
            typed.clear();
            commands.emit(Command::Import(vec![path]));
        }
        ui.label(theme::note(ui, fl!("data-drop")));
        if let Some(job) = &model.job {
            job_ui(ui, job, commands);
        }
    });
}

/// A field for a path and its button; true when it is meant.
pub fn path_ui(ui: &mut Ui, label: &str, button: &str, typed: &mut String, enabled: bool) -> bool {
    let field = Field::new(label).hint(fl!("data-path-hint")).show(ui, typed);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let ready = enabled && typed_path(typed).is_some();
    let pressed = ui.add(Button::secondary(button).enabled(ready)).clicked();
    ready && (pressed || entered)
}

fn job_ui(ui: &mut Ui, job: &RunningJob, commands: &mut Commands) {
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme::label(ui, job.label.as_str()));
        if let Some(progress) = job.progress {
            let percent = fl!("data-percent", n = ((progress * 100.0).round() as i64));
            let it = theme::palette(ui);
            let bar = ProgressBar::new(progress).fill(it.accent).desired_height(8.0);
            ui.add(bar).accessible_name(job.label.as_str());
            ui.label(theme::note(ui, percent));
        }
        if ui
            .add(Button::quiet(fl!("data-cancel")).icon(Icon::X).small())
            .clicked()
        {
            commands.emit(Command::CancelJob);
        }
    });
}
