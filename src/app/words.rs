//! The sentences that are put together from parts.

use crate::fl;

/// An import was taken back, and `kept` of its records stay.
pub fn import_undone(kept: usize) -> String {
    match kept {
        0 => fl!("notice-import-undone"),
        n => fl!("notice-import-undone-kept", n = n),
    }
}

/// `gone` records were deleted for good, and `kept` stay in the trash.
pub fn trash_emptied(gone: usize, kept: usize) -> String {
    match kept {
        0 => fl!("notice-trash-emptied", n = gone),
        kept => fl!("notice-trash-emptied-kept", n = gone, kept = kept),
    }
}
