//! The day that was pressed in the calendar, with the day before beside it.
//!
//! How sore a morning is hangs on the day before it; so the two are read together.

use egui::Ui;
use jiff::civil::Date;
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::charts::day_lines;
use crate::domain::words::day_with_year;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Button};

/// Shows both, or how to come to them.
pub fn day_ui(ui: &mut Ui, model: &Model, day: Option<Date>, commands: &mut Commands) {
    let Some(day) = day else {
        widgets::card(ui, |ui| ui.label(theme::quiet(ui, fl!("trends-day-hint"))));
        return;
    };
    let Ok(before) = day.yesterday() else { return };
    let mut opened = None;
    let mut other = None;
    widgets::columns(
        ui,
        0.5,
        |ui| opened = one_day_ui(ui, model, before, &fl!("trends-day-before")),
        |ui| other = one_day_ui(ui, model, day, &fl!("trends-day")),
    );
    if let Some(day) = opened.or(other) {
        commands.emit(Command::OpenDay(day));
    }
}

/// The story of a day; the day when it is to be opened.
fn one_day_ui(ui: &mut Ui, model: &Model, day: Date, which: &str) -> Option<Date> {
    widgets::card(ui, |ui| {
        ui.label(theme::note(ui, which));
        let words = day_with_year(day);
        widgets::heading(ui, theme::card_title(ui, words.as_str()));
        for line in day_lines(&model.journal, model.daily(), day) {
            ui.label(theme::quiet(ui, line));
        }
        let open = Button::secondary(fl!("trends-day-open"))
            .icon(Icon::NotebookText)
            .small();
        let open = open.name(fl!("trends-day-open-named", day = words));
        ui.add(open).clicked().then_some(day)
    })
}
