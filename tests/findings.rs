//! Findings against an independent program, and against the truth that the sample journal was made from.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "findings/made_up.rs"]
mod made_up;
#[path = "findings/oracle.rs"]
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
mod oracle;

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use afterrun::analysis::{DailyTable, Findings};
use afterrun::demo::{self, Plan};
use afterrun::domain::{Change, Journal, Record, Settings};
use jiff::civil::date;

const THREADS: NonZero<usize> = NonZero::new(2).unwrap();

fn findings(journal: &Journal) -> Findings {
    Findings::of(&DailyTable::of(journal), THREADS)
}

/// Fails where our findings and the oracle's are not the same.
fn agree(journals: &[(String, Journal)]) {
    let Some(said) = oracle::ask(journals) else { return };
    assert_eq!(said.len(), journals.len());
    let pairs = journals.iter().zip(&said);
    let wrong: Vec<_> = pairs
        .flat_map(|((name, journal), said)| oracle::differences(name, &findings(journal), said))
        .collect();
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}

fn demo(years: u16, seed: u64) -> Journal {
    demo::journal(&Plan {
        years,
        seed,
        until: date(2026, 11, 25),
        now: None,
    })
}

#[test]
fn sample_journals_give_what_the_oracle_finds() {
    let journals: Vec<_> = [(2, 1), (2, 2), (1, 3), (3, 4), (5, 5)]
        .map(|(years, seed)| (format!("{years} years of seed {seed}"), demo(years, seed)))
        .into();
    agree(&journals);
}

#[test]
fn people_give_what_the_oracle_finds() {
    let people = people();
    if !people.is_empty() {
        agree(&people);
    }
}

#[test]
fn made_up_journals_give_what_the_oracle_finds() {
    agree(&made_up::journals());
}

/// The journals of the people whose questionnaires are at hand.
fn people() -> Vec<(String, Journal)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/pmdata");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        oracle::skipped(&folder);
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.map(|it| it.unwrap().path()).filter(|it| it.is_dir()).collect();
    folders.sort();
    folders
        .into_iter()
        .map(|folder| {
            (
                folder.file_name().unwrap().to_string_lossy().into_owned(),
                imported(&folder),
            )
        })
        .collect()
}

fn imported(folder: &Path) -> Journal {
    let empty = Journal::empty(Settings::for_zone("Europe/Oslo"));
    let never = AtomicBool::new(false);
    let outcome = afterrun::import::read(&[folder.to_owned()], &empty, 1_795_608_000_000, &|_| (), &never);
    let records = outcome.unwrap().batch.changes.into_iter().filter_map(|it| match it {
        Change::Put(record) => Some(*record),
        _ => None,
    });
    Journal::of(records.collect::<Vec<Record>>(), empty.settings)
}
