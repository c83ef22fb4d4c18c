//! A table that no reader knows: what its columns hold, column by column, with the values that stand in them.
//!
//! Whatever is chosen is only read: what comes of it is the dry run again.

use egui::{Id, Label, Modal, ScrollArea, Ui};
use lucide_icons::Icon;
use strum::VariantArray as _;

use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::dry_run::DryRun;
use crate::domain::FileReport;
use crate::domain::import::{Mapping, TableField, TablePreview};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, choose};

/// How many tables are asked about at once.
const TABLES: usize = 5;

/// How much of a value is shown.
const VALUE_CHARS: usize = 24;

/// The table that is asked about, by its number among the files, and what was chosen.
#[derive(Default)]
pub struct MappingState {
    open: Option<(usize, Mapping)>,
}

/// Offers the tables whose columns can be chosen, and shows the one that is open.
pub fn mapping_ui(ui: &mut Ui, model: &Model, it: &DryRun, state: &mut MappingState, commands: &mut Commands) {
    let files = it.report.files.iter().enumerate();
    let tables: Vec<_> = files
        .filter_map(|(n, file)| Some((n, file, file.table.as_ref()?)))
        .collect();
    if tables.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        for (n, file, table) in tables.iter().take(TABLES) {
            let words = fl!("mapping-open", file = name(file));
            let button = Button::secondary(words).icon(Icon::Columns3Cog).small();
            if ui.add(button.enabled(model.job.is_none())).clicked() {
                state.open = Some((*n, table.suggested.clone()));
            }
        }
    });
    let Some((n, mapping)) = &mut state.open else { return };
    let Some((_, file, table)) = tables.iter().find(|it| it.0 == *n) else {
        state.open = None;
        return;
    };
    if let Some(answer) = dialog_ui(ui, file, table, mapping) {
        if answer {
            let mut options = it.options.clone();
            options.mappings.retain(|it| it.header != mapping.header);
            options.mappings.push(mapping.clone());
            commands.emit(Command::ReadAs(options));
        }
        state.open = None;
    }
}

/// The name of a file without its folder.
fn name(file: &FileReport) -> &str {
    file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path)
}

/// Asks; whether to read it so, once that is answered.
fn dialog_ui(ui: &mut Ui, file: &FileReport, table: &TablePreview, mapping: &mut Mapping) -> Option<bool> {
    let room = ui.content_rect();
    let width = 640.0_f32.min(room.width() - 80.0);
    let frame = theme::card(ui);
    let modal = Modal::new(Id::unique("mapping")).frame(frame).show(ui, |ui| {
        ui.set_width(width);
        ui.label(theme::card_title(ui, fl!("mapping-title-of", file = name(file))));
        ui.label(theme::quiet(ui, fl!("mapping-hint")));
        ui.add_space(theme::GAP);
        let high = (room.height() - 320.0).max(160.0);
        ScrollArea::vertical()
            .max_height(high)
            .show(ui, |ui| columns_ui(ui, table, mapping));
        ui.add_space(theme::GAP);
        if !mapping.is_enough() {
            ui.label(theme::note(ui, fl!("mapping-needs")));
        }
        ui.horizontal_wrapped(|ui| {
            let read = Button::primary(fl!("mapping-read")).enabled(mapping.is_enough());
            let read = ui.add(read).clicked();
            let cancel = ui.add(Button::quiet(fl!("mapping-cancel"))).clicked();
            (read, cancel)
        })
        .inner
    });
    let closes = modal.should_close();
    let (read, cancel) = modal.inner;
    (read || cancel || closes).then_some(read)
}

fn columns_ui(ui: &mut Ui, table: &TablePreview, mapping: &mut Mapping) {
    let none = (None, fl!("mapping-none"));
    let fields = TableField::VARIANTS.iter().map(|it| (Some(*it), it.name()));
    let choices: Vec<(Option<TableField>, String)> = std::iter::once(none).chain(fields).collect();
    for (at, column) in mapping.header.iter().enumerate() {
        ui.push_id(at, |ui| {
            ui.set_width(ui.available_width());
            ui.label(theme::strong(ui, column.as_str()));
            let values: Vec<String> = table.rows.iter().filter_map(|row| shown(row.get(at)?)).collect();
            if !values.is_empty() {
                let values = fl!("mapping-values", values = values.join(" · "));
                ui.add(Label::new(theme::note(ui, values)).truncate());
            }
            let told = fl!("mapping-column", name = column.as_str());
            choose(ui, &told, &mut mapping.fields[at], &choices);
            ui.add_space(theme::GAP);
        });
    }
}

/// A value as far as it fits; nothing of an empty one.
fn shown(value: &String) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.chars().take(VALUE_CHARS).collect())
}
