//! The place "Trends": every chart there is, by section.
//!
//! A section is a question or a few that belong together; its charts are cards. One range of days holds
//! for all of them, and one day is marked in all of them. A frame only places charts: which are shown is
//! said to the app ([`Command::Charts`]), which has them made off the window's thread, and until a new one
//! is there the last one stays.

mod aside;
mod controls;
mod day;
mod empty;
mod range;
mod section;

use std::collections::HashMap;

use egui::Ui;
use jiff::civil::Date;

use self::aside::Beside;
use self::range::Range;
use self::section::Row;
use crate::app::command::{Command, Commands};
use crate::app::look::Section;
use crate::app::{Look, Model};
use crate::charts::{ChartName, ChartResponse, Options};
use crate::fl;
use crate::theme;
use crate::ui::chart_card::{Card, Done, Place};
use crate::ui::table::{TableState, table_ui};
use crate::ui::widgets;

/// The part of the width that a chart has where something stands beside it.
const CHART: f32 = 0.66;
/// Under this width the title and the range stand under each other.
const ONE_LINE_FROM: f32 = 720.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct TrendsState {
    /// The range that was chosen; until then the one that suits the journal.
    range: Option<Range>,
    /// How the charts are made, where there is a choice.
    options: Options,
    /// The day the charts were asked about in the last frame.
    marked: Option<Date>,
    /// The day that was opened beside the calendar.
    day: Option<Date>,
    cards: HashMap<ChartName, Card>,
    /// The chart whose numbers are shown.
    table: Option<TableState>,
}

/// Shows it.
pub fn trends_ui(ui: &mut Ui, model: &Model, state: &mut TrendsState, commands: &mut Commands) {
    let section = model.look.section;
    widgets::page(ui, section::word(section), |ui| {
        let rows = &model.daily().rows;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            title_ui(ui);
            // Not before it is known that there is nothing.
            if model.numbers.is_ready() {
                empty::journal_ui(ui, model, commands);
            }
            return;
        };
        let known = (first.day, last.day);
        heading_ui(ui, model, state, known, section != Section::Calendar);
        let mut chosen = section;
        if section::tabs_ui(ui, &mut chosen) {
            let look = Look {
                section: chosen,
                ..model.look
            };
            state.marked = None;
            commands.emit(Command::SetLook(look));
        }
        controls::controls_ui(ui, model, section, &mut state.options, known);
        let range = state.range.unwrap_or_else(|| Range::usual(known.1, model.today()));
        let days = range.days(known, model.today());
        let requests = section::requests(model, section, &days, known, &state.options);
        for request in &requests {
            state.cards.entry(request.name).or_default().follow(ui, model, request);
        }
        let has_more = section != Section::Calendar && days != (known.0..=known.1);
        let done = rows_ui(ui, model, state, section, has_more);
        if section == Section::Calendar {
            day::day_ui(ui, model, state.day, commands);
        }
        act_on(ui, state, section, done, commands);
        if !model.numbers.wants_findings() && requests.iter().any(|it| aside::subject(it).is_some()) {
            commands.emit(Command::Findings);
        }
        if model.numbers.wanted() != requests {
            commands.emit(Command::Charts(requests));
        }
    });
    table_ui(ui, &mut state.table);
}

fn title_ui(ui: &mut Ui) {
    widgets::heading(ui, theme::page_title(ui, fl!("place-trends")));
}

/// The title, and the range beside it where the charts have one.
fn heading_ui(ui: &mut Ui, model: &Model, state: &mut TrendsState, known: (Date, Date), has_range: bool) {
    if !has_range {
        return widgets::row(ui, title_ui, |ui| ui.set_height(theme::CONTROL - 4.0));
    }
    let mut range = state.range.unwrap_or_else(|| Range::usual(known.1, model.today()));
    let before = range;
    if ui.available_width() < ONE_LINE_FROM {
        title_ui(ui);
        range::picker_ui(ui, model, &mut range, known);
    } else {
        widgets::row(ui, title_ui, |ui| range::picker_ui(ui, model, &mut range, known));
    }
    range::days_ui(ui, model, &mut range);
    if range != before {
        state.range = Some(range);
    }
}

/// The cards of `section`; `has_more` where there are more days than those that are shown.
fn rows_ui(ui: &mut Ui, model: &Model, state: &TrendsState, section: Section, has_more: bool) -> Done {
    let place = Place {
        model,
        style: &theme::chart_style(ui),
        marked: state.marked,
        can_show_all: has_more,
    };
    let mut done = Done::default();
    for row in section::rows(section) {
        match row {
            Row::One(name) => done.add(one_ui(ui, &place, state, *name)),
            Row::Two(left, right) => done.add(two_ui(ui, &place, state, (left, right))),
        }
    }
    done
}

/// A chart over the whole width; beside it what can be said of it, where there is anything.
fn one_ui(ui: &mut Ui, place: &Place<'_>, state: &TrendsState, name: ChartName) -> Done {
    let Some(card) = state.cards.get(&name) else {
        return Done::default();
    };
    let Some(beside) = Beside::of(place.model, card) else {
        return card.ui(ui, place, 0.0);
    };
    let least = if widgets::is_wide(ui) { card.height } else { 0.0 };
    let mut done = Done::default();
    widgets::columns(
        ui,
        CHART,
        |ui| done = card.ui(ui, place, 0.0),
        |ui| beside.ui(ui, least),
    );
    done
}

/// Charts in two columns.
fn two_ui(ui: &mut Ui, place: &Place<'_>, state: &TrendsState, names: (&[ChartName], &[ChartName])) -> Done {
    // What stands alone beside one other is as high as that.
    let least = match names {
        ([left], [right]) if widgets::is_wide(ui) => {
            let height = |name| state.cards.get(name).map_or(0.0, |it| it.height);
            f32::max(height(left), height(right))
        }
        _ => 0.0,
    };
    let column_ui = |ui: &mut Ui, names: &[ChartName]| {
        let mut done = Done::default();
        for card in names.iter().filter_map(|it| state.cards.get(it)) {
            done.add(card.ui(ui, place, least));
        }
        done
    };
    let (mut done, mut other) = (Done::default(), Done::default());
    widgets::columns(
        ui,
        0.5,
        |ui| done = column_ui(ui, names.0),
        |ui| other = column_ui(ui, names.1),
    );
    done.add(other);
    done
}

/// Does what was done on the cards.
fn act_on(ui: &Ui, state: &mut TrendsState, section: Section, done: Done, commands: &mut Commands) {
    let ChartResponse { clicked, hovered, .. } = done.chart;
    match clicked {
        Some(day) if section == Section::Calendar => state.day = Some(day),
        Some(day) => commands.emit(Command::OpenDay(day)),
        None => {}
    }
    let mut changed = clicked.is_some() || state.marked != hovered;
    state.marked = hovered;
    if done.show_all {
        state.range = Some(Range::All);
        changed = true;
    }
    if done.table.is_some() {
        state.table = done.table;
        changed = true;
    }
    for (name, height) in done.heights {
        if let Some(card) = state.cards.get_mut(&name)
            && card.height != height
        {
            card.height = height;
            changed = true;
        }
    }
    if changed {
        ui.request_repaint();
    }
    done.wishes.into_iter().for_each(|it| commands.emit(it));
}
