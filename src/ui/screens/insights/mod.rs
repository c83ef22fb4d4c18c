//! The place "Insights": what goes with more or less soreness in this journal, and how sure that is.
//!
//! The sentence first, the picture second, the numbers for those who ask: a summary says what stands out
//! ([`summary`]), the forest plot shows all side by side, and below it each finding has its sentence, what
//! makes it less sure, what would tell more, and its numbers and days behind a fold ([`entry`]). All words
//! are those of `analysis::findings`, which the command line says too. Two outcomes are never mixed: one
//! switch chooses between the next morning and the next two.

mod days;
mod details;
mod entry;
mod list;
mod more;
mod numbers;
mod summary;

use std::collections::HashSet;

use egui::Ui;
use jiff::civil::Date;
use lucide_icons::Icon;

use self::days::Days;
use crate::analysis::findings::words::{Level, Told};
use crate::analysis::findings::{Exposure, Finding, Outcome};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::numbers::{Closer, Insights};
use crate::charts::{ChartName, Options, Request};
use crate::fl;
use crate::theme;
use crate::ui::chart_card::{Card, Done, Place};
use crate::ui::table::{TableState, table_ui};
use crate::ui::widgets;

/// Under this width the title and the switch stand under each other.
const ONE_LINE_FROM: f32 = 560.0;
/// Sentences are no wider: a line is read at a glance.
const SENTENCE: f32 = 720.0;

/// What the screen remembers between frames.
pub struct InsightsState {
    outcome: Outcome,
    /// The level that alone is listed.
    only: Option<Level>,
    /// What is unfolded.
    open: HashSet<Exposure>,
    /// What was pressed in the picture and is to be scrolled to.
    sought: Option<Exposure>,
    picture: Card,
    /// The numbers of the picture.
    table: Option<TableState>,
    days: Option<Days>,
}

impl Default for InsightsState {
    fn default() -> Self {
        Self {
            outcome: Outcome::NextMorning,
            only: None,
            open: HashSet::new(),
            sought: None,
            picture: Card::default(),
            table: None,
            days: None,
        }
    }
}

/// A finding with its words.
#[derive(Clone, Copy)]
struct Entry<'a> {
    finding: &'a Finding,
    told: &'a Told,
    insights: &'a Insights,
}

impl<'a> Entry<'a> {
    /// All about one outcome, in the order in which they are told: those that were ever recorded, and the others.
    fn all(insights: &'a Insights, outcome: Outcome) -> (Vec<Self>, Vec<Self>) {
        let ranked = insights.findings.ranked_by(outcome).into_iter();
        let entries = ranked.filter_map(|finding| {
            let mut all = insights.findings.all.iter().zip(&insights.told);
            let (finding, told) = all.find(|it| std::ptr::eq(it.0, finding))?;
            Some(Self {
                finding,
                told,
                insights,
            })
        });
        entries.partition(|it| insights.findings.is_recorded(it.finding))
    }

    fn name(&self) -> String {
        self.insights.names.name(&self.finding.exposure)
    }
}

/// Shows it.
pub fn insights_ui(ui: &mut Ui, model: &Model, state: &mut InsightsState, commands: &mut Commands) {
    if !model.numbers.wants_findings() {
        commands.emit(Command::Findings);
    }
    widgets::page(ui, "insights", |ui| {
        let rows = &model.daily().rows;
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            title_ui(ui);
            // Not before it is known that there is nothing.
            if model.numbers.is_ready() {
                empty_ui(ui, model, commands);
            }
            return;
        };
        heading_ui(ui, state);
        if let Some(insights) = model.numbers.findings() {
            content_ui(ui, model, state, insights, (first.day, last.day), commands);
        }
    });
    table_ui(ui, &mut state.table);
    days::days_ui(ui, &mut state.days, commands);
}

fn title_ui(ui: &mut Ui) {
    widgets::heading(ui, theme::page_title(ui, fl!("place-insights")));
}

fn heading_ui(ui: &mut Ui, state: &mut InsightsState) {
    let outcomes = [
        (Outcome::NextMorning, fl!("insights-next")),
        (Outcome::NextTwoMornings, fl!("insights-two")),
    ];
    let mut chosen = state.outcome;
    let mut switch = |ui: &mut Ui| {
        widgets::segmented(ui, &fl!("insights-outcome"), &mut chosen, &outcomes);
    };
    if ui.available_width() < ONE_LINE_FROM {
        title_ui(ui);
        switch(ui);
    } else {
        widgets::row(ui, title_ui, switch);
    }
    if chosen != state.outcome {
        state.outcome = chosen;
        state.only = None;
        ui.request_repaint();
    }
}

fn content_ui(
    ui: &mut Ui,
    model: &Model,
    state: &mut InsightsState,
    insights: &Insights,
    days: (Date, Date),
    commands: &mut Commands,
) {
    let (entries, never) = Entry::all(insights, state.outcome);
    summary::summary_ui(ui, &entries);
    let can_compare = entries.iter().any(|it| it.finding.effect().is_some());
    let request = Request {
        name: match state.outcome {
            Outcome::NextTwoMornings => ChartName::FindingsTwoMornings,
            _ => ChartName::Findings,
        },
        days: days.0..=days.1,
        options: Options::default(),
    };
    let requests = if can_compare { vec![request.clone()] } else { Vec::new() };
    if can_compare {
        state.picture.follow(ui, model, &request);
        let done = picture_ui(ui, model, state);
        act_on(ui, state, &entries, done, commands);
    }
    if model.numbers.wanted() != requests {
        commands.emit(Command::Charts(requests));
    }
    let copied = can_compare.then_some(&request);
    list::list_ui(ui, model, state, &entries, copied, commands);
    let unfolded = entries.iter().filter(|it| state.open.contains(&it.finding.exposure));
    let closer: Vec<Closer> = unfolded.map(|it| Closer::at(it.finding, &model.journal_id)).collect();
    if model.numbers.closer() != closer {
        commands.emit(Command::LookCloser(closer));
    }
    list::never_ui(ui, &never);
}

fn picture_ui(ui: &mut Ui, model: &Model, state: &InsightsState) -> Done {
    let place = Place {
        model,
        style: &theme::chart_style(ui),
        marked: None,
        can_show_all: false,
    };
    state.picture.ui(ui, &place, 0.0)
}

/// Does what was done on the picture: a finding that was pressed is unfolded in the list.
fn act_on(ui: &Ui, state: &mut InsightsState, entries: &[Entry<'_>], done: Done, commands: &mut Commands) {
    if let Some(entry) = done.chart.row.and_then(|it| entries.get(it)) {
        let exposure = &entry.finding.exposure;
        state.only = None;
        state.open.insert(exposure.clone());
        state.sought = Some(exposure.clone());
        ui.request_repaint();
    }
    if done.table.is_some() {
        state.table = done.table;
        ui.request_repaint();
    }
    done.wishes.into_iter().for_each(|it| commands.emit(it));
}

/// What the place says while the journal is empty: what it is for, and what to record first.
fn empty_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let button = fl!("morning-title");
    let button = model.can_write().then_some(button.as_str());
    let (title, text) = (fl!("insights-empty-title"), fl!("insights-empty"));
    if widgets::empty_state(ui, Icon::Lightbulb, &title, &text, button) {
        commands.emit(Command::MorningCheck);
    }
}
