//! Days on and off a supplement, and the periods in which it was taken or left out throughout.
//!
//! What is taken for weeks cannot be compared day by day. A period is two weeks or more of the same answer:
//! a week without any answer ends it, a single day otherwise in the midst of it does not. Its first seven days
//! still belong to what was before and are left out; with five rated mornings or more the rest has a mean.
//! Periods that follow each other, one on and one off, are a pair. No pair was drawn by lot, so their
//! differences are a description and no test.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::{DailyRow, DailyTable, Eligibility};
use crate::domain::time::days_between;
use crate::domain::{Scale, Slug};

/// Shortest period.
pub const LEAST_DAYS: i32 = 14;
/// Days at its begin that are left out.
pub const WASHOUT_DAYS: i32 = 7;
/// Fewest rated mornings of a mean.
pub const LEAST_RATED: usize = 5;
/// Longest time without an answer within a period, and between the two of a pair.
const LONGEST_GAP: i32 = 7;
const LONGEST_BETWEEN: i32 = 28;
/// A single day otherwise is passed over between so many answers on either side.
const AROUND: usize = 7;

/// One supplement over time.
#[derive(Clone, Debug, PartialEq)]
pub struct SupplementPeriods {
    /// Which.
    pub supplement: Slug,
    /// Whether days or only periods can be compared.
    pub eligibility: Eligibility,
    /// The scale of all soreness.
    pub scale: Option<Scale>,
    /// The days of the range, from the first to the last on which either is known.
    pub days: Vec<Day>,
    /// In the order of time.
    pub periods: Vec<Period>,
    /// Periods that follow each other: places of the one with and the one without.
    pub pairs: Vec<Pair>,
    /// The mornings after days with it, and after days without.
    pub with: Mean,
    /// See `with`.
    pub without: Mean,
    /// Mornings on another scale.
    pub other_scale: usize,
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// Which.
    pub day: Date,
    /// Whether it was taken.
    pub taken: Option<bool>,
    /// That morning's soreness.
    pub soreness: Option<f64>,
}

/// Some mornings.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    /// How many.
    pub n: usize,
    sum: f64,
}

/// Two weeks or more of the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// Whether it was taken.
    pub taken: bool,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// The mornings after its first week.
    pub kept: Mean,
}

/// Two periods that follow each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of the one with it.
    pub with: usize,
    /// The place of the one without.
    pub without: usize,
    /// How much sorer the one with it was, points of the scale.
    pub sorer_with: f64,
}

impl Mean {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        values.fold(Self::default(), |all, it| Self {
            n: all.n + 1,
            sum: all.sum + it,
        })
    }

    /// The mean; `None` of none.
    pub fn mean(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }
}

impl Period {
    /// The first day that counts.
    pub fn kept_from(&self) -> Date {
        use jiff::ToSpan as _;
        self.first.saturating_add(WASHOUT_DAYS.days())
    }

    /// Its mean, where it has mornings enough.
    pub fn mean(&self) -> Option<f64> {
        self.kept.mean().filter(|_| self.kept.n >= LEAST_RATED)
    }
}

impl SupplementPeriods {
    /// The days of `days`; `supplement`, else the one that was taken on most of them. `None` where there is none.
    pub fn of(table: &DailyTable, days: &RangeInclusive<Date>, supplement: Option<&Slug>) -> Option<Self> {
        let column = match supplement {
            Some(id) => table.supplements.binary_search(id).ok()?,
            None => most_taken(table, days)?,
        };
        let supplement = table.supplements.get(column)?.clone();
        let scale = table.soreness_scale;
        let (days, other_scale) = known_days(table, days, column, scale);
        let periods = periods(&days);
        let pairs = scale.map_or(Vec::new(), |scale| pairs(&periods, scale));
        let after = |taken: bool| {
            let next = days.windows(2).filter(move |it| it[0].taken == Some(taken));
            Mean::of(next.filter_map(|it| it[1].soreness))
        };
        Some(Self {
            eligibility: Eligibility::of_supplement(&supplement),
            supplement,
            scale,
            with: after(true),
            without: after(false),
            days,
            periods,
            pairs,
            other_scale,
        })
    }

    /// How many days have this answer.
    pub fn count(&self, taken: Option<bool>) -> usize {
        self.days.iter().filter(|it| it.taken == taken).count()
    }

    /// The mean of the pairs' differences: how much sorer with it.
    pub fn sorer_with(&self) -> Option<f64> {
        Mean::of(self.pairs.iter().map(|it| it.sorer_with)).mean()
    }
}

/// The column of the supplement that was taken on most days; of equals the first.
fn most_taken(table: &DailyTable, days: &RangeInclusive<Date>) -> Option<usize> {
    let mut counts = vec![0_usize; table.supplements.len()];
    for row in table.rows_of(days) {
        for (count, took) in counts.iter_mut().zip(&row.took) {
            *count += usize::from(*took == Some(1.0));
        }
    }
    let most = counts.iter().enumerate().rev().max_by_key(|it| it.1)?;
    (*most.1 > 0).then_some(most.0)
}

/// The days from the first to the last of which something is known, and how many mornings have another scale.
fn known_days(
    table: &DailyTable,
    days: &RangeInclusive<Date>,
    column: usize,
    scale: Option<Scale>,
) -> (Vec<Day>, usize) {
    let mut other_scale = 0;
    let mut of_row = |row: &DailyRow| {
        let rated = row.soreness.filter(|it| Some(it.scale) == scale);
        other_scale += usize::from(row.soreness.is_some() && rated.is_none());
        Day {
            day: row.day,
            taken: row.took.get(column).copied().flatten().map(|it| it > 0.0),
            soreness: rated.map(|it| it.value),
        }
    };
    let mut found: Vec<Day> = table.rows_of(days).map(&mut of_row).collect();
    let is_known = |it: &Day| it.taken.is_some() || it.soreness.is_some();
    let end = found.iter().rposition(is_known).map_or(0, |it| it + 1);
    found.truncate(end);
    let start = found.iter().position(is_known).unwrap_or(0);
    (found.split_off(start), other_scale)
}

/// A row of days with the same answer; days without one may lie between.
#[derive(Clone, Copy)]
struct Row {
    taken: bool,
    first: Date,
    last: Date,
    answers: usize,
}

fn periods(days: &[Day]) -> Vec<Period> {
    let rows = passed_over(rows(days));
    let long = rows
        .into_iter()
        .filter(|it| days_between(it.first, it.last) + 1 >= LEAST_DAYS);
    let period = |it: Row| {
        let mut period = Period {
            taken: it.taken,
            first: it.first,
            last: it.last,
            kept: Mean::default(),
        };
        let from = days.partition_point(|day| day.day < period.kept_from());
        let kept = days[from..].iter().take_while(|day| day.day <= it.last);
        period.kept = Mean::of(kept.filter_map(|day| day.soreness));
        period
    };
    long.map(period).collect()
}

fn rows(days: &[Day]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (day, taken) in days.iter().filter_map(|it| Some((it.day, it.taken?))) {
        match rows.last_mut() {
            Some(row) if row.taken == taken && days_between(row.last, day) <= LONGEST_GAP => {
                row.last = day;
                row.answers += 1;
            }
            _ => rows.push(Row {
                taken,
                first: day,
                last: day,
                answers: 1,
            }),
        }
    }
    rows
}

/// The rows with single days otherwise passed over.
fn passed_over(rows: Vec<Row>) -> Vec<Row> {
    let mut found: Vec<Row> = Vec::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let around = found.last_mut().zip(rows.peek());
        if let Some((before, after)) = around
            && row.answers == 1
            && before.taken != row.taken
            && after.taken == before.taken
            && before.answers.min(after.answers) >= AROUND
            && days_between(before.last, after.first) <= LONGEST_GAP
        {
            before.last = after.last;
            before.answers += after.answers;
            rows.next();
            continue;
        }
        found.push(row);
    }
    found
}

/// Periods of different kinds that follow each other, each in one pair only.
fn pairs(periods: &[Period], scale: Scale) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut place = 0;
    while let Some([one, other]) = periods.get(place..place + 2) {
        let near = days_between(one.last, other.first) <= LONGEST_BETWEEN;
        let means = one.mean().zip(other.mean());
        let Some((first, second)) = means.filter(|_| near && one.taken != other.taken) else {
            place += 1;
            continue;
        };
        let (with, without) = if one.taken { (first, second) } else { (second, first) };
        let more = if scale.higher_is_worse() { 1.0 } else { -1.0 };
        pairs.push(Pair {
            with: place + usize::from(!one.taken),
            without: place + usize::from(one.taken),
            sorer_with: more * (with - without),
        });
        place += 2;
    }
    pairs
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::date;

    use super::*;

    const FIRST: Date = date(2026, 3, 2);

    /// Stretches of days: how many, whether it was taken, and the soreness of each morning.
    fn days(stretches: &[(usize, Option<bool>, f64)]) -> Vec<Day> {
        let all = stretches
            .iter()
            .flat_map(|&(n, taken, soreness)| std::iter::repeat_n((taken, soreness), n));
        let all = all.enumerate().map(|(n, (taken, soreness))| Day {
            day: FIRST.saturating_add((n as i64).days()),
            taken,
            soreness: Some(soreness),
        });
        all.collect()
    }

    const ON: Option<bool> = Some(true);
    const OFF: Option<bool> = Some(false);

    fn shapes(stretches: &[(usize, Option<bool>, f64)]) -> Vec<(bool, i32)> {
        let found = periods(&days(stretches));
        found
            .iter()
            .map(|it| (it.taken, days_between(it.first, it.last) + 1))
            .collect()
    }

    #[test]
    fn a_period_is_two_weeks_of_the_same_answer() {
        assert_eq!(
            shapes(&[(13, ON, 1.0), (14, OFF, 1.0), (30, ON, 1.0)]),
            [(false, 14), (true, 30)]
        );
        assert_eq!(shapes(&[(10, ON, 1.0), (6, None, 1.0), (10, ON, 1.0)]), [(true, 26)]);
        assert_eq!(
            shapes(&[(20, ON, 1.0), (8, None, 1.0), (20, ON, 1.0)]),
            [(true, 20), (true, 20)]
        );
    }

    #[test]
    fn a_single_day_otherwise_is_passed_over_and_two_are_not() {
        assert_eq!(shapes(&[(20, ON, 1.0), (1, OFF, 1.0), (20, ON, 1.0)]), [(true, 41)]);
        assert_eq!(
            shapes(&[(20, ON, 1.0), (2, OFF, 1.0), (20, ON, 1.0)]),
            [(true, 20), (true, 20)]
        );
        let every_other: Vec<_> = (0..60).map(|n| (1, Some(n % 2 == 0), 1.0)).collect();
        assert_eq!(shapes(&every_other), []);
    }

    #[test]
    fn the_first_week_of_a_period_is_left_out_of_its_mean() {
        let found = periods(&days(&[(7, ON, 9.0), (13, ON, 2.0)]));
        assert_eq!((found[0].kept.n, found[0].mean()), (13, Some(2.0)));
        assert_eq!(found[0].kept_from(), date(2026, 3, 9));
        let mut few = days(&[(20, ON, 2.0)]);
        few[10..].iter_mut().for_each(|it| it.soreness = None);
        assert_eq!((periods(&few)[0].kept.n, periods(&few)[0].mean()), (3, None));
    }

    #[test]
    fn neighbours_are_a_pair_once_and_the_sign_says_sorer_with() {
        let found = periods(&days(&[(20, OFF, 3.0), (20, ON, 2.0), (20, OFF, 5.0), (20, ON, 5.5)]));
        let of = |scale| pairs(&found, scale).iter().map(|it| it.sorer_with).collect::<Vec<_>>();
        assert_eq!(of(Scale::Nrs010), [-1.0, 0.5]);
        assert_eq!(of(Scale::Pmsys15), [1.0, -0.5]);
        let places = pairs(&found, Scale::Nrs010);
        assert_eq!((places[0].with, places[0].without), (1, 0));
        let far = periods(&days(&[(20, OFF, 3.0), (40, None, 3.0), (20, ON, 2.0)]));
        assert_eq!((far.len(), pairs(&far, Scale::Nrs010)), (2, Vec::new()));
    }
}
