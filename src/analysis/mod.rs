//! Domain in, numbers out.
//!
//! Every function here is total: it takes records or numbers, cannot fail, reads no clock and no file.
//! Unknown is never zero: what was not recorded is `None` and stays so.

pub mod daily;
pub mod exposure;
pub mod findings;
mod morning;
#[cfg(test)]
mod reference;
pub mod sleep_soreness;
pub mod stats;

pub use daily::{DailyRow, DailyTable};
pub use exposure::Eligibility;
pub use findings::{Finding, Findings};
pub use sleep_soreness::SleepSoreness;
pub use stats::{lowess, rank};
