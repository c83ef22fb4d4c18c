//! What can be read, by name, and where each is to be had.

use egui::Ui;

use crate::fl;
use crate::theme;
use crate::ui::widgets::fold;

/// Shows it, folded at first.
pub fn readable_ui(ui: &mut Ui, open: &mut bool) {
    ui.label(theme::quiet(ui, fl!("data-reads")));
    fold(ui, &fl!("data-readable"), open);
    if !*open {
        return;
    }
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (name, how) in all() {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(theme::strong(ui, name));
                ui.label(theme::quiet(ui, how));
            });
        }
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
