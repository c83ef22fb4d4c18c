//! What is typed about a step, until it is done.
//!
//! Only what was touched is kept; everything else stands as it is suggested, and goes on following the timer.
//! Like the text of a form it outlives the place and the program, as a draft under the step's name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::protocol::{Dose, Field, FieldKind, Step};
use crate::domain::units::{self, InputError};
use crate::domain::{Id, Settings};
use crate::ui::forms::Errors;

/// What every draft's key begins with.
const KEYS: &str = "dose";

/// The value of a field, as it is typed or pressed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typed {
    /// A number with or without its unit.
    Text(String),
    /// One of the words.
    Word(Option<String>),
    /// Any of the words.
    Words(Vec<String>),
    /// A number of a scale.
    Score(Option<f64>),
    /// Yes, or not said.
    Tick(bool),
}

/// The fields that were touched, by their names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DoseDraft {
    fields: BTreeMap<String, Typed>,
}

impl DoseDraft {
    /// The key of the draft about a step.
    pub fn key(checklist: Id, step: &str) -> String {
        format!("{KEYS}/{checklist}/{step}")
    }

    /// The draft kept under `key`; an empty one where there is none.
    pub fn kept(drafts: &BTreeMap<String, String>, key: &str) -> Self {
        let body = drafts.get(key);
        body.and_then(|it| serde_json::from_str(it).ok()).unwrap_or_default()
    }

    /// How it is kept; `None` while nothing was touched.
    pub fn body(&self) -> Option<String> {
        let touched = !self.fields.is_empty();
        touched.then(|| serde_json::to_string(self).ok()).flatten()
    }

    /// Whether this field was touched.
    pub fn is_touched(&self, field: &Field) -> bool {
        self.fields.contains_key(&field.id)
    }

    /// What a field shows: what was typed, else what is suggested.
    pub fn shown(&self, field: &Field, suggested: &Dose, settings: &Settings) -> Typed {
        let typed = self.fields.get(&field.id).cloned();
        typed.unwrap_or_else(|| Typed::of(field, suggested, settings))
    }

    /// Takes in what was typed into a field.
    pub fn touch(&mut self, field: &Field, typed: Typed) {
        self.fields.insert(field.id.clone(), typed);
    }

    /// The dose as it stands; `suggested` is what stands in the fields that were not touched.
    pub fn dose(&self, step: &Step, suggested: &Dose, settings: &Settings) -> Result<Dose, Errors> {
        let (mut errors, mut dose) = (Errors::default(), Dose::default());
        for field in &step.fields {
            match self.fields.get(&field.id) {
                Some(typed) => typed.read(field, settings, &mut dose, &mut errors),
                None => take_over(field, suggested, &mut dose),
            }
        }
        errors.or(dose)
    }

    /// A body mass that stands in the field called `id`, kg.
    pub fn mass_kg(&self, id: &str, settings: &Settings) -> Option<f64> {
        let Some(Typed::Text(text)) = self.fields.get(id) else {
            return None;
        };
        units::parse_mass(text, settings.mass).ok()
    }

    /// A number that stands in the field called `id`.
    pub fn number(&self, id: &str) -> Option<f64> {
        let Some(Typed::Text(text)) = self.fields.get(id) else {
            return None;
        };
        units::parse_amount(text).ok()
    }
}

/// A field that was not touched, as it is suggested.
fn take_over(field: &Field, suggested: &Dose, dose: &mut Dose) {
    match field.kind {
        FieldKind::Minutes => dose.minutes = suggested.minutes,
        FieldKind::Amount => dose.amount = suggested.amount,
        FieldKind::Temperature => dose.temperature_c = suggested.temperature_c,
        _ => {
            let value = suggested.detail.get(&field.id).cloned();
            dose.detail.extend(value.map(|it| (field.id.clone(), it)));
        }
    }
}

impl Typed {
    /// A field as it is suggested.
    fn of(field: &Field, suggested: &Dose, settings: &Settings) -> Self {
        let number = |value: Option<f64>| Self::Text(value.map(units::show_number).unwrap_or_default());
        let told = suggested.detail.get(&field.id);
        match &field.kind {
            FieldKind::Minutes => number(suggested.minutes),
            FieldKind::Amount => number(suggested.amount),
            FieldKind::Temperature => {
                let shown = |c| units::show_temperature_bare(c, settings.temperature);
                Self::Text(suggested.temperature_c.map(shown).unwrap_or_default())
            }
            FieldKind::Mass => {
                let shown = |kg| units::show_mass_bare(kg, settings.mass);
                Self::Text(told.and_then(Value::as_f64).map(shown).unwrap_or_default())
            }
            FieldKind::Number { .. } => number(told.and_then(Value::as_f64)),
            FieldKind::Scale { .. } => Self::Score(told.and_then(Value::as_f64)),
            FieldKind::Choice(_) => Self::Word(told.and_then(Value::as_str).map(str::to_owned)),
            FieldKind::Several(_) => {
                let words = told.and_then(Value::as_array).into_iter().flatten();
                Self::Words(words.filter_map(Value::as_str).map(str::to_owned).collect())
            }
            FieldKind::Tick => Self::Tick(told.and_then(Value::as_bool).unwrap_or(false)),
        }
    }

    fn read(&self, field: &Field, settings: &Settings, dose: &mut Dose, errors: &mut Errors) {
        match self {
            Self::Text(text) => read_text(text, field, settings, dose, errors),
            Self::Word(word) => note(dose, field, word.clone().map(Value::from)),
            // None of them is an answer, too: it stands for what the timer saw.
            Self::Words(words) => note(dose, field, Some(words.clone().into())),
            Self::Score(score) => note(dose, field, score.map(|it| Value::from(it as i64))),
            Self::Tick(on) => note(dose, field, on.then_some(Value::Bool(true))),
        }
    }
}

fn note(dose: &mut Dose, field: &Field, value: Option<Value>) {
    dose.detail.extend(value.map(|it| (field.id.clone(), it)));
}

fn read_text(text: &str, field: &Field, settings: &Settings, dose: &mut Dose, errors: &mut Errors) {
    let mut read = |parse: &dyn Fn(&str) -> Result<f64, InputError>| errors.read(&field.id, text, ("", None), parse);
    match &field.kind {
        FieldKind::Minutes => dose.minutes = read(&units::parse_minutes),
        FieldKind::Amount => dose.amount = read(&units::parse_amount),
        FieldKind::Temperature => {
            dose.temperature_c = read(&|it| units::parse_temperature(it, settings.temperature));
        }
        FieldKind::Mass => {
            let kg = read(&|it| units::parse_mass(it, settings.mass));
            note(dose, field, kg.map(Value::from));
        }
        FieldKind::Number { low, high, .. } => {
            let number = read(&|it| units::parse_number_in(it, *low..=*high));
            note(dose, field, number.map(Value::from));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::protocol::after_run;
    use crate::domain::settings::{MassUnit, TemperatureUnit};

    fn step(id: &str) -> &'static Step {
        after_run().step(id).unwrap()
    }

    fn field<'s>(step: &'s Step, id: &str) -> &'s Field {
        step.fields.iter().find(|it| it.id == id).unwrap()
    }

    fn typed(step: &Step, id: &str, text: &str) -> DoseDraft {
        let mut draft = DoseDraft::default();
        draft.touch(field(step, id), Typed::Text(text.to_owned()));
        draft
    }

    fn settings() -> Settings {
        Settings {
            temperature: TemperatureUnit::Fahrenheit,
            mass: MassUnit::Lb,
            ..Settings::for_zone("UTC")
        }
    }

    fn suggested() -> Dose {
        Dose {
            minutes: Some(8.0),
            temperature_c: Some(17.3),
            detail: [("mode".to_owned(), json!("bath"))].into_iter().collect(),
            ..Dose::default()
        }
    }

    #[test]
    fn what_was_not_touched_is_saved_as_it_was_suggested() {
        let step = step("ice_bath");
        let dose = DoseDraft::default().dose(step, &suggested(), &settings()).unwrap();
        assert_eq!(dose, suggested());
    }

    #[test]
    fn what_was_typed_goes_before_and_keeps_its_unit() {
        let step = step("ice_bath");
        let draft = typed(step, "temperature", "59");
        let dose = draft.dose(step, &suggested(), &settings()).unwrap();
        assert!((dose.temperature_c.unwrap() - 15.0).abs() < 1e-9);
        assert_eq!(dose.minutes, Some(8.0));
        let emptied = typed(step, "temperature", " ");
        assert_eq!(
            emptied.dose(step, &suggested(), &settings()).unwrap().temperature_c,
            None
        );
    }

    #[test]
    fn a_choice_that_was_taken_back_is_not_saved() {
        let step = step("ice_bath");
        let mut draft = DoseDraft::default();
        draft.touch(field(step, "mode"), Typed::Word(None));
        let dose = draft.dose(step, &suggested(), &settings()).unwrap();
        assert_eq!(dose.detail.get("mode"), None);
    }

    #[test]
    fn a_weight_is_kept_in_kilograms() {
        let step = step("hydration");
        let draft = typed(step, "mass_before", "157");
        let dose = draft.dose(step, &Dose::default(), &settings()).unwrap();
        let kg = dose.detail["mass_before"].as_f64().unwrap();
        assert!((kg - 71.21).abs() < 0.01, "{kg}");
        assert_eq!(draft.mass_kg("mass_before", &settings()), Some(kg));
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        let step = step("snack");
        let errors = typed(step, "carbs_g", "many").dose(step, &Dose::default(), &settings());
        assert!(errors.unwrap_err().of("carbs_g").is_some());
        let errors = typed(step, "carbs_g", "501").dose(step, &Dose::default(), &settings());
        assert!(errors.unwrap_err().of("carbs_g").is_some(), "more than anybody eats");
    }

    #[test]
    fn a_draft_outlives_the_program() {
        let step = step("hydration");
        let key = DoseDraft::key(Id::fresh(1), "hydration");
        let draft = typed(step, "amount", "500");
        let drafts = [(key.clone(), draft.body().unwrap())].into();
        assert_eq!(DoseDraft::kept(&drafts, &key), draft);
        assert_eq!(DoseDraft::default().body(), None);
    }
}
