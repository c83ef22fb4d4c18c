//! daily.csv: one row for each date from the first to the last record, and what its columns mean.
//!
//! Findings read this file and the data dictionary alone, so an independent program can recompute them.
//! Its last columns depend on the journal: one for each habit, and two for each supplement.

use super::cell::Cell;
use super::dictionary::description;
use super::sheet::CsvFile;
use crate::analysis::{DailyRow, DailyTable, Eligibility};
use crate::domain::csv_text::neutralise;
use crate::domain::{ExportChoice, ExportKind, Journal, Scale};
use crate::text::message;

/// The unit of what is 1 for yes and 0 for no.
const SHARE: &str = "0-1";

/// A column that every journal has: header, unit, value.
type Fixed = (&'static str, &'static str, fn(&DailyRow) -> Cell<'_>);

const FIXED: [Fixed; 18] = [
    ("day", "", |it| Cell::date(Some(it.day))),
    ("covered", "", |it| Cell::Flag(it.covered)),
    ("runs", "", |it| counted(it, it.runs)),
    ("distance_m", "m", |it| Cell::number(it.distance_m)),
    ("moving_s", "s", |it| Cell::number(it.moving_s)),
    ("load_au", "AU", |it| Cell::number(it.load_au)),
    ("sleep_h", "h", |it| Cell::number(it.sleep_h)),
    ("nap_h", "h", |it| Cell::number(it.nap_h)),
    ("sleep_quality", "1-5", |it| Cell::whole(it.sleep_quality)),
    ("soreness", "", |it| Cell::rating(it.soreness)),
    ("soreness_scale", "", |it| Cell::scale(it.soreness)),
    ("soreness_regions", "", |it| counted(it, it.soreness_regions)),
    ("fatigue", "", |it| Cell::rating(it.fatigue)),
    ("fatigue_scale", "", |it| Cell::scale(it.fatigue)),
    ("stress", "", |it| Cell::rating(it.stress)),
    ("stress_scale", "", |it| Cell::scale(it.stress)),
    ("mood", "", |it| Cell::rating(it.mood)),
    ("mood_scale", "", |it| Cell::scale(it.mood)),
];

/// How many; not known on a day that is not covered.
fn counted(row: &DailyRow, count: usize) -> Cell<'_> {
    Cell::number(row.covered.then_some(count as f64))
}

/// The daily table of these days.
pub(super) fn file(table: &DailyTable, choice: &ExportChoice) -> Vec<u8> {
    let mut file = CsvFile::new(choice.form);
    for header in headers(table) {
        file.field(&header);
    }
    file.end_row();
    for row in table.rows.iter().filter(|it| choice.days.contains(it.day)) {
        for (_, _, cell) in FIXED {
            file.cell(&cell(row));
        }
        for &value in row.habits.iter().chain(&row.took).chain(&row.dose) {
            file.cell(&Cell::number(value));
        }
        file.end_row();
    }
    file.into_bytes()
}

fn headers(table: &DailyTable) -> Vec<String> {
    let mut headers: Vec<_> = FIXED.iter().map(|(name, ..)| (*name).to_owned()).collect();
    headers.extend(table.habits.iter().map(|it| format!("habit_{it}")));
    headers.extend(table.supplements.iter().map(|it| format!("took_{it}")));
    headers.extend(table.supplements.iter().map(|it| format!("dose_{it}")));
    headers
}

/// A column as the data dictionary describes it.
pub(super) struct Described {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) eligibility: &'static str,
    pub(super) text: String,
}

/// What each column of the file means, in its order.
pub(super) fn descriptions(journal: &Journal, table: &DailyTable) -> Vec<Described> {
    let fixed = FIXED.iter().map(|&(name, unit, _)| Described {
        name: name.to_owned(),
        unit: unit_of(table, name, unit).to_owned(),
        eligibility: "",
        text: description(ExportKind::Daily, name),
    });
    let habits = journal.habits_in_use().into_iter().map(|it| Described {
        name: format!("habit_{}", it.meta.id),
        unit: SHARE.to_owned(),
        eligibility: Eligibility::of_habit(&it.meta.id).word(),
        text: named("csv-daily-habit", &it.name),
    });
    let supplements = journal.supplements_in_use();
    let took = supplements.iter().map(|it| Described {
        name: format!("took_{}", it.meta.id),
        unit: SHARE.to_owned(),
        eligibility: Eligibility::of_supplement(&it.meta.id).word(),
        text: named("csv-daily-took", &it.name),
    });
    let dose = supplements.iter().map(|it| Described {
        name: format!("dose_{}", it.meta.id),
        unit: neutralise(&it.unit).into_owned(),
        eligibility: Eligibility::of_supplement(&it.meta.id).word(),
        text: named("csv-daily-dose", &it.name),
    });
    fixed.chain(habits).chain(took).chain(dose).collect()
}

/// Soreness has the unit of its journal: the scale most mornings were rated on.
fn unit_of(table: &DailyTable, column: &str, unit: &'static str) -> &'static str {
    match column {
        "soreness" => table.soreness_scale.map_or("", Scale::id),
        _ => unit,
    }
}

fn named(id: &str, name: &str) -> String {
    message(id, &[("name".to_owned(), name.to_owned())]).unwrap_or_default()
}
