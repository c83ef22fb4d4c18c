//! What can be done with a chart: copied, saved, read as a table.

use afterrun::app::Copied;
use afterrun::app::command::{ChartFile, Command};
use afterrun::charts::Request;
use egui::{Key, OutputCommand, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::stage::{LONG_AFTER, Stage, mornings};

const MENU: &str = "Picture and numbers of “Are sore mornings short nights?”";

fn shown(stage: &Stage) -> Request {
    stage.harness.state().app.model.numbers.wanted()[0].clone()
}

#[test]
fn the_menu_asks_for_a_place_for_each_kind_of_file() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.wished();
    for (line, file) in [
        ("Save as PNG", ChartFile::Png),
        ("Save as SVG", ChartFile::Svg),
        ("Save numbers as CSV", ChartFile::Csv),
    ] {
        stage.click(MENU);
        stage.click(line);
        let request = shown(&stage);
        assert_eq!(stage.wished(), [Command::PickChart { request, file }]);
    }
}

#[test]
fn a_chart_is_saved_as_drawing_image_and_table() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    for (file, name) in [
        (ChartFile::Svg, "chart.svg"),
        (ChartFile::Png, "chart.png"),
        (ChartFile::Csv, "chart.csv"),
    ] {
        let (request, to) = (shown(&stage), stage.beside(name));
        stage.wish(Command::SaveChart { request, file, to });
    }
    let read = |name| std::fs::read(stage.beside(name)).unwrap();
    assert!(read("chart.svg").starts_with(b"<svg"));
    assert!(read("chart.png").starts_with(b"\x89PNG"));
    assert_eq!(String::from_utf8(read("chart.csv")).unwrap().lines().count(), 101);
    let said: Vec<_> = stage.harness.state().app.model.notices.iter().collect();
    let place = stage.beside("chart.csv").display().to_string();
    assert_eq!(said.last().unwrap().sentence, format!("The chart is saved to {place}"));
}

#[test]
fn a_chart_that_cannot_be_saved_says_so_and_leaves_the_journal_alone() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    let before = std::fs::read(stage.beside("journal.db")).unwrap();
    for to in [
        stage.beside("journal.db"),
        stage.beside("no such folder").join("chart.svg"),
    ] {
        let (request, file) = (shown(&stage), ChartFile::Svg);
        stage.wish(Command::SaveChart { request, file, to });
        // The one about the attempt before is gone by now.
        assert_eq!(stage.harness.state().app.model.notices.iter().count(), 1);
    }
    assert_eq!(std::fs::read(stage.beside("journal.db")).unwrap(), before);
}

#[test]
fn a_picture_is_copied() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click(MENU);
    stage.click("Copy picture");
    let Some(Copied::Picture(image)) = stage.harness.state_mut().app.take_copied() else {
        panic!("no picture")
    };
    assert_eq!(image.rgba.len(), 4 * image.width * image.height);
    assert!(stage.harness.state_mut().app.take_copied().is_none());
}

#[test]
fn its_rows_are_copied_with_their_header_as_spreadsheets_paste_them() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click(MENU);
    stage.click("Copy the rows");
    let Some(Copied::Rows(text, n)) = stage.harness.state_mut().app.take_copied() else {
        panic!("no rows")
    };
    assert_eq!((n, text.lines().count()), (100, 101));
    let mut lines = text.lines();
    let header: Vec<_> = lines.next().unwrap().split('\t').collect();
    let first: Vec<_> = lines.next().unwrap().split('\t').collect();
    assert_eq!(header.len(), first.len());
    assert!(first.contains(&"2019-11-01"), "{header:?}: {first:?}");
}

#[test]
fn the_table_of_its_numbers_is_copied_with_all_digits() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click(MENU);
    stage.click("Show the numbers");
    stage.harness.get_by_label("Copy these rows").click();
    let copied = (0..5).find_map(|_| {
        stage.harness.step();
        let commands = &stage.harness.output().platform_output.commands;
        commands.iter().find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    assert_eq!(copied.unwrap().lines().count(), 101);
    stage.harness.run();
    stage.harness.get_by_label("The rows are on the clipboard");
}

#[test]
fn the_numbers_are_a_table_that_is_read_by_keys() {
    let mut stage = Stage::of(&mornings(), LONG_AFTER);
    stage.click(MENU);
    stage.click("Show the numbers");
    let row = |stage: &Stage| {
        let table = stage
            .harness
            .get_by_role_and_label(Role::Table, "Are sore mornings short nights?");
        table.accesskit_node().value().unwrap()
    };
    assert!(row(&stage).contains(" 2019-11-01, soreness 9"), "{}", row(&stage));
    stage.press(Key::ArrowDown);
    assert!(row(&stage).contains(" 2019-11-02,"));
    stage.press(Key::End);
    assert!(row(&stage).contains(" 2020-02-08,"));
    stage.harness.get_by_role_and_label(Role::Row, &row(&stage));
    stage.press(Key::Escape);
    assert!(!stage.shows("100 rows"));
}
