//! Completion: the names that the word at the cursor can become.
//!
//! Names that begin as it does come first, then those that have it inside; places, habits and supplements
//! before the words of the grammar. A word that is a name already
//! needs none. Only the last word is replaced: of `foam ro` it is `ro`, and it becomes `rolling`.

use super::lexicon::{Lexicon, Meaning, Phrase};
use super::token::{Kind, Token, segments};
use super::{Context, Span};

/// How many are offered.
const MOST: usize = 8;

/// Fewer letters are inside of nearly every name.
const FEWEST_INSIDE: usize = 2;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it replaces: the last word before the cursor.
    pub span: Span,
    /// What stands there instead.
    pub insert: String,
    /// What the program calls it.
    pub label: String,
}

/// The ways to go on at `cursor`, a place in bytes. None inside of a number, a quotation or a note.
pub fn complete(text: &str, cursor: usize, context: &Context) -> Vec<Completion> {
    let Some(before) = text.get(..cursor) else {
        return Vec::new();
    };
    let parts = segments(before);
    let Some(part) = parts.last().filter(|it| it.note.is_none()) else {
        return Vec::new();
    };
    let tokens = part.tokens.as_slice();
    match tokens.last() {
        Some(last) if last.span.end == cursor && last.kind == Kind::Word && begins_with_letter(last.text) => {
            let lexicon = Lexicon::of(context.journal);
            let mut found = Found {
                tokens,
                meanings: Vec::new(),
                out: Vec::new(),
            };
            found.look(&lexicon);
            found.out
        }
        _ => Vec::new(),
    }
}

fn begins_with_letter(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

/// Places, habits and supplements, then the words of the grammar.
fn names_first(lexicon: &Lexicon) -> impl Iterator<Item = &Phrase> {
    let offered = lexicon.phrases().iter().filter(|it| it.meaning != Meaning::Filler);
    let (names, words): (Vec<_>, Vec<_>) = offered.partition(|it| it.meaning.is_name());
    names.into_iter().chain(words)
}

struct Found<'p, 't, 'l> {
    /// The words before the cursor.
    tokens: &'p [Token<'t>],
    meanings: Vec<&'l Meaning>,
    out: Vec<Completion>,
}

impl<'l> Found<'_, '_, 'l> {
    fn look(&mut self, lexicon: &'l Lexicon) {
        let Some(last) = self.tokens.last() else {
            return;
        };
        let most = self.joined();
        // The longest beginning of a name: "foam ro" before "ro".
        for count in (1..=most.min(lexicon.longest())).rev() {
            let words: Vec<_> = self.tokens[self.tokens.len() - count..]
                .iter()
                .map(|it| it.text)
                .collect();
            if lexicon.find(&words.concat()).is_some() {
                return;
            }
            let typed = words.join(" ").to_lowercase();
            for phrase in names_first(lexicon) {
                let name = phrase.text.to_lowercase();
                if name.starts_with(&typed) {
                    self.add(last, phrase, count);
                }
            }
            if count > 1 && !self.out.is_empty() {
                return;
            }
        }
        let typed = last.text.to_lowercase();
        if typed.chars().count() < FEWEST_INSIDE {
            return;
        }
        for phrase in names_first(lexicon) {
            if [&phrase.text, &phrase.label]
                .iter()
                .any(|it| it.to_lowercase().contains(&typed))
            {
                self.add(last, phrase, 1);
            }
        }
    }

    /// How many of the last words stand together.
    fn joined(&self) -> usize {
        let apart = self.tokens.iter().rposition(|it| !it.joined || it.kind != Kind::Word);
        self.tokens.len() - apart.unwrap_or(0)
    }

    /// Adds a name of which `typed` words stand there already, the last of them in part.
    fn add(&mut self, last: &Token, phrase: &'l Phrase, typed: usize) {
        let rest: Vec<_> = phrase.text.split_whitespace().skip(typed - 1).collect();
        if self.out.len() == MOST || rest.is_empty() || self.meanings.contains(&&phrase.meaning) {
            return;
        }
        self.meanings.push(&phrase.meaning);
        self.out.push(Completion {
            span: last.span.clone(),
            insert: rest.join(" "),
            label: phrase.label.clone(),
        });
    }
}
