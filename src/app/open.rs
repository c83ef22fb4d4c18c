//! Opening a journal for the window: the file, its lock, and the app over it.

use std::path::PathBuf;

use super::{App, Desktop, Setup};
use crate::charts::picture;
use crate::clock::Clock;
use crate::store::{self, OpenError, OpenMode, Store, WindowLock};

/// What a window opens.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The journal file; begun where there is none.
    pub journal: PathBuf,
    /// Where this computer's look is kept; `None` keeps it for this run of the program only.
    pub look_path: Option<PathBuf>,
    /// Tells the time.
    pub clock: Clock,
    /// IANA name of the computer's zone: a new journal's, too.
    pub zone: String,
    /// What there is around the window.
    pub desktop: Desktop,
    /// What pictures of charts are drawn with.
    pub pictures: picture::Look,
}

/// Why a journal is not shown. Whatever it was, the file was left as it is.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The file is no journal, or may not be opened.
    #[error(transparent)]
    File(#[from] OpenError),
    /// It was opened, and then could not be read.
    #[error(transparent)]
    Read(#[from] store::Error),
}

impl App {
    /// Opens the journal of `opening` for a window. `wake` is as in [`App::new`].
    pub fn open(opening: &Opening, wake: impl Fn() + Send + Sync + 'static) -> Result<Self, Unopened> {
        let mode = OpenMode {
            create: true,
            read_only: false,
            zone: opening.zone.clone(),
            now_ms: opening.clock.now_ms(),
        };
        let store = Store::open(&opening.journal, &mode)?;
        let lock = WindowLock::take(&store)?;
        let setup = Setup {
            sample: store.is_sample()?,
            lock: Some(lock),
            clock: opening.clock.clone(),
            look_path: opening.look_path.clone(),
            desktop: opening.desktop,
            pictures: opening.pictures.clone(),
            store,
        };
        let mut app = Self::new(setup, wake)?;
        app.model.computer_zone = Some(opening.zone.clone());
        Ok(app)
    }
}
