//! The program without its window: commands in, model out, on real journals in temporary folders.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

#[path = "app/checklist.rs"]
mod checklist;
#[path = "app/drafts.rs"]
mod drafts;
#[path = "app/export.rs"]
mod export;
#[path = "app/fixture.rs"]
mod fixture;
#[path = "app/import.rs"]
mod import;
#[path = "app/moments.rs"]
mod moments;
#[path = "app/numbers.rs"]
mod numbers;
#[path = "app/others.rs"]
mod others;
#[path = "app/reminders.rs"]
mod reminders;
#[path = "app/saving.rs"]
mod saving;
#[path = "app/schedule.rs"]
mod schedule;
#[path = "app/settings.rs"]
mod settings;
#[path = "app/time.rs"]
mod time;
#[path = "app/trash.rs"]
mod trash;
