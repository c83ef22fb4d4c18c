//! The day of a record: typed, or moved day by day.

use egui::{Align, Layout, Ui};
use jiff::civil::Date;
use lucide_icons::Icon;

use super::sheet::Sheet;
use crate::domain::words;
use crate::fl;
use crate::ui::theme;
use crate::ui::widgets::{Button, Field};

/// The key of the day's field in every form.
pub const DAY: &str = "day";

/// Reads a day: `2026-11-24`, or the words for today and yesterday.
pub fn parse_day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if text == fl!("form-today").to_lowercase() {
        Some(today)
    } else if text == fl!("form-yesterday").to_lowercase() {
        today.yesterday().ok()
    } else {
        let digits = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        text.parse().ok().filter(|_| text.len() == 10 && digits(9))
    }
}

/// How a day is written into its field.
pub fn day_text(day: Date) -> String {
    day.to_string()
}

/// The day in words: "Today, Monday 23 November".
pub fn day_words(day: Date, today: Date) -> String {
    if day == today {
        fl!("form-day-named", name = fl!("form-today"), day = words::day(day))
    } else if today.yesterday().is_ok_and(|it| it == day) {
        fl!("form-day-named", name = fl!("form-yesterday"), day = words::day(day))
    } else if day.year() == today.year() {
        words::day(day)
    } else {
        words::day_with_year(day)
    }
}

/// The field of a day between two buttons for the day before and after. True when it changed.
pub fn day_ui(ui: &mut Ui, sheet: &mut Sheet<'_>, label: &str, text: &mut String, latest: Date) -> bool {
    let before = text.clone();
    let day = parse_day(text, latest);
    let note = day.filter(|it| *it <= latest).map(|it| day_words(it, latest));
    let room = ui.available_width();
    let field = (room - 2.0 * (theme::CONTROL + theme::GAP)).max(120.0);
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        sheet.field(ui, DAY, Field::new(label).note(note).width(field), text);
        let mut step = |ui: &mut Ui, icon, name: String, to: Option<Date>| {
            ui.vertical(|ui| {
                ui.set_width(theme::CONTROL);
                ui.add_space(LABEL);
                let button = Button::icon_only(icon, name).enabled(to.is_some());
                if ui.add(button).clicked()
                    && let Some(day) = to
                {
                    *text = day_text(day);
                }
            });
        };
        let previous = day.and_then(|it| it.yesterday().ok());
        step(ui, Icon::ChevronLeft, fl!("form-previous-day"), previous);
        let next = day.and_then(|it| it.tomorrow().ok()).filter(|it| *it <= latest);
        step(ui, Icon::ChevronRight, fl!("form-next-day"), next);
    });
    *text != before
}

/// Height of a label above a field, with the gap below it.
const LABEL: f32 = 21.0;

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_dates_or_words() {
        let today = date(2026, 11, 24);
        for (text, day) in [
            ("2026-11-20", Some(date(2026, 11, 20))),
            (" Today ", Some(today)),
            ("yesterday", Some(date(2026, 11, 23))),
            ("2026-02-30", None),
            ("20261120", None),
            ("24.11.", None),
            ("", None),
        ] {
            assert_eq!(parse_day(text, today), day, "{text}");
        }
    }

    #[test]
    fn days_are_told_by_name_where_they_are_near() {
        let today = date(2026, 11, 24);
        assert_eq!(day_words(today, today), "Today, Tuesday 24 November");
        assert_eq!(day_words(date(2026, 11, 23), today), "Yesterday, Monday 23 November");
        assert_eq!(day_words(date(2026, 11, 3), today), "Tuesday 3 November");
        assert_eq!(day_words(date(2025, 11, 3), today), "Mon 3 Nov 2025");
    }
}
