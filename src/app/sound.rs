//! Chimes, played by the system's own player.
//!
//! An audio library would need the system's headers to build, for three sounds of a second. What every
//! desktop has instead is a program that plays a file, so the chime is written to a temporary file and
//! given to it. A player that is missing or fails is silence, and no error: what a chime says is on the
//! screen too.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::jobs;

/// The sounds there are; `assets/sounds/README.md` tells how they are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chime {
    /// A step can be begun: two notes, rising.
    Ready,
    /// The next part of a step has begun: one note.
    Change,
    /// A timer is at its end: three notes.
    TimeUp,
}

/// Plays one chime at a time.
#[derive(Debug, Default)]
pub struct Speaker {
    playing: Arc<AtomicBool>,
}

impl Chime {
    fn wav(self) -> &'static [u8] {
        match self {
            Self::Ready => include_bytes!("../../assets/sounds/ready.wav"),
            Self::Change => include_bytes!("../../assets/sounds/change.wav"),
            Self::TimeUp => include_bytes!("../../assets/sounds/time_up.wav"),
        }
    }
}

impl Speaker {
    /// Plays `chime`, unless one is playing.
    pub fn play(&self, chime: Chime) {
        if self.playing.swap(true, Ordering::Relaxed) {
            return;
        }
        let playing = Arc::clone(&self.playing);
        let started = jobs::detached("chime", move || {
            // There is nobody to tell.
            play(chime).ok();
            playing.store(false, Ordering::Relaxed);
        });
        if started.is_err() {
            self.playing.store(false, Ordering::Relaxed);
        }
    }
}

/// Plays it to its end, by the first player that is there and can.
fn play(chime: Chime) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new().suffix(".wav").tempfile()?;
    file.write_all(chime.wav())?;
    file.flush()?;
    // Not held open, which would keep others from reading it on Windows; gone when dropped.
    let path = file.into_temp_path();
    for mut player in players(&path) {
        player.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if player.status().is_ok_and(|it| it.success()) {
            break;
        }
    }
    Ok(())
}

/// What can play the file at `path`, the likeliest first.
#[cfg(target_os = "windows")]
fn players(path: &Path) -> Vec<Command> {
    let mut player = Command::new("powershell");
    player.args(["-NoProfile", "-NonInteractive", "-Command"]);
    player.arg("(New-Object Media.SoundPlayer $env:AFTERRUN_CHIME).PlaySync()");
    player.env("AFTERRUN_CHIME", path);
    vec![player]
}

/// What can play the file at `path`, the likeliest first.
#[cfg(not(target_os = "windows"))]
fn players(path: &Path) -> Vec<Command> {
    let names: &[&str] = if cfg!(target_os = "macos") {
        &["afplay"]
    } else {
        &["pw-play", "paplay", "aplay"]
    };
    let player = |name| {
        let mut player = Command::new(name);
        player.arg(path);
        player
    };
    names.iter().map(player).collect()
}
