//! Domain and analysis in, plots and hover text out.
//!
//! A chart needs a `Ui` and a [`Style`], no window: a headless egui context serves as well. A chart holds
//! still (no zoom, no drag: the wheel belongs to the page), has few lines, and names itself with its
//! numbers for those who do not see it. Every chart can be walked by keyboard: left and right go from day
//! to day, Enter opens the day.
//!
//! What is drawn is made once ([`Scatter::of`], [`Timeline::of`]) and kept by whoever shows it, so that a
//! frame only places it.

mod marks;
mod pick;
mod scatter;
mod story;
mod timeline;
pub mod words;

use egui::{Color32, FontId};
use jiff::civil::Date;

pub use scatter::Scatter;
pub use timeline::Timeline;

/// What the theme lends a chart: every colour and size in it is the theme's.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the words say it")]
pub struct Style {
    pub card: Color32,
    pub sunk: Color32,
    pub line: Color32,
    pub ink: Color32,
    pub second_ink: Color32,
    pub third_ink: Color32,
    pub accent: Color32,
    pub soreness: Color32,
    pub sleep: Color32,
    pub load: Color32,
    pub note: FontId,
    pub body: FontId,
    pub strong: FontId,
}

/// What a person did on a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartResponse {
    /// The day that was opened, by click or Enter.
    pub clicked: Option<Date>,
    /// The day the pointer or the keys are on; other charts mark it too.
    pub hovered: Option<Date>,
}

impl ChartResponse {
    /// This, or what was done on another chart.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            clicked: self.clicked.or(other.clicked),
            hovered: self.hovered.or(other.hovered),
        }
    }
}
