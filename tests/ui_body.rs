//! The body figure alone: rated by pointer and by keyboard, read aloud, and looked at.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod ui_body {
    mod look;
    mod rate;
    mod stage;
}
