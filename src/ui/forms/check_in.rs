//! The form of a check-in: how a day feels, and the body's numbers.
//!
//! A day has one check-in. Opened for a day that has one, the form changes it; moved there while
//! something is typed already, it adds to it: what is left empty stays as it was.

use egui::Ui;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::{DAY, day_text, day_ui, parse_day};
use super::sheet::{Scores, Sheet, choice_or_none};
use super::typed::text;
use super::{Errors, Saving};
use crate::app::Model;
use crate::app::command::Form;
use crate::domain::units;
use crate::domain::{Batch, CheckIn, Id, Label, Meta, Rating, Record, Scale, words};
use crate::fl;

/// The first field.
pub const FATIGUE: &str = "fatigue";
const RESTING_HR: &str = "resting_hr";
const HRV: &str = "hrv";
const WEIGHT: &str = "weight";
const NOTES: &str = "notes";
const UNDER_MORE: [&str; 4] = [RESTING_HR, HRV, WEIGHT, NOTES];

/// A check-in as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckInDraft {
    /// The record this was taken from.
    loaded: Option<Id>,
    day: String,
    fatigue: Option<Rating>,
    stress: Option<Rating>,
    mood: Option<Rating>,
    readiness: Option<Rating>,
    resting_hr: String,
    hrv: String,
    weight: String,
    ill: Option<bool>,
    travel: Option<bool>,
    notes: String,
}

impl CheckInDraft {
    /// The draft a form begins with.
    pub fn begin(form: &Form, model: &Model) -> Option<Self> {
        match form.edit {
            Some(id) => {
                let found = model.journal.check_ins.iter().find(|it| it.meta.id == id)?;
                Some(Self::of(found, model))
            }
            None => Some(Self::of_day(form.day, model)),
        }
    }

    fn of_day(day: Date, model: &Model) -> Self {
        let empty = || Self {
            day: day_text(day),
            ..Self::default()
        };
        model
            .journal
            .check_in_of(day)
            .map_or_else(empty, |it| Self::of(it, model))
    }

    /// The draft of a record.
    fn of(it: &CheckIn, model: &Model) -> Self {
        let number = |value: Option<f64>| value.map(units::show_number).unwrap_or_default();
        let weight = it.weight_kg.map(|kg| units::show_mass(kg, model.settings().mass));
        Self {
            loaded: Some(it.meta.id),
            day: day_text(it.day),
            fatigue: it.fatigue,
            stress: it.stress,
            mood: it.mood,
            readiness: it.readiness,
            resting_hr: number(it.resting_hr),
            hrv: number(it.hrv_rmssd),
            weight: weight.unwrap_or_default(),
            ill: it.ill,
            travel: it.travel,
            notes: it.notes.clone(),
        }
    }

    /// What would be saved, or what is wrong.
    pub fn saving(&self, form: &Form, model: &Model) -> Result<Saving, Errors> {
        let mut errors = Errors::default();
        let day = errors.day(DAY, &self.day, model.today());
        let edited = form.edit.or(self.loaded);
        let edited = edited.and_then(|id| model.journal.check_ins.iter().find(|it| it.meta.id == id));
        // Moved to a day that has one: that one is added to.
        let base = edited
            .filter(|it| form.edit.is_some() || Some(it.day) == day)
            .or_else(|| model.journal.check_in_of(day?));
        if self.says_nothing() && base.is_none() {
            errors.add(FATIGUE, fl!("form-check-in-empty"));
        }
        let record = self.record(base, day, model, &mut errors);
        let Some(record) = record.filter(|_| errors.is_empty()) else {
            return Err(errors);
        };
        let id = if base.is_some() {
            "batch-change-check-in"
        } else {
            "batch-check-in"
        };
        Ok(Saving::of(Batch::putting(Label::new(id), [Record::CheckIn(record)])))
    }

    fn record(&self, base: Option<&CheckIn>, day: Option<Date>, model: &Model, errors: &mut Errors) -> Option<CheckIn> {
        let was = base.map(|it| Self::of(it, model)).unwrap_or_default();
        // Taken from this record, an emptied field empties it; typed apart from it, it says nothing.
        let apart = base.is_some_and(|it| Some(it.meta.id) != self.loaded);
        let stays = |now: &str| apart && now.trim().is_empty();
        let mut number = |field: &str, now: &str, was: &str, value: Option<f64>, low: f64, high: f64| {
            if stays(now) {
                value
            } else {
                errors.number(field, now, (was, value), low..=high)
            }
        };
        let resting_hr = number(
            RESTING_HR,
            &self.resting_hr,
            &was.resting_hr,
            base.and_then(|it| it.resting_hr),
            20.0,
            250.0,
        );
        let hrv_rmssd = number(HRV, &self.hrv, &was.hrv, base.and_then(|it| it.hrv_rmssd), 0.0, 1000.0);
        let kg = base.and_then(|it| it.weight_kg);
        let weight_kg = if stays(&self.weight) {
            kg
        } else {
            errors.read(WEIGHT, &self.weight, (&was.weight, kg), |text| {
                units::parse_mass(text, model.settings().mass)
            })
        };
        let day = day?;
        let fresh = || CheckIn {
            at: Some(model.now).filter(|_| day == model.today()),
            ..CheckIn::new(Meta::manual(Id::fresh(model.now.ms)), day)
        };
        let kept = |before: Option<Rating>| before.filter(|_| apart);
        Some(CheckIn {
            day,
            fatigue: self.fatigue.or(kept(was.fatigue)),
            stress: self.stress.or(kept(was.stress)),
            mood: self.mood.or(kept(was.mood)),
            readiness: self.readiness.or(kept(was.readiness)),
            resting_hr,
            hrv_rmssd,
            weight_kg,
            ill: self.ill.or(was.ill.filter(|_| apart)),
            travel: self.travel.or(was.travel.filter(|_| apart)),
            notes: if stays(&self.notes) {
                was.notes.clone()
            } else {
                text(&self.notes, &was.notes)
            },
            ..base.cloned().unwrap_or_else(fresh)
        })
    }

    fn says_nothing(&self) -> bool {
        let ratings = [self.fatigue, self.stress, self.mood, self.readiness];
        let texts = [&self.resting_hr, &self.hrv, &self.weight, &self.notes];
        ratings.iter().all(Option::is_none)
            && self.ill.or(self.travel).is_none()
            && texts.iter().all(|it| it.trim().is_empty())
    }

    /// The fields.
    pub fn fields_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let (ours, ready) = (Scale::Five15, Scale::PmsysReadiness010);
        rating_ui(
            ui,
            sheet,
            (FATIGUE, &fl!("form-fatigue")),
            ours,
            words::fatigue,
            &mut self.fatigue,
        );
        rating_ui(
            ui,
            sheet,
            ("stress", &fl!("form-stress")),
            ours,
            words::stress,
            &mut self.stress,
        );
        rating_ui(
            ui,
            sheet,
            ("mood", &fl!("form-mood")),
            ours,
            words::mood,
            &mut self.mood,
        );
        let words = |value| words::score(value, ready);
        rating_ui(
            ui,
            sheet,
            ("readiness", &fl!("form-readiness")),
            ready,
            words,
            &mut self.readiness,
        );
        self.day_ui(ui, form, sheet);
        sheet.more(ui, &UNDER_MORE, |ui, sheet| {
            let kg = sheet.model.settings().mass.sign();
            ui.columns(3, |ui| {
                let bpm = fl!("form-bpm");
                sheet.line(
                    &mut ui[0],
                    RESTING_HR,
                    &fl!("form-resting-hr"),
                    &bpm,
                    &mut self.resting_hr,
                );
                sheet.line(&mut ui[1], HRV, &fl!("form-hrv"), &fl!("form-ms"), &mut self.hrv);
                sheet.line(&mut ui[2], WEIGHT, &fl!("form-weight"), &kg, &mut self.weight);
            });
            let answers = [(true, fl!("form-yes")), (false, fl!("form-no"))];
            ui.columns(2, |ui| {
                choice_or_none(&mut ui[0], &fl!("form-ill"), &mut self.ill, &answers);
                choice_or_none(&mut ui[1], &fl!("form-travel"), &mut self.travel, &answers);
            });
            sheet.notes(ui, NOTES, &mut self.notes);
        });
    }

    /// The day; a form in which nothing was changed yet shows what the other day has.
    fn day_ui(&mut self, ui: &mut Ui, form: &Form, sheet: &mut Sheet<'_>) {
        let today = sheet.model.today();
        let before = parse_day(&self.day, today);
        let untouched = form.edit.is_none() && before.is_some_and(|it| *self == Self::of_day(it, sheet.model));
        day_ui(ui, sheet, (&fl!("form-day"), &mut self.day), today, None);
        let after = parse_day(&self.day, today).filter(|it| *it <= today);
        if let Some(after) = after.filter(|_| untouched && after != before) {
            *self = Self::of_day(after, sheet.model);
        }
    }
}

/// A rating: on the scale it was given on, on `ours` with its `words` else.
fn rating_ui(
    ui: &mut Ui,
    sheet: &mut Sheet<'_>,
    (key, label): (&str, &str),
    ours: Scale,
    words: impl Fn(f64) -> String,
    rating: &mut Option<Rating>,
) {
    let scale = rating.map_or(ours, |it| it.scale);
    let (low, high) = scale.range();
    let scores = Scores {
        key,
        label,
        low: low as i32,
        high: high as i32,
        words: &|value| {
            if scale == ours {
                words(value)
            } else {
                words::score(value, scale)
            }
        },
        coloured: None,
    };
    let mut value = rating.map(|it| it.value);
    sheet.score(ui, &scores, &mut value);
    *rating = value.map(|value| Rating { value, scale });
}
