//! One series by another: soreness by hours slept first.

use super::{Made, Request, Source, TooLittle};

/// The chart of a request.
pub(super) fn make(_source: &Source<'_>, _request: &Request) -> Made {
    Err(TooLittle::default())
}
