//! Domain in, numbers out.
//!
//! Every function here is total: it takes records or numbers, cannot fail, reads no clock and no file.
//! Unknown is never zero: what was not recorded is `None` and stays so.

pub mod daily;
pub mod exposure;
pub mod findings;
pub mod load;
pub mod minutes;
mod morning;
pub mod nights;
pub mod pairs;
pub mod periods;
pub mod regions;
pub mod series;
mod spread;
pub mod stats;
pub mod stretch;
pub mod timeline;
pub mod year;

pub use daily::{DailyRow, DailyTable};
pub use exposure::Eligibility;
pub use findings::{Finding, Findings};
pub use pairs::{Pairs, SHORT_NIGHT_H};
pub use series::Series;
pub use spread::Spread;
pub use stats::{lowess, rank};
pub use timeline::Timeline;
