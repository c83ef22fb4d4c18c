//! The texts: each there once, each used, and none spelled in code.

use std::collections::HashSet;
use std::fs;

use super::assert_none;
use super::source::{below, code, root};

/// The ids of all messages, in the order of the file.
fn ids() -> Vec<String> {
    let text = fs::read_to_string(root().join("assets/locales/en/afterrun.ftl")).unwrap();
    let starts = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic());
    let messages = text.lines().filter(|line| starts(line));
    messages
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id.to_owned())
        .collect()
}

/// Everything that can name a message: the code, the data files that it reads, and other messages.
fn namers() -> String {
    let assets = root().join("assets");
    let data = ["toml", "ftl"].map(|ending| below(&assets, ending)).concat();
    let texts = data.iter().map(|it| fs::read_to_string(it).unwrap());
    let code = code("src")
        .into_iter()
        .flat_map(|file| file.lines.into_iter().map(|(_, line)| line));
    code.chain(texts).collect::<Vec<_>>().join("\n")
}

/// Whether `id` is named: whole, in code or inside another message; as a family with its member filled
/// in (`"csv-{sheet}-…"`); or as a family that a function is told as a word (`word("region", …)`).
fn is_named(id: &str, namers: &str) -> bool {
    let families = id.match_indices('-').map(|(at, _)| &id[..at]);
    let mut forms = vec![format!("\"{id}\""), format!("{{ {id} }}")];
    for family in families {
        forms.push(format!("\"{family}-{{"));
        forms.push(format!("(\"{family}\","));
    }
    forms.iter().any(|form| namers.contains(form))
}

#[test]
fn no_text_is_there_twice() {
    let mut seen = HashSet::new();
    let twice: Vec<_> = ids().into_iter().filter(|id| !seen.insert(id.clone())).collect();
    assert_none(&twice);
}

#[test]
fn every_text_is_used() {
    let namers = namers();
    let unused: Vec<_> = ids().into_iter().filter(|id| !is_named(id, &namers)).collect();
    assert_none(&unused);
}

#[test]
fn every_line_of_the_history_has_its_words() {
    let ids: HashSet<_> = ids().into_iter().collect();
    let mut wrong = Vec::new();
    for file in code("src").iter().map(super::File::without_tests) {
        for (number, line) in &file.lines {
            let labels = line
                .split(" Label::new(\"")
                .skip(1)
                .chain(line.split("(Label::new(\"").skip(1));
            for label in labels.filter_map(|rest| rest.split('"').next()) {
                if !ids.contains(label) {
                    wrong.push(format!("{}:{number}: {label} is not in the text file", file.path));
                }
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn what_a_person_reads_is_not_spelled_in_code() {
    // What shows its argument, or speaks it.
    const SHOWS: [&str; 16] = [
        "label(\"",
        "button(\"",
        "heading(\"",
        "strong(\"",
        "small(\"",
        "weak(\"",
        "monospace(\"",
        "RichText::new(\"",
        "Button::new(\"",
        "egui::Label::new(\"",
        "Window::new(\"",
        "CollapsingHeader::new(\"",
        "hover_text(\"",
        "hint_text(\"",
        "#[error(\"",
        "help = \"",
    ];
    let mut wrong = Vec::new();
    for file in code("src").iter().map(super::File::without_tests) {
        for (number, line) in &file.lines {
            for shows in SHOWS {
                if line
                    .match_indices(shows)
                    .any(|(at, _)| is_call(line, at) && spells_words(&line[at + shows.len()..]))
                {
                    wrong.push(format!("{}:{number}: {line}", file.path));
                }
            }
        }
    }
    assert_none(&wrong);
}

/// Whether what stands at `at` is the whole name of what is called, not the end of a longer one.
fn is_call(line: &str, at: usize) -> bool {
    !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Whether the string that just began has a letter outside of its `{…}`.
fn spells_words(rest: &str) -> bool {
    let string = rest.split('"').next().unwrap_or_default();
    let mut depth = 0;
    string.chars().any(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0 && c.is_alphabetic()
    })
}
