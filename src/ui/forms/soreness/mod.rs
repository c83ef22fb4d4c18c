//! The form of soreness: where, which side, how much.
//!
//! Several spots are rated in one go. A spot is chosen in the list, and its row of numbers appears there.
//! "Everything else is fine" writes the one row that says so. A single rating is changed by the same
//! draft, with its one spot.

mod draft;
mod fields;

pub use draft::{SEARCH, SorenessDraft};
