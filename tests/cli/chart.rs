//! `chart`: a drawing, an image or a table, by the real program and without a screen.

use std::fs;

use afterrun::charts::ChartName;
use png::{Decoder, Unit};
use resvg::usvg::roxmltree::Document;
use strum::VariantArray as _;

use super::desk::Desk;

/// A desk with a journal of two years.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.say(&["demo", "--until", "2026-11-25", "--out", "journal.db"]);
    desk
}

const CHART: &str = "soreness-against-sleep";

#[test]
fn a_drawing_says_its_question_and_of_how_many() {
    let desk = desk();
    let said = desk.say(&["chart", CHART, "out.svg"]);
    assert!(said.contains("out.svg"), "{said}");
    let svg = fs::read_to_string(desk.path("out.svg")).unwrap();
    let document = Document::parse(&svg).unwrap();
    let texts = document.descendants().filter(|it| it.has_tag_name("text"));
    let words: Vec<&str> = texts.filter_map(|it| it.text()).collect();
    assert!(words.contains(&"Are sore mornings short nights?"), "{words:?}");
    assert!(words.iter().any(|it| it.contains(" mornings with both")), "{words:?}");
}

#[test]
fn an_image_has_print_size() {
    let desk = desk();
    desk.say(&["chart", CHART, "out.png"]);
    let file = fs::File::open(desk.path("out.png")).unwrap();
    let mut reader = Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let density = reader.info().pixel_dims.unwrap();
    // 180 mm at 300 dots an inch.
    assert_eq!(frame.width, 2126);
    assert_eq!((density.xppu, density.unit), (11_811, Unit::Meter));
    assert!(pixels.iter().any(|it| *it < 100), "nothing is drawn");
}

#[test]
fn the_rows_are_a_table() {
    let desk = desk();
    desk.say(&["chart", CHART, "all.csv"]);
    desk.say(&["chart", CHART, "--from", "2026-01-01", "year.csv"]);
    let rows = |name| csv::Reader::from_path(desk.path(name)).unwrap().into_records().count();
    assert!(rows("all.csv") > rows("year.csv"));
    assert!(rows("year.csv") > 200);
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    let desk = desk();
    for name in ["out.svg", "out.png", "out.csv"] {
        desk.say(&["chart", CHART, name]);
        let first = fs::read(desk.path(name)).unwrap();
        desk.say(&["chart", CHART, "--force", name]);
        assert!(fs::read(desk.path(name)).unwrap() == first, "{name}");
    }
}

#[test]
fn dark_is_another_drawing_of_the_same_words() {
    let desk = desk();
    desk.say(&["chart", CHART, "light.svg"]);
    desk.say(&["chart", CHART, "--dark", "dark.svg"]);
    let [light, dark] = ["light.svg", "dark.svg"].map(|it| fs::read_to_string(desk.path(it)).unwrap());
    let words = |svg: &str| {
        let document = Document::parse(svg).unwrap();
        let texts = document.descendants().filter_map(|it| it.text().map(str::to_owned));
        texts.collect::<Vec<_>>()
    };
    assert_eq!(words(&light), words(&dark));
    assert_ne!(light, dark);
}

#[test]
fn what_is_there_is_replaced_only_by_force() {
    let desk = desk();
    fs::write(desk.path("out.svg"), "mine").unwrap();
    let sentence = desk.fail(&["chart", CHART, "out.svg"]);
    assert!(sentence.contains("--force"), "{sentence}");
    assert_eq!(fs::read_to_string(desk.path("out.svg")).unwrap(), "mine");
    desk.say(&["chart", CHART, "--force", "out.svg"]);
    assert!(fs::read_to_string(desk.path("out.svg")).unwrap().starts_with("<svg"));
}

#[test]
fn too_little_is_a_sentence_and_no_file() {
    let desk = Desk::with([]);
    let sentence = desk.fail(&["chart", CHART, "out.svg"]);
    assert!(sentence.starts_with("Are sore mornings short nights? "), "{sentence}");
    assert!(!desk.path("out.svg").exists());
}

#[test]
fn a_wrong_word_lists_the_right_ones() {
    let desk = Desk::with([]);
    let ended = desk.run(&["chart", "soreness", "out.svg"]);
    assert_eq!(ended.status, 2);
    for name in ChartName::VARIANTS {
        assert!(ended.complained.contains(name.word()), "{}", ended.complained);
    }
    let ended = desk.run(&["chart", CHART, "out.pdf"]);
    assert_eq!(ended.status, 2);
    assert!(ended.complained.contains(".svg, .png or .csv"), "{}", ended.complained);
}

#[test]
fn an_unknown_habit_lists_the_known_ones() {
    let desk = desk();
    let sentence = desk.fail(&["chart", "habit-minutes", "--habit", "juggling", "out.svg"]);
    assert!(
        sentence.contains("juggling") && sentence.contains("foam_rolling"),
        "{sentence}"
    );
}
