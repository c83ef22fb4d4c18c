//! One part for each place of the rail.

pub mod checklist;
pub mod data;
pub mod insights;
pub mod journal;
pub mod settings;
pub mod today;
pub mod trends;
