//! What is asked about a step once it was done: the dose, as data.
//!
//! Each tip names its own: minutes and how hard for the cool-down, depth and temperature for cold water,
//! grams for the snack. A field is a number, a choice among words, a number of a scale, a tick or a list of
//! muscles. Three of them are columns of a practice (minutes, amount, temperature); the others are kept in
//! its detail under their own name, and leave the program in the export's detail column.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::domain::units;
use crate::text;

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

    /// What was noted under its name in `detail`, as words: "to the waist", "7 of 10", "21 g".
    pub fn told(&self, detail: &Map<String, Value>) -> Option<String> {
        let value = detail.get(&self.id)?;
        match &self.kind {
            FieldKind::Minutes | FieldKind::Amount | FieldKind::Temperature => None,
            FieldKind::Mass => Some(with_unit(value.as_f64()?, "kg")),
            FieldKind::Number { unit, .. } => Some(with_unit(value.as_f64()?, unit)),
            FieldKind::Scale { .. } => Some(format!("{} {}", self.name(), value.as_i64()?)),
            FieldKind::Choice(_) => Some(self.choice(value.as_str()?)),
            FieldKind::Several(_) => {
                let each = value.as_array()?.iter().filter_map(Value::as_str);
                Some(each.map(|it| self.choice(it)).collect::<Vec<_>>().join(", "))
            }
            FieldKind::Tick => value.as_bool()?.then(|| self.name()),
        }
    }
}

fn with_unit(value: f64, unit: &str) -> String {
    format!("{} {}", units::show_number(value), words(&format!("unit-{unit}")))
}

fn words(id: &str) -> String {
    text::message(id, &[]).unwrap_or_else(|| id.to_owned())
}
