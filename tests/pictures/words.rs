//! Every chart as a file: its words lie on the page, whole, and none over another.

use std::fmt::Write as _;

use afterrun::analysis::DailyTable;
use afterrun::charts::picture::Picture;
use afterrun::charts::{ChartName, Measure, Options, Request, Source};
use afterrun::demo::{self, Plan};
use afterrun::domain::Journal;
use afterrun::theme;
use egui::{Align2, Painter, Rect, pos2, vec2};
use jiff::civil::{Date, date};
use resvg::usvg::roxmltree::{Document, Node};
use strum::VariantArray as _;

use super::{parsed, svg};

const TODAY: Date = date(2026, 11, 25);
/// Nearer to the edge of the page than this nothing is read well.
const EDGE: f32 = 6.0;
/// Letters may come so near to letters of another text.
const TOUCH: f32 = 0.5;

/// A text and the box its letters lie in.
struct Word {
    text: String,
    place: Rect,
    cut: bool,
}

impl Word {
    fn of(node: Node<'_, '_>) -> Self {
        let number = |name| node.attribute(name).and_then(|it| it.parse::<f32>().ok());
        let text = node.text().unwrap_or_default().to_owned();
        let size = number("font-size").unwrap();
        let length = number("textLength").unwrap_or(0.6 * size);
        let at = pos2(number("x").unwrap(), number("y").unwrap());
        // From the top of an ascender to the bottom of most letters.
        let place = Rect::from_min_size(at - vec2(0.0, 0.75 * size), vec2(length, 0.8 * size));
        let angle = node.attribute("transform").map_or(0.0, |it| {
            let turn = it.trim_start_matches("rotate(").split(' ').next().unwrap();
            turn.parse::<f32>().unwrap()
        });
        let turned = (place.translate(-at.to_vec2())).rotate_bb(egui::emath::Rot2::from_angle(angle.to_radians()));
        Self {
            text,
            place: turned.translate(at.to_vec2()),
            cut: node.ancestors().any(|it| it.has_attribute("clip-path")),
        }
    }

    fn is_over(&self, other: &Self) -> bool {
        let shared = self.place.intersect(other.place);
        self.text != other.text && shared.width() > TOUCH && shared.height() > TOUCH
    }
}

fn words(document: &Document<'_>) -> Vec<Word> {
    let texts = document.descendants().filter(|it| it.has_tag_name("text"));
    texts.map(Word::of).collect()
}

/// What is wrong with the words of a picture, a line each.
fn wrong(svg: &str) -> String {
    let document = parsed(svg);
    let sizes = document.root_element().attribute("viewBox").unwrap();
    let sizes: Vec<f32> = sizes.split(' ').map(|it| it.parse().unwrap()).collect();
    let page = Rect::from_min_size(pos2(0.0, 0.0), vec2(sizes[2], sizes[3])).shrink(EDGE);
    let words = words(&document);
    let mut said = String::new();
    for (n, it) in words.iter().enumerate() {
        if !page.contains_rect(it.place) {
            writeln!(said, "{:?} leaves the page at {:?}", it.text, it.place).unwrap();
        }
        if it.cut {
            writeln!(said, "{:?} is cut at {:?}", it.text, it.place).unwrap();
        }
        if it.text.chars().any(|letter| ('\u{e000}'..'\u{f8ff}').contains(&letter)) {
            writeln!(said, "{:?} is an icon, which no viewer has a letter for", it.text).unwrap();
        }
        for other in words[..n].iter().filter(|other| it.is_over(other)) {
            let (a, b) = (it.place, other.place);
            writeln!(said, "{:?} is over {:?} at {a:?} and {b:?}", it.text, other.text).unwrap();
        }
    }
    said
}

struct Sample {
    journal: Journal,
    table: DailyTable,
}

impl Sample {
    fn of(years: u16) -> Self {
        let journal = demo::journal(&Plan {
            years,
            ..Plan::until(TODAY)
        });
        let table = DailyTable::of(&journal);
        Self { journal, table }
    }

    /// The drawing of a chart over all days; `None` where there is too little for it.
    fn svg(&self, name: ChartName, options: &Options, dark: bool) -> Option<String> {
        let rows = &self.table.rows;
        let request = Request {
            name,
            days: rows[0].day..=rows[rows.len() - 1].day,
            options: options.clone(),
        };
        let source = Source {
            journal: &self.journal,
            table: &self.table,
            findings: None,
            today: TODAY,
        };
        let chart = request.make(&source).ok()?;
        Some(Picture::of(&*chart, &theme::picture_look(dark)).svg().to_owned())
    }
}

/// The ways in which a chart can look different, with a word for each.
fn ways(name: ChartName) -> Vec<(&'static str, Options)> {
    let usual = Options::default();
    let mut ways = vec![("as it comes", usual.clone())];
    match name {
        ChartName::SorenessAgainstSleep => {
            ways.push((
                "by load",
                Options {
                    by_load: true,
                    ..usual.clone()
                },
            ));
            ways.push(("a day later", Options { lag: 1, ..usual }));
        }
        ChartName::Calendar => {
            ways.push((
                "load",
                Options {
                    measure: Measure::Load,
                    ..usual.clone()
                },
            ));
            ways.push((
                "sleep",
                Options {
                    measure: Measure::Sleep,
                    ..usual
                },
            ));
        }
        _ => {}
    }
    ways
}

fn check(years: u16) {
    let sample = Sample::of(years);
    let mut said = String::new();
    for name in ChartName::VARIANTS {
        for (way, options) in ways(*name) {
            for dark in [false, true] {
                let Some(svg) = sample.svg(*name, &options, dark) else {
                    continue;
                };
                let wrong = wrong(&svg);
                if !wrong.is_empty() {
                    writeln!(said, "{}, {way}, dark {dark}:\n{wrong}", name.word()).unwrap();
                }
            }
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn words_that_are_over_each_other_cut_or_off_the_page_are_seen() {
    let svg = svg(|ui, shown| {
        ui.allocate_space(vec2(100.0, 300.0));
        let write = |painter: &Painter, x: f32, y: f32, words: &str| {
            let (font, ink) = (shown.style.body.clone(), shown.style.ink);
            painter.text(pos2(x, y), Align2::LEFT_TOP, words, font, ink);
        };
        write(ui.painter(), 100.0, 200.0, "seven hours");
        write(ui.painter(), 130.0, 205.0, "eight hours");
        write(ui.painter(), 690.0, 250.0, "nine hours");
        let window = Rect::from_min_size(pos2(100.0, 300.0), vec2(30.0, 30.0));
        write(&ui.painter().with_clip_rect(window), 110.0, 300.0, "ten hours");
    });
    let said = wrong(&svg);
    for sentence in [
        "\"eight hours\" is over \"seven hours\"",
        "\"nine hours\" leaves the page",
        "\"ten hours\" is cut",
    ] {
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn the_words_of_every_chart_of_two_years_are_whole_and_apart() {
    check(2);
}

#[test]
fn the_words_of_every_chart_of_thirty_years_are_whole_and_apart() {
    check(30);
}
