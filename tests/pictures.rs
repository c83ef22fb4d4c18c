//! Charts as files, made without a window.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use afterrun::analysis::{DailyTable, SleepSoreness};
use afterrun::charts::picture::{Look, Picture};
use afterrun::charts::{Chart, ChartResponse, Heading, Rows, Scatter, Shown, Timeline};
use afterrun::demo::{self, Plan};
use afterrun::domain::{Journal, Settings};
use afterrun::theme;
use egui::Ui;
use jiff::civil::date;
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

/// A journal with nothing in it.
fn empty() -> Journal {
    Journal::of([], Settings::for_zone("UTC"))
}

fn picture(draw: impl Fn(&mut Ui, &Shown<'_>) + Send + Sync, look: &Look) -> Picture {
    Picture::of(&Drawing(heading(), draw), &empty(), &DailyTable::default(), look)
}

fn svg(draw: impl Fn(&mut Ui, &Shown<'_>) + Send + Sync) -> String {
    picture(draw, &theme::picture_look(false)).svg().to_owned()
}

/// Two years of a sample, as charts that were there first.
fn sample(dark: bool) -> Picture {
    let journal = demo::journal(&Plan::until(date(2026, 11, 25)));
    let table = DailyTable::of(&journal);
    let (first, last) = (table.rows[0].day, table.rows.last().unwrap().day);
    let found = SleepSoreness::of(&table, &(first..=last));
    let scatter = Scatter::of(&found, String::new()).unwrap();
    let timeline = Timeline::of(&table, first, last, table.soreness_scale.unwrap());
    let draw = move |ui: &mut Ui, shown: &Shown<'_>| {
        scatter.ui(ui, shown);
        timeline.ui(ui, shown);
    };
    Picture::of(&Drawing(heading(), draw), &journal, &table, &theme::picture_look(dark))
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
