//! Cutting the line: into parts at `|` (or a new line), and a part into words, quoted text, tags and the note at its end.
//!
//! Places are byte ranges of the text as it was typed, always between whole characters. A comma between
//! two digits is a decimal mark, any other one parts what is listed.

use super::Span;
use super::lexicon::Meaning;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or a number.
    Word,
    /// What stands between quotation marks.
    Quoted,
    /// What begins with `#`.
    Tag,
}

/// One word; or, once names were looked up, the words of one name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'t> {
    /// Where it stands, quotation marks and all.
    pub(super) span: Span,
    /// It, without quotation marks and `#`.
    pub(super) text: &'t str,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether a comma stands before it.
    pub(super) comma: bool,
    /// Whether nothing but space stands between the token before and this one.
    pub(super) joined: bool,
    /// What it means, where it is a name.
    pub(super) meaning: Option<Meaning>,
}

/// What stands between two `|`.
#[derive(Debug, Default)]
pub(super) struct Segment<'t> {
    /// Its words.
    pub(super) tokens: Vec<Token<'t>>,
    /// The note after `//`: where it stands, and it.
    pub(super) note: Option<(Span, &'t str)>,
    /// The quotation mark that is never closed.
    pub(super) open_quote: Option<Span>,
}

/// Cuts `text` into its parts.
pub(super) fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut cutter = Cutter {
        text,
        at: 0,
        comma: false,
        done: vec![Segment::default()],
    };
    while let Some(c) = cutter.rest().chars().next() {
        cutter.step(c);
    }
    cutter.done
}

/// Whether a part ends here: lines that are pasted are parts, too.
fn is_end(c: char) -> bool {
    matches!(c, '|' | '\n')
}

/// What ends a quotation that began with this mark.
fn closing(mark: char) -> Option<&'static [char]> {
    match mark {
        '"' => Some(&['"', '”']),
        '“' | '„' | '”' => Some(&['”', '“', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    /// Whether a comma stood since the last token.
    comma: bool,
    /// The parts so far; the last is being filled.
    done: Vec<Segment<'t>>,
}

impl<'t> Cutter<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// How far it is to the first character that `ends`, or to the end.
    fn until(&self, ends: impl Fn(char) -> bool) -> usize {
        self.rest().find(ends).unwrap_or(self.rest().len())
    }

    fn step(&mut self, c: char) {
        if is_end(c) {
            self.at += 1;
            self.comma = false;
            self.done.push(Segment::default());
        } else if c.is_whitespace() {
            self.at += c.len_utf8();
        } else if matches!(c, ',' | ';') {
            self.at += 1;
            self.comma = true;
        } else if self.rest().starts_with("//") {
            self.note();
        } else if let Some(marks) = closing(c) {
            self.quoted(c, marks);
        } else {
            self.word(c);
        }
    }

    fn note(&mut self) {
        let (begin, end) = (self.at, self.at + self.until(is_end));
        let text = self.text[begin + 2..end].trim();
        self.at = end;
        self.segment().note = Some((begin..end, text));
    }

    fn quoted(&mut self, mark: char, marks: &[char]) {
        let inside = self.at + mark.len_utf8();
        let close = self.text[inside..].find(marks).map(|far| inside + far);
        let end = match close {
            Some(close) => close + self.text[close..].chars().next().map_or(0, char::len_utf8),
            None => self.at + self.until(is_end),
        };
        if close.is_none() {
            self.segment().open_quote = Some(self.at..inside);
        }
        let text = self.text[inside..close.unwrap_or(end)].trim();
        self.push(end, text, Kind::Quoted);
    }

    fn word(&mut self, first: char) {
        let mut end = self.at;
        let mut before = None;
        while let Some(c) = self.text[end..].chars().next() {
            let decimal = c == ',' && is_digit(before) && is_digit(self.text[end + 1..].chars().next());
            if c.is_whitespace() || is_end(c) || c == ';' || (c == ',' && !decimal) {
                break;
            }
            before = Some(c);
            end += c.len_utf8();
        }
        let word = &self.text[self.at..end];
        if first == '#' && word.len() > 1 {
            self.push(end, &word[1..], Kind::Tag);
        } else {
            self.push(end, word, Kind::Word);
        }
    }

    fn push(&mut self, end: usize, text: &'t str, kind: Kind) {
        let token = Token {
            span: self.at..end,
            text,
            kind,
            comma: self.comma,
            joined: !self.comma && !self.segment().tokens.is_empty(),
            meaning: None,
        };
        self.segment().tokens.push(token);
        self.comma = false;
        self.at = end;
    }

    fn segment(&mut self) -> &mut Segment<'t> {
        self.done.last_mut().expect("there is always a part being filled")
    }
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|it| it.is_ascii_digit())
}
