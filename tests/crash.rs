//! A program that is killed while it saves loses nothing that it reported as saved.
//!
//! A session runs as a process of its own (this test binary, started again) and says `ack` after each
//! step. strace kills it at its first, second, third … write, sync, truncation, link and unlink, until it
//! gets through; or the disk fails there. Each time the journal must open without a question, be sound,
//! and stand exactly after the last acknowledged step or the one that was under way.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::print_stdout, reason = "a session acknowledges, a skipped test says why")]

#[path = "crash/export.rs"]
mod export;
#[path = "store/fixture.rs"]
#[expect(dead_code, reason = "made for the tests of the store; a sweep needs part of it")]
mod fixture;
#[path = "crash/guide.rs"]
mod guide;
#[path = "crash/import.rs"]
mod import;
#[path = "crash/migration.rs"]
mod migration;
#[path = "crash/program.rs"]
mod program;
#[path = "crash/session.rs"]
mod session;
#[path = "crash/sweep.rs"]
mod sweep;
