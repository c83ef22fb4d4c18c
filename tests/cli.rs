//! The program, from outside: the built binary in temporary folders, by what it prints and how it ends.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "cli/add.rs"]
mod add;
#[path = "cli/chart.rs"]
mod chart;
#[path = "cli/demo.rs"]
mod demo;
#[path = "cli/desk.rs"]
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
mod desk;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/findings.rs"]
mod findings;
#[path = "store/fixture.rs"]
#[expect(
    dead_code,
    reason = "made for the tests of the store; the command line needs part of it"
)]
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
mod fixture;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/journal.rs"]
mod journal;
#[path = "cli/list.rs"]
mod list;
#[path = "cli/undo.rs"]
mod undo;
#[path = "cli/usage.rs"]
mod usage;
