//! Soreness of each region, week by week, on small figures.

use crate::charts::{Made, Request, Source, TooLittle};

/// The chart of a request.
pub(in crate::charts) fn make(_source: &Source<'_>, _request: &Request) -> Made {
    Err(TooLittle::default())
}
