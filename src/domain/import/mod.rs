//! What is said about an import: which files came in ([`batch`]), what became of each of them and of each
//! row ([`report`]), and what had to be assumed to read them ([`options`]), so that it can be shown, and
//! changed, before anything is written. [`words`] says it, the same in the window and on the command line.

pub mod batch;
pub mod mapping;
pub mod options;
pub mod report;
mod sums;
pub mod words;

pub use batch::ImportBatch;
pub use mapping::{FieldGroup, Mapping, TableField, TablePreview};
pub use options::{Assumption, ImportOptions};
pub use report::{FileReport, ImportReport, Issue, RejectedRows, RowReport, Standing, Verdict};
