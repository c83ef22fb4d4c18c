//! How long the nights were.
//!
//! A bar for each night, short ones in the full colour, and the mean of the last seven nights over them.
//! Naps are no nights: they have a panel of their own, where there are any.

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, HLine, PlotUi};
use jiff::civil::Date;

use super::{LEAST_KNOWN, MEAN_NIGHTS, in_range};
use crate::analysis::SHORT_NIGHT_H;
use crate::analysis::load::Series;
use crate::analysis::nights::NEED_H;
use crate::analysis::stats::rolling::rolling_mean;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::solid_line;
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{Bundled, TimeAxis, bundled, pieces};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::units::{show_hours, show_number};
use crate::fl;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let last = source.today.min(*request.days.end());
    let days = *request.days.start()..=last;
    let series = Series::of(source.table, last, |it| it.sleep_h);
    let naps = Series::of(source.table, last, |it| it.nap_h);
    let hours = in_range(&series, &series.values, &days);
    let mean = in_range(&series, &rolling_mean(&series.values, MEAN_NIGHTS, LEAST_KNOWN), &days);
    let naps = in_range(&naps, &naps.values, &days);
    let n = hours.iter().filter(|it| it.1.is_some()).count();
    if n == 0 {
        return Err(TooLittle {
            question: fl!("duration-question"),
            why: fl!("duration-too-little"),
            have: 0,
            need: 1,
        });
    }
    let axis = TimeAxis::of(&days);
    let known = |values: &[(Date, Option<f64>)]| {
        let known: Vec<(Date, f64)> = values.iter().filter_map(|it| Some((it.0, it.1?))).collect();
        bundled(&axis, known.into_iter())
    };
    let (nights, nap_places) = (known(&hours), known(&naps));
    let most = nights.iter().map(|it| it.mean).fold(NEED_H + 1.0, f64::max);
    // A bundle's bar is the mean of seven nights or more already.
    let single = |it: &(Date, Option<f64>)| it.1.filter(|_| axis.bundle() == 1);
    let line: Vec<Option<f64>> = mean.iter().map(single).collect();
    Ok(Box::new(Duration {
        heading: heading(&hours, &mean, &naps, &axis),
        days: nights.iter().map(|it| it.day).collect(),
        line: pieces(&axis, &line),
        rows: rows(&hours, &mean, &naps),
        nights,
        naps: nap_places,
        most,
        axis,
    }))
}

struct Duration {
    heading: Heading,
    axis: TimeAxis,
    nights: Vec<Bundled>,
    naps: Vec<Bundled>,
    days: Vec<Date>,
    /// The mean of the last seven nights.
    line: Vec<Vec<[f64; 2]>>,
    most: f64,
    rows: Rows,
}

type Days = [(Date, Option<f64>)];

fn heading(hours: &Days, mean: &Days, naps: &Days, axis: &TimeAxis) -> Heading {
    let known: Vec<f64> = hours.iter().filter_map(|it| it.1).collect();
    let n = known.len();
    let short = known.iter().filter(|it| **it < SHORT_NIGHT_H).count();
    let average = known.iter().sum::<f64>() / n.max(1) as f64;
    let range = axis.range();
    let subtitle = fl!(
        "duration-subtitle",
        n = n,
        of = hours.len(),
        span = words::days(*range.start(), *range.end()),
        mean = show_hours(average),
        short = short,
        h = show_number(SHORT_NIGHT_H)
    );
    let latest = mean.iter().rev().find_map(|it| Some((it.0, it.1?)));
    let latest = latest.map(|(day, hours)| fl!("duration-latest", day = words::day(day), mean = show_hours(hours)));
    let slept: Vec<f64> = naps.iter().filter_map(|it| it.1).collect();
    let total = show_hours(slept.iter().sum());
    let napped = (!slept.is_empty()).then(|| fl!("duration-naps", n = slept.len(), total = total));
    let mut notes = vec![fl!("duration-note", need = show_number(NEED_H))];
    notes.extend(axis.note_of_days().or_else(|| Some(fl!("duration-note-mean"))));
    let parts = [Some(subtitle.clone()), latest, napped];
    Heading {
        question: fl!("duration-question"),
        summary: fl!(
            "duration-summary",
            parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        ),
        subtitle,
        notes,
    }
}

fn rows(hours: &Days, mean: &Days, naps: &Days) -> Rows {
    let headers = ["date", "sleep_h", "mean_7_nights_h", "nap_h"];
    let days = hours.iter().zip(mean).zip(naps);
    let rows = days.map(|((night, mean), nap)| {
        let numbers = [night.1, mean.1, nap.1].map(cell);
        std::iter::once(night.0.to_string()).chain(numbers).collect()
    });
    Rows {
        headers: headers.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

impl Chart for Duration {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        let short = fl!("duration-legend-short", h = show_number(SHORT_NIGHT_H));
        let mut entries = vec![
            Entry::new(Mark::Fill(style.sleep), short),
            Entry::new(Mark::Fill(faint(style)), fl!("duration-legend-other")),
        ];
        if !self.line.is_empty() {
            entries.push(Entry::new(Mark::Line(style.ink), fl!("duration-legend-mean")));
        }
        legend_ui(ui, style, &entries);
        let mut panels = Panels::new(ui, "sleep duration", shown, self.axis, 8);
        let marks = [
            (0.0, words::hours(0.0)),
            (SHORT_NIGHT_H, words::hours(SHORT_NIGHT_H)),
            (NEED_H, fl!("duration-need", h = show_number(NEED_H))),
        ];
        let nights = Panel {
            name: "sleep duration nights",
            words: &fl!("duration-axis"),
            height: 178.0,
            bounds: (0.0, self.most * 1.03),
            marks: marks.to_vec(),
            downwards: false,
            last: self.naps.is_empty(),
        };
        let bar = panels.bar();
        panels.show(ui, nights, |plot| self.draw_nights(plot, bar, style));
        if !self.naps.is_empty() {
            let most = self.naps.iter().map(|it| it.mean).fold(1.0, f64::max).ceil();
            let naps = Panel {
                name: "sleep duration naps",
                words: &fl!("duration-naps-axis"),
                height: 40.0,
                bounds: (0.0, most),
                marks: [0.0, most].map(|it| (it, words::hours(it))).to_vec(),
                downwards: false,
                last: true,
            };
            panels.show(ui, naps, |plot| {
                plot.bar_chart(bars(&self.naps, &self.axis, bar, |_| style.sleep));
            });
        }
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(shown, day))
    }

    fn rows(&self) -> Rows {
        self.rows.clone()
    }
}

fn faint(style: &Style) -> Color32 {
    style.card.lerp_to_gamma(style.sleep, 0.40)
}

fn bars(places: &[Bundled], axis: &TimeAxis, width: f64, fill: impl Fn(f64) -> Color32) -> BarChart {
    let bars = places.iter().map(|it| {
        let bar = Bar::new(axis.x(it.number), it.mean).width(width);
        bar.fill(fill(it.mean)).stroke(Stroke::NONE)
    });
    BarChart::new("nights", bars.collect())
}

impl Duration {
    fn draw_nights(&self, plot: &mut PlotUi<'_>, bar: f64, style: &Style) {
        let fill = |hours: f64| {
            if hours < SHORT_NIGHT_H {
                style.sleep
            } else {
                faint(style)
            }
        };
        plot.bar_chart(bars(&self.nights, &self.axis, bar, fill));
        for (name, hours) in [("short", SHORT_NIGHT_H), ("need", NEED_H)] {
            let line = HLine::new(name, hours).color(style.third_ink.gamma_multiply(0.7));
            plot.hline(line.width(1.0));
        }
        for (n, piece) in self.line.iter().enumerate() {
            let halo = solid_line("halo", piece.clone()).id(("halo", n));
            plot.line(halo.color(style.card.gamma_multiply(0.7)).width(4.0));
            let line = solid_line("mean", piece.clone()).id(("mean", n));
            plot.line(line.color(style.ink).width(2.0));
        }
    }

    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let number = self.axis.number(day);
        let (first, last) = self.axis.span(number);
        if self.axis.bundle() == 1 {
            let nap = shown.table.row(day).and_then(|it| it.nap_h);
            let nap = nap.map(|it| fl!("duration-story-nap", hours = show_hours(it)));
            return Story::of_day(shown, day).and(nap);
        }
        let of = |places: &[Bundled]| places.iter().find(|it| it.number == number).copied();
        let mean = |it: Bundled| fl!("chart-mean-of", mean = show_hours(it.mean), n = it.n);
        let slept = of(&self.nights).map_or_else(|| fl!("chart-not-recorded"), mean);
        Story::new(words::days(first, last), vec![fl!("chart-story-sleep", what = slept)])
    }
}
