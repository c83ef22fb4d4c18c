//! From paths to what became of each file: all parts are read on as many threads as there are processors,
//! and what they gave is judged in the order of the files, whichever was ready first.
//!
//! A *unit* is what gets one line of the report: a file, an archive with all its entries, or the files of
//! one export of Afterrun in one folder. A *part* is what is read as one: a file, or an entry.

use std::collections::BTreeMap;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::format::{Kind, Reader, UNKNOWN_TABLE};
use super::formats::afterrun::{SetFile, Sheet, read_set};
use super::formats::mapped;
use super::merge::{Origin, Tally};
use super::reading::{Found, Head, Input, Reading, Refusal, Task};
use super::source::{self, Archive, LARGEST, Source};
use crate::domain::Assumption;
use crate::fl;

/// How often progress is told while the threads read.
const TELL: Duration = Duration::from_millis(100);

/// The most threads that read.
const MOST_THREADS: usize = 8;

/// What every workbook of a spreadsheet program has in it: it is an archive, too.
const WORKBOOK: &str = "xl/workbook.xml";

/// The folder of planned routes in an archive of Strava.
const ROUTES: &str = "routes";

/// What gets one line of the report.
struct Unit {
    path: PathBuf,
    hash: String,
    is_archive: bool,
    /// Why it could not be opened.
    problem: Option<String>,
    parts: Vec<Source>,
    /// The archives in it that could not be opened, and why.
    unopened: Vec<(String, String)>,
}

/// What reading a part gave.
enum PartRead {
    /// A file of an export of Afterrun, which is read with those beside it.
    Own(SetFile),
    /// Anything else: its word, and what its reader said.
    Other(&'static str, Reading),
}

/// Reads everything at `paths` into `tally`. `None` once cancelled.
pub(super) fn run(paths: &[PathBuf], task: &Task, progress: &dyn Fn(f32), tally: &mut Tally) -> Option<()> {
    let entries = source::files(paths, task)?;
    let mut units = Vec::new();
    for entry in entries {
        if task.cancelled() {
            return None;
        }
        units.push(Unit::of(entry));
    }
    let mut read = read_all(&units, task, progress)?.into_iter();
    let mut sets: BTreeMap<PathBuf, Vec<(PathBuf, String, SetFile)>> = BTreeMap::new();
    for unit in &units {
        let parts: Vec<_> = read.by_ref().take(unit.parts.len()).collect();
        match unit.combine(parts, task) {
            Combined::Own(file) => {
                let folder = unit.path.parent().unwrap_or(Path::new("")).to_owned();
                sets.entry(folder)
                    .or_default()
                    .push((unit.path.clone(), unit.hash.clone(), file));
            }
            Combined::Other(word, reading) => take(tally, &unit.origin(word), reading)?,
        }
    }
    for (folder, files) in sets {
        take_set(&folder, files, task, tally)?;
    }
    Some(())
}

/// The files of one folder that belong to one export.
fn take_set(folder: &Path, files: Vec<(PathBuf, String, SetFile)>, task: &Task, tally: &mut Tally) -> Option<()> {
    let hashes: String = files.iter().map(|it| it.1.as_str()).collect();
    let origin = match files.as_slice() {
        [(path, hash, _)] => Origin::new(path, "afterrun", hash),
        _ => Origin::new(folder, "afterrun", &source::hash(hashes.as_bytes()).unwrap_or_default()),
    };
    let bytes: u64 = files.iter().map(|it| it.2.bytes.len() as u64).sum();
    let files: Vec<_> = files.into_iter().map(|it| it.2).collect();
    let reading = if bytes > 2 * LARGEST {
        Err(Refusal::Rejected(fl!("import-too-large")))
    } else {
        contained(|| read_set(&files, task))
    };
    take(tally, &origin.own(), reading)
}

fn take(tally: &mut Tally, origin: &Origin, reading: Reading) -> Option<()> {
    match reading {
        Err(Refusal::Cancelled) => None,
        reading => {
            tally.take(origin, reading);
            Some(())
        }
    }
}

/// What the parts of a unit gave together.
enum Combined {
    Own(SetFile),
    Other(&'static str, Reading),
}

impl Unit {
    fn of(entry: source::Entry) -> Self {
        let mut unit = Self {
            path: entry.path,
            hash: String::new(),
            is_archive: false,
            problem: entry.problem,
            parts: Vec::new(),
            unopened: Vec::new(),
        };
        if unit.problem.is_none()
            && let Err(why) = unit.open()
        {
            unit.problem = Some(why);
        }
        unit
    }

    /// Looks into the file: an archive has the parts that are in it.
    fn open(&mut self) -> Result<(), String> {
        let file = File::open(&self.path).map_err(|it| source::why_unread(&it))?;
        self.hash = source::hash(file).map_err(|it| source::why_unread(&it))?;
        let whole = Source::of_file(&self.path);
        self.is_archive = matches!(Kind::of(&Head::of(&whole.head()?)), Kind::Archive);
        if !self.is_archive {
            self.parts = vec![whole];
            return Ok(());
        }
        let archive = Archive::open_at(&self.path)?;
        for (index, name) in archive.files() {
            match archive.inside(index) {
                Ok(Some(inner)) => self.look_inside(&inner, name),
                Ok(None) => self
                    .parts
                    .push(Source::of_entry(&self.path, &archive, index, name.to_owned())),
                Err(why) => self.unopened.push((name.to_owned(), why)),
            }
        }
        self.parts.sort_by(|a, b| a.part.cmp(&b.part));
        Ok(())
    }

    /// The files of an archive that lies in the archive under `name`.
    fn look_inside(&mut self, inner: &Archive, name: &str) {
        let parts = inner
            .files()
            .map(|(index, of_inner)| Source::of_entry(&self.path, inner, index, format!("{name}/{of_inner}")));
        self.parts.extend(parts);
    }

    fn origin(&self, word: &'static str) -> Origin {
        let origin = Origin::new(&self.path, word, &self.hash);
        if word == "afterrun" { origin.own() } else { origin }
    }

    /// What its parts gave, as one.
    fn combine(&self, parts: Vec<PartRead>, task: &Task) -> Combined {
        if let Some(why) = &self.problem {
            let word = if self.is_archive { "zip" } else { "unknown" };
            return Combined::Other(word, Err(Refusal::Rejected(why.clone())));
        }
        if self.is_archive {
            let (word, reading) = archive_reading(self, parts, task);
            return Combined::Other(word, reading);
        }
        match parts.into_iter().next() {
            Some(PartRead::Own(file)) => Combined::Own(file),
            Some(PartRead::Other(word, reading)) => Combined::Other(word, reading),
            None => Combined::Other("unknown", Err(Refusal::Rejected(fl!("import-unreadable")))),
        }
    }
}

/// What the entries of an archive gave, and the word of those that gave most.
fn archive_reading(unit: &Unit, parts: Vec<PartRead>, task: &Task) -> (&'static str, Reading) {
    let sources = &unit.parts;
    let (mut found, mut own, mut counts) = (Found::default(), Vec::new(), BTreeMap::<&'static str, usize>::new());
    let (mut refused, mut plans) = (None, 0);
    for (name, why) in &unit.unopened {
        refused = Some("zip");
        found.left_out(None, fl!("import-in-file", file = name.as_str(), why = why.as_str()));
    }
    for (source, part) in sources.iter().zip(parts) {
        match part {
            PartRead::Own(file) => own.push(file),
            PartRead::Other(_, Ok(of_part)) if is_plan(source, &of_part) => plans += 1,
            PartRead::Other(word, Ok(of_part)) => {
                *counts.entry(word).or_default() += 1 + of_part.entries.len();
                found.absorb(&source.part, of_part);
            }
            PartRead::Other(_, Err(Refusal::Cancelled)) => return ("zip", Err(Refusal::Cancelled)),
            PartRead::Other(word, Err(Refusal::Rejected(why))) => {
                refused = refused.or(Some(word));
                found.left_out(None, fl!("import-in-file", file = source.part.as_str(), why = why));
            }
            // What is beside the records of a person in such an archive is no mistake of theirs.
            PartRead::Other(_, Err(Refusal::Unsupported(_) | Refusal::Unknown(_))) => {}
        }
    }
    if plans > 0 {
        found.note(None, fl!("import-routes", n = plans));
    }
    if !own.is_empty() {
        match contained(|| read_set(&own, task)) {
            Ok(of_set) => found.absorb("", of_set),
            Err(refusal) => return ("afterrun", Err(refusal)),
        }
        return ("afterrun", Ok(found));
    }
    let most = counts.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0);
    match most.or(refused) {
        Some(word) => (word, Ok(found)),
        None if sources.iter().any(|it| it.part == WORKBOOK) => {
            ("zip", Err(Refusal::Unsupported(fl!("import-workbook"))))
        }
        None => ("zip", Err(Refusal::Unsupported(fl!("import-zip-foreign")))),
    }
}

/// Whether this is a track that nobody ran yet: without a time, in the folder where Strava puts planned routes.
fn is_plan(source: &Source, found: &Found) -> bool {
    let folder = Path::new(&source.part).parent();
    found.entries.is_empty() && folder.is_some_and(|it| it.ends_with(ROUTES))
}

/// Reads all parts, in their order. `None` once cancelled.
fn read_all(units: &[Unit], task: &Task, progress: &dyn Fn(f32)) -> Option<Vec<PartRead>> {
    let parts: Vec<_> = units
        .iter()
        .flat_map(|unit| unit.parts.iter().map(|part| (unit.hash.as_str(), part)))
        .collect();
    let sizes: Vec<u64> = parts.iter().map(|it| it.1.packed_bytes() + 1).collect();
    let total: u64 = sizes.iter().sum();
    let (next, done) = (AtomicUsize::new(0), AtomicU64::new(0));
    let slots: Vec<Mutex<Option<PartRead>>> = parts.iter().map(|_| Mutex::new(None)).collect();
    let threads = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(MOST_THREADS);
    std::thread::scope(|scope| {
        let (ended, ends) = channel::<()>();
        for _ in 0..threads.min(parts.len()) {
            let ended = ended.clone();
            scope.spawn(|| {
                // Hung up when the thread ends, however it does.
                let _ended = ended;
                while let Some((at, (hash, part))) = next_of(&parts, &next) {
                    if task.cancelled() {
                        return;
                    }
                    let read = read_part(part, &task.for_file(hash));
                    *slots[at].lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(read);
                    done.fetch_add(sizes[at], Ordering::Relaxed);
                }
            });
        }
        drop(ended);
        while let Err(std::sync::mpsc::RecvTimeoutError::Timeout) = ends.recv_timeout(TELL) {
            progress(done.load(Ordering::Relaxed) as f32 / total.max(1) as f32);
        }
    });
    if task.cancelled() {
        return None;
    }
    let slots = slots
        .into_iter()
        .map(|it| it.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner));
    Some(slots.map(|it| it.unwrap_or_else(unreadable)).collect())
}

fn next_of<'p, T>(parts: &'p [T], next: &AtomicUsize) -> Option<(usize, &'p T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, parts.get(at)?))
}

fn unreadable() -> PartRead {
    PartRead::Other("unknown", Err(Refusal::Rejected(fl!("import-unreadable"))))
}

/// Recognises and reads a part.
fn read_part(part: &Source, task: &Task) -> PartRead {
    let read = || -> Result<PartRead, String> {
        let kind = Kind::of(&Head::of(&part.head()?));
        let reader = match kind {
            Kind::Own(sheet) => return own(part, sheet),
            // Only one that lies in an archive of an archive was not looked into.
            Kind::Archive => return Err(fl!("import-zip-nested")),
            Kind::Format(format) if format.word == UNKNOWN_TABLE => return table(part, task),
            Kind::Format(format) => format.reader,
        };
        let reading = contained(|| read_with(reader, part, task)).map(|found| with_zone(found, task));
        Ok(PartRead::Other(kind.word(), reading))
    };
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(read)) => read,
        Ok(Err(why)) => PartRead::Other("unknown", Err(Refusal::Rejected(why))),
        Err(_panic) => unreadable(),
    }
}

/// A table that no reader knows: by what the runner said of its columns, if anything.
fn table(part: &Source, task: &Task) -> Result<PartRead, String> {
    let bytes = part.bytes()?;
    let reading = match task.mapping(&bytes) {
        Some(mapping) => contained(|| mapped::read(&bytes, mapping, task)).map(|found| with_zone(found, task)),
        None => Err(mapped::preview(&bytes).map_or_else(|| Refusal::Unsupported(fl!("import-csv")), Refusal::Unknown)),
    };
    let word = if reading.is_ok() { mapped::WORD } else { UNKNOWN_TABLE };
    Ok(PartRead::Other(word, reading))
}

fn own(part: &Source, sheet: Sheet) -> Result<PartRead, String> {
    Ok(PartRead::Own(SetFile {
        name: part.name(),
        sheet,
        bytes: part.bytes()?,
    }))
}

fn read_with(reader: Reader, part: &Source, task: &Task) -> Reading {
    match reader {
        Reader::Whole(read) => {
            let bytes = part.bytes().map_err(Refusal::Rejected)?;
            let sibling = |name: &str| part.sibling(name);
            read(&Input::new(&bytes, &part.folder(), &sibling), task)
        }
        Reader::Stream(read) => read(&mut *part.stream().map_err(Refusal::Rejected)?, task),
        Reader::Nothing(why) => Err(Refusal::Unsupported(why())),
    }
}

/// Says of the records whose times came without a zone that they did.
fn with_zone(mut found: Found, task: &Task) -> Found {
    let mut records = 0;
    for entry in found.entries.iter_mut().filter(|it| it.is_local) {
        entry.record.tick_zone_assumed();
        records += 1;
    }
    if records > 0 {
        let zone = task.zone_name().to_owned();
        found.assume(Assumption::Zone { zone, records });
    }
    found
}

/// A reader's answer; a rejection where it panicked.
fn contained(read: impl FnOnce() -> Reading) -> Reading {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Refusal::Rejected(fl!("import-unreadable"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_costs_its_own_file_alone() {
        let reading = contained(|| panic!("a bug"));
        assert!(matches!(reading, Err(Refusal::Rejected(_))));
    }
}
