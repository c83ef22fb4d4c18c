//! A job that runs: what it does, how far it is, and the button that stops it.

use egui::{ProgressBar, Ui};
use lucide_icons::Icon;

use crate::app::command::{Command, Commands};
use crate::app::model::RunningJob;
use crate::fl;
use crate::theme;
use crate::ui::widgets::Button;

/// Shows it.
pub fn job_ui(ui: &mut Ui, job: &RunningJob, commands: &mut Commands) {
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
        let cancel = Button::quiet(fl!("data-cancel")).icon(Icon::X).small();
        if ui.add(cancel).clicked() {
            commands.emit(Command::CancelJob);
        }
    });
}
