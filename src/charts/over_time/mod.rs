//! Soreness, sleep, load and habits over time: panels under each other, one time axis.
//!
//! What was not recorded is a gap, in the line, among the bars and among the marks. Up to 400 days every day
//! is drawn; beyond that a week, four weeks … are drawn as one, by the mean of what is known of them before
//! the band from the least to the most, so that decades are as quick as a season and hide no extreme.

mod flags;
mod panels;
mod rows;
mod words;

use egui::Ui;
use jiff::civil::Date;

use self::rows::{Row, rows_of};
use super::panels::Panels;
use super::story::Story;
use super::time_axis::TimeAxis;
use super::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, TooLittle};
use crate::analysis::Timeline;
use crate::analysis::timeline::{Known, Place};
use crate::fl;

/// Fewer days with anything than this are no picture.
const LEAST_DAYS: usize = 5;

/// The chart of a request.
pub(super) fn make(source: &Source<'_>, request: &Request) -> Made {
    let (journal, table) = (source.journal, source.table);
    let covered = table
        .rows
        .iter()
        .filter(|it| it.covered && request.days.contains(&it.day));
    let have = covered.count();
    let timeline = Timeline::of(journal, table, &request.days, source.today);
    let Some(timeline) = timeline.filter(|_| have >= LEAST_DAYS) else {
        return Err(TooLittle {
            question: fl!("time-question"),
            why: fl!("time-too-little", have = have, need = LEAST_DAYS),
            have,
            need: LEAST_DAYS,
        });
    };
    let used: Vec<String> = timeline.used.iter().map(|it| words::used_name(journal, it)).collect();
    Ok(Box::new(OverTime::of(timeline, &used)))
}

/// The panels, ready to be shown.
struct OverTime {
    heading: Heading,
    timeline: Timeline,
    axis: TimeAxis,
    rows: Vec<Row>,
    place_days: Vec<Date>,
    /// The top of the axes of sleep and load.
    most_hours: f64,
    most_load: f64,
}

impl OverTime {
    fn of(timeline: Timeline, used: &[String]) -> Self {
        let most = |known: fn(&Place) -> Known| words::total(&timeline, known).range.map_or(0.0, |it| it.1);
        Self {
            heading: words::heading(&timeline, used),
            rows: rows_of(&timeline, used),
            place_days: timeline.places.iter().map(|it| it.day).collect(),
            most_hours: most(|it| it.sleep),
            most_load: most(|it| it.load),
            axis: TimeAxis::of(&(timeline.first..=timeline.last())),
            timeline,
        }
    }

    /// The story of a day, or of the bundle that it is in.
    fn story(&self, shown: &Shown<'_>, day: Date) -> Story {
        let it = &self.timeline;
        match it.place_of(day).filter(|_| it.bundle > 1) {
            Some(place) => words::bundle_story(&self.axis, place),
            None => Story::of_day(shown, day),
        }
    }
}

impl Chart for OverTime {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let mut panels = Panels::new(ui, "over time", shown, self.axis, self.letters(ui, shown.style));
        let kinds = self.kinds();
        let last = kinds.len();
        for (place, kind) in kinds.into_iter().enumerate() {
            self.panel_ui(ui, &mut panels, shown.style, kind, place + 1 == last);
        }
        panels.pick_across(ui, &self.heading.summary, &self.place_days, |day| {
            self.story(shown, day)
        })
    }

    fn rows(&self) -> Rows {
        rows::table(&self.timeline, &self.axis)
    }
}

#[cfg(test)]
mod tests;
