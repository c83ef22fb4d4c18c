//! What can be done with a chart: copied, saved, read as a table.

use egui::{Popup, Ui};
use lucide_icons::Icon;

use super::Done;
use crate::app::command::{ChartFile, Command};
use crate::charts::{Chart, Request};
use crate::fl;
use crate::ui::table::TableState;
use crate::ui::widgets::Button;

/// The button, and the menu that it opens.
pub fn menu_ui(ui: &mut Ui, request: &Request, chart: &dyn Chart, done: &mut Done) {
    let name = fl!("chart-menu", question = chart.heading().question.as_str());
    let button = ui.add(Button::icon_only(Icon::Ellipsis, name).small());
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(220.0);
        if line_ui(ui, fl!("chart-copy")) {
            done.wishes.push(Command::CopyChart(request.clone()));
        }
        if line_ui(ui, fl!("chart-copy-rows")) {
            done.wishes.push(Command::CopyRows(request.clone()));
        }
        for (file, words) in [
            (ChartFile::Png, fl!("chart-save-png")),
            (ChartFile::Svg, fl!("chart-save-svg")),
            (ChartFile::Csv, fl!("chart-save-csv")),
        ] {
            if line_ui(ui, words) {
                let request = request.clone();
                done.wishes.push(Command::PickChart { request, file });
            }
        }
        if line_ui(ui, fl!("chart-show-numbers")) {
            done.table = Some(TableState::of(chart));
        }
    });
}

fn line_ui(ui: &mut Ui, words: String) -> bool {
    let pressed = ui.add(egui::Button::new(words).frame_when_inactive(false)).clicked();
    if pressed {
        ui.close();
    }
    pressed
}
