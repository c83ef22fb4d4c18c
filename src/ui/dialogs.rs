//! The desktop's own file dialogs, without a thread and without waiting for them.
//!
//! A dialog is a future. The window polls it before each frame, and its waker asks for one.

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

/// The dialog that is open, if one is, and what its answer is.
pub struct Dialog<T> {
    open: Option<Answer<T>>,
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
    /// Opens it. One at a time: a second wish while one is open changes nothing.
    pub fn ask(&mut self, answer: impl Future<Output = Option<T>> + 'static) {
        if self.open.is_none() {
            self.open = Some(Box::pin(answer));
        }
    }

    /// What was answered since; nothing where it was cancelled.
    pub fn poll(&mut self, ctx: &egui::Context) -> Option<T> {
        let waker = Waker::from(Arc::new(Repaint(ctx.clone())));
        match self.open.as_mut()?.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Pending => None,
            Poll::Ready(answer) => {
                self.open = None;
                answer
            }
        }
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

/// Asks which journal to open instead.
pub fn journal_file() -> impl Future<Output = Option<PathBuf>> {
    let asked = AsyncFileDialog::new().set_title(fl!("dialog-journal")).pick_file();
    async move { Some(path(&asked.await?)) }
}

fn path(file: &FileHandle) -> PathBuf {
    file.path().to_owned()
}
