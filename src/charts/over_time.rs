//! Soreness, sleep, load and habits on one time axis.

use super::{Made, Request, Source, TooLittle};

/// The chart of a request.
pub(super) fn make(_source: &Source<'_>, _request: &Request) -> Made {
    Err(TooLittle::default())
}
