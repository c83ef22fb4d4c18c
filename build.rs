//! What the program knows about itself: its version with the commit it was built from, and on Windows
//! its icon and manifest. Rebuilds where a text file changed, because texts are compiled in.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/locales");
    println!("cargo::rustc-env=AFTERRUN_VERSION={}", version());
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|it| it == "windows") {
        println!("cargo::rerun-if-changed=assets/windows");
        println!("cargo::rerun-if-changed=assets/icons/afterrun.ico");
        embed_resource::compile("assets/windows/afterrun.rc", embed_resource::NONE)
            .manifest_required()
            .expect("the icon and the manifest are in assets");
    }
}

/// `0.1.0 (abc1234)`, or the number alone where there is no git or no repository.
fn version() -> String {
    let number = env!("CARGO_PKG_VERSION");
    // Rewritten by every commit and checkout.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"])
        && Path::new(&log).exists()
    {
        println!("cargo::rerun-if-changed={log}");
    }
    match git(&["rev-parse", "--short=7", "HEAD"]) {
        Some(commit) => format!("{number} ({commit})"),
        None => number.to_owned(),
    }
}

fn git(args: &[&str]) -> Option<String> {
    let done = Command::new("git").args(args).output().ok()?;
    let said = String::from_utf8(done.stdout).ok()?.trim().to_owned();
    (done.status.success() && !said.is_empty()).then_some(said)
}
