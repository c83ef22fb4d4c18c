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

/// What can name a message: the literals of the code and of the data files that it reads.
#[derive(Default)]
struct Namers {
    /// Whole literals, and what other messages refer to.
    words: HashSet<String>,
    /// What stands before a member that is filled in: `csv` of `"csv-{sheet}-…"`.
    families: HashSet<String>,
}

impl Namers {
    fn read() -> Self {
        let assets = root().join("assets");
        let mut namers = Self::default();
        for path in ["toml", "ftl"].map(|ending| below(&assets, ending)).concat() {
            let text = fs::read_to_string(path).unwrap();
            text.lines().for_each(|line| namers.take(line));
        }
        for file in code("src") {
            file.lines.iter().for_each(|(_, line)| namers.take(line));
        }
        namers
    }

    fn take(&mut self, line: &str) {
        let pieces: Vec<_> = line.split('"').collect();
        for (at, piece) in pieces.iter().enumerate() {
            self.words.insert((*piece).to_owned());
            // `"csv-{sheet}"`, and `word("region", …)` with a function that joins the two.
            if let Some((family, _)) = piece.split_once("-{") {
                self.families.insert(family.to_owned());
            }
            let is_told =
                at > 0 && pieces[at - 1].ends_with('(') && pieces.get(at + 1).is_some_and(|it| it.starts_with(','));
            if is_told {
                self.families.insert((*piece).to_owned());
            }
        }
        for referred in line.split("{ ").skip(1) {
            self.words.insert(referred.split(' ').next().unwrap().to_owned());
        }
    }

    fn name(&self, id: &str) -> bool {
        let mut families = id.match_indices('-').map(|(at, _)| &id[..at]);
        self.words.contains(id) || families.any(|it| self.families.contains(it))
    }
}

#[test]
fn no_text_is_there_twice() {
    let mut seen = HashSet::new();
    let twice: Vec<_> = ids().into_iter().filter(|id| !seen.insert(id.clone())).collect();
    assert_none(&twice);
}

#[test]
fn every_text_is_used() {
    let namers = Namers::read();
    let unused: Vec<_> = ids().into_iter().filter(|id| !namers.name(id)).collect();
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
