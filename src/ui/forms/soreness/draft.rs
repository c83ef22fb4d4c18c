//! The draft of ratings: what a form begins with, and what it would save.

use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::Form;
use crate::domain::{Batch, Context, Id, Label, Meta, Record, Region, Scale, Side, SorenessRating, Stamp, words};
use crate::fl;
use crate::ui::forms::day::{DAY, day_text};
use crate::ui::forms::typed::text;
use crate::ui::forms::{Errors, Saving};

/// The first field.
pub const SEARCH: &str = "search";
pub(super) const TIME: &str = "time";
pub(super) const NOTES: &str = "notes";

/// One spot and how sore it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Spot {
    pub(super) region: Region,
    pub(super) side: Side,
    pub(super) score: Option<f64>,
    pub(super) scale: Scale,
}

impl Spot {
    pub(super) fn new(region: Region, side: Side) -> Self {
        Self {
            region,
            side,
            score: None,
            scale: Scale::Nrs010,
        }
    }

    /// The key of its row of numbers.
    pub(super) fn key(&self) -> String {
        let (region, side): (&str, &str) = (self.region.into(), self.side.into());
        format!("{region}/{side}")
    }
}

/// Ratings as they are typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SorenessDraft {
    pub(super) spots: Vec<Spot>,
    pub(super) rest_is_fine: bool,
    pub(super) overall: Option<f64>,
    pub(super) context: Context,
    pub(super) day: String,
    pub(super) time: String,
    pub(super) notes: String,
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
        let context = Context::of(form.run.is_some(), is_today, model.now.civil().hour());
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
