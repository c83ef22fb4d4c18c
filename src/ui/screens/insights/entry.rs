//! One finding: its sentence, how sure it is, what makes it less sure, what would tell more; its numbers and
//! its days for those who ask.

use egui::{Align, Rect, Sense, Ui, vec2};
use lucide_icons::Icon;

use super::days::Days;
use super::{Entry, InsightsState, SENTENCE, details, more};
use crate::app::Model;
use crate::app::command::Commands;
use crate::charts::level_dot;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button, fold};

/// Shows it.
pub(super) fn entry_ui(
    ui: &mut Ui,
    model: &Model,
    state: &mut InsightsState,
    entry: &Entry<'_>,
    commands: &mut Commands,
) {
    let top = ui.cursor().min;
    name_ui(ui, entry);
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(SENTENCE));
        ui.label(entry.told.sentence.as_str());
        for note in &entry.told.notes {
            ui.label(theme::quiet(ui, note.as_str()));
        }
        more::more_ui(ui, model, entry, commands);
    });
    let unfolded = buttons_ui(ui, model, state, entry);
    if unfolded {
        details::details_ui(ui, model, entry);
    }
    let exposure = &entry.finding.exposure;
    if state.sought.as_ref() == Some(exposure) {
        state.sought = None;
        let all = Rect::from_min_max(top, ui.min_rect().max);
        ui.scroll_to_rect(all.expand(theme::INSIDE), Some(Align::Min));
    }
}

/// Its name, and how sure it is.
fn name_ui(ui: &mut Ui, entry: &Entry<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        widgets::heading(ui, theme::card_title(ui, entry.name()));
        ui.add_space(theme::GAP);
        let size = vec2(theme::BODY, theme::BODY);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        level_dot(ui.painter(), rect.center(), entry.told.level, &theme::chart_style(ui));
        ui.label(theme::label(ui, entry.told.level.words()));
    });
}

/// The fold of its numbers, and the way to its days. Whether it is unfolded.
fn buttons_ui(ui: &mut Ui, model: &Model, state: &mut InsightsState, entry: &Entry<'_>) -> bool {
    let (exposure, n) = (&entry.finding.exposure, entry.finding.days.len());
    if n == 0 {
        return false;
    }
    let mut open = state.open.contains(exposure);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::BETWEEN;
        let numbers = fold(ui, &fl!("insights-details"), &mut open);
        let name = fl!("insights-details-of", name = entry.name());
        ui.accesskit_node_builder(numbers.id, |node| node.set_label(name));
        if state.sought.as_ref() == Some(exposure) {
            numbers.request_focus();
        }
        let days = Button::quiet(fl!("insights-days", n = n))
            .icon(Icon::CalendarDays)
            .small();
        let days = days.name(fl!("insights-days-of", n = n, name = entry.name()));
        if ui.add(days).clicked() {
            state.days = Some(Days::of(model, entry));
        }
    });
    if open {
        state.open.insert(exposure.clone());
    } else {
        state.open.remove(exposure);
    }
    open
}
