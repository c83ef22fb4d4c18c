//! The guide after a run, in the whole window.

mod after;
mod dose;
mod keys;
mod pictures;
mod today;
mod twelve_tips;
mod walk;
