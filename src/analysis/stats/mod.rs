//! Statistics: numbers in, numbers out.

pub mod distribution;
pub mod effect;
pub mod linear;
