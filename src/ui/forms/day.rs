//! The day of a record: typed, moved day by day, or chosen from the calendar.

use egui::{Align, Layout, Ui};
use jiff::civil::Date;
use lucide_icons::Icon;

use super::sheet::Sheet;
use crate::domain::words;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, Calendar, Field, day_popup};

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

/// The day in words: "Today, Mon 23 Nov".
pub fn day_words(day: Date, today: Date) -> String {
    if day == today {
        fl!("form-day-named", name = fl!("form-today"), day = words::day_short(day))
    } else if today.yesterday().is_ok_and(|it| it == day) {
        fl!(
            "form-day-named",
            name = fl!("form-yesterday"),
            day = words::day_short(day)
        )
    } else if day.year() == today.year() {
        words::day(day)
    } else {
        words::day_with_year(day)
    }
}

/// A time of day in a form.
pub struct TimeField<'a> {
    /// Its key.
    pub key: &'a str,
    /// Its name.
    pub label: String,
    /// What it was understood as.
    pub note: Option<String>,
    /// As typed.
    pub text: &'a mut String,
}

/// What changed in [`day_ui`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Changed {
    /// The day.
    pub day: bool,
    /// The time of day.
    pub time: bool,
}

/// The field of a day with buttons for the day before, the day after and the calendar, and a time of day
/// beside it.
pub fn day_ui(
    ui: &mut Ui,
    sheet: &mut Sheet<'_>,
    (label, text): (&str, &mut String),
    latest: Date,
    time: Option<TimeField<'_>>,
) -> Changed {
    let before = text.clone();
    let day = parse_day(text, latest);
    let note = day.filter(|it| *it <= latest).map(|it| day_words(it, latest));
    let half = (ui.available_width() - theme::GAP) / 2.0;
    let field = (half - 3.0 * (theme::SMALL_CONTROL + theme::GAP)).max(NARROWEST);
    ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
        let line = sheet
            .field(ui, DAY, Field::new(label).note(note).width(field), text)
            .rect;
        if let Some(to) = steps_ui(ui, sheet, line.center().y, day, latest) {
            *text = day_text(to);
        }
        Changed {
            day: *text != before,
            time: time.is_some_and(|it| {
                let field = Field::new(&it.label).hint(fl!("form-clock-hint")).note(it.note);
                sheet.field(ui, it.key, field, it.text).changed()
            }),
        }
    })
    .inner
}

/// The buttons beside the field, whose middle is at `line`: the day that one of them leads to.
fn steps_ui(ui: &mut Ui, sheet: &Sheet<'_>, line: f32, day: Option<Date>, latest: Date) -> Option<Date> {
    let mut to = None;
    let step_ui = |ui: &mut Ui, icon, name: String, enabled| {
        ui.vertical(|ui| {
            ui.set_width(theme::SMALL_CONTROL);
            ui.add_space(line - theme::SMALL_CONTROL / 2.0 - ui.cursor().top());
            ui.add(Button::icon_only(icon, name).small().enabled(enabled))
        })
        .inner
    };
    let previous = day.and_then(|it| it.yesterday().ok());
    if step_ui(ui, Icon::ChevronLeft, fl!("form-previous-day"), previous.is_some()).clicked() {
        to = previous;
    }
    let next = day.and_then(|it| it.tomorrow().ok()).filter(|it| *it <= latest);
    if step_ui(ui, Icon::ChevronRight, fl!("form-next-day"), next.is_some()).clicked() {
        to = next;
    }
    let calendar = Calendar {
        label: fl!("form-calendar"),
        today: sheet.model.today(),
        first_weekday: sheet.model.settings().first_weekday,
        marked: &|_| false,
    };
    let button = step_ui(ui, Icon::CalendarDays, calendar.label.clone(), true);
    day_popup(&button, day.unwrap_or(latest), &calendar, Some(latest)).or(to)
}

/// Least width of a day's field: its note stays in two lines.
const NARROWEST: f32 = 148.0;

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
        assert_eq!(day_words(today, today), "Today, Tue 24 Nov");
        assert_eq!(day_words(date(2026, 11, 23), today), "Yesterday, Mon 23 Nov");
        assert_eq!(day_words(date(2026, 11, 3), today), "Tuesday 3 November");
        assert_eq!(day_words(date(2025, 11, 3), today), "Mon 3 Nov 2025");
    }
}
