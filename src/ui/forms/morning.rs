//! The morning check of Today: night, soreness and how the day feels, in one batch.
//!
//! What the day has already is changed, not doubled, and what is left empty stays as it is.

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
        let soreness = self.soreness.map(|score| soreness(score, model));
        let records = [
            night.map(Record::Night),
            soreness.map(Record::Soreness),
            self.check_in(model).map(Record::CheckIn),
        ];
        let records: Vec<_> = records.into_iter().flatten().collect();
        if records.is_empty() {
            errors.add(SLEPT, fl!("form-morning-empty"));
        }
        errors.or(Batch::putting(Label::new("batch-morning"), records))
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

/// The morning's rating of the whole body, typed here on our scale: the one of today, or a new one.
fn soreness(score: f64, model: &Model) -> SorenessRating {
    let fresh = || SorenessRating {
        meta: Meta::manual(Id::fresh(model.now.ms)),
        at: model.now,
        region: Region::Overall,
        side: Side::None,
        score,
        scale: Scale::Nrs010,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    };
    let of_today = overall_of(model, model.today()).cloned();
    SorenessRating {
        score,
        ..of_today.unwrap_or_else(fresh)
    }
}

/// The rating of the whole body that was typed here in the morning of `day`.
fn overall_of(model: &Model, day: Date) -> Option<&SorenessRating> {
    model.journal.soreness.iter().rev().find(|it| {
        it.region == Region::Overall
            && it.context == Context::Morning
            && it.scale == Scale::Nrs010
            && it.meta.source == MANUAL
            && model.day_of(it.at) == day
    })
}
