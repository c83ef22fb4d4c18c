//! The form of a supplement taken, or not taken.
//!
//! The catalogue grows as it is used: a name that is new becomes an entry in the same batch. Names are
//! suggested while one types, and the last dose of a known one; Afterrun itself proposes no dose.

mod draft;
mod fields;

pub use draft::{IntakeDraft, NAME};
