//! The journal file, from outside: real files in temporary folders.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a skipped test says why")]

#[path = "store/fixture.rs"]
mod fixture;
#[path = "store/migrate.rs"]
mod migrate;
#[path = "store/open.rs"]
mod open;
#[path = "store/properties.rs"]
mod properties;
#[path = "store/settings.rs"]
mod settings;
#[path = "store/thread.rs"]
mod thread;
#[path = "store/trash.rs"]
mod trash;
#[path = "store/undo.rs"]
mod undo;
