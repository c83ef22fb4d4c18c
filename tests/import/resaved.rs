//! Our own export after a spreadsheet or a script has saved it again: the same journal, or a word on what differs.

use afterrun::demo::{self, Plan};
use afterrun::domain::{Assumption, ImportReport, Journal, Record};
use afterrun::export::{Days, tables};
use encoding_rs::WINDOWS_1252;
use jiff::civil::date;

use crate::fixture::{NOW, Place, put};
use crate::help::{applied, empty, import};

/// The tables that rows of days stand in.
const TABLES: [&str; 6] = [
    "activities.csv",
    "sleep.csv",
    "soreness.csv",
    "supplements.csv",
    "habits.csv",
    "check_ins.csv",
];

/// A sample journal of a year, with a note that is not English.
fn journal() -> Journal {
    let plan = Plan {
        years: 1,
        seed: 5,
        ..Plan::until(date(2026, 11, 20))
    };
    let mut records: Vec<_> = demo::journal(&plan)
        .records()
        .filter(|it| !matches!(it, Record::Habit(habit) if habit.builtin))
        .collect();
    for record in &mut records {
        if let Record::Night(it) = record {
            it.notes = String::from("müde, spät");
        }
    }
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(records), NOW).unwrap();
    store.load().unwrap()
}

/// The export of `journal`, each of its tables saved again in a way, read into `into`.
fn read_resaved(journal: &Journal, into: &Journal, resave: impl Fn(&str) -> Vec<u8>) -> (Journal, ImportReport) {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in tables(journal, Days::ALL) {
        let text = String::from_utf8(bytes).unwrap();
        std::fs::write(folder.path().join(name), resave(&text)).unwrap();
    }
    let outcome = import(&[folder.path().to_owned()], into);
    (applied(into, &outcome), outcome.report)
}

/// The tables of a journal that rows of days stand in.
fn days_of(journal: &Journal) -> Vec<(String, String)> {
    let of_days = tables(journal, Days::ALL)
        .into_iter()
        .filter(|it| TABLES.contains(&it.0.as_str()));
    of_days
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Whether nothing is lost when each table is saved again in this way; what was assumed.
fn survives(resave: impl Fn(&str) -> Vec<u8>) -> Vec<Assumption> {
    let journal = journal();
    let (again, report) = read_resaved(&journal, &empty(), resave);
    assert_eq!(report.rejected, 0, "{:?}", report.files[0].issues);
    for (was, is) in days_of(&journal).into_iter().zip(days_of(&again)) {
        assert_eq!(was, is);
    }
    report.files[0].assumptions.clone()
}

/// Rows of a table cell by cell, changed and written again.
fn by_cells(text: &str, change: impl Fn(usize, &str, Vec<String>) -> Vec<String>) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut header = Vec::new();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for (at, row) in reader.records().enumerate() {
        let cells: Vec<_> = row.unwrap().iter().map(str::to_owned).collect();
        if at == 0 {
            header.clone_from(&cells);
        }
        writer.write_record(change(at, &header.join(","), cells)).unwrap();
    }
    writer.into_inner().unwrap()
}

/// Dates as a country writes them; instants stay as they are.
fn with_dates(text: &str, form: &str) -> Vec<u8> {
    by_cells(text, |at, _, cells| {
        let redated = cells.into_iter().map(|cell| match cell.parse::<jiff::civil::Date>() {
            Ok(day) if at > 0 && cell.len() == 10 => day.strftime(form).to_string(),
            _ => cell,
        });
        redated.collect()
    })
}

#[test]
fn days_in_the_manner_of_a_country_are_the_same_days() {
    assert_eq!(survives(|it| with_dates(it, "%d.%m.%Y")), []);
    for (form, first) in [("%-m/%-d/%Y", false), ("%d/%m/%Y", true)] {
        let assumed = survives(|it| with_dates(it, form));
        let [
            Assumption::DateOrder {
                day_first, sure: true, ..
            },
        ] = assumed[..]
        else {
            panic!("{assumed:?}");
        };
        assert_eq!(day_first, first);
    }
}

#[test]
fn text_in_an_encoding_of_old_windows_is_the_same_text() {
    survives(|it| WINDOWS_1252.encode(it).0.into_owned());
}

#[test]
fn text_of_two_bytes_a_letter_is_the_same_text() {
    survives(|it| {
        let letters = it.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xff\xfe".iter().copied().chain(letters).collect()
    });
}

#[test]
fn empty_cells_and_rows_at_the_end_say_nothing() {
    survives(|it| {
        let mut bytes = by_cells(it, |_, _, mut cells| {
            while cells.last().is_some_and(String::is_empty) && cells.len() > 2 {
                cells.pop();
            }
            cells
        });
        bytes.extend(b",,,,\n,,,,\n");
        bytes
    });
    survives(|it| {
        by_cells(it, |at, _, mut cells| {
            cells.extend((at > 0).then(String::new));
            cells
        })
    });
}

#[test]
fn flags_may_be_true_and_false() {
    survives(|it| {
        by_cells(it, |at, header, cells| {
            let names = header.split(',');
            let named = cells.into_iter().zip(names.map(str::to_owned).collect::<Vec<_>>());
            let spelled = named.map(|(cell, name)| match (cell.as_str(), name.as_str()) {
                ("1", "nap" | "ill" | "travel" | "builtin" | "hidden") if at > 0 => String::from("TRUE"),
                ("0", "nap" | "ill" | "travel" | "builtin" | "hidden") if at > 0 => String::from("FALSE"),
                _ => cell,
            });
            spelled.collect()
        })
    });
}

#[test]
fn the_last_row_of_a_table_that_breaks_off_is_left_out() {
    let journal = journal();
    let (_, report) = read_resaved(&journal, &empty(), |text| {
        let end = text.trim_end().rfind(',').filter(|_| text.starts_with("id,day,bed_at"));
        text.as_bytes()[..end.unwrap_or(text.len())].to_vec()
    });
    assert_eq!(report.rejected, 1);
}

#[test]
fn an_export_read_where_it_came_from_differs_in_nothing() {
    let journal = journal();
    let (_, report) = read_resaved(&journal, &journal, |it| it.as_bytes().to_vec());
    assert_eq!(
        (report.imported, report.files[0].issues.len()),
        (0, 0),
        "{:?}",
        report.files[0].issues
    );
}

#[test]
fn a_row_that_was_edited_is_told_and_the_journal_stays() {
    let journal = journal();
    let (again, report) = read_resaved(&journal, &journal, |it| it.replace("müde, spät", "wach").into_bytes());
    assert_eq!(days_of(&again), days_of(&journal));
    let why = &report.files[0].issues[0].why;
    assert!(
        why.contains(&format!("{} records were changed", journal.nights.len())),
        "{why}"
    );
}

#[test]
fn a_row_added_without_an_id_is_one_new_record_however_often_it_is_read() {
    let journal = journal();
    let add = |text: &str| {
        let mut bytes = text.as_bytes().to_vec();
        if text.starts_with("id,started_at") {
            let columns = text.lines().next().unwrap().split(',');
            let cells = columns.map(|it| match it {
                "started_at" => "2026-11-21T08:00:00+01:00",
                "sport" => "run",
                "distance_m" => "8000",
                _ => "",
            });
            bytes.extend(cells.collect::<Vec<_>>().join(",").into_bytes());
            bytes.push(b'\n');
        }
        bytes
    };
    let (once, report) = read_resaved(&journal, &journal, add);
    assert_eq!((report.imported, report.rejected), (1, 0));
    let (_, report) = read_resaved(&journal, &once, add);
    assert_eq!(report.imported, 0);
}
