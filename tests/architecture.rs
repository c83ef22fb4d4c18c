//! The shape of the program, as ARCHITECTURE.md tells it, held by tests that read the source.
//!
//! Comments are not read: a module may speak of another that it must not use.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/texts.rs"]
mod texts;

use source::{File, code};

/// Which modules a module may use. Everything may use `text` (and with it `fl!`) and itself.
const MAY_USE: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("clock", &[]),
    ("domain", &[]),
    ("analysis", &["domain"]),
    ("charts", &["domain", "analysis"]),
    ("theme", &["charts"]),
    ("export", &["domain", "analysis"]),
    ("store", &["domain"]),
    ("import", &["domain"]),
    ("demo", &["domain"]),
    (
        "app",
        &[
            "domain", "analysis", "charts", "export", "store", "import", "demo", "clock",
        ],
    ),
    ("ui", &["domain", "analysis", "charts", "theme", "demo", "app", "clock"]),
    (
        "cli",
        &[
            "domain", "analysis", "charts", "theme", "export", "store", "import", "demo", "clock",
        ],
    ),
];

/// The one file that starts the store's thread, those that start jobs, and those that share one job among
/// the processors.
const STARTS_THREADS: [&str; 5] = [
    "src/store/thread.rs",
    "src/app/jobs",
    "src/analysis/findings/mod.rs",
    "src/export/share.rs",
    "src/import/pipeline.rs",
];

/// Says all that is wrong at once.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The lines of `files` that hold one of `words`, as `file:line: word`.
fn lines_with<'f>(files: impl Iterator<Item = &'f File>, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in &file.lines {
            for word in words.iter().filter(|&&word| line.contains(word)) {
                found.push(format!("{}:{number}: {word}", file.path));
            }
        }
    }
    found
}

#[test]
fn every_module_has_a_direction() {
    let listed: Vec<_> = MAY_USE.iter().map(|(module, _)| *module).collect();
    let lib = std::fs::read_to_string(source::root().join("src/lib.rs")).unwrap();
    for line in lib.lines().filter_map(|it| it.strip_prefix("pub mod ")) {
        let module = line.trim_end_matches(';');
        assert!(listed.contains(&module), "{module} is not in the table of directions");
    }
}

#[test]
fn modules_use_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for file in code("src")
        .iter()
        .filter(|it| it.module() != "lib" && it.module() != "main")
    {
        let allowed = MAY_USE
            .iter()
            .find(|(module, _)| *module == file.module())
            .map_or(&[][..], |(_, allowed)| allowed);
        for (number, line) in &file.lines {
            for used in source::modules_named(line) {
                let free = used == file.module() || used == "text" || used == "fl";
                if !free && !allowed.contains(&used) {
                    wrong.push(format!("{}:{number}: {} uses {used}", file.path, file.module()));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn no_module_leaves_by_the_roof() {
    // `super::` from the top of a module would be a way to another that the table above does not see.
    let mut wrong = Vec::new();
    for file in code("src") {
        for (number, line) in &file.lines {
            let supers = line.split("super::").count() - 1;
            let inside_tests = usize::from(*number > file.tests_from);
            if line.contains(&"super::".repeat(supers.max(1))) && supers >= file.depth() + inside_tests && supers > 0 {
                wrong.push(format!("{}:{number}", file.path));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn only_charts_and_screens_draw() {
    let files = code("src");
    let without = |modules: &'static [&str]| files.iter().filter(|it| !modules.contains(&it.module()));
    let mut wrong = lines_with(without(&["charts", "theme", "ui"]), &["egui", "epaint", "Color32"]);
    // main.rs says in a sentence what kept the window from opening.
    wrong.extend(lines_with(without(&["ui", "main"]), &["eframe"]));
    wrong.extend(lines_with(without(&["ui"]), &["rfd::"]));
    assert_none(&wrong);
}

#[test]
fn only_the_numbers_thread_makes_numbers_for_the_window() {
    let files = code("src").into_iter().map(|it| it.without_tests());
    let files: Vec<_> = files.filter(|it| ["app", "ui"].contains(&it.module())).collect();
    let others = files.iter().filter(|it| !it.path.starts_with("src/app/numbers/"));
    let words = [
        "DailyTable::of",
        "Findings::of",
        "Pairs::of",
        "Timeline::of",
        "charts::Source",
    ];
    assert_none(&lines_with(others, &words));
}

#[test]
fn only_the_store_speaks_sql() {
    let files = code("src");
    let others = files.iter().filter(|it| it.module() != "store");
    let words = ["rusqlite", "SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA "];
    assert_none(&lines_with(others, &words));
}

#[test]
fn only_the_clock_asks_for_the_time() {
    let files = code("src");
    let others = files.iter().filter(|it| it.path != "src/clock.rs");
    let words = [
        "Timestamp::now",
        "Zoned::now",
        "SystemTime::now",
        "Instant::now",
        "TimeZone::system",
    ];
    assert_none(&lines_with(others, &words));
}

#[test]
fn only_jobs_and_the_store_start_threads() {
    let files = code("src");
    let others = files.iter().filter(|it| {
        let starts = STARTS_THREADS.iter().any(|start| it.path.starts_with(start));
        !starts
    });
    assert_none(&lines_with(
        others,
        &["thread::Builder", "thread::spawn", "thread::scope"],
    ));
}

#[test]
fn the_domain_and_the_numbers_read_no_file_and_no_environment() {
    let files = code("src");
    let pure = files
        .iter()
        .filter(|it| ["domain", "analysis", "charts"].contains(&it.module()));
    let before_tests = pure.map(File::without_tests).collect::<Vec<_>>();
    assert_none(&lines_with(
        before_tests.iter(),
        &["std::fs", "std::env", "std::net", "std::process", "std::io"],
    ));
}

#[test]
fn nothing_reaches_for_the_network() {
    let files = code("src");
    assert_none(&lines_with(
        files.iter(),
        &["std::net", "TcpStream", "UdpSocket", "reqwest", "ureq"],
    ));
}

#[test]
fn a_file_can_be_read_in_one_sitting() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        for file in code(folder).iter().filter(|it| it.length >= 450) {
            wrong.push(format!("{}: {} lines", file.path, file.length));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_file_says_first_what_it_is() {
    let mut wrong = Vec::new();
    for file in code("src").into_iter().filter(|it| !it.is_test()) {
        let text = std::fs::read_to_string(source::root().join(&file.path)).unwrap();
        if !text.starts_with("//! ") {
            wrong.push(file.path);
        }
    }
    assert_none(&wrong);
}
