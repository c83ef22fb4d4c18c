//! The place "Data": what comes in, what goes out, and where the journal file is. While files that were read
//! wait to be imported, what they would bring has the place to itself.

mod choice;
mod dry_run;
mod earlier;
mod export;
mod file;
mod import;
mod job;
mod path;
mod readable;
mod replace;
mod report;
mod schedule;

use egui::Ui;

use crate::app::Model;
use crate::app::command::{Commands, PathFor};
use crate::fl;
use crate::theme;
use crate::ui::widgets;
use crate::ui::widgets::titled_card as card;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct DataState {
    import: import::ImportState,
    dry_run: dry_run::DryRunState,
    report: report::ReportState,
    /// What is to be exported, and to where.
    export: export::ExportDraft,
    /// The folder typed for exports that happen by themselves.
    schedule_folder: String,
    /// How often a path was to be typed so far.
    path_asked: u64,
}

/// Shows it.
pub fn data_ui(ui: &mut Ui, model: &Model, state: &mut DataState, commands: &mut Commands) {
    let (count, of) = model.path_asked;
    let is_asked = std::mem::replace(&mut state.path_asked, count) != count;
    let asked = of.filter(|_| is_asked);
    if let Some(it) = &model.dry_run {
        let asked = asked == Some(PathFor::LeftOut);
        widgets::page(ui, "dry run", |ui| {
            dry_run::dry_run_ui(ui, model, it, &mut state.dry_run, asked, commands);
        });
        return;
    }
    state.dry_run = dry_run::DryRunState::default();
    widgets::page(ui, "data", |ui| {
        widgets::heading(ui, theme::page_title(ui, fl!("place-data")));
        let DataState {
            import,
            report,
            export,
            schedule_folder,
            ..
        } = state;
        // Both columns wish for things.
        let mut of_second = Commands::default();
        widgets::columns(
            ui,
            0.6,
            |ui| {
                import::import_ui(ui, model, import, asked == Some(PathFor::Import), commands);
                report::report_ui(ui, model, report, asked == Some(PathFor::LeftOut), commands);
                report::kept_ui(ui, model, commands);
                earlier::earlier_ui(ui, model, commands);
                file::file_ui(ui, model);
            },
            |ui| {
                let for_export = asked == Some(PathFor::Export);
                export::export_ui(ui, model, export, for_export, &mut of_second);
                let for_schedule = asked == Some(PathFor::Schedule);
                schedule::schedule_ui(ui, model, schedule_folder, for_schedule, &mut of_second);
            },
        );
        of_second.take().into_iter().for_each(|it| commands.emit(it));
    });
}
