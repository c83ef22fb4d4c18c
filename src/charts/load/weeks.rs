//! How far the weeks went, and how much strain each was: two panels.
//!
//! A week of which a day is not known, and the one that is going on, shows its distance so far in a
//! fainter bar and has no strain. What a strain means is told by the runner's own year alone.

use egui::{Color32, Stroke, Ui};
use egui_plot::{Bar, BarChart, PlotPoint, PlotPoints, PlotUi, Points, Text};
use jiff::civil::Date;

use crate::analysis::load::{Series, Week, weeks};
use crate::analysis::stats::Undefined;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{Upwards, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, bundled};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::settings::DistanceUnit;
use crate::domain::units::show_number;
use crate::fl;

/// Up to this many places, a week without a strain has its dash.
const DASHES: usize = 110;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let settings = &source.journal.settings;
    let last = source.today.min(*request.days.end());
    let days = *request.days.start()..=last;
    let load = Series::of(source.table, last, |it| it.load_au);
    let metres = Series::of(source.table, last, |it| it.distance_m);
    let weeks = weeks(&load, &metres, &days, settings.first_weekday);
    let unit = settings.distance;
    if !weeks.iter().any(|it| it.metres > 0.0) {
        return Err(TooLittle {
            question: fl!("weeks-question"),
            why: fl!("weeks-too-little"),
            have: 0,
            need: 1,
        });
    }
    let axis = TimeAxis::weeks(&days, settings.first_weekday);
    let bars = bars(&weeks, &axis, unit);
    let most = bars.iter().map(|it| it.length).fold(1.0, f64::max);
    let strains = strains(&weeks, &axis);
    let most_strain = strains.iter().flatten().map(|it| it[1]).fold(1.0, f64::max);
    Ok(Box::new(WeeksChart {
        heading: heading(&weeks, &days, &axis, unit),
        lengths: Upwards::to(most, 4),
        strain_axis: Upwards::to(most_strain, 3),
        dashes: dashes(&weeks, &axis),
        days: place_days(&weeks, &axis),
        bars,
        strains,
        weeks,
        axis,
        unit,
    }))
}

struct WeeksChart {
    heading: Heading,
    axis: TimeAxis,
    unit: DistanceUnit,
    weeks: Vec<Week>,
    days: Vec<Date>,
    bars: Vec<Length>,
    /// The line through the strains, and where there is none.
    strains: Vec<Vec<[f64; 2]>>,
    dashes: Vec<f64>,
    lengths: Upwards,
    strain_axis: Upwards,
}

/// The distance of a place, in the unit of the settings.
struct Length {
    x: f64,
    length: f64,
    whole: bool,
}

/// The first week of each place.
fn place_days(weeks: &[Week], axis: &TimeAxis) -> Vec<Date> {
    let places = weeks.chunk_by(|a, b| axis.number(a.first) == axis.number(b.first));
    places.filter_map(|it| Some(it.first()?.first)).collect()
}

/// Whole weeks by their mean; places that have none by what is known.
fn bars(weeks: &[Week], axis: &TimeAxis, unit: DistanceUnit) -> Vec<Length> {
    let of = |whole: bool| {
        let known = weeks.iter().filter(|it| it.metres_days > 0 && it.whole() == whole);
        let places = bundled(axis, known.map(|it| (it.first, it.metres / unit.metres())));
        places.into_iter().map(move |it| (it.number, whole, it.mean))
    };
    let whole: Vec<(i32, bool, f64)> = of(true).collect();
    let alone = |it: &(i32, bool, f64)| whole.binary_search_by_key(&it.0, |it| it.0).is_err();
    let all = of(false).filter(alone).chain(whole.iter().copied());
    all.map(|(number, whole, length)| Length {
        x: axis.x(number),
        length,
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
    let without = weeks.iter().filter(|it| it.strain().is_none());
    let few = axis.bundle() == 7 && weeks.len() <= DASHES;
    without
        .filter(|_| few)
        .map(|it| axis.x(axis.number(it.first)))
        .collect()
}

fn heading(weeks: &[Week], days: &std::ops::RangeInclusive<Date>, axis: &TimeAxis, unit: DistanceUnit) -> Heading {
    let whole: Vec<&Week> = weeks.iter().filter(|it| it.whole()).collect();
    let mean = whole.iter().map(|it| it.metres).sum::<f64>() / whole.len().max(1) as f64;
    let span = words::days(*days.start(), *days.end());
    let mut subtitle = fl!("weeks-subtitle", n = weeks.len(), whole = whole.len(), span = span);
    if !whole.is_empty() {
        let mean = words::distance(mean, unit);
        subtitle = format!("{subtitle} {}", fl!("weeks-mean", mean = mean));
    }
    let longest = weeks.iter().max_by(|a, b| a.metres.total_cmp(&b.metres));
    let longest = longest.map(|it| {
        let length = words::distance(it.metres, unit);
        fl!("weeks-longest", length = length, day = words::day(it.first))
    });
    let latest = weeks.iter().rev().find(|it| it.strain().is_some());
    let latest = latest.and_then(|it| strain_sentence(it));
    let mut notes: Vec<String> = latest.clone().into_iter().collect();
    notes.push(fl!("weeks-note-strain"));
    notes.push(fl!("weeks-note-unknown"));
    notes.extend(axis.note_of_weeks());
    let parts = [Some(subtitle.clone()), longest, latest];
    Heading {
        question: fl!("weeks-question"),
        summary: fl!(
            "weeks-summary",
            parts = parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        ),
        subtitle,
        notes,
    }
}

/// How the strain of a week stands among those of the year before it.
fn strain_sentence(week: &Week) -> Option<String> {
    let (day, strain) = (words::day(week.first), words::load(week.strain()?));
    Some(match week.rank {
        Some(rank) => fl!(
            "weeks-rank",
            day = day,
            strain = strain,
            below = rank.below,
            of = rank.of,
            percent = format!("{:.0}", rank.percent())
        ),
        None => fl!("weeks-no-rank", day = day, strain = strain),
    })
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
        let distance = Panel {
            name: "weeks distance",
            words: &fl!("weeks-distance-axis", unit = self.unit.sign()),
            height: 118.0,
            bounds: self.lengths.bounds(0.0),
            marks: self.lengths.marks(show_number),
            downwards: false,
            last: false,
        };
        let bars = self.bars_in(panels.bar(), whole, part);
        panels.show(ui, distance, |plot| plot.bar_chart(bars));
        let strain = Panel {
            name: "weeks strain",
            words: &fl!("weeks-strain-axis"),
            height: 84.0,
            bounds: self.strain_axis.bounds(0.06),
            marks: self.strain_axis.marks(show_number),
            downwards: false,
            last: true,
        };
        panels.show(ui, strain, |plot| self.draw_strains(plot, style));
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
            let rank = |part: fn(crate::analysis::load::Rank) -> usize| {
                it.rank.map(|rank| part(rank).to_string()).unwrap_or_default()
            };
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
            let drawn = Bar::new(it.x, it.length).width(bar);
            drawn.fill(fill).stroke(stroke)
        });
        BarChart::new("distance", bars.collect()).color(whole)
    }

    fn draw_strains(&self, plot: &mut PlotUi<'_>, style: &Style) {
        for (n, run) in self.strains.iter().enumerate() {
            let line = solid_line("strain", run.clone()).id(n);
            plot.line(line.color(style.second_ink).width(1.0));
        }
        let all: Vec<[f64; 2]> = self.strains.iter().flatten().copied().collect();
        let radius = if all.len() > DASHES { 1.5 } else { 2.5 };
        plot.points(
            Points::new("strains", PlotPoints::from(all))
                .radius(radius)
                .color(style.ink),
        );
        for (n, x) in self.dashes.iter().enumerate() {
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
            [week] => Story::new(words::days(first, last), self.lines(week)),
            weeks => Story::new(words::days(first, last), mean_lines(weeks, self.unit)),
        }
    }

    fn lines(&self, week: &Week) -> Vec<String> {
        let distance = match week.metres_days {
            0 => fl!("chart-not-recorded"),
            7 => words::distance(week.metres, self.unit),
            days => fl!(
                "weeks-so-far",
                length = words::distance(week.metres, self.unit),
                n = days
            ),
        };
        let mut lines = vec![fl!("weeks-story-distance", what = distance)];
        match week.monotony {
            Ok((monotony, strain)) => {
                let load = words::load(week.load_au);
                lines.push(fl!(
                    "weeks-story-load",
                    load = load,
                    monotony = format!("{monotony:.1}")
                ));
                lines.push(fl!("weeks-story-strain", strain = words::load(strain)));
            }
            Err(why) => lines.push(no_strain(week, why)),
        }
        lines.extend(
            week.rank
                .map(|rank| fl!("weeks-story-rank", below = rank.below, of = rank.of)),
        );
        lines
    }
}

/// What several weeks come to.
fn mean_lines(weeks: &[&Week], unit: DistanceUnit) -> Vec<String> {
    let part = |known: Vec<f64>, words: &dyn Fn(f64) -> String| match known.len() {
        0 => fl!("chart-not-recorded"),
        n => fl!(
            "weeks-mean-of",
            mean = words(known.iter().sum::<f64>() / n as f64),
            n = n
        ),
    };
    let metres = weeks.iter().filter(|it| it.whole()).map(|it| it.metres);
    let strains = weeks.iter().filter_map(|it| it.strain());
    vec![
        fl!(
            "weeks-story-distance",
            what = part(metres.collect(), &|it| words::distance(it, unit))
        ),
        fl!("weeks-story-strain", strain = part(strains.collect(), &words::load)),
    ]
}

fn no_strain(week: &Week, why: Undefined) -> String {
    match why {
        Undefined::ZeroLoad => fl!("weeks-strain-no-load"),
        Undefined::ZeroSd => fl!("weeks-strain-all-alike"),
        _ => {
            let unknown = 7 - week.load_days;
            fl!("weeks-strain-unknown", n = unknown)
        }
    }
}
