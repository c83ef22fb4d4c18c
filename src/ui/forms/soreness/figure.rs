//! Soreness by the figure: point at a place, and give it a number.
//!
//! What is chosen stands beside the body, and under it where there is no room.

use egui::{Ui, vec2};

use super::draft::{SorenessDraft, WHERE};
use super::fields::{Before, before_ui, pain_ui};
use crate::domain::{BodyPart, Rating, Scale, units, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::sheet::{Scores, Sheet};
use crate::ui::widgets::{BodyChange, BodyFigure, field_note};

/// The figure takes this part of the window's height, within these bounds.
const SHARE: f32 = 0.5;
const LOWEST: f32 = 220.0;
const TALLEST: f32 = 400.0;
/// The least width of what stands beside it.
const BESIDE: f32 = 300.0;

impl SorenessDraft {
    /// The body, and the row of numbers of the place that is chosen.
    pub(super) fn figure_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let before = self.before(sheet.model);
        let height = (ui.content_rect().height() * SHARE).clamp(LOWEST, TALLEST);
        let beside = ui.available_width() - BodyFigure::room(height).x - theme::BETWEEN;
        if beside < BESIDE {
            ui.vertical_centered(|ui| self.body_ui(ui, sheet, &before, height));
            self.told_ui(ui, sheet, &before);
            return;
        }
        ui.horizontal_top(|ui| {
            self.body_ui(ui, sheet, &before, height);
            ui.allocate_ui(vec2(beside, height), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(beside);
                    ui.spacing_mut().item_spacing.y = theme::GAP;
                    self.told_ui(ui, sheet, &before);
                });
            });
        });
    }

    fn body_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>, before: &Before, height: f32) {
        let focus = sheet.takes_focus(WHERE);
        let name = fl!("form-body");
        let change = BodyFigure::new(&name)
            .height(height)
            .focus(focus)
            .scores(|region, side| self.rating((region, side)))
            .before(|region, side| before.rating(region, side))
            .edit(ui, &mut sheet.state.body);
        match change {
            Some(BodyChange::Score(part, score)) => self.rate(part, Some(score)),
            Some(BodyChange::TakeBack(part)) => self.rate(part, None),
            None => {}
        }
    }

    fn told_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>, before: &Before) {
        let why = sheet.complaint(WHERE);
        let hint = if before.is_empty() {
            fl!("form-body-hint")
        } else {
            fl!("form-body-hint-yesterday")
        };
        field_note(ui, why.as_deref(), Some(hint));
        if let Some(part) = sheet.state.body.chosen {
            let yesterday = before.rating(part.0, part.1);
            theme::outlined(ui).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme::GAP;
                self.chosen_ui(ui, sheet, part, yesterday);
            });
        }
        self.summary_ui(ui);
        self.rest_ui(ui);
    }

    fn rating(&self, part: BodyPart) -> Option<Rating> {
        let spot = self.spot_at(part)?;
        spot.score.map(|value| Rating {
            value,
            scale: spot.scale,
        })
    }

    fn chosen_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>, part: BodyPart, yesterday: Option<Rating>) {
        let was = self.rating(part).map(|it| it.value);
        let mut score = was;
        let scores = Scores {
            key: "chosen",
            label: &words::spot(part.0, part.1),
            low: 0,
            high: 10,
            words: &|value| words::score(value, Scale::Nrs010),
            coloured: Some(Scale::Nrs010),
        };
        sheet.score(ui, &scores, &mut score);
        if score != was {
            self.rate(part, score);
        }
        before_ui(ui, yesterday);
        let rated = self.spots.iter_mut().filter(|it| it.score.is_some());
        if let Some(spot) = rated.into_iter().find(|it| it.covers(part)) {
            pain_ui(ui, spot);
        }
    }

    /// All that is rated, in words.
    fn summary_ui(&self, ui: &mut Ui) {
        let rated = self.spots.iter().filter_map(|it| Some((it, it.score?)));
        let told = rated.map(|(it, score)| {
            let (place, number) = (words::spot(it.region, it.side), units::show_number(score));
            if it.pain {
                fl!("form-rated-pain", place = place, number = number)
            } else {
                fl!("form-rated", place = place, number = number)
            }
        });
        let told: Vec<String> = told.collect();
        if !told.is_empty() {
            ui.label(theme::quiet(ui, told.join(" · ")));
        }
    }
}
