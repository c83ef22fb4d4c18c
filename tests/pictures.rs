//! Charts as files, made without a window.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "pictures/image.rs"]
mod image;
#[path = "pictures/shapes.rs"]
mod shapes;
#[path = "pictures/words.rs"]
mod words;

use afterrun::charts::picture::{Look, Picture};
use afterrun::charts::{Chart, ChartResponse, Heading, Rows, Shown};
use afterrun::theme;
use egui::Ui;
use resvg::usvg::roxmltree::Document;

/// A chart whose drawing is a closure.
struct Drawing<F>(Heading, F);

impl<F: Fn(&mut Ui, &Shown<'_>) + Send + Sync> Chart for Drawing<F> {
    fn heading(&self) -> &Heading {
        &self.0
    }

    fn ui(&self, ui: &mut Ui, shown: &Shown<'_>) -> ChartResponse {
        (self.1)(ui, shown);
        ChartResponse::default()
    }

    fn rows(&self) -> Rows {
        Rows::default()
    }
}

fn heading() -> Heading {
    Heading {
        question: "Are sore mornings <short> nights & \"why\"?".to_owned(),
        subtitle: "712 mornings, sorer upwards".to_owned(),
        summary: "Soreness falls from 4.1 to 2.3.".to_owned(),
        notes: vec!["Left out: 3 nights.".to_owned()],
    }
}

fn picture(draw: impl Fn(&mut Ui, &Shown<'_>) + Send + Sync, look: &Look) -> Picture {
    Picture::of(&Drawing(heading(), draw), look)
}

fn svg(draw: impl Fn(&mut Ui, &Shown<'_>) + Send + Sync) -> String {
    picture(draw, &theme::picture_look(false)).svg().to_owned()
}

fn parsed(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap()
}

#[test]
fn a_picture_says_its_question_and_its_numbers_to_those_who_do_not_see_it() {
    let svg = svg(|_, _| ());
    let document = parsed(&svg);
    let root = document.root_element();
    let said = |tag: &str| root.children().find(|it| it.has_tag_name(tag)).unwrap().text().unwrap();
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(said("title"), heading().question);
    assert_eq!(
        said("desc"),
        "712 mornings, sorer upwards\nSoreness falls from 4.1 to 2.3.\nLeft out: 3 nights."
    );
}
