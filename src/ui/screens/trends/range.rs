//! Which days the charts show.

use std::ops::RangeInclusive;

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::app::Model;
use crate::charts::words;
use crate::fl;
use crate::theme;
use crate::ui::widgets::{self, Calendar, day_picker};

/// A journal whose last morning is longer ago than this is looked at as a whole.
const RECENT_DAYS: i64 = 28;

/// How far back the charts go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// 28 days.
    FourWeeks,
    /// Three months.
    ThreeMonths,
    /// A year.
    OneYear,
    /// From the first day to the last.
    All,
    /// From one day to another, in either order.
    Days(Date, Date),
}

impl Range {
    /// The range to begin with: the last months of a journal that is kept, all of one that is not.
    pub fn usual(last: Date, today: Date) -> Self {
        if is_recent(last, today) {
            Self::ThreeMonths
        } else {
            Self::All
        }
    }

    /// Its days, inside the `known` ones where they were not chosen one by one: counted back from today, or
    /// from the last of the known days where that is long ago.
    pub fn days(self, known: (Date, Date), today: Date) -> RangeInclusive<Date> {
        let (first, last) = known;
        let end = if is_recent(last, today) { last.max(today) } else { last };
        let back = match self {
            Self::FourWeeks => RECENT_DAYS.days(),
            Self::ThreeMonths => 3.months(),
            Self::OneYear => 1.year(),
            Self::All => return first..=last,
            Self::Days(from, to) => return from.min(to)..=from.max(to),
        };
        let start = end.saturating_sub(back).saturating_add(1.day());
        start.max(first)..=end
    }
}

fn is_recent(last: Date, today: Date) -> bool {
    last >= today.saturating_sub(RECENT_DAYS.days())
}

/// Chooses a range.
pub fn picker_ui(ui: &mut Ui, model: &Model, range: &mut Range, known: (Date, Date)) {
    let days = range.days(known, model.today());
    let choices = [
        (Range::FourWeeks, fl!("trends-range-4-weeks")),
        (Range::ThreeMonths, fl!("trends-range-3-months")),
        (Range::OneYear, fl!("trends-range-1-year")),
        (Range::All, fl!("trends-range-all")),
        // The days that are shown are where a choice begins.
        (chosen_days(*range, &days), fl!("trends-range-days")),
    ];
    widgets::segmented(ui, &fl!("trends-range"), range, &choices);
}

fn chosen_days(range: Range, shown: &RangeInclusive<Date>) -> Range {
    match range {
        Range::Days(from, to) => Range::Days(from, to),
        _ => Range::Days(*shown.start(), *shown.end()),
    }
}

/// Chooses the days of a range one by one, where that was chosen.
pub fn days_ui(ui: &mut Ui, model: &Model, range: &mut Range) {
    let Range::Days(from, to) = *range else { return };
    let pick = |ui: &mut Ui, day: Date, label: String| {
        let table = model.daily();
        let calendar = Calendar {
            label,
            today: model.today(),
            first_weekday: model.settings().first_weekday,
            marked: &|day| table.row(day).is_some_and(|it| it.covered),
        };
        day_picker(ui, day, &calendar)
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        if let Some(day) = pick(ui, from, fl!("trends-range-from", day = words::day(from))) {
            *range = Range::Days(day, to);
        }
        if let Some(day) = pick(ui, to, fl!("trends-range-to", day = words::day(to))) {
            *range = Range::Days(from, day);
        }
    });
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_journal_that_is_kept_begins_with_its_last_months() {
        let known = (date(2020, 1, 1), date(2026, 11, 20));
        let today = date(2026, 11, 24);
        assert_eq!(Range::usual(known.1, today), Range::ThreeMonths);
        assert_eq!(Range::ThreeMonths.days(known, today), date(2026, 8, 25)..=today);
        assert_eq!(Range::FourWeeks.days(known, today), date(2026, 10, 28)..=today);
    }

    #[test]
    fn ranges_of_an_old_journal_count_back_from_its_last_day() {
        let known = (date(2019, 11, 1), date(2020, 3, 30));
        let today = date(2026, 11, 24);
        assert_eq!(Range::usual(known.1, today), Range::All);
        assert_eq!(Range::FourWeeks.days(known, today), date(2020, 3, 3)..=known.1);
        assert_eq!(Range::OneYear.days(known, today), known.0..=known.1);
        assert_eq!(Range::All.days(known, today), known.0..=known.1);
    }

    #[test]
    fn days_chosen_in_the_wrong_order_are_the_same_days() {
        let known = (date(2019, 11, 1), date(2020, 3, 30));
        let (from, to) = (date(2020, 1, 1), date(2020, 2, 1));
        let days = Range::Days(to, from).days(known, date(2026, 11, 24));
        assert_eq!(days, from..=to);
    }
}
