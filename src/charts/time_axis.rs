//! The days of a chart on one axis: where they stand, and how many are drawn as one.
//!
//! Up to some hundred places a day (or a week, where a chart counts weeks) has a place of its own; beyond
//! that a bundle shares one. What has one value a place is then the mean of what is known, with its n; what
//! is a line keeps the extremes of each bundle, so that no peak of decades is lost between two pixels.

use std::ops::RangeInclusive;

use egui::Pos2;
use egui_plot::{AxisHints, PlotTransform, PlotUi};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Style;
use super::marks::x_axis;
use super::ticks::time_ticks;
use crate::analysis::timeline::bundle_of;
use crate::domain::settings::FirstWeekday;
use crate::domain::time::days_between;
use crate::fl;

/// How near the pointer must come to the middle of a narrow place, sideways.
const REACH: f32 = 10.0;

/// Days, and the bundles they are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimeAxis {
    first: Date,
    days: i32,
    bundle: i32,
}

impl TimeAxis {
    /// The days of a range.
    pub(super) fn of(days: &RangeInclusive<Date>) -> Self {
        let count = days_between(*days.start(), *days.end()).max(0) + 1;
        Self {
            first: *days.start(),
            days: count,
            bundle: bundle_of(count),
        }
    }

    /// The whole weeks around a range.
    pub(super) fn weeks(days: &RangeInclusive<Date>, first_weekday: FirstWeekday) -> Self {
        let first = first_weekday.week_of(*days.start());
        Self::in_weeks(first, days_between(first, *days.end()).max(0) / 7 + 1)
    }

    /// The stretches of seven days that end with the last day of a range, as many as reach into it.
    pub(super) fn weeks_back(days: &RangeInclusive<Date>) -> Self {
        let weeks = days_between(*days.start(), *days.end()).max(0) / 7 + 1;
        let first = days.end().saturating_sub((weeks * 7 - 1).days());
        Self::in_weeks(first, weeks)
    }

    fn in_weeks(first: Date, weeks: i32) -> Self {
        Self {
            first,
            days: weeks * 7,
            bundle: bundle_of(weeks * 7).max(7),
        }
    }

    /// First and last day.
    pub(super) fn range(&self) -> RangeInclusive<Date> {
        self.first..=self.first.saturating_add((self.days - 1).days())
    }

    /// How many days there are.
    pub(super) fn days(&self) -> i32 {
        self.days
    }

    /// How many days are drawn as one.
    pub(super) fn bundle(&self) -> i32 {
        self.bundle
    }

    /// What must be said of a chart of days whose bars are bundles.
    pub(super) fn note_of_days(&self) -> Option<String> {
        (self.bundle > 1).then(|| fl!("chart-note-bundle-days", n = self.bundle))
    }

    /// The same of a chart of weeks.
    pub(super) fn note_of_weeks(&self) -> Option<String> {
        let weeks = self.bundle / 7;
        (weeks > 1).then(|| fl!("chart-note-bundle-weeks", n = weeks))
    }

    /// Which place a day belongs to.
    pub(super) fn number(&self, day: Date) -> i32 {
        days_between(self.first, day).div_euclid(self.bundle)
    }

    /// Where a place stands: the middle of its days, in days from the first.
    pub(super) fn x(&self, number: i32) -> f64 {
        f64::from(number * self.bundle) + f64::from(self.bundle - 1) / 2.0
    }

    /// Where a day itself stands.
    pub(super) fn x_of(&self, day: Date) -> f64 {
        f64::from(days_between(self.first, day))
    }

    /// First and last day of a place.
    pub(super) fn span(&self, number: i32) -> (Date, Date) {
        let first = self.first.saturating_add((number * self.bundle).days());
        let last = first.saturating_add((self.bundle - 1).days());
        (first, last.min(*self.range().end()))
    }

    /// Gives a plot this axis as its horizontal one.
    pub(super) fn set(&self, plot: &mut PlotUi<'_>) {
        let room = 0.01 * f64::from(self.days);
        plot.set_plot_bounds_x(-0.5 - room..=f64::from(self.days) - 0.5 + room);
    }

    /// Its marks and their words, `width` points wide.
    pub(super) fn words<'a>(&self, style: &Style, width: f32) -> (Vec<f64>, AxisHints<'a>) {
        let ticks = time_ticks(self.first, self.days, f64::from(width / style.note.size));
        let (values, labels): (Vec<f64>, Vec<String>) = ticks.into_iter().unzip();
        let at = values.clone();
        let label = move |value: f64| {
            let place = at.iter().position(|it| *it == value);
            place.map(|place| labels[place].clone()).unwrap_or_default()
        };
        (values, x_axis(style, label))
    }

    /// The one of `days` (sorted) whose place is nearest to the pointer, sideways, and near enough.
    pub(super) fn nearest(&self, transform: &PlotTransform, days: &[Date], pointer: Pos2) -> Option<Date> {
        let across = |day: Date| transform.position_from_point_x(self.x(self.number(day)));
        let after = days.partition_point(|&day| across(day) < pointer.x);
        let around = days[after.saturating_sub(1)..].iter().take(2);
        let far = |day: Date| (across(day) - pointer.x).abs();
        let nearest = *around.min_by(|a, b| far(**a).total_cmp(&far(**b)))?;
        let place = (transform.dpos_dvalue_x() * f64::from(self.bundle)) as f32;
        (far(nearest) <= REACH.max(place * 0.6)).then_some(nearest)
    }
}

/// What is known of the days of one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bundled {
    /// The place.
    pub(super) number: i32,
    /// Its first day with something known: a click opens it.
    pub(super) day: Date,
    /// Of how many days.
    pub(super) n: u32,
    /// Their mean.
    pub(super) mean: f64,
}

/// The places of days of which something is known, in order.
pub(super) fn bundled(axis: &TimeAxis, known: impl Iterator<Item = (Date, f64)>) -> Vec<Bundled> {
    let mut places: Vec<(Bundled, f64)> = Vec::new();
    for (day, value) in known {
        let number = axis.number(day);
        match places.last_mut().filter(|it| it.0.number == number) {
            Some((place, sum)) => {
                *sum += value;
                place.n += 1;
                place.mean = *sum / f64::from(place.n);
            }
            None => places.push((
                Bundled {
                    number,
                    day,
                    n: 1,
                    mean: value,
                },
                value,
            )),
        }
    }
    places.into_iter().map(|it| it.0).collect()
}

/// The pieces of a line through the days of `axis`, one value a day. It breaks where a bundle or more is
/// not known (shorter gaps have no width), and of each bundle the first, the last and the extremes are
/// kept.
pub(super) fn pieces(axis: &TimeAxis, values: &[Option<f64>]) -> Vec<Vec<[f64; 2]>> {
    let known = values.iter().enumerate().filter_map(|(n, it)| Some((n as i32, (*it)?)));
    let known: Vec<(i32, f64)> = known.collect();
    let together = |a: &(i32, f64), b: &(i32, f64)| b.0 - a.0 <= axis.bundle;
    let pieces = known.chunk_by(together);
    pieces.map(|piece| thinned(piece, axis.bundle)).collect()
}

fn thinned(piece: &[(i32, f64)], bundle: i32) -> Vec<[f64; 2]> {
    let mut points = Vec::new();
    for of_bundle in piece.chunk_by(|a, b| a.0.div_euclid(bundle) == b.0.div_euclid(bundle)) {
        let by_value = |a: &&(i32, f64), b: &&(i32, f64)| a.1.total_cmp(&b.1);
        let kept = [
            of_bundle.first(),
            of_bundle.iter().min_by(by_value),
            of_bundle.iter().max_by(by_value),
            of_bundle.last(),
        ];
        let mut kept: Vec<(i32, f64)> = kept.into_iter().flatten().copied().collect();
        kept.sort_by_key(|it| it.0);
        kept.dedup();
        points.extend(kept.into_iter().map(|(n, value)| [f64::from(n), value]));
    }
    points
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const FIRST: Date = date(2026, 11, 4);

    fn days(count: i32) -> RangeInclusive<Date> {
        FIRST..=FIRST.saturating_add((count - 1).days())
    }

    #[test]
    fn weeks_are_those_of_the_calendar_or_count_back_from_the_last_day() {
        let axis = TimeAxis::weeks(&days(14), FirstWeekday::Monday);
        assert_eq!(axis.range(), date(2026, 11, 2)..=date(2026, 11, 22));
        assert_eq!((axis.bundle(), axis.number(date(2026, 11, 9))), (7, 1));
        let axis = TimeAxis::weeks_back(&days(15));
        assert_eq!(axis.range(), date(2026, 10, 29)..=date(2026, 11, 18));
        assert_eq!(axis.span(2), (date(2026, 11, 12), date(2026, 11, 18)));
    }

    #[test]
    fn a_place_is_the_mean_of_what_is_known_of_its_days() {
        let axis = TimeAxis::of(&days(800));
        let known = [(FIRST, 6.0), (date(2026, 11, 6), 7.0), (date(2026, 11, 12), 9.0)];
        let places = bundled(&axis, known.into_iter());
        let told: Vec<(i32, u32, f64)> = places.iter().map(|it| (it.number, it.n, it.mean)).collect();
        assert_eq!(told, [(0, 2, 6.5), (1, 1, 9.0)]);
    }

    #[test]
    fn a_line_breaks_where_a_day_is_not_known() {
        let pieces = pieces(&TimeAxis::of(&days(5)), &[Some(1.0), None, Some(2.0), Some(3.0), None]);
        assert_eq!(pieces, [vec![[0.0, 1.0]], vec![[2.0, 2.0], [3.0, 3.0]]]);
    }

    #[test]
    fn decades_keep_their_peaks_and_have_few_points() {
        let axis = TimeAxis::of(&days(11_000));
        let mut values: Vec<Option<f64>> = (0..11_000).map(|n| Some(f64::from(n % 5))).collect();
        values[4321] = Some(99.0);
        values[7000] = None;
        let pieces = pieces(&axis, &values);
        assert_eq!(pieces.len(), 1);
        assert!(pieces[0].len() < 1600 && pieces[0].contains(&[4321.0, 99.0]));
    }
}
