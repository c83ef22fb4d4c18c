//! The window's screens: they read the model, keep drafts, and say what the runner wants.
//!
//! A screen is a function from `&Model` and its own state to widgets and [`Commands`]. It changes no data
//! and waits for nothing. [`widgets`] is what egui lacks, [`screens`] one part for each place of the rail,
//! [`forms`] one for each kind of record. [`window`] is the one file that knows eframe.

mod banner;
mod came_from;
mod chart_card;
mod dialogs;
mod drop;
mod finder;
pub mod forms;
pub mod health;
mod keyboard;
mod keys;
mod menu;
mod missed;
mod offer;
mod problem;
mod rail;
pub mod screens;
mod table;
mod toasts;
mod typed_ahead;
pub mod widgets;
pub mod window;

use egui::{CentralPanel, Frame, Ui};

use crate::app::command::{Commands, Place};
use crate::app::{Model, Sheet};
use crate::theme;

/// What the screens remember between frames: filters, selections, what is being typed.
#[derive(Default)]
pub struct State {
    today: screens::today::TodayState,
    checklist: screens::checklist::ChecklistState,
    journal: screens::journal::JournalState,
    trends: screens::trends::TrendsState,
    insights: screens::insights::InsightsState,
    data: screens::data::DataState,
    settings: screens::settings::SettingsState,
    forms: forms::FormsState,
    finder: finder::FinderState,
    missed: missed::MissedState,
    came_from: came_from::CameFrom,
    health: health::HealthState,
    /// What was shown in the frame before.
    shown: Option<Shown>,
}

/// What decides which widgets there are: the place, whether something lies over it, the journal.
type Shown = (Place, bool, u64);

/// Shows everything: rail, place, form, notices.
pub fn show(ui: &mut Ui, model: &Model, state: &mut State, commands: &mut Commands) {
    let answers_first = model.form.is_some() || model.offer.is_some() || model.sheet == Some(Sheet::Health);
    let over = model.is_covered() && !answers_first;
    state.came_from.follow(ui, over, answers_first);
    // Before the shortcuts, which take their keys away: they are keys, too.
    if !model.is_covered() {
        widgets::seek_landing(ui);
    }
    keyboard::shortcuts(ui, model, commands);
    rail::rail_ui(ui, model, commands);
    let ground = Frame::new().fill(theme::palette(ui).ground);
    CentralPanel::default().frame(ground).show(ui, |ui| {
        banner::banner_ui(ui, model, commands);
        place_ui(ui, model, state, commands);
    });
    forms::form_ui(ui, model, &mut state.forms, commands);
    offer::offer_ui(ui, model, commands);
    health::health_ui(ui, model, &mut state.health, commands);
    missed::missed_ui(ui, model, &mut state.missed, commands);
    finder::finder_ui(ui, model, &mut state.finder, commands);
    keys::keys_ui(ui, model, commands);
    // Not over the line in which one may be typing on.
    let foot = if model.place == Place::Today {
        state.today.foot()
    } else {
        0.0
    };
    toasts::toasts_ui(ui, model, foot, commands);
    drop::dropped_files(ui, model, commands);
    let shown = (model.place, model.is_covered(), model.revision);
    if state.shown.replace(shown) != Some(shown) {
        // What had the keyboard may be gone; only the next frame knows, and lands elsewhere.
        ui.request_repaint();
    }
}

fn place_ui(ui: &mut Ui, model: &Model, state: &mut State, commands: &mut Commands) {
    // The checklist has its own: at the step, after the list of all.
    if model.place != Place::Checklist {
        widgets::landing(ui, &model.place.name());
    }
    match model.place {
        Place::Today => screens::today::today_ui(ui, model, &mut state.today, commands),
        Place::Checklist => screens::checklist::checklist_ui(ui, model, &mut state.checklist, commands),
        Place::Journal => screens::journal::journal_ui(ui, model, &mut state.journal, commands),
        Place::Trends => screens::trends::trends_ui(ui, model, &mut state.trends, commands),
        Place::Insights => screens::insights::insights_ui(ui, model, &mut state.insights, commands),
        Place::Data => screens::data::data_ui(ui, model, &mut state.data, commands),
        Place::Settings => screens::settings::settings_ui(ui, model, &mut state.settings, commands),
    }
}
