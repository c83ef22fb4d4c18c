//! Domain in, numbers out.
//!
//! Every function here is total: it takes records or numbers, cannot fail, reads no clock and no file.
//! Unknown is never zero: what was not recorded is `None` and stays so.

pub mod daily;
pub mod lowess;
pub mod rank;
pub mod sleep_soreness;

#[cfg(test)]
mod reference;

pub use daily::{DailyRow, DailyTable};
pub use sleep_soreness::SleepSoreness;
