//! The place "Trends" over a real journal, by label, pointer and keys.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "ui_trends/charts.rs"]
mod charts;
#[path = "ui_trends/empty.rs"]
mod empty;
#[path = "ui_trends/menu.rs"]
mod menu;
#[path = "ui_trends/place.rs"]
mod place;
#[path = "ui_trends/stage.rs"]
mod stage;
