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
use crate::fl;

type Answer = Pin<Box<dyn Future<Output = Option<Command>>>>;

/// The dialog that is open, if one is.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Answer>,
}

struct Repaint(egui::Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

impl Dialogs {
    /// Asks which files to import.
    pub fn pick_import(&mut self) {
        let asked = AsyncFileDialog::new().set_title(fl!("dialog-import")).pick_files();
        self.ask(async move {
            let files = asked.await?;
            Some(Command::Import(files.iter().map(path).collect()))
        });
    }

    /// Asks where to export to; `name` is suggested.
    pub fn pick_export(&mut self, name: &str) {
        let asked = AsyncFileDialog::new()
            .set_title(fl!("dialog-export"))
            .set_file_name(name)
            .add_filter(fl!("dialog-zip"), &["zip"])
            .save_file();
        self.ask(async move {
            let to = path(&asked.await?);
            // The dialog itself asks before it names a file that is there.
            Some(Command::Export { to, force: true })
        });
    }

    /// What was answered since; nothing where it was cancelled.
    pub fn poll(&mut self, ctx: &egui::Context) -> Option<Command> {
        let waker = Waker::from(Arc::new(Repaint(ctx.clone())));
        match self.open.as_mut()?.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Pending => None,
            Poll::Ready(answer) => {
                self.open = None;
                answer
            }
        }
    }

    /// One dialog at a time: a second wish while one is open changes nothing.
    fn ask(&mut self, answer: impl Future<Output = Option<Command>> + 'static) {
        if self.open.is_none() {
            self.open = Some(Box::pin(answer));
        }
    }
}

fn path(file: &FileHandle) -> PathBuf {
    file.path().to_owned()
}
