//! Soreness, sleep, load and habits over time: panels under each other, one time axis.
//!
//! What was not recorded is a gap, in the line, among the bars and among the marks. Up to 400 days every day
//! is drawn; beyond that a week, four weeks … are drawn as one, by the mean of what is known of them before
//! the band from the least to the most, so that decades are as quick as a season and hide no extreme.

mod flags;
mod panels;
mod rows;
mod words;

use egui::{Pos2, Ui, pos2};
use egui_plot::PlotResponse;
use jiff::civil::Date;

use self::rows::{Row, rows_of};
use self::words::Names;
use super::pick::{pick, present};
use super::story::Story;
use super::{Chart, ChartResponse, Heading, Made, Request, Rows, Shown, Source, Style, TooLittle};
use crate::analysis::Timeline;
use crate::analysis::timeline::{Known, Place};
use crate::fl;

/// Fewer days with anything than this are no picture.
const LEAST_DAYS: usize = 5;
/// Between panels.
const BETWEEN: f32 = 4.0;
/// How near the pointer must come, sideways.
const REACH: f32 = 10.0;

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
    names: Names,
    timeline: Timeline,
    rows: Vec<Row>,
    place_days: Vec<Date>,
    /// The top of the axes of sleep and load.
    most_hours: f64,
    most_load: f64,
}

impl OverTime {
    fn of(timeline: Timeline, used: &[String]) -> Self {
        let names = words::names(&timeline, used);
        let most = |known: fn(&Place) -> Known| words::total(&timeline, known).range.map_or(0.0, |it| it.1);
        Self {
            heading: words::heading(&timeline, &names),
            rows: rows_of(&timeline, used),
            place_days: timeline.places.iter().map(|it| it.day).collect(),
            most_hours: most(|it| it.sleep),
            most_load: most(|it| it.load),
            names,
            timeline,
        }
    }

    /// What a panel is asked about, and the story of that day or bundle.
    fn pick_ui(&self, ui: &Ui, shown: &Shown<'_>, plot: &PlotResponse<()>, name: &str) -> ChartResponse {
        let it = &self.timeline;
        let frame = *plot.transform.frame();
        let across = |place: &Place| plot.transform.position_from_point_x(it.x(place.number));
        let done = pick(ui, &plot.response, &self.place_days, shown.marked, |pointer: Pos2| {
            let near = it.places.iter().map(|it| ((across(it) - pointer.x).abs(), it.day));
            let (distance, day) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
            (distance <= REACH).then_some(day)
        });
        let story = done.hovered.map(|day| {
            let place = it.place_of(day);
            let story = match place {
                Some(place) if it.bundle > 1 => words::bundle_story(it, place),
                _ => Story::of_day(shown, day),
            };
            (story, pos2(place.map_or(frame.center().x, across), frame.center().y))
        });
        present(ui, &plot.response, name, story, shown.style);
        done
    }
}

impl Chart for OverTime {
    fn heading(&self) -> &Heading {
        &self.heading
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        let shown_panels = ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = BETWEEN;
            let left = self.words_width(ui, shown.style);
            let panels = self.panels();
            let last = panels.len();
            panels
                .into_iter()
                .enumerate()
                .fold(ChartResponse::default(), |done, (place, panel)| {
                    let plot = self.panel_ui(ui, shown, panel, left, place + 1 == last);
                    done.or(self.pick_ui(ui, shown, &plot, self.name_of(panel)))
                })
        });
        shown_panels.inner
    }

    fn rows(&self) -> Rows {
        rows::table(&self.timeline)
    }
}

#[cfg(test)]
mod tests;
