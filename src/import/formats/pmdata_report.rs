//! `PMData` reporting.csv, a form that was filled in each evening: meals, weight, glasses of fluid, alcohol.
//!
//! The date was typed by hand (day, month, year) and the form's own stamp stands beside it. Of several forms
//! for one date the one that was filled in nearest to it counts, because the others mean another day. One that
//! stands alone keeps its date, however late it came; that is told. A glass is no measure in
//! millilitres, so glasses are a habit of their own. `Maybe` answers nothing.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use serde_json::json;

use crate::domain::{Answer, CheckIn, Meta, Practice, Record, RecordKind, When, time};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::table::{Row, Shape, each_row, need};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

/// Where records of these forms say they come from.
const SOURCE: &str = "pmdata";

/// How many days after its date a form is filled in without a word.
const LATE_DAYS: i32 = 7;

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmdata_report",
    is: |head| head.has_columns(&["date", "glasses_of_fluid", "alcohol_consumed"]),
    reader: Reader::Whole(read),
};

/// One form.
struct Form {
    line: u64,
    date: Date,
    filled_in: Option<DateTime>,
    weight_kg: Option<f64>,
    glasses: Option<f64>,
    alcohol: Option<Answer>,
    meals: Vec<String>,
}

/// Reads the forms of a file.
fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut days: BTreeMap<Date, Form> = BTreeMap::new();
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let form = Form::of(row, task, found)?;
        let other = match days.remove(&form.date) {
            Some(other) if other.nearness() < form.nearness() => {
                days.insert(form.date, other);
                form
            }
            other => {
                let date = form.date;
                days.insert(date, form);
                let Some(other) = other else { return Ok(()) };
                other
            }
        };
        let date = other.date.to_string();
        found.left_out(Some(other.line), fl!("import-form-again", date = date));
        Ok(())
    })?;
    let mut catalogue = Catalogue::of(task, SOURCE);
    for form in days.values() {
        if let Err(why) = form.records(task, &mut catalogue, &mut found) {
            found.left_out(Some(form.line), why);
        }
    }
    Ok(found)
}

/// When a form was filled in; a tool that the table passed through may have written it in its own way.
fn filled_in(text: &str) -> Option<DateTime> {
    let as_written = DateTime::strptime("%d/%m/%Y %H:%M:%S", text);
    as_written.or_else(|_not_as_written| text.parse()).ok()
}

impl Form {
    fn of(row: &Row, task: &Task, found: &mut Found) -> Result<Self, String> {
        let wrong = |column: &str| fl!("import-cell-wrong", column = column, value = row.cell(column));
        let text = need("date", Some(row.cell("date").trim()).filter(|it| !it.is_empty()))?;
        let date = Date::strptime("%d/%m/%Y", text).or_else(|_not_as_written| text.parse());
        let date = date.map_err(|_not_a_date| wrong("date"))?;
        let noon = task.local(date.at(12, 0, 0, 0)).ok_or_else(|| wrong("date"))?;
        if task.is_future(noon.ms) {
            return Err(fl!("import-future", date = date.to_string()));
        }
        let mut number = |column, range| match row.number(column, range) {
            Ok(value) => value,
            Err(why) => {
                found.note(Some(row.line), why);
                None
            }
        };
        let (weight_kg, glasses) = (number("weight", 10.0..=500.0), number("glasses_of_fluid", 0.0..=100.0));
        let meals = row.cell("meals").split(',').map(|it| it.trim().to_owned());
        let form = Self {
            line: row.line,
            date,
            filled_in: filled_in(row.cell("timestamp").trim()),
            weight_kg,
            glasses,
            alcohol: match row.cell("alcohol_consumed").trim().to_lowercase().as_str() {
                "yes" => Some(Answer::Yes),
                "no" => Some(Answer::No),
                "" => None,
                _ => {
                    found.note(Some(row.line), wrong("alcohol_consumed"));
                    None
                }
            },
            meals: meals.filter(|it| !it.is_empty()).collect(),
        };
        if form.nearness().0 > LATE_DAYS {
            found.note(Some(row.line), fl!("import-form-late", days = form.nearness().0));
        }
        Ok(form)
    }

    /// How many days lie between the date and the filling in; of equals the later one counts.
    fn nearness(&self) -> (i32, std::cmp::Reverse<Option<DateTime>>) {
        let days = self
            .filled_in
            .map_or(0, |it| time::days_between(self.date, it.date()).abs());
        (days, std::cmp::Reverse(self.filled_in))
    }

    /// The check-in and the habits of a form. The meals stand in the detail of the first of them.
    fn records(&self, task: &Task, catalogue: &mut Catalogue, found: &mut Found) -> Result<(), String> {
        let mut meals = Some(json!(self.meals)).filter(|_| !self.meals.is_empty());
        let mut with_meals = |meta: &mut Meta| {
            if let Some(meals) = meals.take() {
                meta.note("meals", meals);
            }
        };
        if self.weight_kg.is_some() {
            let mut check_in = self.check_in(task);
            with_meals(&mut check_in.meta);
            found.add(Entry::of(Record::CheckIn(check_in)).on(self.line));
        }
        if let Some(glasses) = self.glasses {
            let answer = if glasses > 0.0 { Answer::Yes } else { Answer::No };
            let mut practice = self.practice(
                &fl!("import-glasses"),
                Some("glasses"),
                answer,
                Some(glasses),
                catalogue,
                found,
            )?;
            with_meals(&mut practice.meta);
            found.add(Entry::of(Record::Practice(practice)).on(self.line));
        }
        if let Some(answer) = self.alcohol {
            let mut practice = self.practice(&fl!("import-alcohol"), None, answer, None, catalogue, found)?;
            with_meals(&mut practice.meta);
            found.add(Entry::of(Record::Practice(practice)).on(self.line));
        }
        Ok(())
    }

    fn check_in(&self, task: &Task) -> CheckIn {
        let name = format!("{SOURCE}:report:{}", self.date);
        let at_ms = task.local(self.date.at(12, 0, 0, 0)).map_or(0, |it| it.ms);
        let meta = task.meta(RecordKind::CheckIn, SOURCE, name, at_ms);
        CheckIn {
            weight_kg: self.weight_kg,
            ..CheckIn::new(meta, self.date)
        }
    }

    fn practice(
        &self,
        name: &str,
        unit: Option<&str>,
        answer: Answer,
        value: Option<f64>,
        catalogue: &mut Catalogue,
        found: &mut Found,
    ) -> Result<Practice, String> {
        let said = Practised {
            name,
            unit,
            when: When::On(self.date),
            occasion: &self.date.to_string(),
            answer,
            value,
            notes: "",
        };
        catalogue.practice(&said, found)
    }
}
