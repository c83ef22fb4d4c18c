//! Which journal is used, and what is said where there is none or it is no journal.

use std::fs;

use super::desk::{Desk, ends_with};
use super::fixture::one_of_each;

/// Every subcommand that needs a journal to be there.
const NEEDS_ONE: [&[&str]; 6] = [
    &["list"],
    &["export", "out"],
    &["undo"],
    &["redo"],
    &["history"],
    &["check"],
];

#[test]
fn a_missing_journal_is_a_sentence_and_none_is_begun() {
    let desk = Desk::new();
    for args in NEEDS_ONE {
        let sentence = desk.fail(args);
        assert!(ends_with(&sentence, &desk.journal()), "{sentence}");
    }
    assert_eq!(desk.files("."), [""; 0]);
}

#[test]
fn a_file_that_is_no_journal_is_left_as_it_is() {
    for bytes in [
        &b""[..],
        b"day,hours\n2026-11-24,7\n",
        b"SQLite format 3\0 and then nothing",
    ] {
        let desk = Desk::new();
        fs::write(desk.journal(), bytes).unwrap();
        for args in NEEDS_ONE {
            let sentence = desk.fail(args);
            assert!(ends_with(&sentence, &desk.journal()), "{sentence}");
            assert_eq!(desk.bytes(), bytes);
        }
        assert_eq!(desk.files("."), ["journal.db"]);
    }
}

#[test]
fn a_folder_is_no_journal() {
    let desk = Desk::new();
    fs::create_dir(desk.journal()).unwrap();
    for args in NEEDS_ONE {
        assert!(desk.fail(args).contains("folder"));
    }
}

#[test]
fn a_damaged_journal_is_a_sentence_whatever_is_asked() {
    let desk = Desk::with([one_of_each(1)]);
    let mut bytes = desk.bytes();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(desk.journal(), &bytes).unwrap();
    for args in NEEDS_ONE {
        assert!(desk.fail(args).contains("damaged"), "{args:?}");
        assert_eq!(desk.bytes(), bytes);
    }
}

#[test]
fn the_option_goes_before_the_environment() {
    let desk = Desk::with([one_of_each(1)]);
    let sentence = desk.fail(&["--journal", "other.db", "list"]);
    assert!(sentence.ends_with("other.db"), "{sentence}");
    let sentence = desk.fail(&["list", "--journal", "other.db"]);
    assert!(sentence.ends_with("other.db"), "{sentence}");
}

#[test]
fn check_counts_a_sound_journal() {
    let desk = Desk::with([one_of_each(1)]);
    let said = desk.say(&["check"]);
    // One of each of eleven kinds, and the eleven built-in habits.
    assert!(said.contains("23 records"), "{said}");
}
