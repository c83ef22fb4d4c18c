//! What the data means: units, first weekday, day start, zone. It travels with the journal.

use egui::{ComboBox, Ui};

use super::zone::{ZoneState, zone_ui};
use super::{card, choice};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::settings::{DistanceUnit, FirstWeekday, MassUnit, TemperatureUnit};
use crate::domain::{DayRule, units, words};
use crate::fl;
use crate::theme;
use jiff::civil::{Time, Weekday};

/// The latest start of a day, and the steps to it, in minutes.
const LATEST_START: i16 = 360;
const HALF_HOUR: usize = 30;

/// Kilometres or miles, Celsius or Fahrenheit, kilograms or pounds.
pub fn units_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let mut settings = model.settings().clone();
    card(ui, fl!("settings-units"), |ui| {
        ui.add_enabled_ui(model.can_write(), |ui| {
            let distances = [
                (DistanceUnit::Km, fl!("settings-km")),
                (DistanceUnit::Mi, fl!("settings-mi")),
            ];
            choice(ui, &fl!("settings-distance"), &mut settings.distance, &distances);
            let degrees = [TemperatureUnit::Celsius, TemperatureUnit::Fahrenheit].map(|it| (it, it.sign()));
            choice(ui, &fl!("settings-temperature"), &mut settings.temperature, &degrees);
            let masses = [MassUnit::Kg, MassUnit::Lb].map(|it| (it, it.sign()));
            choice(ui, &fl!("settings-mass"), &mut settings.mass, &masses);
        });
        ui.label(theme::note(ui, fl!("settings-units-note")));
    });
    if settings != *model.settings() {
        commands.emit(Command::SetSettings(settings));
    }
}

/// Where weeks and days begin, and in which zone.
pub fn days_ui(ui: &mut Ui, model: &Model, zone: &mut ZoneState, commands: &mut Commands) {
    let mut settings = model.settings().clone();
    card(ui, fl!("settings-days"), |ui| {
        ui.add_enabled_ui(model.can_write(), |ui| {
            let weekdays = [
                (FirstWeekday::Monday, words::weekday(Weekday::Monday)),
                (FirstWeekday::Sunday, words::weekday(Weekday::Sunday)),
                (FirstWeekday::Saturday, words::weekday(Weekday::Saturday)),
            ];
            choice(
                ui,
                &fl!("settings-first-weekday"),
                &mut settings.first_weekday,
                &weekdays,
            );
            ui.add_space(theme::GAP);
            day_start_ui(ui, &mut settings.day_rule);
            ui.add_space(theme::GAP);
            zone_ui(ui, zone, model.computer_zone.as_deref(), &mut settings.zone);
        });
    });
    if settings != *model.settings() {
        commands.emit(Command::SetSettings(settings));
    }
}

fn day_start_ui(ui: &mut Ui, rule: &mut DayRule) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let label = ui.label(theme::label(ui, fl!("settings-day-start")));
        let shown = clock(rule.start_min);
        ComboBox::from_id_salt("day-start")
            .selected_text(shown)
            .show_ui(ui, |ui| {
                for start_min in (0..=LATEST_START).step_by(HALF_HOUR) {
                    ui.selectable_value(&mut rule.start_min, start_min, clock(start_min));
                }
            })
            .response
            .labelled_by(label.id)
            .accessible_name(fl!("settings-day-start"));
        ui.label(theme::note(
            ui,
            fl!("settings-day-start-note", time = clock(rule.start_min)),
        ));
    });
}

fn clock(start_min: i16) -> String {
    let time = Time::new((start_min / 60) as i8, (start_min % 60) as i8, 0, 0);
    units::show_clock(time.unwrap_or_default())
}
