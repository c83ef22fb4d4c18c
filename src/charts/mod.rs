//! Domain and analysis in, plots and hover text out.
//!
//! A chart needs a `Ui` and a [`Style`], no window: a headless egui context serves as well. A chart holds
//! still (no zoom, no drag: the wheel belongs to the page), has few lines, and names itself with its
//! numbers for those who do not see it. Every chart can be walked by keyboard: left and right go from day
//! to day, Enter opens the day.
//!
//! A chart answers one question. Which one, of which days and how made is a [`Request`]; [`Request::make`]
//! makes the [`Chart`], off the window's thread, and a frame only places it. [`figure_ui`] draws the whole
//! figure, on the screen and into a file alike.

mod body;
mod calendar;
mod cells;
mod chart;
mod depth;
pub mod figure;
mod forest;
mod habits;
mod legend;
mod load;
mod marks;
mod over_time;
mod pair;
mod panels;
mod pick;
pub mod picture;
mod request;
mod sleep;
mod story;
mod supplements;
mod ticks;
mod time_axis;
pub mod words;

use egui::{Color32, FontId};

pub use crate::analysis::Series;
pub use chart::{
    Aside, AsideGroup, Chart, ChartResponse, Heading, Rows, Shown, TooLittle, figure_ui, heading_ui, notes_ui,
};
pub use depth::depth;
pub use forest::level_dot;
pub use request::{ChartName, Made, Measure, Options, Request, Source};
pub use story::day_lines;

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
    /// From little to much of the same: each further from the card than the one before.
    pub steps: [Color32; 3],
    /// Things of different kinds beside each other, apart also for the colour-blind. Take them in this order.
    pub kinds: [Color32; 5],
    pub note: FontId,
    pub body: FontId,
    pub strong: FontId,
    pub title: FontId,
}
