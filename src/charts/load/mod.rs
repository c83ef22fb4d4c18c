//! Charts of the training load. No zones and no words of injury: the numbers do not carry them.

pub(super) mod form;
mod kinds;
pub(super) mod sessions;
pub(super) mod this_week;
pub(super) mod weeks;
