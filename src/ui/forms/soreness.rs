//! The form of soreness: where, which side, how much.
//!
//! Several spots are rated in one go. A spot is chosen in the list, and its row of numbers appears there.
//! "Everything else is fine" writes the one row that says so. A single rating is changed by the same
//! draft, with its one spot.

use egui::{Align, Layout, Ui, vec2};
use serde::{Deserialize, Serialize};
use strum::VariantArray as _;

use super::day::{DAY, TimeField, day_text, day_ui};
use super::run::text;
use super::sheet::{Scores, Sheet};
use super::{Errors, Saving};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::{Batch, Context, Id, Label, Meta, Record, Region, Scale, Side, SorenessRating, Stamp, words};
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::{Field, chip};

/// The first field.
pub const SEARCH: &str = "search";
const TIME: &str = "time";
const NOTES: &str = "notes";

/// Before this hour a rating is one of the morning.
const MORNING_UNTIL: i8 = 11;

/// One spot and how sore it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Spot {
    region: Region,
    side: Side,
    score: Option<f64>,
    scale: Scale,
}

impl Spot {
    fn new(region: Region, side: Side) -> Self {
        Self {
            region,
            side,
            score: None,
            scale: Scale::Nrs010,
        }
    }

    /// The key of its row of numbers.
    fn key(&self) -> String {
        let (region, side): (&str, &str) = (self.region.into(), self.side.into());
        format!("{region}/{side}")
    }
}

/// Ratings as they are typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SorenessDraft {
    spots: Vec<Spot>,
    rest_is_fine: bool,
    overall: Option<f64>,
    context: Context,
    day: String,
    time: String,
    notes: String,
}

fn edited<'m>(form: &Form, model: &'m Model) -> Option<&'m SorenessRating> {
    let id = form.edit?;
    model.journal.soreness.iter().find(|it| it.meta.id == id)
}

impl SorenessDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        if form.edit.is_some() {
            return edited(form, model).map(|it| Self::of(it, model));
        }
        let is_today = form.day == model.today();
        let context = match (form.run, model.now.civil().hour()) {
            (Some(_), _) => Context::AfterRun,
            (None, hour) if !is_today || hour < MORNING_UNTIL => Context::Morning,
            _ => Context::Other,
        };
        Some(Self {
            spots: Vec::new(),
            rest_is_fine: false,
            overall: None,
            context,
            day: day_text(form.day),
            time: if is_today {
                words::clock(model.now)
            } else {
                String::new()
            },
            notes: String::new(),
        })
    }

    /// The draft of a record.
    fn of(it: &SorenessRating, model: &Model) -> Self {
        Self {
            spots: vec![Spot {
                region: it.region,
                side: it.side,
                score: Some(it.score),
                scale: it.scale,
            }],
            rest_is_fine: false,
            overall: None,
            context: it.context,
            day: day_text(model.day_of(it.at)),
            time: words::clock(it.at),
            notes: it.notes.clone(),
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let base = edited(form, model);
        let mut errors = Errors::default();
        if self.spots.is_empty() && self.overall.is_none() && !self.rest_is_fine {
            errors.add(SEARCH, fl!("form-soreness-empty"));
        }
        for spot in self.spots.iter().filter(|it| it.score.is_none()) {
            errors.add(&spot.key(), fl!("form-score-missing"));
        }
        let at = self.at(base, model, &mut errors);
        let Some(at) = at.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let rating = |spot: &Spot, score: f64| SorenessRating {
            at,
            region: spot.region,
            side: spot.side,
            score,
            scale: spot.scale,
            context: self.context,
            notes: text(&self.notes, base.map_or("", |it| &it.notes)),
            ..base.cloned().unwrap_or_else(|| fresh(at, form, model))
        };
        let overall = self
            .overall
            .map(|score| rating(&Spot::new(Region::Overall, Side::None), score));
        let rest = self
            .rest_is_fine
            .then(|| rating(&Spot::new(Region::AllOthers, Side::None), 0.0));
        let spots = self.spots.iter().filter_map(|it| Some(rating(it, it.score?)));
        let records = overall.into_iter().chain(spots).chain(rest).map(Record::Soreness);
        let id = if base.is_some() {
            "batch-change-soreness"
        } else {
            "batch-soreness"
        };
        Ok(Saving::of(Batch::putting(Label::new(id), records)))
    }

    fn at(&self, base: Option<&SorenessRating>, model: &Model, errors: &mut Errors) -> Option<Stamp> {
        if let Some(base) = base {
            let was = Self::of(base, model);
            if (&self.day, &self.time) == (&was.day, &was.time) {
                return Some(base.at);
            }
        }
        let day = errors.day(DAY, &self.day, model.today());
        let time = errors.clock(TIME, &self.time, || fl!("form-time-missing"));
        errors.instant(TIME, day, time, model)
    }

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        if form.edit.is_some() {
            self.one_ui(ui, sheet);
        } else {
            self.many_ui(ui, sheet);
        }
        let contexts: Vec<_> = Context::VARIANTS.iter().map(|&it| (it, words::context(it))).collect();
        sheet.choice(ui, &fl!("form-context"), &mut self.context, &contexts);
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
            sheet.choice(ui, &fl!("form-side"), &mut spot.side, &sides);
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

fn fresh(at: Stamp, form: &Form, model: &Model) -> SorenessRating {
    SorenessRating {
        meta: Meta::manual(Id::fresh(model.now.ms)),
        at,
        region: Region::Overall,
        side: Side::None,
        score: 0.0,
        scale: Scale::Nrs010,
        context: Context::Other,
        run_id: form.run,
        notes: String::new(),
    }
}
