//! Sleep debt: what was missing to the hours that are aimed at, over two weeks.

use egui::Ui;
use egui_plot::{FilledArea, PlotUi};
use jiff::civil::Date;

use super::in_range;
use crate::analysis::load::Series;
use crate::analysis::nights::NEED_H;
use crate::analysis::stats::sleep::debt;
use crate::charts::marks::{Upwards, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, pieces};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::units::{show_hours, show_number};
use crate::fl;

/// Nights that a debt looks back over, and how many of them must be known.
const NIGHTS: usize = 14;
const LEAST: usize = 10;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let last = source.today.min(*request.days.end());
    let days = *request.days.start()..=last;
    let series = Series::of(source.table, last, |it| it.sleep_h);
    let hours = in_range(&series, &series.values, &days);
    let debts = in_range(&series, &debt(&series.values, NEED_H), &days);
    let known: Vec<(Date, f64)> = debts.iter().filter_map(|it| Some((it.0, it.1?))).collect();
    let Some(&latest) = known.last() else {
        let have = series.values.iter().rev().take(NIGHTS).flatten().count();
        return Err(TooLittle {
            question: fl!("debt-question"),
            why: fl!("debt-too-little", n = have, least = LEAST, nights = NIGHTS),
            have: have.min(LEAST - 1),
            need: LEAST,
        });
    };
    let axis = TimeAxis::of(&days);
    let line: Vec<Option<f64>> = debts.iter().map(|it| it.1).collect();
    let most = known.iter().map(|it| it.1).fold(4.0, f64::max);
    let places = known.chunk_by(|a, b| axis.number(a.0) == axis.number(b.0));
    Ok(Box::new(Debt {
        heading: heading(&hours, &known, latest, &axis),
        days: places.filter_map(|it| Some(it.first()?.0)).collect(),
        line: pieces(&axis, &line),
        marks: Upwards::to(most, 4),
        rows: rows(&hours, &debts),
        known,
        axis,
    }))
}

struct Debt {
    heading: Heading,
    axis: TimeAxis,
    /// The first day of each place.
    days: Vec<Date>,
    known: Vec<(Date, f64)>,
    line: Vec<Vec<[f64; 2]>>,
    marks: Upwards,
    rows: Rows,
}

fn heading(hours: &[(Date, Option<f64>)], known: &[(Date, f64)], latest: (Date, f64), axis: &TimeAxis) -> Heading {
    let n = hours.iter().filter(|it| it.1.is_some()).count();
    let range = axis.range();
    let span = words::days(*range.start(), *range.end());
    let subtitle = fl!("debt-subtitle", n = n, of = hours.len(), span = span);
    let now = fl!("debt-now", day = words::day(latest.0), hours = show_hours(latest.1));
    let most = known
        .iter()
        .fold(latest, |most, it| if it.1 > most.1 { *it } else { most });
    Heading {
        question: fl!("debt-question"),
        summary: fl!(
            "debt-summary",
            subtitle = subtitle.clone(),
            now = now.clone(),
            most = show_hours(most.1),
            day = words::day(most.0)
        ),
        subtitle: format!("{subtitle} {now}"),
        notes: vec![
            fl!("debt-note-what", need = show_number(NEED_H), nights = NIGHTS),
            fl!("debt-note-gap", least = LEAST, nights = NIGHTS),
        ],
    }
}

fn rows(hours: &[(Date, Option<f64>)], debts: &[(Date, Option<f64>)]) -> Rows {
    let days = hours.iter().zip(debts);
    let rows = days.map(|(night, debt)| vec![night.0.to_string(), cell(night.1), cell(debt.1)]);
    Rows {
        headers: ["date", "sleep_h", "debt_14_nights_h"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

impl Chart for Debt {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let mut panels = Panels::new(ui, "sleep debt", shown, self.axis, 5);
        let panel = Panel {
            name: "sleep debt panel",
            words: &fl!("debt-axis", need = show_number(NEED_H), nights = NIGHTS),
            height: 168.0,
            bounds: self.marks.bounds(0.0),
            marks: self.marks.marks(words::hours),
            downwards: false,
            last: true,
        };
        panels.show(ui, panel, |plot| self.draw(plot, style));
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(shown, day))
    }

    fn rows(&self) -> Rows {
        self.rows.clone()
    }
}

impl Debt {
    fn draw(&self, plot: &mut PlotUi<'_>, style: &Style) {
        for (n, piece) in self.line.iter().enumerate() {
            let x: Vec<f64> = piece.iter().map(|it| it[0]).collect();
            let (zero, y): (Vec<f64>, Vec<f64>) = piece.iter().map(|it| (0.0, it[1])).unzip();
            let area = FilledArea::new("debt area", &x, &zero, &y).id(("area", n));
            plot.add(area.fill_color(style.sleep.gamma_multiply(0.18)));
            let line = solid_line("debt", piece.clone()).id(("debt", n));
            plot.line(line.color(style.sleep).width(2.0));
        }
    }

    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let number = self.axis.number(day);
        let mut of_place = self.known.iter().rev().filter(|it| self.axis.number(it.0) == number);
        let Some(&(last, hours)) = of_place.next() else {
            return Story::of_day(shown, day).and([fl!("debt-story-none")]);
        };
        let line = fl!("debt-story", hours = show_hours(hours));
        if self.axis.bundle() == 1 {
            Story::of_day(shown, day).and([line])
        } else {
            Story::new(words::day(last), vec![line])
        }
    }
}
