//! PMData's reporting.csv, a form that was filled in each day: weight, meals, glasses and alcohol.
//!
//! Dates have the day first. The weight becomes that day's check-in, alcohol and glasses become habits of the
//! runner's own, since neither is what the checklist calls drinking after a run. "Maybe" is no answer.

use jiff::civil::Time;

use crate::domain::{Answer, CheckIn, Practice, Record, RecordKind, When};
use crate::fl;
use crate::import::format::{Format, Reader};
use crate::import::reading::catalogue::{Catalogue, Practised};
use crate::import::reading::moment::DateOrder;
use crate::import::reading::number::NumberStyle;
use crate::import::reading::table::{Row, Shape, each_row, out_of_range};
use crate::import::reading::{Entry, Found, Input, Reading, Task};

const SOURCE: &str = "pmdata";

pub(in crate::import) const FORMAT: Format = Format {
    word: "pmdata_reporting",
    is: |head| head.has_columns(&["date", "meals", "weight", "glasses_of_fluid", "alcohol_consumed"]),
    reader: Reader::Whole(read),
};

fn read(input: &Input, task: &Task) -> Reading {
    let mut found = Found::default();
    let mut catalogue = Catalogue::of(task, SOURCE);
    each_row(input.bytes, Shape::Ragged, task, &mut found, |row, found| {
        let date = row.cell("date");
        let day = DateOrder::DayFirst.read(date).map(|it| it.date);
        let day = day.ok_or_else(|| fl!("import-cell-wrong", column = "date", value = date))?;
        let midnight = task.local(day.to_datetime(Time::midnight()));
        let midnight = midnight.ok_or_else(|| fl!("import-cell-wrong", column = "date", value = date))?;
        if task.is_future(midnight.ms) {
            return Err(fl!("import-future", date = date));
        }
        if let Some(weight_kg) = number(row, "weight", 10.0, 500.0, found) {
            let mut meta = task.meta(
                RecordKind::CheckIn,
                SOURCE,
                format!("pmdata:day:{day} {}", row.cell("timestamp")),
                midnight.ms,
            );
            meta.note_text("meals", row.cell("meals"));
            let check_in = CheckIn {
                weight_kg: Some(weight_kg),
                ..CheckIn::new(meta, day)
            };
            found.add(Entry::of(Record::CheckIn(check_in)).on(row.line));
        }
        // The form was filled in twice for some days: both answers stand.
        let occasion = [date, row.cell("timestamp")].join(" ");
        let said = |name, answer, unit, value| Practised {
            name,
            unit,
            when: When::On(day),
            occasion: &occasion,
            answer,
            value,
            notes: "",
        };
        let glasses = number(row, "glasses_of_fluid", 0.0, 100.0, found);
        let answer = |some: bool| if some { Answer::Yes } else { Answer::No };
        let mut practices: Vec<Practice> = Vec::new();
        if let Some(glasses) = glasses {
            let said = said("Glasses a day", answer(glasses > 0.0), Some("glasses"), Some(glasses));
            practices.push(catalogue.practice(&said, found)?);
        }
        match row.cell("alcohol_consumed").to_lowercase().as_str() {
            "yes" => practices.push(catalogue.practice(&said("Alcohol", Answer::Yes, None, None), found)?),
            "no" => practices.push(catalogue.practice(&said("Alcohol", Answer::No, None, None), found)?),
            _ => {}
        }
        for practice in practices {
            found.add(Entry::of(Record::Practice(practice)).on(row.line));
        }
        Ok(())
    })?;
    Ok(found)
}

fn number(row: &Row, name: &str, low: f64, high: f64, found: &mut Found) -> Option<f64> {
    let value = NumberStyle::Dot.read(row.cell(name))?;
    if (low..=high).contains(&value) {
        return Some(value);
    }
    found.note(Some(row.line), out_of_range(name, value, &(low..=high)));
    None
}
