//! What an import would bring, before any of it is written.
//!
//! At the top the sum in words and the one button that imports it; beside it what had to be assumed, each with
//! the control that changes it; below it file by file, record by record, with why ([`list`]).

mod assumptions;
mod left_out;
mod line;
mod list;
mod mapping;
mod shown;
mod summary;

use egui::Ui;

use self::list::ListState;
use super::card;
use crate::app::Model;
use crate::app::command::Commands;
use crate::app::dry_run::DryRun;
use crate::fl;
use crate::theme;
use crate::ui::widgets;

pub use left_out::{LeftOutState, left_out_ui};

/// What the screen remembers between frames.
#[derive(Default)]
pub struct DryRunState {
    assumptions: assumptions::AssumptionsState,
    left_out: LeftOutState,
    list: ListState,
    mapping: mapping::MappingState,
}

/// Shows it. `asked`: the keyboard is to go to the path for the rows that are left out.
pub fn dry_run_ui(
    ui: &mut Ui,
    model: &Model,
    it: &DryRun,
    state: &mut DryRunState,
    asked: bool,
    commands: &mut Commands,
) {
    widgets::heading(ui, theme::page_title(ui, fl!("dry-title")));
    let DryRunState {
        assumptions,
        left_out,
        list,
        mapping,
    } = state;
    let assumed = assumptions::of(it);
    let can_save = it.report.has_left_out_rows();
    if assumed.is_empty() && !can_save {
        summary::summary_ui(ui, model, it, mapping, commands);
    } else {
        // Both columns wish for things.
        let mut of_second = Commands::default();
        widgets::columns(
            ui,
            0.55,
            |ui| summary::summary_ui(ui, model, it, mapping, commands),
            |ui| {
                if !assumed.is_empty() {
                    card(ui, fl!("dry-assumed"), |ui| {
                        assumptions::assumptions_ui(ui, model, it, &assumed, assumptions, &mut of_second);
                    });
                }
                if can_save {
                    card(ui, fl!("dry-left-out-title"), |ui| {
                        left_out_ui(ui, model.job.is_none(), left_out, asked, &mut of_second);
                    });
                }
            },
        );
        of_second.take().into_iter().for_each(|it| commands.emit(it));
    }
    mapping::mapping_ui(ui, model, it, mapping, commands);
    list::list_ui(ui, it, list);
}
