//! What stands beside a chart: what it looks like in a sentence, the plain means of groups, no verdict.

use egui::{Grid, Ui};

use super::card::Card;
use crate::app::Model;
use crate::charts::Aside;
use crate::fl;
use crate::theme;

/// What is said beside a chart.
pub struct Beside<'a> {
    aside: &'a Aside,
}

impl<'a> Beside<'a> {
    /// What there is to say beside the chart of `card`.
    pub fn of(_model: &'a Model, card: &'a Card) -> Option<Self> {
        let aside = card.chart()?.1.aside()?;
        Some(Self { aside })
    }

    /// The card, `least` high at least.
    pub fn ui(&self, ui: &mut Ui, least: f32) {
        theme::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(least);
            ui.spacing_mut().item_spacing.y = theme::GAP;
            aside_ui(ui, self.aside);
        });
    }
}

fn aside_ui(ui: &mut Ui, aside: &Aside) {
    ui.label(theme::card_title(ui, fl!("trends-journal-title")));
    ui.label(aside.sentence.as_str());
    if !aside.groups.is_empty() {
        ui.add_space(theme::GAP);
        groups_ui(ui, aside);
    }
    for note in &aside.notes {
        ui.label(theme::note(ui, note.as_str()));
    }
    ui.add_space(theme::GAP);
    ui.label(theme::strong(ui, fl!("trends-no-proof")));
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
