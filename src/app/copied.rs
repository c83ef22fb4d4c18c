//! What goes to the clipboard: pictures and rows of charts, rows of records. A job makes it, and the
//! window, which alone has a clipboard, takes it.

use std::sync::Arc;

use super::App;
use super::jobs::Ended;
use crate::charts::picture::Image;
use crate::domain::{Id, RecordKind};
use crate::{export, fl};

/// What is to be put on the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub enum Copied {
    /// A picture.
    Picture(Image),
    /// Rows, as spreadsheets take them, and how many.
    Rows(String, usize),
}

impl Copied {
    /// That it is there, in words.
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Picture(_) => fl!("notice-chart-copied"),
            Self::Rows(_, n) => fl!("notice-rows-copied", n = n),
        }
    }
}

impl App {
    /// Copies the rows of these records.
    pub(super) fn copy_records(&mut self, chosen: Vec<(RecordKind, Id)>) {
        let journal = Arc::clone(&self.model.journal);
        self.start_job("copy", fl!("job-copy"), move |worker| {
            let (text, n) = export::pasted(&journal, &chosen);
            if worker.is_stopped() {
                return Ended::Stopped;
            }
            Ended::Copied(Copied::Rows(text, n))
        });
    }

    /// What is to be put on the clipboard, once.
    pub fn take_copied(&mut self) -> Option<Copied> {
        self.copied.take()
    }
}
