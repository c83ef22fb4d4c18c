//! Charts of the body: where it is sore, when, and on which side.

pub(super) mod after_runs;
pub(super) mod baseline;
pub(super) mod sides;
pub(super) mod weeks;
