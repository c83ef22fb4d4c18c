//! When the nights were, by the clock, and how regular.
//!
//! A bar hangs from lights out to waking, the evening at the top; the hours run on across midnight, so no
//! night is cut in two. Below stands how much the middle of the night varied over two weeks. Nights of
//! which only the length is known are counted and left out.

use egui::{Stroke, Ui};
use egui_plot::{Bar, BarChart, PlotPoints, PlotUi, Points};
use jiff::ToSpan as _;
use jiff::civil::{Date, Time};

use crate::analysis::nights::{NightClock, NightClocks, regularity_index, variation};
use crate::analysis::stats::sleep::Regularity;
use crate::charts::legend::{Entry, Mark, legend_ui};
use crate::charts::marks::{Upwards, solid_line};
use crate::charts::panels::{Panel, Panels};
use crate::charts::story::Story;
use crate::charts::time_axis::{TimeAxis, bundled, pieces};
use crate::charts::words::{self, cell};
use crate::charts::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::domain::units::{show_clock, show_number};
use crate::fl;

/// Days before the range whose nights the first variation looks back over.
const BACK: i64 = 13;

/// The chart of a request.
pub(in crate::charts) fn make(source: &Source<'_>, request: &Request) -> Made {
    let last = source.today.min(*request.days.end());
    let days = *request.days.start()..=last;
    let found = NightClocks::of(source.journal, &days);
    let nights: Vec<(Date, NightClock)> = found.timed().collect();
    if nights.is_empty() {
        return Err(TooLittle {
            question: fl!("timing-question"),
            why: fl!("timing-too-little", n = found.without),
            have: 0,
            need: 1,
        });
    }
    let longer = NightClocks::of(source.journal, &(days.start().saturating_sub(BACK.days())..=last));
    let mut varied = variation(&longer.clocks);
    varied.drain(..varied.len().saturating_sub(found.clocks.len()));
    let axis = TimeAxis::of(&days);
    let line = pieces(&axis, &varied);
    let varied: Vec<(Date, f64)> = found.days().zip(varied).filter_map(|it| Some((it.0, it.1?))).collect();
    let bars = bars(&nights, &axis);
    let most = varied.iter().map(|it| it.1).fold(30.0, f64::max);
    Ok(Box::new(Timing {
        heading: heading(&found, &varied, &axis),
        days: bars.iter().map(|it| it.day).collect(),
        minutes: Upwards::to(most, 2),
        hours: hours(&bars),
        nights,
        varied,
        line,
        bars,
        axis,
    }))
}

struct Timing {
    heading: Heading,
    axis: TimeAxis,
    nights: Vec<(Date, NightClock)>,
    bars: Vec<Night>,
    days: Vec<Date>,
    /// Minutes, where they can be told.
    varied: Vec<(Date, f64)>,
    line: Vec<Vec<[f64; 2]>>,
    /// First and last hour of the clock, from midnight.
    hours: (f64, f64),
    minutes: Upwards,
}

/// A night or the mean of several, in hours from midnight.
struct Night {
    number: i32,
    day: Date,
    n: u32,
    bed: f64,
    wake: f64,
}

fn bars(nights: &[(Date, NightClock)], axis: &TimeAxis) -> Vec<Night> {
    let beds = bundled(axis, nights.iter().map(|it| (it.0, it.1.bed / 60.0)));
    let wakes = bundled(axis, nights.iter().map(|it| (it.0, it.1.wake / 60.0)));
    let both = beds.iter().zip(&wakes);
    both.map(|(bed, wake)| Night {
        number: bed.number,
        day: bed.day,
        n: bed.n,
        bed: bed.mean,
        wake: wake.mean,
    })
    .collect()
}

/// The whole hours around all bars.
fn hours(bars: &[Night]) -> (f64, f64) {
    let first = bars.iter().map(|it| it.bed).fold(f64::MAX, f64::min);
    let last = bars.iter().map(|it| it.wake).fold(f64::MIN, f64::max);
    (first.floor(), last.ceil())
}

fn heading(found: &NightClocks, varied: &[(Date, f64)], axis: &TimeAxis) -> Heading {
    let range = axis.range();
    let n = found.timed().count();
    let span = words::days(*range.start(), *range.end());
    let subtitle = fl!("timing-subtitle", n = n, span = span);
    let mean = |value: fn(&NightClock) -> f64| found.timed().map(|it| value(&it.1)).sum::<f64>() / n.max(1) as f64;
    let usual = fl!(
        "timing-usual",
        bed = clock_words(mean(|it| it.bed) / 60.0),
        wake = clock_words(mean(|it| it.wake) / 60.0)
    );
    let latest = varied.last().map(|it| varied_words(it.0, it.1));
    let regular = regularity_index(&found.clocks).and_then(regular_words);
    let mut notes: Vec<String> = regular.clone().into_iter().collect();
    notes.push(fl!("timing-note-middle"));
    if found.without > 0 {
        notes.push(fl!("timing-without", n = found.without));
    }
    notes.extend(axis.note_of_days());
    let shown = [Some(subtitle.clone()), latest.clone()];
    let parts = [Some(subtitle), Some(usual), latest, regular];
    let joined = |parts: Vec<Option<String>>| parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Heading {
        question: fl!("timing-question"),
        summary: fl!("timing-summary", parts = joined(parts.to_vec())),
        subtitle: joined(shown.to_vec()),
        notes,
    }
}

fn varied_words(day: Date, minutes: f64) -> String {
    fl!("timing-varied", day = words::day(day), min = format!("{minutes:.0}"))
}

fn regular_words(it: Regularity) -> Option<String> {
    let index = words::whole(it.index?);
    Some(fl!("timing-regular", index = index, n = it.pairs))
}

/// "23:30" of an hour from midnight.
fn clock_words(hours: f64) -> String {
    let minutes = (hours * 60.0).round().rem_euclid(1440.0) as i32;
    let time = Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0);
    time.map(show_clock).unwrap_or_default()
}

impl Chart for Timing {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let style = shown.style;
        legend_ui(
            ui,
            style,
            &[
                Entry::new(Mark::Fill(faint(style)), fl!("timing-legend-night")),
                Entry::new(Mark::Point(style.sleep), fl!("timing-legend-middle")),
            ],
        );
        let mut panels = Panels::new(ui, "sleep timing", shown, self.axis, 7);
        let (first, last) = self.hours;
        let nights = Panel {
            name: "sleep timing nights",
            words: &fl!("timing-axis"),
            height: 150.0,
            bounds: (first - 0.3, last + 0.3),
            marks: clock_marks(first, last),
            downwards: true,
            last: false,
        };
        let bar = panels.bar();
        panels.show(ui, nights, |plot| self.draw_nights(plot, bar, style));
        let varied = Panel {
            name: "sleep timing variation",
            words: &fl!("timing-varied-axis"),
            height: 64.0,
            bounds: self.minutes.bounds(0.0),
            marks: self.minutes.marks(minutes_words),
            downwards: false,
            last: true,
        };
        panels.show(ui, varied, |plot| self.draw_varied(plot, style));
        panels.pick_across(ui, &self.heading.summary, &self.days, |day| self.story(shown, day))
    }

    fn rows(&self) -> Rows {
        let headers = [
            "date",
            "bed_min",
            "wake_min",
            "middle_min_of_day",
            "middle_sd_14_nights_min",
        ];
        let rows = self.nights.iter().map(|(day, clock)| {
            let sd = self.varied.binary_search_by_key(day, |it| it.0).ok();
            let sd = sd.map(|place| self.varied[place].1);
            let times = [clock.bed, clock.wake, clock.middle].map(|it| it.to_string());
            let first = std::iter::once(day.to_string()).chain(times);
            first.chain([cell(sd)]).collect()
        });
        Rows {
            headers: headers.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }
}

fn faint(style: &Style) -> egui::Color32 {
    style.card.lerp_to_gamma(style.sleep, 0.40)
}

fn minutes_words(minutes: f64) -> String {
    fl!("length-min", min = show_number(minutes))
}

/// Every second or third hour of the clock.
fn clock_marks(first: f64, last: f64) -> Vec<(f64, String)> {
    let step = match last - first {
        ..=8.0 => 1,
        ..=13.0 => 2,
        ..=20.0 => 3,
        _ => 6,
    };
    let hours = (first as i32..=last as i32).filter(|it| it.rem_euclid(step) == 0);
    hours.map(|it| (f64::from(it), clock_words(f64::from(it)))).collect()
}

impl Timing {
    fn draw_nights(&self, plot: &mut PlotUi<'_>, bar: f64, style: &Style) {
        let bars = self.bars.iter().map(|it| {
            let night = Bar::new(self.axis.x(it.number), it.wake - it.bed).base_offset(it.bed);
            night.width(bar).fill(faint(style)).stroke(Stroke::NONE)
        });
        plot.bar_chart(BarChart::new("nights", bars.collect()).color(style.sleep));
        let middles = self
            .bars
            .iter()
            .map(|it| [self.axis.x(it.number), f64::midpoint(it.bed, it.wake)]);
        let middles = Points::new("middles", PlotPoints::from(middles.collect::<Vec<_>>()));
        plot.points(middles.radius(1.6).color(style.sleep));
    }

    fn draw_varied(&self, plot: &mut PlotUi<'_>, style: &Style) {
        for (n, piece) in self.line.iter().enumerate() {
            let line = solid_line("varied", piece.clone()).id(n);
            plot.line(line.color(style.sleep).width(2.0));
        }
    }

    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let number = self.axis.number(day);
        let (first, last) = self.axis.span(number);
        let Some(night) = self.bars.iter().find(|it| it.number == number) else {
            return Story::of_day(shown, day);
        };
        let times = fl!(
            "timing-story",
            bed = clock_words(night.bed),
            wake = clock_words(night.wake)
        );
        if self.axis.bundle() > 1 {
            let mean = fl!("timing-story-mean", times = times, n = night.n);
            return Story::new(words::days(first, last), vec![mean]);
        }
        let varied = self.varied.binary_search_by_key(&day, |it| it.0).ok();
        let varied = varied.map(|place| self.varied[place].1);
        let varied = varied.map(|it| fl!("timing-story-varied", min = format!("{it:.0}")));
        Story::of_day(shown, day).and([times]).and(varied)
    }
}
