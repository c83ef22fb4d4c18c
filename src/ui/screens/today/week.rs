//! The last seven days as a strip: minutes active as bars, hours slept, that morning's soreness.

use egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Id, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::analysis::DailyRow;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{units, words};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, score_pill};

const BARS: f32 = 104.0;
const HEIGHT: f32 = BARS + 92.0;
/// A week of short walks does not look like one of long runs, minutes.
const TALLEST_AT_LEAST: f64 = 30.0;

/// Shows the strip; pressing a day opens it.
pub fn week_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    widgets::card(ui, |ui| {
        heading_ui(ui);
        let today = model.today();
        let days: Vec<Date> = (0..7).rev().filter_map(|n| today.checked_sub(n.days()).ok()).collect();
        let longest = days.iter().filter_map(|day| minutes(model.daily().row(*day)?));
        let longest = longest.fold(TALLEST_AT_LEAST, f64::max);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let width = rect.width() / days.len() as f32;
        let ids: Vec<Id> = days.iter().map(|day| ui.scope_id().with(day)).collect();
        let stop = widgets::one_stop(ui, &ids, ids.len() - 1);
        for (n, day) in days.into_iter().enumerate() {
            let left = pos2(rect.left() + n as f32 * width, rect.top());
            if day_ui(
                ui,
                model,
                Rect::from_min_size(left, vec2(width, HEIGHT)),
                (ids[n], widgets::stop_sense(n, stop)),
                day,
                longest,
            ) {
                commands.emit(Command::OpenDay(day));
            }
        }
    });
}

fn heading_ui(ui: &mut Ui) {
    let it = theme::palette(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::card_title(ui, fl!("today-week")));
        ui.add_space(theme::BETWEEN);
        legend_ui(ui, it.load, &fl!("week-active"));
        legend_ui(ui, it.sleep, &fl!("week-sleep"));
        legend_ui(ui, it.soreness, &fl!("week-soreness"));
    });
}

/// A dot and its words, as one piece that wraps as a whole.
fn legend_ui(ui: &mut Ui, ink: Color32, words: &str) {
    let it = theme::palette(ui);
    let font = FontId::new(theme::NOTE, FontFamily::Proportional);
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, it.third_ink);
    let size = vec2(16.0 + galley.size().x + theme::GAP, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter()
        .circle_filled(rect.left_center() + vec2(4.0, 0.0), 4.0, ink);
    let at = rect.left_center() + vec2(16.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, it.third_ink);
}

/// Minutes active; `None` where nothing says how long.
fn minutes(row: &DailyRow) -> Option<f64> {
    row.moving_s.map(|it| it / 60.0)
}

/// One day; true when it was pressed.
fn day_ui(ui: &mut Ui, model: &Model, rect: Rect, (id, sense): (Id, Sense), day: Date, longest: f64) -> bool {
    let it = theme::palette(ui);
    let row = model.daily().row(day);
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, told(day, row)));
    let today = day == model.today();
    if today || response.hovered() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(theme::RADIUS), it.sunk);
    }
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), theme::RADIUS);
    }
    let floor = pos2(rect.center().x, rect.top() + BARS);
    bar_ui(ui, floor, row.and_then(minutes).unwrap_or(0.0) / longest);
    match row.and_then(|it| it.sleep_h) {
        Some(hours) => line_ui(ui, floor, 20.0, &format!("{hours:.1}"), theme::semi_bold(), it.sleep),
        None => line_ui(ui, floor, 20.0, "–", theme::medium(), it.third_ink),
    }
    let sore = row.and_then(|it| it.soreness);
    let score = sore.map(|it| (units::show_number(it.value), it.scale.severity(it.value)));
    score_pill(ui, floor + vec2(0.0, 46.0), score);
    if today {
        line_ui(ui, floor, 76.0, &fl!("place-today"), theme::semi_bold(), it.ink);
    } else {
        let name = words::weekday_short(day.weekday());
        line_ui(ui, floor, 76.0, &name, FontFamily::Proportional, it.second_ink);
    }
    response.clicked()
}

/// A bar on `floor`, as tall as `part` of the tallest.
fn bar_ui(ui: &Ui, floor: Pos2, part: f64) {
    let it = theme::palette(ui);
    let line = [floor - vec2(20.0, 0.0), floor + vec2(20.0, 0.0)];
    ui.painter().line_segment(line, Stroke::new(1.0, it.line));
    if part > 0.0 {
        let height = ((BARS - 12.0) * part as f32).max(3.0);
        let bar = Rect::from_min_max(floor - vec2(14.0, height), floor + vec2(14.0, 0.0));
        let top = CornerRadius {
            nw: 4,
            ne: 4,
            sw: 0,
            se: 0,
        };
        ui.painter().rect_filled(bar, top, it.load);
    }
}

fn line_ui(ui: &Ui, floor: Pos2, below: f32, text: &str, family: FontFamily, ink: Color32) {
    theme::paint_text(
        ui,
        floor + vec2(0.0, below),
        Align2::CENTER_CENTER,
        text,
        family,
        theme::BODY,
        ink,
    );
}

/// The day in words.
fn told(day: Date, row: Option<&DailyRow>) -> String {
    let unknown = || fl!("not-recorded");
    let minutes = row
        .and_then(minutes)
        .map_or_else(unknown, |it| fl!("week-minutes", minutes = it.round()));
    let slept = row.and_then(|it| it.sleep_h).map_or_else(unknown, units::show_hours);
    let sore = row
        .and_then(|it| it.soreness)
        .map_or_else(unknown, |it| units::show_number(it.value));
    fl!(
        "week-told",
        day = words::day(day),
        minutes = minutes,
        slept = slept,
        sore = sore
    )
}
