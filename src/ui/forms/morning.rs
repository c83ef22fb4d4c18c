//! The morning check of Today: night, soreness and how the day feels, in one batch.
//!
//! What the day has already is changed, not doubled, and what is left empty stays as it is. The sorest spot
//! is a rating of the whole body, or of the place that is named with it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Errors;
use crate::app::Model;
use crate::domain::record::MANUAL;
use crate::domain::units::{self, parse_sleep};
use crate::domain::{
    Batch, CheckIn, Context, Id, Label, Meta, Night, Rating, Record, Region, Scale, Side, SorenessRating,
};
use crate::fl;

/// The field of the hours slept.
pub const SLEPT: &str = "slept";
/// The row of the sorest spot.
pub const SORE: &str = "sore";

/// The morning as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MorningDraft {
    /// How long one slept, as typed.
    pub slept: String,
    /// How the night was, 1 poor to 5 great.
    pub quality: Option<f64>,
    /// The sorest spot, 0 none to 10 worst.
    pub soreness: Option<f64>,
    /// Where that is, where it was said.
    pub place: Option<(Region, Side)>,
    /// Whether all else is fine.
    pub rest_is_fine: bool,
    /// 1 very fresh to 5 very tired.
    pub fatigue: Option<f64>,
    /// 1 very calm to 5 very stressed.
    pub stress: Option<f64>,
    /// 1 very good to 5 very low.
    pub mood: Option<f64>,
}

impl MorningDraft {
    /// Night, soreness and check-in of the model's day as one batch, or what is wrong.
    pub fn batch(&self, model: &Model) -> Result<Batch, Errors> {
        let mut errors = Errors::default();
        let asleep_min = errors.read(SLEPT, &self.slept, ("", None), parse_sleep);
        let night = self.night(asleep_min, model, &mut errors);
        if self.place.is_some() && self.soreness.is_none() {
            errors.add(SORE, fl!("form-score-missing"));
        }
        let place = self.place.unwrap_or((Region::Overall, Side::None));
        let soreness = self.soreness.map(|score| rating(place, score, model));
        let rest = self
            .rest_is_fine
            .then(|| rating((Region::AllOthers, Side::None), 0.0, model));
        let records = [
            night.map(Record::Night),
            soreness.map(Record::Soreness),
            rest.map(Record::Soreness),
            self.check_in(model).map(Record::CheckIn),
        ];
        let records: Vec<_> = records.into_iter().flatten().collect();
        if records.is_empty() && errors.is_empty() {
            errors.add(SLEPT, fl!("form-morning-empty"));
        }
        errors.or(Batch::putting(Label::new("batch-morning"), records))
    }

    /// What is recorded of `day` in the same numbers: what may be suggested for another, and is never taken
    /// over by itself.
    pub fn of_day(day: Date, model: &Model) -> Self {
        let night = model.journal.night_of(day);
        let row = model.daily().row(day);
        let soreness = row.and_then(|it| it.soreness);
        let check_in = model.journal.check_in_of(day);
        let on = |scale: Scale| move |it: &Rating| it.scale == scale;
        let felt = |it: fn(&CheckIn) -> Option<Rating>| {
            let rating = check_in.and_then(it).filter(on(Scale::Five15));
            rating.map(|it| it.value)
        };
        Self {
            slept: night.and_then(Night::hours).map(units::show_hours).unwrap_or_default(),
            quality: night.and_then(|it| it.quality).map(|it| it as f64),
            soreness: soreness.filter(on(Scale::Nrs010)).map(|it| it.value),
            fatigue: felt(|it| it.fatigue),
            stress: felt(|it| it.stress),
            mood: felt(|it| it.mood),
            ..Self::default()
        }
    }

    fn night(&self, asleep_min: Option<f64>, model: &Model, errors: &mut Errors) -> Option<Night> {
        if asleep_min.is_none() && self.quality.is_none() {
            return None;
        }
        let day = model.now.civil_date();
        let more = Night {
            asleep_min,
            quality: self.quality.map(|it| it as i64),
            ..Night::new(Meta::manual(Id::fresh(model.now.ms)), day)
        };
        let night = match model.journal.night_of(day) {
            Some(it) => it.clone().completed_by(&more),
            None => more,
        };
        if let Some(in_bed) = night.outslept().filter(|_| asleep_min.is_some()) {
            let in_bed = units::show_hours(in_bed / 60.0);
            errors.add(SLEPT, fl!("form-slept-too-long", bed = in_bed));
        }
        Some(night)
    }

    fn check_in(&self, model: &Model) -> Option<CheckIn> {
        let rating = |value: Option<f64>| {
            value.map(|value| Rating {
                value,
                scale: Scale::Five15,
            })
        };
        let (fatigue, stress, mood) = (rating(self.fatigue), rating(self.stress), rating(self.mood));
        fatigue.or(stress).or(mood)?;
        let more = CheckIn {
            at: Some(model.now),
            fatigue,
            stress,
            mood,
            ..CheckIn::new(Meta::manual(Id::fresh(model.now.ms)), model.today())
        };
        Some(match model.journal.check_in_of(model.today()) {
            Some(it) => it.clone().completed_by(&more),
            None => more,
        })
    }
}

/// The morning's rating of a place, typed here on our scale: the one of today, or a new one.
fn rating(place: (Region, Side), score: f64, model: &Model) -> SorenessRating {
    let fresh = || SorenessRating {
        meta: Meta::manual(Id::fresh(model.now.ms)),
        at: model.now,
        region: place.0,
        side: place.1,
        score,
        scale: Scale::Nrs010,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    };
    let of_today = rated_of(place, model, model.today()).cloned();
    SorenessRating {
        score,
        ..of_today.unwrap_or_else(fresh)
    }
}

/// The rating of a place that was typed here in the morning of `day`.
fn rated_of(place: (Region, Side), model: &Model, day: Date) -> Option<&SorenessRating> {
    model.journal.soreness.iter().rev().find(|it| {
        (it.region, it.side) == place
            && it.context == Context::Morning
            && it.scale == Scale::Nrs010
            && it.meta.source == MANUAL
            && model.day_of(it.at) == day
    })
}
