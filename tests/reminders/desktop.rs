//! A desktop of its own: a virtual display, a window manager, a bus, a notification daemon.

use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// Nothing here takes so long, unless it never comes.
const PATIENCE: Duration = Duration::from_mins(3);

const NEEDED: [&str; 8] = [
    "Xvfb",
    "openbox",
    "xdotool",
    "dbus-daemon",
    "dbus-monitor",
    "gdbus",
    "dunst",
    "dunstctl",
];

/// Where the player lies, and what it keeps, in the home folder.
const BIN: &str = "bin";
const HEARD: &str = "heard.wav";

/// What the daemon was asked to show.
#[derive(Debug, PartialEq, Eq)]
pub struct Notification {
    pub app: String,
    pub summary: String,
    pub body: String,
}

/// The desktop; its programs end with it.
pub struct Desktop {
    pub home: TempDir,
    display: String,
    bus: String,
    /// What is said on the bus, line by line.
    heard: Receiver<String>,
    programs: Vec<Running>,
}

/// A program that is killed when it is not needed any more.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // The display goes last.
        while self.programs.pop().is_some() {}
    }
}

impl Desktop {
    /// Starts one; `None`, with the reason printed, where a program for it is not installed.
    pub fn start() -> Option<Self> {
        let path = std::env::var("PATH").unwrap_or_default();
        let is_there = |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
        let missing: Vec<_> = NEEDED.into_iter().filter(|name| !is_there(name)).collect();
        if !missing.is_empty() {
            println!("skipped: not installed: {}", missing.join(", "));
            return None;
        }
        let home = tempfile::tempdir().unwrap();
        put_a_player(home.path());
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        let (xvfb, display) = first_line(&mut xvfb);
        let display = format!(":{}", display.trim());
        let mut bus = clean("dbus-daemon", home.path(), &display);
        bus.args(["--session", "--nofork", "--print-address=1"]);
        let (daemon, bus) = first_line(&mut bus);
        let mut desktop = Self {
            home,
            display,
            bus: bus.trim().to_owned(),
            heard: channel().1,
            programs: Vec::new(),
        };
        let mut programs = vec![xvfb, daemon];
        for name in ["openbox", "dunst"] {
            programs.push(Running(desktop.command(name).spawn().unwrap()));
        }
        let mut wait = desktop.command("gdbus");
        wait.args(["wait", "--session", "--timeout", "60", "org.freedesktop.Notifications"]);
        assert!(wait.status().unwrap().success(), "dunst does not come");
        programs.push(desktop.listen());
        desktop.programs = programs;
        Some(desktop)
    }

    /// A program on this desktop, with nothing of the computer it runs on.
    pub fn command(&self, name: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = clean(name, self.home.path(), &self.display);
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        command
    }

    /// Runs a program of this desktop to its end, within reason; what it said.
    pub fn say(&self, name: &str, args: &[&str]) -> String {
        let mut command = self.command("timeout");
        command.arg(PATIENCE.as_secs().to_string()).arg(name).args(args);
        let output = command.stdout(Stdio::piped()).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// Hears what is said to the daemon from now on.
    fn listen(&mut self) -> Running {
        let mut monitor = self.command("dbus-monitor");
        monitor.args(["--session", "interface='org.freedesktop.Notifications',member='Notify'"]);
        let mut monitor = Running(monitor.stdout(Stdio::piped()).spawn().unwrap());
        let lines = BufReader::new(monitor.0.stdout.take().unwrap()).lines();
        let (send, heard) = channel();
        let listening = std::thread::Builder::new().name("monitor".to_owned()).spawn(move || {
            for line in lines.map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        drop(listening.unwrap());
        self.heard = heard;
        // It has begun once it hears of itself.
        self.line();
        monitor
    }

    fn line(&self) -> String {
        self.heard.recv_timeout(PATIENCE).unwrap()
    }

    /// Waits for the daemon to be asked to show something.
    pub fn next_notification(&self) -> Notification {
        while !self.line().contains("member=Notify") {}
        let string = || loop {
            let line = self.line();
            if let Some((_, rest)) = line.split_once("string \"") {
                return rest.trim_end_matches('"').to_owned();
            }
        };
        let (app, _icon) = (string(), string());
        Notification {
            app,
            summary: string(),
            body: string(),
        }
    }

    /// Presses what the daemon shows.
    pub fn press_notification(&self) {
        // It may have taken the order and not have drawn it yet.
        eventually(|| self.say("dunstctl", &["count", "displayed"]).trim() != "0");
        self.say("dunstctl", &["action", "0"]);
    }

    /// The sound that was played.
    pub fn heard(&self) -> Vec<u8> {
        let file = self.home.path().join(HEARD);
        eventually(|| file.is_file());
        std::fs::read(file).unwrap()
    }

    /// What the daemon has shown and put away.
    pub fn history(&self) -> String {
        self.say("dunstctl", &["close-all"]);
        eventually(|| self.say("dunstctl", &["count", "history"]).trim() != "0");
        self.say("dunstctl", &["history"])
    }
}

/// Asks other programs until it is so; each question takes them a while.
pub fn eventually(is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "it never comes");
    }
}

/// Puts a player of sounds on the desktop, which keeps what it is to play.
fn put_a_player(home: &Path) {
    let player = home.join(BIN).join("pw-play");
    std::fs::create_dir(home.join(BIN)).unwrap();
    std::fs::write(&player, format!("#!/bin/sh\ncp \"$1\" part && mv part {HEARD}\n")).unwrap();
    std::fs::set_permissions(&player, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn clean(name: impl AsRef<std::ffi::OsStr>, home: &Path, display: &str) -> Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(home.join(BIN)).chain(std::env::split_paths(&path));
    let mut command = Command::new(name);
    command
        .env_clear()
        .env("PATH", std::env::join_paths(path).unwrap())
        .env("HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("DISPLAY", display)
        .current_dir(home)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Starts a program, and waits for the first line it says.
fn first_line(command: &mut Command) -> (Running, String) {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut program = Running(command.spawn().unwrap());
    let mut line = String::new();
    BufReader::new(program.0.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    (program, line)
}
