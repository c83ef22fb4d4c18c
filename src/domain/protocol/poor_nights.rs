//! Whether the nights have been poor for so long that a professional should hear of it.
//!
//! Three nights a week over three months that were short or poor are what guidelines call lasting trouble
//! with sleep (SCIENCE 4.1, item 9). The program only says so; it names no illness.

use jiff::civil::Date;

use crate::domain::time::days_between;
use crate::domain::{Journal, Night};

/// Three months of weeks.
const WEEKS: usize = 12;
const POOR_A_WEEK: usize = 3;
const SHORT_H: f64 = 6.0;
const POOR_QUALITY: i64 = 2;

/// Whether in each of the last twelve weeks up to `today` at least three nights were under six hours, or poor.
pub(super) fn many_poor_nights(journal: &Journal, today: Date) -> bool {
    let mut weeks = [0; WEEKS];
    let newest = journal.nights.iter().rev().skip_while(|it| it.day > today);
    for night in newest.filter(|it| !it.nap) {
        let Some(week) = weeks.get_mut(days_between(night.day, today) as usize / 7) else {
            break;
        };
        *week += usize::from(is_poor(night));
    }
    weeks.iter().all(|it| *it >= POOR_A_WEEK)
}

fn is_poor(night: &Night) -> bool {
    night.hours().is_some_and(|it| it < SHORT_H) || night.quality.is_some_and(|it| it <= POOR_QUALITY)
}
