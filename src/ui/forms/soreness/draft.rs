//! The draft of ratings: what a form begins with, and what it would save.

use serde::{Deserialize, Serialize};

use crate::app::Model;
use crate::app::command::Form;
use crate::domain::soreness::{ANALGESIC, PAIN};
use crate::domain::{
    Batch, BodyPart, Context, Id, Label, Meta, Record, Region, Scale, Side, SorenessRating, Stamp, words,
};
use crate::fl;
use crate::ui::forms::day::{DAY, day_text};
use crate::ui::forms::typed::text;
use crate::ui::forms::{Errors, Saving};

/// The first field: where it is sore, on the figure or in the list.
pub const WHERE: &str = "where";
pub(super) const TIME: &str = "time";
pub(super) const NOTES: &str = "notes";

/// One spot and how sore it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Spot {
    pub(super) region: Region,
    pub(super) side: Side,
    pub(super) score: Option<f64>,
    pub(super) scale: Scale,
    /// Whether it is called pain.
    #[serde(default)]
    pub(super) pain: bool,
}

impl Spot {
    pub(super) fn new(region: Region, side: Side) -> Self {
        Self {
            region,
            side,
            score: None,
            scale: Scale::Nrs010,
            pain: false,
        }
    }

    /// Whether it says something of this part of the figure.
    pub(super) fn covers(&self, (region, side): BodyPart) -> bool {
        self.region == region && (self.side == side || self.side == Side::Both)
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
    /// Whether a painkiller was taken.
    #[serde(default)]
    pub(super) painkiller: bool,
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
            painkiller: false,
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
                pain: it.is_pain(),
            }],
            rest_is_fine: false,
            overall: None,
            painkiller: it.is_analgesic(),
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
            errors.add(WHERE, fl!("form-soreness-empty"));
        }
        for spot in self.spots.iter().filter(|it| it.score.is_none()) {
            errors.add(&spot.key(), fl!("form-score-missing"));
        }
        let at = self.at(base, model, &mut errors);
        let Some(at) = at.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let rating = |spot: &Spot, score: f64| {
            let mut it = SorenessRating {
                at,
                region: spot.region,
                side: spot.side,
                score,
                scale: spot.scale,
                context: self.context,
                notes: text(&self.notes, base.map_or("", |it| &it.notes)),
                ..base.cloned().unwrap_or_else(|| fresh(at, form, model))
            };
            it.meta.tick(PAIN, spot.pain);
            it.meta.tick(ANALGESIC, self.painkiller);
            it
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

    /// What is said of a part of the figure, by itself or as both sides.
    pub(super) fn spot_at(&self, part: BodyPart) -> Option<&Spot> {
        let own = self.spots.iter().find(|it| (it.region, it.side) == part);
        own.or_else(|| self.spots.iter().find(|it| it.covers(part)))
    }

    /// Scores a part of the figure; `None` takes its rating back. A rating of both sides becomes one of each.
    pub(super) fn rate(&mut self, part: BodyPart, score: Option<f64>) {
        if let Some(both) = self
            .spots
            .iter()
            .position(|it| it.side == Side::Both && it.covers(part))
        {
            let both = self.spots.remove(both);
            let sides = [Side::Left, Side::Right];
            self.spots.extend(sides.map(|side| Spot { side, ..both.clone() }));
        }
        let own = self.spots.iter_mut().find(|it| (it.region, it.side) == part);
        match (own, score) {
            (Some(spot), Some(_)) => spot.score = score,
            (Some(_), None) => self.spots.retain(|it| (it.region, it.side) != part),
            (None, Some(_)) => self.spots.push(Spot {
                score,
                ..Spot::new(part.0, part.1)
            }),
            (None, None) => {}
        }
        self.spots.sort_by_key(|it| (it.region, it.side));
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
