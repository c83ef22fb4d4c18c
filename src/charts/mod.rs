//! Domain and analysis in, plots and hover text out.
//!
//! A chart needs a `Ui` and a [`Style`], no window: a headless egui context serves as well.

use egui::{Color32, FontId};

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
