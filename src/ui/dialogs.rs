//! The desktop's own file dialogs, without a thread and without waiting for them.
//!
//! A dialog is a future. The window polls it before each frame, and its waker asks for one. A desktop without
//! dialogs answers at once, as if the person had cancelled; that is told apart by the time it took.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::Command;
use crate::app::command::{ChartFile, Every, ExportFile};
use crate::charts::Request;
use crate::domain::ExportChoice;
use crate::fl;

/// What a dialog will answer.
pub type Answer<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// Nobody cancels a dialog sooner than this after it was asked for: none was opened.
const NOBODY_MS: i64 = 300;

/// The dialog that is open, if one is, and what its answer is.
pub struct Dialog<T> {
    open: Option<Open<T>>,
}

struct Open<T> {
    answer: Answer<T>,
    /// What it answers where the desktop opens none.
    none: T,
    since_ms: i64,
}

impl<T> Default for Dialog<T> {
    fn default() -> Self {
        Self { open: None }
    }
}

struct Repaint(egui::Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

impl<T> Dialog<T> {
    /// Opens it at `now_ms`; where the desktop opens none it answers `none`. One at a time: a second wish while
    /// one is open changes nothing.
    pub fn ask(&mut self, now_ms: i64, none: T, answer: impl Future<Output = Option<T>> + 'static) {
        if self.open.is_none() {
            self.open = Some(Open {
                answer: Box::pin(answer),
                none,
                since_ms: now_ms,
            });
        }
    }

    /// What was answered until `now_ms`; nothing where it was cancelled.
    pub fn poll(&mut self, ctx: &egui::Context, now_ms: i64) -> Option<T> {
        let waker = Waker::from(Arc::new(Repaint(ctx.clone())));
        let open = self.open.as_mut()?;
        let Poll::Ready(answer) = open.answer.as_mut().poll(&mut Context::from_waker(&waker)) else {
            return None;
        };
        let Open { none, since_ms, .. } = self.open.take()?;
        answer.or_else(|| (now_ms - since_ms < NOBODY_MS).then_some(none))
    }
}

/// Asks which files to import.
pub fn import_files() -> impl Future<Output = Option<Command>> {
    let asked = AsyncFileDialog::new().set_title(fl!("dialog-import")).pick_files();
    async move {
        let files = asked.await?;
        Some(Command::TryImport(files.iter().map(path).collect()))
    }
}

/// Asks where to export to; `name` is suggested, without an ending.
pub fn export_place(choice: ExportChoice, file: ExportFile, name: String) -> Answer<Command> {
    let dialog = AsyncFileDialog::new().set_title(fl!("dialog-export"));
    let (ending, kind) = match file {
        ExportFile::Folder => return Box::pin(export_folder(dialog, choice, name)),
        ExportFile::Zip => ("zip", fl!("dialog-zip")),
        ExportFile::Table => ("csv", fl!("dialog-csv")),
    };
    let asked = dialog
        .set_file_name(format!("{name}.{ending}"))
        .add_filter(kind, &[ending])
        .save_file();
    Box::pin(async move {
        let to = path(&asked.await?);
        // The dialog itself asks before it names a file that is there.
        let force = true;
        Some(Command::Export { to, choice, force })
    })
}

/// A new folder called `name` in the one that is chosen, for what is chosen is there already.
async fn export_folder(dialog: AsyncFileDialog, choice: ExportChoice, name: String) -> Option<Command> {
    let to = path(&dialog.pick_folder().await?).join(name);
    let force = false;
    Some(Command::Export { to, choice, force })
}

/// Asks for the folder of exports that happen by themselves.
pub fn schedule_folder(every: Every) -> impl Future<Output = Option<Command>> {
    let asked = AsyncFileDialog::new().set_title(fl!("dialog-schedule")).pick_folder();
    async move {
        let folder = Some(path(&asked.await?));
        Some(Command::SetSchedule { every, folder })
    }
}

/// Asks where to save the rows that an import leaves out.
pub fn left_out_place() -> impl Future<Output = Option<Command>> {
    let asked = AsyncFileDialog::new()
        .set_title(fl!("dialog-left-out"))
        .set_file_name(fl!("dialog-left-out-name"))
        .add_filter("CSV", &["csv"])
        .save_file();
    async move {
        let to = path(&asked.await?);
        // The dialog itself asks before it names a file that is there.
        Some(Command::SaveLeftOut { to, force: true })
    }
}

/// Asks where to save a chart.
pub fn chart_place(request: Request, file: ChartFile) -> impl Future<Output = Option<Command>> {
    let extension = file.extension();
    let asked = AsyncFileDialog::new()
        .set_title(fl!("dialog-chart"))
        .set_file_name(format!("{}.{extension}", request.name.word()))
        .add_filter(extension.to_uppercase(), &[extension])
        .save_file();
    async move {
        let to = path(&asked.await?);
        Some(Command::SaveChart { request, file, to })
    }
}

/// No dialog could be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDialog;

/// Asks which journal to open instead.
pub fn journal_file() -> impl Future<Output = Option<Result<PathBuf, NoDialog>>> {
    let asked = AsyncFileDialog::new().set_title(fl!("dialog-journal")).pick_file();
    async move { Some(Ok(path(&asked.await?))) }
}

fn path(file: &FileHandle) -> PathBuf {
    file.path().to_owned()
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use super::*;

    /// What a dialog asked for at 0 ms says that is answered with `answer` after `ms`.
    fn said(answer: Option<i32>, ms: i64) -> Option<i32> {
        let mut dialog = Dialog::default();
        dialog.ask(0, -1, ready(answer));
        dialog.poll(&egui::Context::default(), ms)
    }

    #[test]
    fn a_dialog_that_ends_before_anybody_saw_it_was_none() {
        assert_eq!(said(None, 20), Some(-1));
        assert_eq!(said(None, 2_000), None);
        assert_eq!(said(Some(7), 20), Some(7));
    }
}
