//! The form of the habits of a day: yes, no, or not recorded for each, in one list.
//!
//! What the day has already stands in the list and is changed there; taking an answer back moves its
//! record to the trash. Own habits are added here, and those one does not want to see are hidden; both
//! are written with the answers, in one batch.

mod draft;
mod fields;

pub use draft::PracticeDraft;
