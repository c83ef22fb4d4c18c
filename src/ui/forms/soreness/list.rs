//! Soreness by the list of places: find one, choose its side, press a number.

use egui::{Align, Layout, Ui, vec2};

use super::draft::{SorenessDraft, Spot, WHERE};
use super::fields::spot_ui;
use crate::domain::{Region, Side, words};
use crate::fl;
use crate::theme;
use crate::ui::forms::sheet::Sheet;
use crate::ui::widgets::{Field, chip};

impl SorenessDraft {
    /// The list, with its search.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, sheet: &mut Sheet<'_>) {
        let label = fl!("form-find-place");
        let mut search = std::mem::take(&mut sheet.state.search);
        sheet.field(ui, WHERE, Field::new(&label).hint(fl!("form-where-hint")), &mut search);
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
        let before = self.before(sheet.model);
        for spot in self.spots.iter_mut().filter(|it| it.region == region) {
            let yesterday = before.rating(region, spot.side);
            theme::outlined(ui).show(ui, |ui| spot_ui(ui, sheet, spot, yesterday));
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
        if side != Side::Both {
            sheet.state.body.choose((region, side));
        }
        self.spots.push(spot);
        self.spots.sort_by_key(|it| (it.region, it.side));
    }
}

/// Room for the name of a region, and for the chips of its sides.
const NAME: f32 = 200.0;
const SIDES: f32 = 200.0;

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
