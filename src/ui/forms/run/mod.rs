//! The form of a run, or of another session.
//!
//! Of distance, time and pace any two give the third. The start is taken from the clock until it is
//! typed: a run that is recorded at once ended just now, so its start moves back as its time is typed.

mod draft;
mod fields;

pub use draft::{DISTANCE, RunDraft};
