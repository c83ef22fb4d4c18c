//! A process with strace around it, which hurts it at its first, second, third … call.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::fixture::Place;

/// Where a session is told which journal to use; a test started without it is no session.
pub const JOURNAL: &str = "AFTERRUN_CRASH_JOURNAL";

/// What a process of this binary came to.
pub struct Came {
    /// How many steps it acknowledged.
    pub acks: usize,
    /// Whether it got to its end, or reported why not.
    pub through: bool,
    /// Whether the fault hit it.
    pub hit: bool,
}

/// What is started, to be disturbed.
pub struct Started {
    pub program: PathBuf,
    pub args: Vec<String>,
}

impl Started {
    /// The test called `name` of this binary, as a process of its own.
    pub fn this(name: &str) -> Self {
        let args = ["--exact", name, "--nocapture", "--test-threads", "1"];
        Self {
            program: std::env::current_exe().unwrap(),
            args: args.map(str::to_owned).to_vec(),
        }
    }

    /// The program itself, on the journal it is told of by its environment.
    pub fn afterrun(args: &[&str]) -> Self {
        Self {
            program: PathBuf::from(env!("CARGO_BIN_EXE_afterrun")),
            args: args.iter().map(|&it| it.to_owned()).collect(),
        }
    }
}

/// Starts it with `fault` at its `n`th `syscall`. `None` where there is no strace.
pub fn run_with(fault: &str, it: &Started, path: &Path, syscall: &str, n: usize) -> Option<Came> {
    let log = path.with_file_name("strace.log");
    let done = Command::new("strace")
        .args(["-qq", "-f", "-o"])
        .arg(&log)
        .arg("-e")
        .arg(format!("trace={syscall}"))
        .arg("-e")
        .arg(format!("inject={syscall}:{fault}:when={n}"))
        .arg(&it.program)
        .args(&it.args)
        .env(JOURNAL, path)
        .env("AFTERRUN_JOURNAL", path)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&done.stdout);
    let complained = String::from_utf8_lossy(&done.stderr);
    assert!(!complained.contains("panicked"), "{syscall} {n}: {complained}");
    let log = std::fs::read_to_string(log).unwrap();
    Some(Came {
        acks: said.matches("ack\n").count(),
        through: done.status.success(),
        hit: log.contains("INJECTED") || log.contains("SIGKILL"),
    })
}

/// Kills it at each of its `syscall`s, on a journal made by `prepare`, and lets `sound` look at what is left.
pub fn sweep(it: &Started, syscall: &str, prepare: impl Fn() -> Place, sound: impl Fn(&Path, &Came, &str)) {
    for n in 1..2000 {
        let place = prepare();
        let Some(came) = run_with("signal=SIGKILL", it, &place.path, syscall, n) else {
            println!("skipped: strace is not installed");
            return;
        };
        sound(&place.path, &came, &format!("{syscall} {n}"));
        if came.through {
            println!("{}: killed at {} calls of {syscall}", it.args.join(" "), n - 1);
            return;
        }
    }
    panic!("the session never got through");
}
