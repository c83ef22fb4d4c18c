//! The elements of a track file, one after the other.
//!
//! Names come without their namespace, because every program has its own prefix. Blanks and marks before the
//! declaration are passed over. No entity of the file's own is looked up, so none can grow; what is broken ends
//! the file, and what stood before it was handed out by then.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::table::utf8;
use super::{Refusal, Task};

/// How deep elements may lie in one another; those of real files lie ten deep.
const DEEPEST: usize = 64;

/// How far into a file its declaration ends.
const LONGEST_DECLARATION: usize = 256;

/// The longest text of an element that is kept.
const LONGEST_TEXT: usize = 1 << 16;

/// An element at a place of the file.
pub(in crate::import) enum Node<'n> {
    /// It begins.
    Open(&'n Tag<'n>),
    /// It ends; with the text that stood directly in it.
    Close(&'n str, &'n str),
}

/// The beginning of an element.
pub(in crate::import) struct Tag<'n> {
    /// Its name without a namespace.
    pub name: &'n str,
    start: &'n BytesStart<'n>,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.html_attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|it| local(it.key.into_inner()) == name)?;
        let plain = found.normalized_value(XmlVersion::Implicit1_0);
        Some(plain.unwrap_or(found.value))
    }

    /// An attribute that is a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        number(&self.get(name)?)
    }
}

/// The name of the element around the last of `path`; empty for the first.
pub(in crate::import) fn parent(path: &[String]) -> &str {
    let around = path.len().checked_sub(2).and_then(|at| path.get(at));
    around.map_or("", String::as_str)
}

/// The number that a text is.
pub(in crate::import) fn number(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|it| it.is_finite())
}

/// How the file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum End {
    /// With the end of its first element.
    Whole,
    /// Before that: it is cut short, or something in it cannot be read.
    Cut,
}

/// Calls `each` with each element and the names of those it lies in, its own last.
pub(in crate::import) fn walk(
    bytes: &[u8],
    task: &Task,
    mut each: impl FnMut(&[String], &Node),
) -> Result<End, Refusal> {
    let text = decoded(bytes);
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}').trim_start());
    let config = reader.config_mut();
    config.enable_all_checks(false);
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut path: Vec<String> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    let mut was_open = false;
    loop {
        if task.cancelled() {
            return Err(Refusal::Cancelled);
        }
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) => event,
        };
        match event {
            Event::Start(start) => {
                was_open = true;
                open(&start, &mut path, &mut texts, &mut each);
                if path.len() > DEEPEST {
                    break;
                }
            }
            Event::Empty(start) => {
                was_open = true;
                open(&start, &mut path, &mut texts, &mut each);
                close(&mut path, &mut texts, &mut each);
            }
            Event::End(end) => {
                // An end without a beginning ends nothing.
                let name = local(end.name().into_inner()).to_owned();
                if path.last() == Some(&name) {
                    close(&mut path, &mut texts, &mut each);
                }
            }
            Event::Text(it) => add(&mut texts, &it.html_content()),
            Event::CData(it) => add(&mut texts, &it),
            Event::GeneralRef(it) => add(&mut texts, &referred(&it)),
            _ => {}
        }
    }
    let is_whole = was_open && path.is_empty();
    Ok(if is_whole { End::Whole } else { End::Cut })
}

/// The text of a file: in UTF-8 or UTF-16, else in the encoding that its declaration names.
fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let is_other = std::str::from_utf8(bytes).is_err() && Encoding::for_bom(bytes).is_none();
    if let Some(encoding) = declared(bytes).filter(|_| is_other) {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    match utf8(bytes) {
        Cow::Borrowed(it) => String::from_utf8_lossy(it),
        Cow::Owned(it) => Cow::Owned(String::from_utf8_lossy(&it).into_owned()),
    }
}

/// The encoding that the declaration names, where it is another than UTF-8.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST_DECLARATION)]);
    let (declaration, _) = head.split_once("?>")?;
    let (_, named) = declaration.split_once("encoding")?;
    let named = named.trim_start().strip_prefix('=')?.trim_start();
    let label = named.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?;
    Encoding::for_label(label.as_bytes()).filter(|it| !it.name().starts_with("UTF"))
}

fn open(start: &BytesStart, path: &mut Vec<String>, texts: &mut Vec<String>, each: &mut impl FnMut(&[String], &Node)) {
    let name = local(start.name().into_inner()).to_owned();
    path.push(name.clone());
    texts.push(String::new());
    each(path, &Node::Open(&Tag { name: &name, start }));
}

fn close(path: &mut Vec<String>, texts: &mut Vec<String>, each: &mut impl FnMut(&[String], &Node)) {
    let text = texts.pop().unwrap_or_default();
    if let Some(name) = path.last() {
        each(path, &Node::Close(name, text.trim()));
    }
    path.pop();
}

fn add(texts: &mut [String], more: &str) {
    if let Some(text) = texts.last_mut()
        && text.len() + more.len() <= LONGEST_TEXT
    {
        text.push_str(more);
    }
}

/// The character of `&amp;` and the like, or of a number; nothing for an entity of the file's own.
fn referred(name: &str) -> String {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).map(String::from).unwrap_or_default();
    }
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
    .to_owned()
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::super::with_task;
    use super::*;

    fn texts(xml: &str) -> (Vec<(String, String)>, End) {
        let mut texts = Vec::new();
        let end = with_task("UTC", 0, |task| {
            walk(xml.as_bytes(), task, |_, node| {
                if let Node::Close(name, text) = node {
                    texts.push(((*name).to_owned(), (*text).to_owned()));
                }
            })
        });
        (texts, end.unwrap())
    }

    #[test]
    fn names_lose_their_namespace_and_texts_their_marks() {
        let (read, end) = texts("  \u{feff}<?xml version='1.0'?><a:x><b>1 &lt; 2 &#233;<![CDATA[ & 3]]></b></a:x>");
        assert_eq!(read, [("b".into(), "1 < 2 é & 3".into()), ("x".into(), String::new())]);
        assert_eq!(end, End::Whole);
    }

    #[test]
    fn entities_of_the_file_are_never_looked_up() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><x><n>&b;&b;</n></x>";
        assert_eq!(texts(bomb).0[0], ("n".into(), String::new()));
    }

    #[test]
    fn what_is_cut_or_too_deep_ends_early() {
        assert_eq!(texts("<x><a>1</a><b>2").1, End::Cut);
        assert_eq!(texts(&"<x>".repeat(100_000)).1, End::Cut);
        assert_eq!(texts("").1, End::Cut);
    }
}
