//! The fields of soreness: the two ways in, and what is asked of every rating.

use egui::Ui;
use jiff::civil::Date;
use strum::VariantArray as _;

use super::draft::{NOTES, SorenessDraft, Spot, TIME};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::soreness::standing;
use crate::domain::{Context, Rating, Region, Scale, Side, SorenessRating, units, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::day::{TimeField, day_ui, parse_day};
use crate::ui::forms::sheet::{Scores, Sheet, choice};
use crate::ui::widgets::{chip, row, segmented, tick};

impl SorenessDraft {
    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        if form.edit.is_some() {
            self.one_ui(ui, sheet);
        } else {
            self.many_ui(ui, sheet);
        }
        let contexts: Vec<_> = Context::VARIANTS.iter().map(|&it| (it, words::context(it))).collect();
        choice(ui, &fl!("form-context"), &mut self.context, &contexts);
        let (today, text) = (sheet.model.today(), &mut self.time);
        let time = TimeField {
            key: TIME,
            label: fl!("form-clock"),
            note: None,
            text,
        };
        day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, Some(time));
        sheet.notes(ui, NOTES, &mut self.notes);
    }

    /// The one spot of a rating that is changed.
    fn one_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let Some(spot) = self.spots.first_mut() else {
            return;
        };
        if spot.region.has_sides() {
            let sides: Vec<_> = Side::VARIANTS.iter().map(|&it| (it, words::side(it))).collect();
            choice(ui, &fl!("form-side"), &mut spot.side, &sides);
        }
        spot_ui(ui, sheet, spot, None);
        self.painkiller_ui(ui);
    }

    fn many_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let ways = [(false, fl!("form-by-figure")), (true, fl!("form-by-list"))];
        let before = sheet.state.by_list;
        ui.scope(|ui| {
            ui.spacing_mut().interact_size.y = theme::CONTROL;
            let label = theme::label(ui, fl!("form-where"));
            row(
                ui,
                |ui| drop(ui.label(label)),
                |ui| {
                    segmented(ui, &fl!("form-way-in"), &mut sheet.state.by_list, &ways);
                },
            );
        });
        if sheet.state.by_list != before {
            // Chosen in the list and not scored: the figure has no such thing.
            self.spots.retain(|it| it.score.is_some());
        }
        if sheet.state.by_list {
            self.list_ui(ui, sheet);
            self.rest_ui(ui);
        } else {
            self.figure_ui(ui, sheet);
        }
        let overall = Scores {
            key: "overall",
            label: &words::region(Region::Overall),
            low: 0,
            high: 10,
            words: &|value| words::score(value, Scale::Nrs010),
            coloured: Some(Scale::Nrs010),
        };
        sheet.score(ui, &overall, &mut self.overall);
    }

    /// What is said of all that was not rated, and of the whole entry.
    pub(super) fn rest_ui(&mut self, ui: &mut Ui) {
        let fine = fl!("form-rest-is-fine");
        if chip(ui, self.rest_is_fine, &fine, &fine).clicked() {
            self.rest_is_fine = !self.rest_is_fine;
        }
        self.painkiller_ui(ui);
    }

    fn painkiller_ui(&mut self, ui: &mut Ui) {
        let words = fl!("form-painkiller");
        if tick(ui, self.painkiller, &words, &words).clicked() {
            self.painkiller = !self.painkiller;
        }
        if self.painkiller {
            ui.label(theme::note(ui, fl!("form-painkiller-note")));
        }
    }

    /// The ratings of the day before the one that is typed.
    pub(super) fn before<'m>(&self, model: &'m Model) -> Before<'m> {
        let day = parse_day(&self.day, model.today()).unwrap_or_else(|| model.today());
        Before::of(model, day)
    }
}

/// The ratings of the day before another.
pub(super) struct Before<'m>(Vec<&'m SorenessRating>);

impl<'m> Before<'m> {
    fn of(model: &'m Model, day: Date) -> Self {
        let yesterday = day.yesterday().ok();
        Self(yesterday.map_or_else(Vec::new, |it| model.journal.soreness_of(it)))
    }

    /// Whether nothing was rated.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How sore a part was.
    pub(super) fn rating(&self, region: Region, side: Side) -> Option<Rating> {
        standing(&self.0, region, side)
    }
}

/// The row of numbers of a spot, and whether it is pain.
pub(super) fn spot_ui(ui: &mut Ui, sheet: &mut Sheet<'_>, spot: &mut Spot, before: Option<Rating>) {
    let (low, high) = spot.scale.range();
    let scale = spot.scale;
    let scores = Scores {
        key: &spot.key(),
        label: &words::region_side(spot.region, spot.side),
        low: low as i32,
        high: high as i32,
        words: &|value| words::score(value, scale),
        coloured: Some(scale),
    };
    sheet.score(ui, &scores, &mut spot.score);
    before_ui(ui, before);
    if spot.score.is_some() {
        pain_ui(ui, spot);
    }
}

/// What was felt there the day before, faint.
pub(super) fn before_ui(ui: &mut Ui, before: Option<Rating>) {
    if let Some(it) = before {
        let (number, words) = (units::show_number(it.value), words::score(it.value, it.scale));
        ui.label(theme::note(ui, fl!("body-yesterday", number = number, words = words)));
    }
}

/// The tick that calls it pain, and how to tell the two.
pub(super) fn pain_ui(ui: &mut Ui, spot: &mut Spot) {
    let place = words::spot(spot.region, spot.side);
    if tick(ui, spot.pain, &fl!("form-pain"), &fl!("form-pain-at", place = place)).clicked() {
        spot.pain = !spot.pain;
    }
    ui.label(theme::note(ui, fl!("form-pain-or-soreness")));
}
