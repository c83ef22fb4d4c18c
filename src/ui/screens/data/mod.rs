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
use crate::app::command::Commands;
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
}

/// Shows it.
pub fn data_ui(ui: &mut Ui, model: &Model, state: &mut DataState, commands: &mut Commands) {
    if let Some(it) = &model.dry_run {
        widgets::page(ui, "dry run", |ui| {
            dry_run::dry_run_ui(ui, model, it, &mut state.dry_run, commands);
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
                import::import_ui(ui, model, import, commands);
                report::report_ui(ui, model, report, commands);
                report::kept_ui(ui, model, commands);
                earlier::earlier_ui(ui, model, commands);
            },
            |ui| {
                export::export_ui(ui, model, export, &mut of_second);
                schedule::schedule_ui(ui, model, schedule_folder, &mut of_second);
                file::file_ui(ui, model);
            },
        );
        of_second.take().into_iter().for_each(|it| commands.emit(it));
    });
}
