//! A table that no reader knows: what its columns hold, column by column, with the values that stand in them.
//!
//! Whatever is chosen is only read: what comes of it is the dry run again. Where such a table is the only file,
//! that is the question, and it is asked without being called for.

mod columns;

use std::path::PathBuf;

use egui::{Id, Key, Label, Margin, Modal, Modifiers, ScrollArea, Ui};
use lucide_icons::Icon;

use self::columns::columns_ui;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::dry_run::DryRun;
use crate::domain::FileReport;
use crate::domain::import::{Mapping, TablePreview};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button};

/// How many tables are asked about at once.
const TABLES: usize = 5;

/// Widest the dialog gets.
const WIDTH: f32 = 720.0;

/// Height of what stands below the columns: what is missing, and the buttons.
const FOOT: f32 = 20.0 + theme::GAP + theme::CONTROL;

/// Room for the ring around what has the keyboard.
const AT_RING: i8 = 4;

/// The table that is asked about, by its number among the files, and what was chosen.
#[derive(Default)]
pub struct MappingState {
    open: Option<(usize, Mapping)>,
    /// The files whose question was asked by itself.
    asked_of: Vec<PathBuf>,
}

impl MappingState {
    /// Whether it is being asked.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }
}

/// The tables whose columns can be chosen, each with its number among the files.
pub fn tables(it: &DryRun) -> Vec<(usize, &FileReport, &TablePreview)> {
    let files = it.report.files.iter().enumerate();
    files
        .filter_map(|(n, file)| Some((n, file, file.table.as_ref()?)))
        .collect()
}

/// The buttons that ask about them. The first of them is the thing to do where nothing else `is_first`.
pub fn buttons_ui(ui: &mut Ui, it: &DryRun, enabled: bool, is_first: bool, state: &mut MappingState) {
    let tables = tables(it);
    for (n, file, table) in tables.iter().take(TABLES) {
        let (name, alone) = if table.is_applied {
            (fl!("mapping-change-of", file = name(file)), fl!("mapping-change"))
        } else {
            (fl!("mapping-open", file = name(file)), fl!("mapping-choose"))
        };
        let words = if tables.len() == 1 { alone } else { name.clone() };
        let is_main = is_first && !table.is_applied && tables.first().is_some_and(|it| it.0 == *n);
        let button = if is_main {
            Button::primary(words)
        } else {
            Button::secondary(words)
        };
        let button = button.icon(Icon::Columns3Cog).name(name).enabled(enabled);
        if ui.add(button).clicked() {
            state.open = Some((*n, table.suggested.clone()));
        }
    }
}

/// Asks about the table that is open.
pub fn mapping_ui(ui: &mut Ui, model: &Model, it: &DryRun, state: &mut MappingState, commands: &mut Commands) {
    let tables = tables(it);
    if let ([(n, _, table)], 1) = (tables.as_slice(), it.report.files.len())
        && !table.is_applied
        && state.asked_of != it.paths
        && model.job.is_none()
    {
        state.asked_of.clone_from(&it.paths);
        state.open = Some((*n, table.suggested.clone()));
    }
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
    let by_key = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let room = ui.content_rect();
    let tight = room.height() < 480.0;
    let (inside, around) = if tight {
        (theme::BETWEEN, theme::GAP)
    } else {
        (theme::INSIDE, theme::MARGIN)
    };
    let edge = 2.0 * (inside + around) + 2.0;
    let width = (WIDTH - 2.0 * inside).min(room.width() - edge);
    let height = (room.height() - edge - FOOT - theme::BETWEEN).max(80.0);
    let frame = theme::card(ui).inner_margin(inside);
    let title = fl!("mapping-title-of", file = name(file));
    let area = Modal::default_area(Id::unique("mapping")).accessible_name(title.as_str());
    let modal = Modal::new(Id::unique("mapping"))
        .area(area)
        .frame(frame)
        .show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = theme::BETWEEN;
            body_ui(ui, title, table, mapping, height);
            let at_columns = Margin {
                left: AT_RING,
                ..Margin::ZERO
            };
            let foot = egui::Frame::new().inner_margin(at_columns);
            foot.show(ui, |ui| foot_ui(ui, mapping)).inner
        });
    widgets::keep_centred(ui, &modal.response);
    let closes = modal.should_close();
    let (read, cancel) = modal.inner;
    let read = read || (by_key && mapping.is_enough());
    (read || cancel || closes).then_some(read)
}

/// Title and columns, which scroll.
fn body_ui(ui: &mut Ui, title: String, table: &TablePreview, mapping: &mut Mapping, height: f32) {
    let area = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true]);
    // And for the scroll bar.
    let margin = Margin {
        right: 16,
        ..Margin::same(AT_RING)
    };
    let shown = area.show(ui, |ui| {
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::GAP;
            widgets::heading(ui, theme::card_title(ui, title));
            ui.label(theme::quiet(ui, fl!("mapping-hint")));
            ui.add_space(theme::BETWEEN);
            ui.spacing_mut().item_spacing.y = 0.0;
            columns_ui(ui, table, mapping);
        });
    });
    widgets::name_scroll_bar(ui, shown.id);
}

/// What is missing, and the buttons: whether to read, and whether to leave it.
fn foot_ui(ui: &mut Ui, mapping: &Mapping) -> (bool, bool) {
    ui.spacing_mut().item_spacing.y = theme::GAP;
    let is_enough = mapping.is_enough();
    // Its room stays when it goes, so that nothing moves under the pointer.
    ui.add_visible(
        !is_enough,
        Label::new(theme::quiet(ui, fl!("mapping-needs"))).truncate(),
    );
    ui.horizontal_wrapped(|ui| {
        let read = Button::primary(fl!("mapping-read")).enabled(is_enough);
        let read = ui.add(read).clicked();
        let cancel = ui.add(Button::quiet(fl!("mapping-cancel"))).clicked();
        (read, cancel)
    })
    .inner
}
