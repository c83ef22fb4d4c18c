//! Domain in, numbers out.
//!
//! Every function here is total: it takes records or numbers, cannot fail, reads no clock and no file.
//! Unknown is never zero: what was not recorded is `None` and stays so.

pub mod daily;
pub mod exposure;
mod morning;

pub use daily::{DailyRow, DailyTable};
pub use exposure::Eligibility;
