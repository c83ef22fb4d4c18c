//! The training load: session by session, week by week, and what lingers of it.
//!
//! Session load is effort times minutes (AU). A day of which a part is not known is not known, and so is
//! what would be made of it: a week has no strain, a comparison none of its days.

mod against;
mod form;
mod sessions;
mod weeks;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{DailyRow, DailyTable};
use crate::domain::time::days_between;

pub use against::{Against, against};
pub use form::{FormDay, WARMING_DAYS, form};
pub use sessions::{KindSum, Session, Sessions};
pub use weeks::{Rank, Week, weeks};

/// One value a day, from a first day on without a gap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The day of the first value; `None` where there is none.
    pub first: Option<Date>,
    /// `None` is a day that is not known.
    pub values: Vec<Option<f64>>,
}

impl Series {
    /// What `value` says of each day from the first record to `last`; the days after the last record are
    /// not known.
    pub fn of(table: &DailyTable, last: Date, value: impl Fn(&DailyRow) -> Option<f64>) -> Self {
        let Some(first) = table.rows.first().map(|it| it.day).filter(|it| *it <= last) else {
            return Self::default();
        };
        let days = usize::try_from(days_between(first, last) + 1).unwrap_or(0);
        let mut values: Vec<Option<f64>> = table.rows.iter().take(days).map(value).collect();
        values.resize(days, None);
        Self {
            first: Some(first),
            values,
        }
    }

    /// The place of `day`; `None` before the first.
    pub fn place(&self, day: Date) -> Option<usize> {
        usize::try_from(days_between(self.first?, day)).ok()
    }

    /// The value of `day`; `None` also before the first day and after the last.
    pub fn on(&self, day: Date) -> Option<f64> {
        self.values.get(self.place(day)?).copied().flatten()
    }

    /// The days with their values.
    pub fn days(&self) -> impl Iterator<Item = (Date, Option<f64>)> {
        let first = self.first.unwrap_or(Date::ZERO);
        let days = self.values.iter().enumerate();
        days.map(move |(n, it)| (first.saturating_add((n as i64).days()), *it))
    }
}
