//! The fields of soreness: the list of regions, and a row of numbers for each spot chosen.

use egui::{Align, Layout, Ui, vec2};
use strum::VariantArray as _;

use super::draft::{NOTES, SEARCH, SorenessDraft, Spot, TIME};
use crate::app::command::Form;
use crate::domain::{Context, Region, Scale, Side, words};
use crate::fl;
use crate::ui::forms::day::{TimeField, day_ui};
use crate::ui::forms::sheet::{Scores, Sheet, choice};
use crate::ui::theme;
use crate::ui::widgets::{Field, chip};

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
        spot_ui(ui, sheet, spot);
    }

    fn many_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let label = fl!("form-where");
        let mut search = std::mem::take(&mut sheet.state.search);
        sheet.field(ui, SEARCH, Field::new(&label).hint(fl!("form-where-hint")), &mut search);
        let found = |it: &Region| {
            words::region(*it)
                .to_lowercase()
                .contains(&search.trim().to_lowercase())
        };
        let mut any = false;
        for (group, regions) in groups() {
            let regions: Vec<_> = regions
                .iter()
                .copied()
                .filter(|it| found(it) || self.has(*it))
                .collect();
            if regions.is_empty() {
                continue;
            }
            any = true;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                ui.label(theme::strong(ui, group));
                for region in regions {
                    self.region_ui(ui, sheet, region);
                }
            });
        }
        if !any {
            ui.label(theme::quiet(ui, fl!("form-where-none")));
        }
        sheet.state.search = search;
        let fine = fl!("form-rest-is-fine");
        if chip(ui, self.rest_is_fine, &fine, &fine).clicked() {
            self.rest_is_fine = !self.rest_is_fine;
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

    fn has(&self, region: Region) -> bool {
        self.spots.iter().any(|it| it.region == region)
    }

    /// One region: its sides to choose, and a row of numbers for each that is chosen.
    fn region_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>, region: Region) {
        let sides: &[Side] = if region.has_sides() {
            &[Side::Left, Side::Right, Side::Both]
        } else {
            &[Side::None]
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().interact_size.y = theme::SMALL_CONTROL;
            let width = NAME.min(ui.available_width() - SIDES);
            let size = vec2(width, theme::SMALL_CONTROL);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                ui.set_width(width);
                ui.add(egui::Label::new(theme::quiet(ui, words::region(region))).truncate());
            });
            for &side in sides {
                self.side_ui(ui, sheet, region, side);
            }
        });
        for spot in self.spots.iter_mut().filter(|it| it.region == region) {
            theme::sunk(ui).show(ui, |ui| spot_ui(ui, sheet, spot));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>, region: Region, side: Side) {
        let on = self.spots.iter().any(|it| (it.region, it.side) == (region, side));
        let words = if side == Side::None {
            fl!("form-rate")
        } else {
            short_side(side)
        };
        if !chip(ui, on, &words, &words::region_side(region, side)).clicked() {
            return;
        }
        if on {
            self.spots.retain(|it| (it.region, it.side) != (region, side));
            return;
        }
        // "Both sides" is one rating of the two: it stands instead of theirs.
        self.spots
            .retain(|it| it.region != region || (side != Side::Both && it.side != Side::Both));
        let spot = Spot::new(region, side);
        sheet.focus(ui, spot.key());
        self.spots.push(spot);
        self.spots.sort_by_key(|it| (it.region, it.side));
    }
}

/// Room for the name of a region, and for the chips of its sides.
const NAME: f32 = 200.0;
const SIDES: f32 = 200.0;

/// The row of numbers of a spot.
fn spot_ui(ui: &mut Ui, sheet: &mut Sheet<'_>, spot: &mut Spot) {
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
}

/// The regions in the order of the list.
fn groups() -> [(String, &'static [Region]); 3] {
    use Region as R;
    [
        (
            fl!("form-legs"),
            &[
                R::Calf,
                R::Quads,
                R::Hamstrings,
                R::Glutes,
                R::Achilles,
                R::Shin,
                R::Knee,
                R::Ankle,
                R::ArchHeel,
                R::Forefoot,
                R::Toes,
            ],
        ),
        (
            fl!("form-hips"),
            &[
                R::HipFlexors,
                R::HipSideItb,
                R::AdductorsGroin,
                R::LowerBack,
                R::Abdomen,
            ],
        ),
        (fl!("form-upper-body"), &[R::UpperBackShoulders, R::Neck, R::Arms]),
    ]
}

fn short_side(side: Side) -> String {
    match side {
        Side::Both => fl!("form-both"),
        other => words::side(other),
    }
}
