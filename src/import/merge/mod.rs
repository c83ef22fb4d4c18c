//! What is new, what was known, and what becomes of both.

mod known;
mod tally;

pub(super) use tally::{Origin, Tally};
