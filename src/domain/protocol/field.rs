//! What is asked about a step once it was done: the dose, as data.
//!
//! Each tip names its own: minutes and how hard for the cool-down, depth and temperature for cold water,
//! grams for the snack. A field is a number, a choice among words, a number of a scale, a tick or a list of
//! muscles. Three of them are columns of a practice (minutes, amount, temperature); the others are kept in
//! its detail under their own name, and leave the program in the export's detail column.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::settings::MassUnit;
use crate::domain::units;
use crate::{fl, text};

/// One thing asked. Its words are `dose-<id>`, and `dose-<id>-<word>` for each choice.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name, and its key in the detail.
    pub id: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it stands behind "more": asked of those who want to note it.
    #[serde(default)]
    pub more: bool,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FieldKind {
    /// Minutes: the practice's own column, from the timer where one ran.
    Minutes,
    /// An amount in the habit's unit: the practice's own column.
    Amount,
    /// A temperature: the practice's own column, °C.
    Temperature,
    /// A body mass, kg.
    Mass,
    /// A number.
    Number {
        /// Its unit's word.
        unit: String,
        /// The least that can be meant.
        low: f64,
        /// The most.
        high: f64,
    },
    /// A whole number of a short scale.
    Scale {
        /// The first.
        low: i64,
        /// The last.
        high: i64,
    },
    /// One of these words.
    Choice(Vec<String>),
    /// Any of these words.
    Several(Vec<String>),
    /// Yes, or not said.
    Tick,
}

/// What was really done in a step; `None` where it was not noted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dose {
    /// For how long; `None` takes the timer's.
    pub minutes: Option<f64>,
    /// How much, in the habit's unit.
    pub amount: Option<f64>,
    /// How cold or warm, °C.
    pub temperature_c: Option<f64>,
    /// The other fields by their names.
    pub detail: Map<String, Value>,
}

impl Field {
    /// Its name as shown.
    pub fn name(&self) -> String {
        words(&format!("dose-{}", self.id))
    }

    /// The words of one of its choices.
    pub fn choice(&self, word: &str) -> String {
        words(&format!("dose-{}-{word}", self.id))
    }

    /// What was noted under its name in `detail`, as words: "To the waist", "Pressure 7 of 10",
    /// "Protein 21 g". The columns of a practice are told with the practice.
    pub fn told(&self, detail: &Map<String, Value>, mass: MassUnit) -> Option<String> {
        let value = detail.get(&self.id)?;
        match &self.kind {
            FieldKind::Minutes | FieldKind::Amount | FieldKind::Temperature => None,
            FieldKind::Mass => Some(self.with(&units::show_mass(value.as_f64()?, mass))),
            FieldKind::Number { unit, .. } => {
                let (number, unit) = (units::show_number(value.as_f64()?), words(&format!("unit-{unit}")));
                Some(self.with(&fl!("quantity", number = number, unit = unit)))
            }
            FieldKind::Scale { high, .. } => Some(self.with(&fl!("dose-of", value = value.as_i64()?, high = high))),
            FieldKind::Choice(_) => Some(self.choice(value.as_str()?)),
            FieldKind::Several(_) => {
                let each = value.as_array()?.iter().filter_map(Value::as_str);
                let each: Vec<String> = each.map(|it| self.choice(it)).collect();
                (!each.is_empty()).then(|| each.join(&fl!("list-comma")))
            }
            FieldKind::Tick => value.as_bool()?.then(|| self.name()),
        }
    }

    /// "Protein 21 g". What its name explains behind a comma is left away.
    fn with(&self, value: &str) -> String {
        let name = self.name();
        let name = name.split(',').next().unwrap_or_default();
        fl!("dose-told", name = name, value = value)
    }
}

fn words(id: &str) -> String {
    text::message(id, &[]).unwrap_or_else(|| id.to_owned())
}
