//! `demo`: a sample journal apart from the real one, or as a file.

use std::fs;

use afterrun::store::Store;

use super::desk::Desk;
use super::fixture::{mode, one_of_each};

const SMALL: [&str; 5] = ["demo", "--years", "1", "--until", "2026-11-24"];

#[test]
fn a_sample_is_written_once_and_marked() {
    let desk = Desk::new();
    let args = [&SMALL[..], &["--out", "sample.db"]].concat();
    desk.say(&args);
    assert_eq!(desk.files("."), ["sample.db"]);
    let store = Store::open(&desk.path("sample.db"), &mode(false)).unwrap();
    assert!(store.is_sample().unwrap());
    drop(store);
    assert!(desk.say(&["check", "--journal", "sample.db"]).contains("No problem"));

    let before = fs::read(desk.path("sample.db")).unwrap();
    assert!(desk.fail(&args).ends_with("sample.db"));
    assert_eq!(fs::read(desk.path("sample.db")).unwrap(), before);
}

#[test]
fn a_place_that_is_not_there_is_a_sentence() {
    let desk = Desk::new();
    let sentence = desk.fail(&[&SMALL[..], &["--out", "no/folder/sample.db"]].concat());
    assert!(sentence.ends_with("sample.db"), "{sentence}");
    assert_eq!(desk.files("."), [""; 0]);
}

#[cfg(target_os = "linux")]
mod opened {
    use super::*;

    /// Runs `demo` as far as it goes without a screen.
    fn demo(desk: &Desk) -> String {
        desk.fail(&SMALL)
    }

    #[test]
    fn it_lies_in_the_data_folder_beside_the_real_one_and_is_made_anew() {
        let desk = Desk::with([one_of_each(1)]);
        let own = desk.bytes();
        demo(&desk);
        let place = desk.path(".local/share/afterrun/sample.db");
        let first = fs::read(&place).unwrap();
        demo(&desk);
        assert_ne!(fs::read(&place).unwrap(), first, "each has a journal id of its own");
        assert!(Store::open(&place, &mode(false)).unwrap().is_sample().unwrap());
        assert_eq!(desk.files(".local/share/afterrun"), ["sample.db", "sample.db.lock"]);
        assert_eq!(desk.bytes(), own);
    }

    #[test]
    fn a_journal_that_is_no_sample_is_not_replaced() {
        let desk = Desk::with([one_of_each(1)]);
        let own = desk.bytes();
        let place = desk.path(".local/share/afterrun/sample.db");
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::copy(desk.journal(), &place).unwrap();
        let sentence = demo(&desk);
        assert!(sentence.contains("not a sample"), "{sentence}");
        assert_eq!(fs::read(&place).unwrap(), own);
    }

    #[test]
    fn a_sample_that_a_window_shows_is_left_as_it_is() {
        let desk = Desk::new();
        demo(&desk);
        let place = desk.path(".local/share/afterrun/sample.db");
        let store = Store::open(&place, &mode(false)).unwrap();
        let _lock = afterrun::store::WindowLock::take(&store).unwrap();
        let before = fs::read(&place).unwrap();
        demo(&desk);
        assert_eq!(fs::read(&place).unwrap(), before);
    }
}
