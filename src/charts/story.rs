//! The small card that tells a day's story.

use egui::{PopupAnchor, Pos2, Response, RichText, Tooltip};
use jiff::civil::Date;

use super::{Style, words};
use crate::analysis::{DailyRow, DailyTable};
use crate::domain::units::show_hours;
use crate::domain::words::day_with_year;
use crate::fl;

/// A title and a few lines.
pub(super) struct Story {
    title: String,
    lines: Vec<String>,
}

impl Story {
    /// Any story.
    pub(super) fn new(title: String, lines: Vec<String>) -> Self {
        Self { title, lines }
    }

    /// What is known of `day`.
    pub(super) fn of_day(table: &DailyTable, day: Date) -> Self {
        let row = table.row(day);
        let slept = row.and_then(|it| it.sleep_h).map(show_hours);
        let sore = row.and_then(|it| it.soreness).map(words::soreness);
        let mut lines = vec![
            fl!("chart-story-sleep", what = known(slept)),
            fl!("chart-story-soreness", what = known(sore)),
        ];
        lines.extend(row.and_then(load_line));
        Self::new(day_with_year(day), lines)
    }

    /// The whole of it in one line, for assistive technology.
    pub(super) fn text(&self) -> String {
        format!("{}. {}.", self.title, self.lines.join(". "))
    }

    /// Shows it beside `at`, for as long as this is called.
    pub(super) fn card_ui(&self, response: &Response, at: Pos2, style: &Style) {
        let anchor = PopupAnchor::Position(at);
        Tooltip::always_open(response.ctx.clone(), response.layer_id, response.id, anchor)
            .gap(12.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let title = RichText::new(&self.title);
                ui.label(title.font(style.strong.clone()).color(style.ink));
                for line in &self.lines {
                    ui.label(RichText::new(line).font(style.body.clone()).color(style.second_ink));
                }
            });
    }
}

fn known(what: Option<String>) -> String {
    what.unwrap_or_else(|| fl!("chart-not-recorded"))
}

fn load_line(row: &DailyRow) -> Option<String> {
    let load = row.load_au?;
    Some(match row.runs {
        0 => fl!("chart-story-load", load = format!("{load:.0}")),
        runs => fl!("chart-story-load-runs", load = format!("{load:.0}"), runs = runs),
    })
}
