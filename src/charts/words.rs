//! The words of charts: days, hours, and what a score means on its scale.

use jiff::civil::Date;

use crate::domain::{Rating, Scale};
use crate::fl;

/// A day: "3 Mar 2020".
pub fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// A day with its weekday: "Tue 3 Mar 2020".
pub fn weekday(day: Date) -> String {
    day.strftime("%a %-d %b %Y").to_string()
}

/// From one day to another; one day alone where both are the same.
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return day(first);
    }
    fl!("chart-days", first = day(first), last = day(last))
}

/// A number as it was given, without needless zeros.
pub fn number(value: f64) -> String {
    format!("{value}")
}

/// A mean, to one decimal.
pub fn mean(value: f64) -> String {
    format!("{value:.1}")
}

/// Hours and minutes: "6 h 30 min".
pub fn hours(hours: f64) -> String {
    let minutes = (hours * 60.0).round() as i64;
    match (minutes / 60, minutes % 60) {
        (h, 0) => fl!("chart-hours", h = h),
        (h, min) => fl!("chart-hours-minutes", h = h, min = min),
    }
}

/// Which way a scale points: "0 none to 10 worst".
pub fn direction(scale: Scale) -> String {
    match scale {
        Scale::Nrs010 => fl!("chart-scale-nrs"),
        Scale::Five15 => fl!("chart-scale-five"),
        Scale::Hooper17 => fl!("chart-scale-hooper"),
        Scale::Pmsys15 => fl!("chart-scale-pmsys"),
        Scale::PmsysReadiness010 => fl!("chart-scale-readiness"),
    }
}

/// What `value` means where it is an end of its scale.
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
        (Scale::Five15 | Scale::Hooper17, true) => fl!("chart-end-good"),
        (Scale::Five15 | Scale::Hooper17, false) => fl!("chart-end-bad"),
        (Scale::Pmsys15, true) => fl!("chart-end-very-sore"),
        (Scale::Pmsys15, false) => fl!("chart-end-not-sore"),
        (Scale::PmsysReadiness010, true) => fl!("chart-end-not-ready"),
        (Scale::PmsysReadiness010, false) => fl!("chart-end-ready"),
    };
    Some(word)
}

/// A soreness with what it means: "4, moderate"; where the scale has no word for it, its direction.
pub fn soreness(rating: Rating) -> String {
    let score = number(rating.value);
    match soreness_word(rating) {
        Some(word) => fl!("chart-score-word", score = score, word = word),
        None => fl!("chart-score-scale", score = score, scale = direction(rating.scale)),
    }
}

fn soreness_word(rating: Rating) -> Option<String> {
    let word = match (rating.scale, rating.value) {
        (Scale::Nrs010, it) if it <= 0.0 => fl!("chart-sore-none"),
        (Scale::Nrs010, it) if it < 4.0 => fl!("chart-sore-mild"),
        (Scale::Nrs010, it) if it < 7.0 => fl!("chart-sore-moderate"),
        (Scale::Nrs010, it) if it < 10.0 => fl!("chart-sore-severe"),
        (Scale::Nrs010, _) => fl!("chart-sore-worst"),
        (Scale::Pmsys15, 1.0) => fl!("chart-sore-pmsys-1"),
        (Scale::Pmsys15, 2.0) => fl!("chart-sore-pmsys-2"),
        (Scale::Pmsys15, 3.0) => fl!("chart-sore-pmsys-3"),
        (Scale::Pmsys15, 4.0) => fl!("chart-sore-pmsys-4"),
        (Scale::Pmsys15, 5.0) => fl!("chart-sore-pmsys-5"),
        _ => return None,
    };
    Some(word)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn hours_are_said_as_hours_and_minutes() {
        for (value, words) in [(7.0, "7 h"), (6.5, "6 h 30 min"), (6.999, "7 h"), (0.25, "0 h 15 min")] {
            assert_eq!(hours(value), words);
        }
    }

    #[test]
    fn a_score_is_said_with_its_meaning_on_its_own_scale() {
        let said = |value, scale| soreness(Rating { value, scale });
        assert_eq!(said(1.0, Scale::Pmsys15), "1, very sore");
        assert_eq!(said(1.0, Scale::Nrs010), "1, mild");
        assert_eq!(said(6.5, Scale::Nrs010), "6.5, moderate");
        assert_eq!(said(2.0, Scale::Hooper17), "2 (1 good to 7 bad)");
    }

    #[test]
    fn a_range_of_one_day_is_that_day() {
        let first = date(2019, 11, 1);
        assert_eq!(days(first, first), "1 Nov 2019");
        assert_eq!(days(first, date(2020, 3, 30)), "1 Nov 2019 to 30 Mar 2020");
    }
}
