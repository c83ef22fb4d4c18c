//! The words of a time axis.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::time::days_between;
use crate::domain::words::month_short;
use crate::fl;

/// Where a time axis of `days` from `first` has words (days from the first), and which: days, months or
/// years, as many as the room takes.
pub(super) fn time_ticks(first: Date, days: i32, room_in_ems: f64) -> Vec<(f64, String)> {
    // "Mar 2020" and some air.
    let fits = (room_in_ems / 6.0).max(1.0);
    if days <= 45 {
        let step = [1, 2, 7, 14].into_iter().find(|it| f64::from(days / it) <= fits);
        return day_ticks(first, days, step.unwrap_or(28));
    }
    let months = f64::from(days) / 30.4;
    let mut steps = [1, 2, 3, 6, 12, 24, 60, 120].into_iter();
    let step = steps.find(|it| months / f64::from(*it) <= fits);
    month_ticks(first, days, step.unwrap_or(240))
}

fn day_ticks(first: Date, days: i32, step: i32) -> Vec<(f64, String)> {
    let marked = (0..days).step_by(step as usize);
    marked
        .map(|n| {
            let day = first.saturating_add(n.days());
            (
                f64::from(n),
                fl!("chart-day-month", day = day.day().to_string(), month = month_short(day)),
            )
        })
        .collect()
}

/// The first of every `step`-th month, counted so that January is among them; the year stands at the
/// first mark and at each January.
fn month_ticks(first: Date, days: i32, step: i32) -> Vec<(f64, String)> {
    let mut ticks: Vec<(f64, String)> = Vec::new();
    let mut month = first.first_of_month();
    loop {
        let n = days_between(first, month);
        if n >= days {
            return ticks;
        }
        let counted = i32::from(month.year()) * 12 + i32::from(month.month()) - 1;
        if n >= 0 && counted % step == 0 {
            let year = month.year().to_string();
            let words = match (ticks.is_empty() || month.month() == 1, step >= 12) {
                (_, true) => year,
                (true, false) => fl!("chart-month-year", month = month_short(month), year = year),
                (false, false) => month_short(month),
            };
            ticks.push((f64::from(n), words));
        }
        match month.checked_add(1.month()) {
            Ok(next) => month = next,
            Err(_) => return ticks,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn words(days: i32, room: f64) -> Vec<String> {
        let ticks = time_ticks(date(2019, 11, 1), days, room);
        ticks.into_iter().map(|it| it.1).collect()
    }

    #[test]
    fn months_are_named_and_the_year_stands_where_it_begins() {
        assert_eq!(words(151, 80.0), ["Nov 2019", "Dec", "Jan 2020", "Feb", "Mar"]);
        assert_eq!(words(28, 80.0), ["1 Nov", "8 Nov", "15 Nov", "22 Nov"]);
        assert_eq!(words(1200, 30.0), ["2020", "2021", "2022", "2023"]);
    }

    #[test]
    fn a_short_axis_has_fewer_words() {
        assert!(words(365, 20.0).len() <= 4);
    }
}
