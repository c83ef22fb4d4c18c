//! Statistics, a file per family.
//!
//! Numbers in, numbers out: nothing here knows a journal, a screen or a clock. Every function is total: what
//! cannot be had comes back as a reason and never as a number that looks like one. Sums run in the order of
//! the data, variances take two passes, and what is drawn at random comes from a seed; so the same input gives
//! the same bits wherever it runs.

pub mod distribution;
pub mod effect;
pub mod linear;
pub mod multiple;
