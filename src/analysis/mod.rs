//! Domain in, numbers out.
//!
//! Every function here is total: it takes records or numbers, cannot fail, reads no clock and no file.
//! Unknown is never zero: what was not recorded is `None` and stays so.

pub mod daily;
pub mod exposure;
pub mod lowess;
mod morning;
pub mod pairs;
pub mod rank;
#[cfg(test)]
mod reference;
pub mod series;
pub mod sleep_soreness;

pub use daily::{DailyRow, DailyTable};
pub use exposure::Eligibility;
pub use pairs::{Pairs, SHORT_NIGHT_H};
pub use series::Series;
pub use sleep_soreness::SleepSoreness;
