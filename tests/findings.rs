//! Findings against an independent program, and against the truth that the sample journal was made from.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "findings/made_up.rs"]
mod made_up;
#[path = "findings/oracle.rs"]
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
mod oracle;

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use afterrun::analysis::findings::words::{Level, Names, Told};
use afterrun::analysis::findings::{Covariate, Exposure, Finding, Outcome, Status};
use afterrun::analysis::{DailyTable, Findings};
use afterrun::demo::{self, FOAM_ROLLING_EFFECT, Plan};
use afterrun::domain::{Change, Journal, Record, Settings, Slug};
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

/// Over how many sample journals the planted truth is looked for.
const SEEDS: u64 = 20;

#[test]
fn the_planted_difference_is_found_and_the_planted_null_is_not() {
    let all: Vec<_> = (1..=SEEDS).map(|seed| demo(2, seed)).collect();
    let told = |habit: &str| -> Vec<(Told, f64)> {
        let exposure = Exposure::Habit(Slug::of(habit));
        let of_journal = |journal: &Journal| {
            let findings = findings(journal);
            let about = |it: &&Finding| it.exposure == exposure && it.outcome == Outcome::NextMorning;
            let finding = findings.all.iter().find(about).unwrap();
            let estimate = finding.effect().map_or(f64::NAN, |it| it.estimate);
            (findings.tell(finding, &Names::of(journal)), estimate)
        };
        all.iter().map(of_journal).collect()
    };
    let count = |told: &[(Told, f64)], level| told.iter().filter(|it| it.0.level == level).count();
    let (rolled, stretched) = (told("foam_rolling"), told("stretching"));
    oracle::say(&format!(
        "of {SEEDS} sample journals: foam rolling clear in {}, possible in {}, mean {:.2} for {FOAM_ROLLING_EFFECT}; \
         stretching clear in {}, possible in {}",
        count(&rolled, Level::Clear),
        count(&rolled, Level::Possible),
        rolled.iter().map(|it| it.1).sum::<f64>() / SEEDS as f64,
        count(&stretched, Level::Clear),
        count(&stretched, Level::Possible),
    ));
    for (told, _) in rolled.iter().filter(|it| it.0.level == Level::Clear) {
        assert!(
            told.sentence.contains("points lower than comparable run days"),
            "{}",
            told.sentence
        );
    }
    assert_eq!(count(&rolled, Level::Clear), 20);
    assert_eq!(count(&stretched, Level::Clear), 0);
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let table = DailyTable::of(&demo(2, 9));
    let told = |threads| format!("{:?}", Findings::of(&table, NonZero::new(threads).unwrap()));
    let one = told(1);
    for threads in [1, 2, 3, 8, 64] {
        assert!(told(threads) == one, "{threads} threads");
    }
}

#[test]
fn the_made_up_journals_meet_every_rule() {
    let all: Vec<_> = made_up::journals().iter().flat_map(|it| findings(&it.1).all).collect();
    let statuses: BTreeSet<_> = all.iter().map(|it| it.status.code()).collect();
    let expected = [
        "arm_small",
        "collinear",
        "estimated",
        "few_switches",
        "no_variation",
        "period_only",
        "too_few",
    ];
    assert_eq!(statuses, expected.into());
    let caveats: BTreeSet<_> = all.iter().flat_map(|it| &it.caveats).map(|it| it.id()).collect();
    assert_eq!(caveats, ["missing_pattern", "placebo", "stale", "without_sleep"].into());
    assert!(
        all.iter()
            .any(|it| matches!(it.status, Status::Estimated(_)) && !it.dropped.is_empty())
    );
    assert!(
        all.iter()
            .any(|it| it.adjusted_for.iter().any(|it| matches!(it, Covariate::Other(_))))
    );
}

/// The journals of the people whose questionnaires are at hand.
fn people() -> Vec<(String, Journal)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/pmdata");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        oracle::say(&format!("skipped: there is no folder {}", folder.display()));
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
    let outcome = afterrun::import::read(
        &[folder.to_owned()],
        &empty,
        &afterrun::domain::ImportOptions::default(),
        1_795_608_000_000,
        &|_| (),
        &never,
    );
    let records = outcome.unwrap().batch.changes.into_iter().filter_map(|it| match it {
        Change::Put(record) => Some(*record),
        _ => None,
    });
    Journal::of(records.collect::<Vec<Record>>(), empty.settings)
}
