//! The whole window over a real journal file, by role and label, and its pictures.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "window/guide/mod.rs"]
mod guide;
#[path = "window/health.rs"]
mod health;
#[path = "window/import.rs"]
mod import;
#[path = "window/insights.rs"]
mod insights;
#[path = "window/main_path.rs"]
mod main_path;
#[path = "window/mapping.rs"]
mod mapping;
#[path = "window/morning.rs"]
mod morning;
#[path = "window/opening.rs"]
mod opening;
#[path = "window/over.rs"]
mod over;
#[path = "window/pictures.rs"]
mod pictures;
#[path = "window/prompts.rs"]
mod prompts;
#[path = "window/quick.rs"]
mod quick;
#[path = "window/routine.rs"]
mod routine;
#[path = "window/stage.rs"]
mod stage;
#[path = "window/trends.rs"]
mod trends;
