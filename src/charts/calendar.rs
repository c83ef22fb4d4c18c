//! A year of days at a glance: a column for each week, a row for each weekday.
//!
//! The depth of a cell's colour is the value; a day of which nothing is known is an empty outline, which is
//! no colour. The cells are as large as the room allows, and a narrow card gets the year in two halves
//! under each other. Left and right walk by weeks, up and down by days.

mod grid;
mod measure;
mod paint;

use std::collections::BTreeMap;

use egui::Ui;
use jiff::civil::Date;

use self::grid::Grid;
use self::measure::Coloured;
use super::words;
use super::{Chart, ChartResponse, Heading, Made, Measure, Request, Rows, Shown, Source, TooLittle};
use crate::analysis::year::{YearSum, days_of_year, last_year_with, race_days};
use crate::domain::settings::FirstWeekday;
use crate::fl;

/// The chart of a request.
pub(super) fn make(source: &Source<'_>, request: &Request) -> Made {
    let measure = request.options.measure;
    let mut coloured = Coloured::new(measure, source.table);
    let latest = *request.days.end();
    let with_data = || last_year_with(source.table, latest, |row| coloured.value(row));
    let year = request.options.year.or_else(with_data).unwrap_or(latest.year());
    let days = days_of_year(year, source.today);
    let values = days
        .iter()
        .map(|&day| Some((day, coloured.value(source.table.row(day)?)?)));
    let known: Vec<(Date, f64)> = values.flatten().collect();
    let Some(sum) = YearSum::of(&known, |it| coloured.order(it)) else {
        return Err(TooLittle {
            question: question(measure, year),
            why: coloured.too_little(year),
            have: 0,
            need: 1,
        });
    };
    coloured.fit(&known);
    let races = race_days(source.journal);
    let known: BTreeMap<Date, f64> = known.into_iter().collect();
    let cells = days.iter().map(|&day| Cell {
        day,
        value: known.get(&day).copied(),
        race: races.contains(&day),
    });
    let cells: Vec<Cell> = cells.collect();
    let left_out = coloured.left_out(days.iter().filter_map(|&day| source.table.row(day)));
    Ok(Box::new(Calendar {
        heading: heading(&coloured, year, &sum, &cells, left_out),
        coloured,
        cells,
        days,
        first_weekday: source.journal.settings.first_weekday,
    }))
}

/// A day of the year.
#[derive(Clone, Copy)]
struct Cell {
    day: Date,
    value: Option<f64>,
    race: bool,
}

struct Calendar {
    heading: Heading,
    coloured: Coloured,
    cells: Vec<Cell>,
    /// The days of `cells`, for walking.
    days: Vec<Date>,
    first_weekday: FirstWeekday,
}

fn question(measure: Measure, year: i16) -> String {
    let year = year.to_string();
    match measure {
        Measure::Soreness => fl!("calendar-soreness-question", year = year),
        Measure::Load => fl!("calendar-load-question", year = year),
        Measure::Sleep => fl!("calendar-sleep-question", year = year),
    }
}

fn heading(coloured: &Coloured, year: i16, sum: &YearSum, cells: &[Cell], left_out: usize) -> Heading {
    let days = cells.len();
    let subtitle = coloured.subtitle(sum.n, days);
    let mut notes: Vec<String> = coloured.note().into_iter().collect();
    if left_out > 0 {
        notes.push(fl!("calendar-note-scale", n = left_out));
    }
    Heading {
        summary: fl!(
            "calendar-summary",
            year = year.to_string(),
            subtitle = subtitle.clone(),
            mean = coloured.words(sum.mean),
            day = words::day(sum.peak.0),
            peak = coloured.peak(sum.peak.1),
            races = cells.iter().filter(|it| it.race).count()
        ),
        question: question(coloured.measure, year),
        subtitle,
        notes,
    }
}

impl Chart for Calendar {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let note = shown.style.note.size;
        let grid = Grid::of(&self.days, self.first_weekday, ui.available_width(), note);
        let done = self.cells_ui(ui, &grid, shown);
        self.legend_ui(ui, shown.style);
        done
    }

    fn rows(&self) -> Rows {
        let rows = self.cells.iter().map(|cell| {
            let race = if cell.race { "1" } else { "0" };
            vec![cell.day.to_string(), words::cell(cell.value), race.to_owned()]
        });
        Rows {
            headers: ["date", self.coloured.header(), "race"].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}
