//! The forms, by role and label: what is typed becomes a batch, what is wrong is said at the field.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod ui_forms {
    mod drafts;
    mod edit;
    mod harness;
    mod look;
    mod record;
    mod soreness;
}
