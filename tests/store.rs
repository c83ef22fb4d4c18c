//! The journal file, from outside: real files in temporary folders.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "store/fixture.rs"]
mod fixture;
#[path = "store/thread.rs"]
mod thread;
#[path = "store/undo.rs"]
mod undo;
