//! What stands beside a chart: what was found in the whole journal, and what the days that are shown look
//! like by themselves. No verdict.

use egui::{Grid, Ui};

use crate::analysis::findings::words::{Told, reminder};
use crate::analysis::findings::{Exposure, Outcome};
use crate::analysis::{Finding, Series};
use crate::app::Model;
use crate::charts::{Aside, ChartName, Request};
use crate::fl;
use crate::theme;
use crate::ui::chart_card::{Card, fill};
use crate::ui::widgets::EstimateLine;

/// What is said beside a chart.
pub struct Beside<'a> {
    found: Option<(&'a Finding, &'a Told)>,
    aside: Option<&'a Aside>,
}

impl<'a> Beside<'a> {
    /// What there is to say beside the chart of `card`; `None` where that is nothing.
    pub fn of(model: &'a Model, card: &'a Card) -> Option<Self> {
        let (request, chart) = card.chart()?;
        let found = subject(request).and_then(|(exposure, outcome)| model.numbers.findings()?.find(&exposure, outcome));
        let aside = chart.aside();
        (found.is_some() || aside.is_some()).then_some(Self { found, aside })
    }

    /// The card, `least` high at least.
    pub fn ui(&self, ui: &mut Ui, least: f32) {
        theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::GAP;
            if let Some((finding, told)) = self.found {
                finding_ui(ui, finding, told);
            }
            if let Some(aside) = self.aside {
                if self.found.is_some() {
                    ui.add_space(theme::GAP);
                }
                aside_ui(ui, aside);
            }
            ui.add_space(theme::GAP);
            ui.label(theme::strong(ui, reminder()));
            fill(ui, least);
        });
    }
}

/// What the finding beside the chart of `request` is about.
pub fn subject(request: &Request) -> Option<(Exposure, Outcome)> {
    let options = &request.options;
    match request.name {
        ChartName::SorenessAgainstSleep => {
            let headline = match (options.x, options.y) {
                (Series::Sleep, Series::Soreness) | (Series::Soreness, Series::Sleep) => options.lag == 0,
                _ => false,
            };
            headline.then_some((Exposure::ShortNight, Outcome::SameMorning))
        }
        ChartName::HabitMinutes => Some((Exposure::Habit(options.habit.clone()?), Outcome::NextMorning)),
        ChartName::Supplements => Some((Exposure::Supplement(options.supplement.clone()?), Outcome::NextMorning)),
        _ => None,
    }
}

fn finding_ui(ui: &mut Ui, finding: &Finding, told: &Told) {
    ui.label(theme::card_title(ui, fl!("trends-journal-title")));
    ui.label(told.sentence.as_str());
    if let Some(effect) = finding.effect() {
        let line = EstimateLine {
            estimate: effect.estimate,
            lower: effect.lower,
            upper: effect.upper,
            raw: finding.raw.difference,
        };
        ui.add_space(theme::GAP);
        line.ui(ui, &told.sentence);
        if line.raw.is_some() {
            ui.label(theme::note(ui, fl!("trends-hollow-dot")));
        }
    }
    for note in &told.notes {
        ui.label(theme::note(ui, note.as_str()));
    }
}

fn aside_ui(ui: &mut Ui, aside: &Aside) {
    ui.label(theme::card_title(ui, fl!("trends-aside-title")));
    ui.label(aside.sentence.as_str());
    if !aside.groups.is_empty() {
        ui.add_space(theme::GAP);
        groups_ui(ui, aside);
    }
    for note in &aside.notes {
        ui.label(theme::note(ui, note.as_str()));
    }
}

fn groups_ui(ui: &mut Ui, aside: &Aside) {
    Grid::new("groups")
        .num_columns(3)
        .spacing([theme::BETWEEN, theme::GAP])
        .min_row_height(theme::BODY)
        .show(ui, |ui| {
            ui.label("");
            ui.label(theme::note(ui, aside.count_of.as_str()));
            ui.label(theme::note(ui, aside.mean_of.as_str()));
            ui.end_row();
            for group in &aside.groups {
                ui.label(theme::quiet(ui, group.name.as_str()));
                ui.label(group.n.to_string());
                ui.label(theme::strong(ui, group.mean.as_str()));
                ui.end_row();
            }
        });
}
