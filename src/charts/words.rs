//! The words of charts: ranges of days, and which way a scale points.

use jiff::civil::Date;

use super::Series;
use crate::domain::settings::DistanceUnit;
use crate::domain::units::show_number;
use crate::domain::words::{habit as named_habit, month_short, named, score, within};
use crate::domain::{Journal, Rating, Record, Scale, Slug};
use crate::fl;

/// A day: "3 Mar 2020".
pub fn day(day: Date) -> String {
    fl!(
        "chart-day",
        day = day.day().to_string(),
        month = month_short(day),
        year = day.year().to_string()
    )
}

/// From one day to another; one day alone where both are the same.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return day(first);
    }
    fl!("chart-days", first = day(first), last = day(last))
}

/// What a series is of.
pub fn series(series: Series) -> String {
    named("series", series.word())
}

/// A mark of an axis of hours: "7 h".
pub fn hours(value: f64) -> String {
    fl!("length-h", h = show_number(value))
}

/// A mean, to one decimal.
pub fn mean(value: f64) -> String {
    format!("{value:.1}")
}

/// A cell of a table: the number as it is, empty where nothing was recorded.
pub fn cell(value: Option<f64>) -> String {
    value.map(|it| it.to_string()).unwrap_or_default()
}

/// A load: "480 AU".
pub fn load(value: f64) -> String {
    fl!("chart-au", au = whole(value))
}

/// A whole number; never "-0".
pub fn whole(value: f64) -> String {
    let whole = value.round() as i64;
    let sign = if whole < 0 { "−" } else { "" };
    format!("{sign}{}", whole.unsigned_abs())
}

/// A whole number with its sign; zero has none.
pub fn signed(value: f64) -> String {
    let sign = if value.round() > 0.0 { "+" } else { "" };
    format!("{sign}{}", whole(value))
}

/// A distance to one decimal: "44.9 km".
pub fn distance(metres: f64, unit: DistanceUnit) -> String {
    fl!("quantity", number = mean(metres / unit.metres()), unit = unit.sign())
}

/// A soreness with what it means: "4, changes how I move".
pub fn soreness(rating: Rating) -> String {
    let word = score(rating.value, rating.scale);
    fl!("chart-score", score = show_number(rating.value), word = word)
}

/// Which way a scale points: "0 none to 10 worst".
pub fn direction(scale: Scale) -> String {
    match scale {
        Scale::Nrs010 => fl!("chart-scale-nrs"),
        Scale::Five15 => fl!("chart-scale-five"),
        Scale::Hooper17 => fl!("chart-scale-hooper"),
        Scale::Pmsys15 => fl!("chart-scale-pmsys"),
        Scale::PmsysReadiness010 => fl!("chart-scale-readiness"),
        Scale::Intervals14 => fl!("chart-scale-intervals"),
    }
}

/// A habit's name as it stands within a sentence; its id where the journal has no such habit any more.
pub fn habit(journal: &Journal, id: &Slug) -> String {
    let trashed = || {
        journal.trash.iter().find_map(|it| match it {
            Record::Habit(it) if it.meta.id == *id => Some(it),
            _ => None,
        })
    };
    let live = journal.habits.binary_search_by(|it| it.meta.id.cmp(id)).ok();
    match live.map(|place| &journal.habits[place]).or_else(trashed) {
        Some(it) if it.builtin => within(&named_habit(it)),
        Some(it) => it.name.clone(),
        None => id.to_string(),
    }
}

/// A supplement's name; its id where the journal has no such supplement any more.
pub fn supplement(journal: &Journal, id: &Slug) -> String {
    let trashed = || {
        journal.trash.iter().find_map(|it| match it {
            Record::Supplement(it) if it.meta.id == *id => Some(it),
            _ => None,
        })
    };
    let live = journal.supplements.binary_search_by(|it| it.meta.id.cmp(id)).ok();
    let found = live.map(|place| &journal.supplements[place]).or_else(trashed);
    found.map_or_else(|| id.to_string(), |it| it.name.clone())
}

/// What `value` means in a word, where it is an end of its scale.
pub fn end_of_scale(scale: Scale, value: f64) -> Option<String> {
    let (low, high) = scale.range();
    let at_low = match value {
        it if it == low => true,
        it if it == high => false,
        _ => return None,
    };
    let word = match (scale, at_low) {
        (Scale::Nrs010, true) => fl!("chart-end-none"),
        (Scale::Nrs010, false) => fl!("chart-end-worst"),
        (Scale::Five15 | Scale::Hooper17 | Scale::Intervals14, true) => fl!("chart-end-good"),
        (Scale::Five15 | Scale::Hooper17 | Scale::Intervals14, false) => fl!("chart-end-bad"),
        (Scale::Pmsys15, true) => fl!("chart-end-very-sore"),
        (Scale::Pmsys15, false) => fl!("chart-end-not-sore"),
        (Scale::PmsysReadiness010, true) => fl!("chart-end-not-ready"),
        (Scale::PmsysReadiness010, false) => fl!("chart-end-ready"),
    };
    Some(word)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_score_is_said_with_its_meaning_on_its_own_scale() {
        let said = |value, scale| soreness(Rating { value, scale });
        assert_eq!(said(10.0, Scale::Nrs010), "10, worst imaginable");
        assert_ne!(said(1.0, Scale::Nrs010), said(1.0, Scale::Pmsys15));
    }

    #[test]
    fn a_range_of_one_day_is_that_day() {
        let first = date(2019, 11, 1);
        assert_eq!(days(first, first), "1 Nov 2019");
        assert_eq!(days(first, date(2020, 3, 30)), "1 Nov 2019 to 30 Mar 2020");
    }
}
