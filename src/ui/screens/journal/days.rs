//! The list of days and records, and what stands there while there is none.

use egui::Ui;
use lucide_icons::Icon;

use super::index::{Filter, Row};
use super::{JournalState, row, toolbar};
use crate::app::command::{Command, Commands, Form, FormKind};
use crate::app::{Model, Place};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, PAGE_TOP, icon, rows};

/// Shows it.
pub fn days_ui(ui: &mut Ui, model: &Model, state: &mut JournalState, commands: &mut Commands) {
    if state.index.as_ref().is_none_or(|(_, index)| index.is_empty()) {
        empty_ui(ui, model, commands);
        return;
    }
    let page_top = ui.min_rect().top() - PAGE_TOP;
    toolbar::toolbar_ui(ui, model, state, commands);
    state.list_top = Some(ui.cursor().top() - page_top);
    let (Some((_, index)), Some((of, rows_left))) = (&state.index, &state.rows) else {
        return;
    };
    if rows_left.list.is_empty() {
        if nothing_found_ui(ui) {
            state.filter = Filter::default();
        }
        return;
    }
    let view = row::View {
        model,
        index,
        shown: of.shown,
        search: &of.filter.text,
        narrow: of.narrow,
    };
    let mut wish = None;
    rows(ui, &rows_left.tops, |ui, n| {
        let wished = match &rows_left.list[n] {
            Row::Day(day) => row::day_ui(ui, &view, *day),
            Row::Offer(day) => row::offer_ui(ui, &view, *day),
            Row::Record(item, first, last) => row::record_ui(ui, &view, *item, (*first, *last)),
        };
        wish = wished.or(wish.take());
    });
    match wish {
        Some(row::Wish::Command(command)) => commands.emit(command),
        Some(row::Wish::Show(day)) => state.shown = Some(day),
        Some(row::Wish::Versions(it)) => super::open_versions(state, commands, it),
        None => {}
    }
}

fn empty_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    theme::card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::GAP;
        icon(ui, Icon::NotebookText, 32.0, theme::palette(ui).accent);
        ui.label(theme::step_title(ui, fl!("journal-empty")));
        ui.label(theme::quiet(ui, fl!("journal-empty-hint")));
        ui.add_space(theme::GAP);
        ui.horizontal_wrapped(|ui| {
            let run = Button::primary(fl!("record-run")).icon(Icon::Plus);
            if ui.add(run.enabled(model.can_write())).clicked() {
                commands.emit(Command::Open(Form::new(FormKind::Run, model.today())));
            }
            let import = Button::secondary(fl!("journal-import")).icon(Icon::Download);
            if ui.add(import).clicked() {
                commands.emit(Command::Go(Place::Data));
            }
        });
    });
}

/// Says that nothing was found; true when everything is wished for again.
fn nothing_found_ui(ui: &mut Ui) -> bool {
    theme::card(ui)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::GAP;
            ui.label(theme::card_title(ui, fl!("journal-nothing-found")));
            ui.label(theme::quiet(ui, fl!("journal-nothing-found-hint")));
            ui.add(Button::secondary(fl!("journal-show-all"))).clicked()
        })
        .inner
}
