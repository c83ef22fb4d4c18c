//! Files that are broken, hostile or without end.

use std::io::{BufReader, Cursor, Read, repeat};

use super::*;
use crate::domain::{Activity, Night, Record};
use crate::import::reading::{Head, with_task};

/// 2026-11-24T06:30:00Z.
const NOW: i64 = 1_795_501_800_000;

const SLEEP: &str = r#"<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" startDate="2026-05-02 23:00:00 +0200" endDate="2026-05-03 06:00:00 +0200" value="HKCategoryValueSleepAnalysisAsleepCore"/>"#;

fn read_stream(stream: impl Read) -> Reading {
    with_task("Europe/Oslo", NOW, |task| read(&mut BufReader::new(stream), task))
}

fn read_text(text: &str) -> Found {
    read_stream(text.as_bytes()).unwrap()
}

fn nights(found: &Found) -> Vec<&Night> {
    let nights = found.entries.iter().filter_map(|it| match &it.record {
        Record::Night(night) => Some(night),
        _ => None,
    });
    nights.collect()
}

fn activities(found: &Found) -> Vec<&Activity> {
    let activities = found.entries.iter().filter_map(|it| match &it.record {
        Record::Activity(activity) => Some(activity),
        _ => None,
    });
    activities.collect()
}

fn why(found: Found) -> Vec<String> {
    found.into_issues().0.into_iter().map(|it| it.why).collect()
}

#[test]
fn it_is_known_by_its_root_whatever_stands_before() {
    for (text, is_ours) in [
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [", true),
        ("\u{feff}<HealthData locale=\"de_DE\">", true),
        (
            "<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\">",
            false,
        ),
        ("HealthData", false),
    ] {
        assert_eq!((FORMAT.is)(&Head::of(text.as_bytes())), is_ours, "{text}");
    }
}

#[test]
fn a_broken_document_type_is_passed_over() {
    let found = read_text(&format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (>\n<!ATTLIST Record \"\n]\n\
         <HealthData locale=\"en\">\n{SLEEP}</HealthData>"
    ));
    assert_eq!(nights(&found).len(), 1);
    assert_eq!(why(found), Vec::<String>::new());
}

#[test]
fn control_characters_and_two_roots_are_no_reason_to_stop() {
    let found = read_text(&format!(
        "<HealthData><Me a=\"\u{b}\"/>\u{b}</HealthData>\n<?xml version=\"1.0\"?>\n<HealthData>{SLEEP}</HealthData>"
    ));
    assert_eq!(nights(&found).len(), 1);
    assert_eq!(why(found), Vec::<String>::new());
}

#[test]
fn attributes_whose_names_have_blanks_do_not_hide_the_others() {
    let found = read_text(
        "<HealthData><Record type=\"HKQuantityTypeIdentifierBodyMass\" source=\"Withings\" unit=\"lb\" \
         startDate=\"20150616071820-0700\" Health Mate App Version=\"2.6.0\" Withings Link=\"withings://a?b=1&amp;c=2\" \
         value=\"154.3\"/></HealthData>",
    );
    let [entry] = found.entries.as_slice() else {
        panic!("not one record: {found:?}")
    };
    let Record::CheckIn(check_in) = &entry.record else {
        panic!("no check-in: {entry:?}")
    };
    assert_eq!(
        (check_in.weight_kg, check_in.day.to_string()),
        (Some(69.99), "2015-06-16".to_owned())
    );
}

#[test]
fn a_file_that_ends_early_gives_what_stands_before() {
    let found = read_text(&format!("<HealthData>{SLEEP}<Record type=\"HKQuantityTypeIdentifierBo"));
    assert_eq!(nights(&found).len(), 1);
    assert_eq!(why(found).len(), 2);
    assert!(matches!(
        read_stream(&b"<HealthData><Record"[..]),
        Err(Refusal::Rejected(_))
    ));
    assert!(matches!(
        read_stream(&b"<!DOCTYPE HealthData ["[..]),
        Err(Refusal::Rejected(_))
    ));
    assert!(matches!(
        read_stream(&b"<HealthData></HealthData>"[..]),
        Err(Refusal::Unsupported(_))
    ));
}

#[test]
fn a_stream_that_breaks_off_gives_what_came_before() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _into: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk is gone"))
        }
    }
    let found = read_stream(Cursor::new(format!("<HealthData>{SLEEP}")).chain(Broken)).unwrap();
    assert_eq!(nights(&found).len(), 1);
    assert!(why(found)[0].contains("the disk is gone"));
}

#[test]
fn no_entity_of_the_file_is_ever_looked_up() {
    let found = read_text(
        "<!DOCTYPE HealthData [<!ENTITY a \"HKWorkoutActivityTypeRunning\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">\
         <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
         <HealthData>&c;&x;<Workout workoutActivityType=\"&c;&x;\" startDate=\"2026-05-02 10:00:00 +0200\" \
         endDate=\"2026-05-02 10:30:00 +0200\"/></HealthData>",
    );
    assert_eq!(activities(&found)[0].title, "&c;&x;");
}

#[test]
fn a_tag_or_text_of_many_megabytes_is_left_out_and_the_rest_is_read() {
    for (before, after) in [("<Me a=\"", "\"/>"), ("", ""), ("<!--", "-->")] {
        let head = format!("<HealthData>{SLEEP}{before}");
        let tail = format!("{after}{}</HealthData>", SLEEP.replace("-05-", "-06-"));
        let stream = Cursor::new(head)
            .chain(repeat(b'x').take(1 << 25))
            .chain(Cursor::new(tail));
        let found = read_stream(stream).unwrap();
        assert_eq!(nights(&found).len(), 2, "{before}");
    }
}

#[test]
fn elements_that_lie_too_deep_end_the_reading() {
    let text = format!("<HealthData>{SLEEP}{}", "<a>".repeat(100_000));
    let found = read_text(&text);
    assert_eq!(nights(&found).len(), 1);
    assert_eq!(why(found).len(), 1);
}

#[test]
fn tags_that_do_not_match_cost_nothing() {
    let found = read_text(&format!("<HealthData></Record></b><a>{SLEEP}</HealthData>"));
    assert_eq!(nights(&found).len(), 1);
}

#[test]
fn a_file_cut_or_changed_anywhere_never_breaks_the_reader() {
    let text = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE HealthData []><HealthData>{SLEEP}<Workout workoutActivityType=\"\
         HKWorkoutActivityTypeRunning\" startDate=\"2026-05-02 10:00:00 +0200\" endDate=\"2026-05-02 10:30:00 +0200\">\
         <MetadataEntry key=\"HKTimeZone\" value=\"Asia/Tokyo\"/></Workout></HealthData>"
    );
    for at in 0..text.len() {
        drop(read_stream(&text.as_bytes()[..at]));
        for byte in [b'<', b'"', b'>', 0xff, 0, b'&'] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            drop(read_stream(bytes.as_slice()));
        }
    }
}
