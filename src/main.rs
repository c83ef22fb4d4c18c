//! The thin program over the library: read the arguments, do what they ask or open the window, and say
//! an error once.
//!
//! There is no `windows_subsystem` attribute, on purpose: with it, Windows would hide what the
//! subcommands print. A console window beside the journal is the smaller evil.

use std::env;
use std::process::ExitCode;

use afterrun::app::{Desktop, Opening};
use afterrun::cli::{self, Next};
use afterrun::clock::{Clock, system_zone};
use afterrun::{fl, ui};
use directories::BaseDirs;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::complain(&error),
    }
}

fn run() -> anyhow::Result<()> {
    match cli::run(env::args_os())? {
        Next::Done => Ok(()),
        Next::Window { journal } => {
            anyhow::ensure!(display_there(), fl!("no-display"));
            let opening = Opening {
                pictures: afterrun::theme::picture_look(false),
                journal,
                look_path: BaseDirs::new().map(|it| it.config_dir().join("afterrun").join("look.json")),
                clock: Clock::system(),
                zone: system_zone(),
                desktop: Desktop::Here,
            };
            ui::window::open(&opening).map_err(|error| no_window(&error))
        }
    }
}

/// Why no window opened: no display answered, or neither wgpu nor OpenGL found anything to draw with.
fn no_window(error: &eframe::Error) -> anyhow::Error {
    match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => anyhow::anyhow!(fl!("no-display")),
        // The names of the drivers' own errors say enough; their settings fill a page.
        eframe::Error::NoGlutinConfigs(_, why) => anyhow::anyhow!(fl!("no-window", what = why.to_string())),
        other => anyhow::anyhow!(fl!("no-window", what = other.to_string())),
    }
}

/// Whether there is a screen that a window could open on. Windows and macOS always have one.
fn display_there() -> bool {
    let displays = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];
    let named = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || displays.into_iter().any(named)
}
