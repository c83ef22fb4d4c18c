//! Afterrun: a runner's recovery journal for the desktop.
//!
//! The shape of the program is told in ARCHITECTURE.md; `tests/architecture.rs` holds it to that.

pub mod analysis;
pub mod app;
pub mod charts;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod domain;
pub mod export;
pub mod import;
pub mod store;
pub mod text;
pub mod theme;
pub mod ui;
