//! What can be read, by name, and where each is to be had.

use egui::{Align, Layout, Ui};

use crate::fl;
use crate::theme;
use crate::ui::widgets::fold;

/// From this width on they stand side by side, two and two.
const TWO_FROM: f32 = 480.0;

/// Shows it, unfolded where it is `open`.
pub fn readable_ui(ui: &mut Ui, open: &mut bool) {
    ui.label(theme::quiet(ui, fl!("data-reads")));
    fold(ui, &fl!("data-readable"), open);
    if !*open {
        return;
    }
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let side_by_side = if ui.available_width() < TWO_FROM { 1 } else { 2 };
        for line in all().chunks(side_by_side) {
            ui.spacing_mut().item_spacing.x = theme::BETWEEN;
            ui.columns(side_by_side, |columns| {
                for (ui, one) in columns.iter_mut().zip(line) {
                    one_ui(ui, one);
                }
            });
        }
    });
}

fn one_ui(ui: &mut Ui, (name, how): &(String, String)) {
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(theme::strong(ui, name.as_str()));
        ui.label(theme::quiet(ui, how.as_str()));
    });
}

/// Name and way of each, those of most runners first.
fn all() -> [(String, String); 16] {
    [
        (fl!("data-read-watch"), fl!("data-read-watch-how")),
        (fl!("data-read-strava"), fl!("data-read-strava-how")),
        (fl!("data-read-garmin"), fl!("data-read-garmin-how")),
        (fl!("data-read-runkeeper"), fl!("data-read-runkeeper-how")),
        (fl!("data-read-apple"), fl!("data-read-apple-how")),
        (fl!("data-read-fitbit"), fl!("data-read-fitbit-how")),
        (fl!("data-read-whoop"), fl!("data-read-whoop-how")),
        (fl!("data-read-oura"), fl!("data-read-oura-how")),
        (fl!("data-read-sleep"), fl!("data-read-sleep-how")),
        (fl!("data-read-hrv4training"), fl!("data-read-hrv4training-how")),
        (fl!("data-read-intervals"), fl!("data-read-intervals-how")),
        (fl!("data-read-daylio"), fl!("data-read-daylio-how")),
        (fl!("data-read-loop"), fl!("data-read-loop-how")),
        (fl!("data-read-pmsys"), fl!("data-read-pmsys-how")),
        (fl!("data-read-afterrun"), fl!("data-read-afterrun-how")),
        (fl!("data-read-table"), fl!("data-read-table-how")),
    ]
}
