//! The card of a chart: its question, the chart, what must be known to read it, and a menu.
//!
//! A card keeps the last chart it showed until the next one is made, so that a choice never makes it
//! flicker. Only what takes long enough to be noticed is said to be under way. Trends and Insights show
//! their charts on it.

mod menu;

use std::sync::Arc;
use std::time::Duration;

use egui::{Layout, Ui, vec2};

use crate::app::Model;
use crate::app::command::Command;
use crate::charts::{Chart, ChartName, ChartResponse, Made, Request, Shown, Style, TooLittle, heading_ui, notes_ui};
use crate::fl;
use crate::theme;
use crate::ui::table::TableState;
use crate::ui::widgets::{self, Button};

/// Nobody notices that something takes less than this, seconds.
const NOTICED: f64 = 0.15;
/// About as high as most charts are: nothing jumps far when the first one comes.
const EMPTY: f32 = 320.0;
/// More than this is not left empty below what a card holds.
const MOST_EMPTY: f32 = 140.0;

/// What a card remembers.
#[derive(Default)]
pub struct Card {
    /// What it shows.
    shown: Option<(Request, Arc<Made>)>,
    /// What it is to show, and since when that is waited for.
    awaited: Option<(Request, f64)>,
    /// Whether that takes long enough to be noticed.
    is_late: bool,
    /// How high its content is.
    pub height: f32,
}

/// What all cards need to know.
pub struct Place<'a> {
    /// What may be read.
    pub model: &'a Model,
    /// The theme's colours and sizes.
    pub style: &'a Style,
    /// The day that is marked in every chart.
    pub marked: Option<jiff::civil::Date>,
    /// Whether there are more days than those that are shown.
    pub can_show_all: bool,
}

/// What was done on cards.
#[derive(Default)]
pub struct Done {
    /// On their charts.
    pub chart: ChartResponse,
    /// Whether all days are to be shown.
    pub show_all: bool,
    /// Whose numbers are to be shown.
    pub table: Option<TableState>,
    /// What else is wished for.
    pub wishes: Vec<Command>,
    /// How high each is.
    pub heights: Vec<(ChartName, f32)>,
}

impl Done {
    /// This, and what was done on others.
    pub fn add(&mut self, other: Self) {
        self.chart = self.chart.or(other.chart);
        self.show_all |= other.show_all;
        self.table = self.table.take().or(other.table);
        self.wishes.extend(other.wishes);
        self.heights.extend(other.heights);
    }
}

impl Card {
    /// Takes the chart of `request` over, once it is made.
    pub fn follow(&mut self, ui: &Ui, model: &Model, request: &Request) {
        if let Some(made) = model.numbers.chart(request) {
            self.shown = Some((request.clone(), Arc::clone(made)));
            self.awaited = None;
            self.is_late = false;
            return;
        }
        let now = ui.input(|input| input.time);
        let since = match &self.awaited {
            Some((awaited, since)) if awaited == request => *since,
            _ => {
                self.awaited = Some((request.clone(), now));
                now
            }
        };
        let left = since + NOTICED - now;
        self.is_late = left <= 0.0;
        if !self.is_late {
            ui.request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    /// The chart it shows, and how it was asked for.
    pub fn chart(&self) -> Option<(&Request, &dyn Chart)> {
        let (request, made) = self.shown.as_ref()?;
        let chart = made.as_ref().as_ref().ok()?;
        Some((request, chart.as_ref()))
    }

    /// Shows it, `least` high at least.
    pub fn ui(&self, ui: &mut Ui, place: &Place<'_>, least: f32) -> Done {
        let card = theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::GAP;
            let mut done = self.content_ui(ui, place);
            if let Some((request, _)) = &self.shown {
                done.heights.push((request.name, ui.min_rect().height().ceil()));
            }
            fill(ui, least);
            done
        });
        card.inner
    }

    fn content_ui(&self, ui: &mut Ui, place: &Place<'_>) -> Done {
        match &self.shown {
            None => {
                ui.set_min_height(EMPTY);
                if self.is_late {
                    ui.label(theme::quiet(ui, fl!("trends-under-way")));
                }
                Done::default()
            }
            Some((request, made)) => match made.as_ref() {
                Ok(chart) => self.chart_ui(ui, place, request, chart.as_ref()),
                Err(missing) => missing_ui(ui, place, missing),
            },
        }
    }

    fn chart_ui(&self, ui: &mut Ui, place: &Place<'_>, request: &Request, chart: &dyn Chart) -> Done {
        let heading = chart.heading();
        let mut done = Done::default();
        ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
            let words = ui.available_width() - theme::SMALL_CONTROL - theme::GAP;
            ui.allocate_ui_with_layout(vec2(words, 0.0), Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(words);
                ui.spacing_mut().item_spacing.y = 4.0;
                heading_ui(ui, heading, place.style);
                if self.is_late {
                    ui.label(theme::note(ui, fl!("trends-under-way")));
                }
            });
            menu::menu_ui(ui, request, chart, &mut done);
        });
        let shown = Shown {
            style: place.style,
            journal: &place.model.journal,
            table: place.model.daily(),
            marked: place.marked,
        };
        // What it changes about the spacing holds for itself alone.
        done.chart = ui.scope(|ui| chart.ui(ui, &shown)).inner;
        notes_ui(ui, heading, place.style);
        done
    }
}

/// Makes a card `least` high inside, where not much is missing to that: a large empty card looks as if
/// something were still to come.
pub fn fill(ui: &mut Ui, least: f32) {
    let missing = least - ui.min_rect().height() - ui.spacing().item_spacing.y;
    if (0.0..MOST_EMPTY).contains(&missing) {
        ui.add_space(missing);
    }
}

/// Why there is no chart, and how much of what it needs is there.
fn missing_ui(ui: &mut Ui, place: &Place<'_>, missing: &TooLittle) -> Done {
    let mut done = Done::default();
    ui.set_max_width(ui.available_width().min(560.0));
    if !missing.question.is_empty() {
        widgets::heading(ui, theme::card_title(ui, missing.question.as_str()));
    }
    ui.label(theme::quiet(ui, missing.why.as_str()));
    if missing.need > 0 {
        widgets::have_need(ui, missing.have, missing.need);
    }
    if place.can_show_all {
        let all = Button::secondary(fl!("trends-show-all")).small();
        done.show_all = ui.add(all).clicked();
    }
    done
}
