//! The forms, by role and label: what is typed becomes a batch, what is wrong is said at the field.

mod ui_forms {
    mod drafts;
    mod edit;
    mod harness;
    mod look;
    mod record;
}
