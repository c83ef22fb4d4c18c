//! Which days the charts show.

use std::ops::RangeInclusive;

use egui::Ui;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::fl;
use crate::ui::widgets;

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
    /// From the first day with sleep or soreness.
    All,
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

    /// Its days, inside the `known` ones: counted back from today, or from the last of the known days
    /// where that is long ago.
    pub fn days(self, known: (Date, Date), today: Date) -> RangeInclusive<Date> {
        let (first, last) = known;
        let end = if is_recent(last, today) { last.max(today) } else { last };
        let back = match self {
            Self::FourWeeks => RECENT_DAYS.days(),
            Self::ThreeMonths => 3.months(),
            Self::OneYear => 1.year(),
            Self::All => return first..=last,
        };
        let start = end.saturating_sub(back).saturating_add(1.day());
        start.max(first)..=end
    }
}

fn is_recent(last: Date, today: Date) -> bool {
    last >= today.saturating_sub(RECENT_DAYS.days())
}

/// Chooses a range.
pub fn picker_ui(ui: &mut Ui, range: &mut Range) {
    let choices = [
        (Range::FourWeeks, fl!("trends-range-4-weeks")),
        (Range::ThreeMonths, fl!("trends-range-3-months")),
        (Range::OneYear, fl!("trends-range-1-year")),
        (Range::All, fl!("trends-range-all")),
    ];
    widgets::segmented(ui, &fl!("trends-range"), range, &choices);
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
}
