//! A calendar to choose a day from: a button that opens a month.
//!
//! The week begins where the journal says. Days that hold something have a dot. Each day is a button with
//! its whole date as its name, and the arrows of the keyboard move between them as between any widgets.

use egui::{
    Align2, CornerRadius, Id, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;
use lucide_icons::Icon;

use super::Button;
use crate::domain::settings::FirstWeekday;
use crate::domain::words;
use crate::fl;
use crate::theme;

const CELL: egui::Vec2 = vec2(36.0, 32.0);

/// What the calendar needs to know beside the day that is chosen.
pub struct Calendar<'a> {
    /// The words on its button.
    pub label: String,
    /// The day it is.
    pub today: Date,
    /// Where its weeks begin.
    pub first_weekday: FirstWeekday,
    /// Whether a day holds something.
    pub marked: &'a dyn Fn(Date) -> bool,
}

/// The button and its calendar. The day that was pressed, if one was.
pub fn day_picker(ui: &mut Ui, chosen: Date, calendar: &Calendar) -> Option<Date> {
    let button = ui.add(Button::secondary(calendar.label.clone()).icon(Icon::CalendarDays));
    day_popup(&button, chosen, calendar, None)
}

/// The calendar of a button that is there already; no day after `latest` can be pressed.
pub fn day_popup(button: &Response, chosen: Date, calendar: &Calendar, latest: Option<Date>) -> Option<Date> {
    let month_id = button.id.with("month");
    if button.clicked() {
        let first = chosen.first_of_month();
        button.ctx.data_mut(|data| data.insert_temp(month_id, first));
    }
    let shown = Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| calendar_ui(ui, month_id, chosen, calendar, latest));
    shown.and_then(|it| it.inner)
}

fn calendar_ui(ui: &mut Ui, month_id: Id, chosen: Date, calendar: &Calendar, latest: Option<Date>) -> Option<Date> {
    ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
    ui.set_width(7.0 * CELL.x + 6.0 * 2.0);
    let mut month = ui
        .data(|data| data.get_temp(month_id))
        .unwrap_or_else(|| chosen.first_of_month());
    months_ui(ui, &mut month);
    ui.data_mut(|data| data.insert_temp(month_id, month));
    ui.add_space(theme::GAP);
    let first = calendar.first_weekday.week_of(month);
    let days: Vec<Date> = first.series(1.day()).take(42).collect();
    ui.horizontal(|ui| {
        for day in &days[..7] {
            let (rect, _) = ui.allocate_exact_size(CELL, Sense::hover());
            let word = words::weekday_short(day.weekday());
            let ink = theme::palette(ui).third_ink;
            theme::paint_text(
                ui,
                rect.center(),
                Align2::CENTER_CENTER,
                &word,
                theme::medium(),
                theme::NOTE,
                ink,
            );
        }
    });
    let mut pressed = None;
    for week in days.chunks(7) {
        ui.horizontal(|ui| {
            for &day in week {
                let can_be_pressed = latest.is_none_or(|latest| day <= latest);
                let press = |ui: &mut Ui| day_ui(ui, day, month, chosen, calendar);
                if ui.add_enabled_ui(can_be_pressed, press).inner {
                    pressed = Some(day);
                }
            }
        });
    }
    if pressed.is_some() {
        ui.close();
    }
    pressed
}

/// The month's name between the buttons that leaf through months and years.
fn months_ui(ui: &mut Ui, month: &mut Date) {
    let name = format!("{} {}", words::month(*month), month.year());
    let mut step = |ui: &mut Ui, icon, words: String, span: jiff::Span| {
        if ui.add(Button::icon_only(icon, words).small()).clicked() {
            *month = month.checked_add(span).unwrap_or(*month).first_of_month();
        }
    };
    ui.horizontal(|ui| {
        step(ui, Icon::ChevronsLeft, fl!("calendar-year-back"), -1.year());
        step(ui, Icon::ChevronLeft, fl!("calendar-month-back"), -1.month());
        let middle = ui.available_width() - 2.0 * (theme::SMALL_CONTROL + 2.0);
        ui.add_sized(
            vec2(middle, theme::SMALL_CONTROL),
            egui::Label::new(theme::strong(ui, name)),
        );
        step(ui, Icon::ChevronRight, fl!("calendar-month-on"), 1.month());
        step(ui, Icon::ChevronsRight, fl!("calendar-year-on"), 1.year());
    });
}

fn day_ui(ui: &mut Ui, day: Date, month: Date, chosen: Date, calendar: &Calendar) -> bool {
    let (rect, response) = ui.allocate_exact_size(CELL, Sense::click());
    let name = words::day_with_year(day);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), day == chosen, &name));
    let it = theme::palette(ui);
    let (fill, ink) = match day {
        _ if day == chosen => (it.accent, it.on_accent),
        _ if !ui.is_enabled() => (it.card, it.line),
        _ if response.hovered() => (it.sunk, it.ink),
        _ if day.month() == month.month() => (it.card, it.ink),
        _ => (it.card, it.third_ink),
    };
    let border = if day == calendar.today { it.accent } else { fill };
    ui.painter().rect(
        rect,
        CornerRadius::same(6),
        fill,
        Stroke::new(1.0, border),
        StrokeKind::Inside,
    );
    if response.has_focus() {
        theme::focus_ring(ui, rect.shrink(2.0), 6);
    }
    let at = rect.center() - vec2(0.0, 2.0);
    let number = day.day().to_string();
    theme::paint_text(
        ui,
        at,
        Align2::CENTER_CENTER,
        &number,
        theme::medium(),
        theme::BODY,
        ink,
    );
    if (calendar.marked)(day) {
        ui.painter()
            .circle_filled(rect.center_bottom() - vec2(0.0, 5.0), 2.0, ink);
    }
    response.clicked()
}
