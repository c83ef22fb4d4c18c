//! How far the weeks went, and how much strain each was: two panels.
//!
//! A week of which a day is not known, and the one that is going on, shows its sum so far in a fainter bar
//! and has no strain. What a strain means is told by the runner's own year alone.

mod amount;
mod told;

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, PlotPoint, PlotPoints, PlotUi, Points, Text};
use jiff::civil::Date;

use self::amount::Amount;
use crate::analysis::load::{Rank, Series, Week, weeks};
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{Upwards, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, bundled};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::units::show_number;
use crate::fl;

/// A week without a strain has its dash where it has this room, points.
const DASH: f32 = 7.5;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let settings = &source.journal.settings;
    let last = source.today.min(*request.days.end());
    let days = *request.days.start()..=last;
    let load = Series::of(source.table, last, |it| it.load_au);
    let metres = Series::of(source.table, last, |it| it.distance_m);
    let weeks = weeks(&load, &metres, &days, settings.first_weekday);
    let Some(amount) = Amount::of(&weeks, settings.distance) else {
        return Err(TooLittle {
            question: fl!("weeks-question"),
            why: fl!("weeks-too-little"),
            have: 0,
            need: 1,
        });
    };
    let axis = TimeAxis::weeks(&days, settings.first_weekday);
    let bars = bars(&weeks, &axis, amount);
    let most = bars.iter().map(|it| it.height).fold(1.0, f64::max);
    let strains = strains(&weeks, &axis);
    let most_strain = strains.iter().flatten().map(|it| it[1]).fold(1.0, f64::max);
    Ok(Box::new(WeeksChart {
        heading: told::heading(&weeks, &days, &axis, amount),
        amounts: Upwards::to(most, 4),
        strain_axis: Upwards::to(most_strain, 3),
        dashes: dashes(&weeks, &axis),
        days: place_days(&weeks, &axis),
        bars,
        strains,
        weeks,
        axis,
        amount,
    }))
}

struct WeeksChart {
    heading: Heading,
    axis: TimeAxis,
    amount: Amount,
    weeks: Vec<Week>,
    days: Vec<Date>,
    bars: Vec<WeekBar>,
    /// The line through the strains, and where there is none.
    strains: Vec<Vec<[f64; 2]>>,
    dashes: Vec<f64>,
    amounts: Upwards,
    strain_axis: Upwards,
}

/// The bar of a place.
struct WeekBar {
    x: f64,
    height: f64,
    whole: bool,
}

/// The first week of each place.
fn place_days(weeks: &[Week], axis: &TimeAxis) -> Vec<Date> {
    let places = weeks.chunk_by(|a, b| axis.number(a.first) == axis.number(b.first));
    places.filter_map(|it| Some(it.first()?.first)).collect()
}

/// Whole weeks by their mean; places that have none by what is known.
fn bars(weeks: &[Week], axis: &TimeAxis, amount: Amount) -> Vec<WeekBar> {
    let of = |whole: bool| {
        let known = weeks
            .iter()
            .filter(|it| amount.sum(it).1 > 0 && amount.is_whole(it) == whole);
        let places = bundled(axis, known.map(|it| (it.first, amount.shown(amount.sum(it).0))));
        places.into_iter().map(move |it| (it.number, whole, it.mean))
    };
    let whole: Vec<(i32, bool, f64)> = of(true).collect();
    let alone = |it: &(i32, bool, f64)| whole.binary_search_by_key(&it.0, |it| it.0).is_err();
    let all = of(false).filter(alone).chain(whole.iter().copied());
    all.map(|(number, whole, height)| WeekBar {
        x: axis.x(number),
        height,
        whole,
    })
    .collect()
}

fn strains(weeks: &[Week], axis: &TimeAxis) -> Vec<Vec<[f64; 2]>> {
    let known = weeks.iter().filter_map(|it| Some((it.first, it.strain()?)));
    let places = bundled(axis, known);
    let runs = places.chunk_by(|a, b| a.number + 1 == b.number);
    runs.map(|run| run.iter().map(|it| [axis.x(it.number), it.mean]).collect())
        .collect()
}

fn dashes(weeks: &[Week], axis: &TimeAxis) -> Vec<f64> {
    let alone = axis.bundle() == 7;
    let without = weeks.iter().filter(|it| alone && it.strain().is_none());
    without.map(|it| axis.x(axis.number(it.first))).collect()
}

impl Chart for WeeksChart {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let (whole, part) = (style.load, style.card.lerp_to_gamma(style.load, 0.25));
        legend_ui(
            ui,
            style,
            &[
                Entry::new(Mark::Fill(whole), fl!("weeks-legend-whole")),
                Entry::new(Mark::Fill(part), fl!("weeks-legend-part")),
            ],
        );
        let mut panels = Panels::new(ui, "weeks", shown, self.axis, 7);
        let amounts = Panel {
            name: "weeks amount",
            words: &self.amount.axis(),
            height: 118.0,
            bounds: self.amounts.bounds(0.0),
            marks: self.amounts.marks(show_number),
            downwards: false,
            last: false,
        };
        let bars = self.bars_in(panels.bar(), whole, part);
        panels.show(ui, amounts, |plot| plot.bar_chart(bars));
        let strain = Panel {
            name: "weeks strain",
            words: &fl!("weeks-strain-axis"),
            height: 84.0,
            bounds: self.strain_axis.bounds(0.06),
            marks: self.strain_axis.marks(show_number),
            downwards: false,
            last: true,
        };
        let place = panels.place();
        panels.show(ui, strain, |plot| self.draw_strains(plot, place, style));
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(day))
    }

    fn rows(&self) -> Rows {
        let headers = [
            "week_from",
            "distance_m",
            "distance_days_known",
            "load_au",
            "load_days_known",
            "monotony",
            "strain_au",
            "weeks_below",
            "weeks_compared",
        ];
        let rows = self.weeks.iter().map(|it| {
            let known = |value: f64, days: usize| cell((days > 0).then_some(value));
            let rank = |part: fn(Rank) -> usize| it.rank.map(|rank| part(rank).to_string()).unwrap_or_default();
            vec![
                it.first.to_string(),
                known(it.metres, it.metres_days),
                it.metres_days.to_string(),
                known(it.load_au, it.load_days),
                it.load_days.to_string(),
                cell(it.monotony.ok().map(|it| it.0)),
                cell(it.strain()),
                rank(|it| it.below),
                rank(|it| it.of),
            ]
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

impl WeeksChart {
    fn bars_in(&self, bar: f64, whole: Color32, part: Color32) -> BarChart {
        let bars = self.bars.iter().map(|it| {
            let (fill, stroke) = if it.whole {
                (whole, Stroke::NONE)
            } else {
                (part, Stroke::new(1.0, whole))
            };
            let drawn = Bar::new(it.x, it.height).width(bar);
            drawn.fill(fill).stroke(stroke)
        });
        BarChart::new("weeks", bars.collect()).color(whole)
    }

    fn draw_strains(&self, plot: &mut PlotUi<'_>, place: f32, style: &Style) {
        for (n, run) in self.strains.iter().enumerate() {
            let line = solid_line("strain", run.clone()).id(n);
            plot.line(line.color(style.second_ink).width(1.0));
        }
        let all: Vec<[f64; 2]> = self.strains.iter().flatten().copied().collect();
        let radius = (0.25 * place).clamp(1.5, 2.5);
        plot.points(
            Points::new("strains", PlotPoints::from(all))
                .radius(radius)
                .color(style.ink),
        );
        for (n, x) in self.dashes.iter().enumerate().filter(|_| place > DASH) {
            let text = egui::RichText::new("–").font(style.note.clone());
            let dash = Text::new("none", PlotPoint::new(*x, self.strain_axis.bounds(0.0).1 * 0.07), text)
                .color(style.second_ink);
            plot.text(dash.id(("dash", n)));
        }
    }

    fn story(&self, day: Date) -> Story {
        let number = self.axis.number(day);
        let of_place = self.weeks.iter().filter(|it| self.axis.number(it.first) == number);
        let of_place: Vec<&Week> = of_place.collect();
        let (first, last) = self.axis.span(number);
        match of_place.as_slice() {
            [week] => Story::new(words::days(first, last), told::week(week, self.amount)),
            weeks => Story::new(words::days(first, last), told::several(weeks, self.amount)),
        }
    }
}
