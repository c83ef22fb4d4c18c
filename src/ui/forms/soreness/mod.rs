//! The form of soreness: where, which side, how much.
//!
//! Several spots are rated in one go. The body is the first way in; the list is the other, and both show the
//! same ratings. "Everything else is fine" writes the one row that says so. A single rating is changed by
//! the same draft, with its one spot.
//!
//! What is called pain is ticked so, and so is a painkiller: it masks what there would be to feel, and the
//! numbers leave such ratings out.

mod draft;
mod fields;
mod figure;
mod list;

pub use draft::{SorenessDraft, WHERE};
