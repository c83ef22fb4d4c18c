//! Charts of the nights: how long, when, and what is owed.

pub(super) mod debt;
pub(super) mod duration;
pub(super) mod timing;
