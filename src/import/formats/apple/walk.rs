//! The elements of an export, one after the other, whatever is broken between them.
//!
//! Exports are often no XML: iOS 16 wrote a document type that no reader takes, others have control
//! characters, blanks in the names of attributes, two roots, or end in the middle. So all before `<HealthData`
//! is passed over, tags need not match, and what cannot be read is counted and left out up to the next tag.
//! An entity of the file's own is never looked up, so none can grow.

use std::borrow::Cow;
use std::io::Error;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::stream::Pieces;
use crate::import::reading::Task;

/// How the root begins. A document type says `<!ELEMENT HealthData`.
const ROOT: &[u8] = b"<HealthData";

/// How deep elements may lie in one another. Those of Apple lie five deep.
const DEEPEST: usize = 64;

/// What stands at a place of the file.
pub(super) enum Part<'p> {
    /// An element begins.
    Open(&'p Tag<'p>),
    /// An element of this name ends.
    Close(&'p str),
}

/// The beginning of an element.
pub(super) struct Tag<'p> {
    start: &'p BytesStart<'p>,
    /// Whether it ends at once.
    pub is_empty: bool,
}

impl Tag<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        self.start.name().into_inner()
    }

    /// The value of its first attribute of that name.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        // As in HTML an attribute may lack its value, so a name with blanks in it is several of them.
        let mut attributes = self.start.html_attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|it| it.key.into_inner() == name)?;
        let plain = found.normalized_value(XmlVersion::Implicit1_0);
        Some(plain.unwrap_or(found.value))
    }

    /// The same, without blanks around it; empty where there is none.
    pub fn text(&self, name: &str) -> String {
        self.get(name).map(|it| it.trim().to_owned()).unwrap_or_default()
    }
}

/// How the file ended.
pub(super) enum End {
    /// With the end of its root.
    Whole,
    /// Without it.
    Cut,
    /// The stream broke off.
    Broken(Error),
    /// Elements lie too deep in one another to go on.
    Deep,
    /// There is no root in it.
    Rootless,
    /// The runner stopped it.
    Cancelled,
}

/// What became of a file.
pub(super) struct Walked {
    pub end: End,
    /// How many places could not be read.
    pub damaged: usize,
    /// The line of the first of them.
    pub first_damage: u64,
}

/// Calls `take` with each part of the file and the line that it ends on.
pub(super) fn walk(pieces: Pieces, task: &Task, mut take: impl FnMut(Part, u64)) -> Walked {
    let mut walk = Walk {
        damaged: 0,
        first_damage: 0,
        depth: 1,
        is_open: true,
    };
    let end = walk.run(pieces, task, &mut take);
    Walked {
        end,
        damaged: walk.damaged,
        first_damage: walk.first_damage,
    }
}

struct Walk {
    damaged: usize,
    first_damage: u64,
    depth: usize,
    /// Whether the root was not closed yet.
    is_open: bool,
}

impl Walk {
    fn run(&mut self, mut pieces: Pieces, task: &Task, take: &mut impl FnMut(Part, u64)) -> End {
        let go_on = || !task.cancelled();
        if !pieces.skip_past(ROOT, go_on) {
            return match pieces.problem() {
                _ if task.cancelled() => End::Cancelled,
                Some(error) => End::Broken(error),
                None => End::Rootless,
            };
        }
        let mut reader = reader(pieces);
        let mut buffer = Vec::new();
        loop {
            if task.cancelled() {
                return End::Cancelled;
            }
            buffer.clear();
            reader.get_mut().begin();
            let before = reader.get_ref().at();
            let line = reader.get_ref().line();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) => return self.end(reader.get_mut()),
                Ok(event) => self.take(&event, reader.get_ref().line(), take),
                Err(_) => {
                    self.damage(line);
                    // What the reader made of it so far is worth nothing: another begins at the next tag.
                    let mut pieces = reader.into_inner();
                    pieces.skip_to_tag(before, go_on);
                    reader = self::reader(pieces);
                    self.depth = 1;
                }
            }
            if self.depth > DEEPEST {
                return End::Deep;
            }
        }
    }

    fn take(&mut self, event: &Event, line: u64, take: &mut impl FnMut(Part, u64)) {
        let open = |start, is_empty, take: &mut dyn FnMut(Part, u64)| take(Part::Open(&Tag { start, is_empty }), line);
        match event {
            Event::Start(start) => {
                self.depth += 1;
                self.is_open |= start.name().into_inner() == "HealthData";
                open(start, false, take);
            }
            Event::Empty(start) => open(start, true, take),
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                let name = end.name().into_inner();
                self.is_open &= name != "HealthData";
                take(Part::Close(name), line);
            }
            _ => {}
        }
    }

    fn damage(&mut self, line: u64) {
        if self.damaged == 0 {
            self.first_damage = line;
        }
        self.damaged += 1;
    }

    fn end(&self, pieces: &mut Pieces) -> End {
        match pieces.problem() {
            Some(error) => End::Broken(error),
            None if self.is_open => End::Cut,
            None => End::Whole,
        }
    }
}

fn reader(pieces: Pieces) -> Reader<Pieces> {
    let mut reader = Reader::from_reader(pieces);
    let config = reader.config_mut();
    config.enable_all_checks(false);
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    reader
}
