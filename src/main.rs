//! The thin program over the library: read the arguments, do what they ask or open the window, and say
//! an error once.
//!
//! There is no `windows_subsystem` attribute, on purpose: with it, Windows would hide what the
//! subcommands print. A console window beside the journal is the smaller evil.

use std::env;
use std::process::ExitCode;

use afterrun::cli::{self, Next};
use afterrun::{fl, ui};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::complain(&error),
    }
}

fn run() -> anyhow::Result<()> {
    match cli::run(env::args_os())? {
        Next::Done => Ok(()),
        Next::Window { journal, sample } => {
            anyhow::ensure!(display_there(), fl!("no-display"));
            ui::window::open(&journal, sample)
        }
    }
}

/// Whether there is a screen that a window could open on. Windows and macOS always have one.
fn display_there() -> bool {
    let displays = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"];
    let named = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    !cfg!(target_os = "linux") || displays.into_iter().any(named)
}
