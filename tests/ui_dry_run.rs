//! What an import would bring, on the Data screen: by what is on it and what it wishes for.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod places;

use std::path::PathBuf;
use std::sync::Arc;

use afterrun::app::Model;
use afterrun::app::command::Command;
use afterrun::app::dry_run::{DryRun, Stage};
use afterrun::app::model::RunningJob;
use afterrun::domain::import::TablePreview;
use afterrun::domain::settings::DistanceUnit;
use afterrun::domain::{
    Assumption, FileReport, ImportOptions, ImportReport, Issue, RecordKind, RejectedRows, RowReport, Sport, Standing,
    Verdict,
};
use afterrun::ui::screens::data::{DataState, data_ui};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::time;
use places::{Look, TODAY, World, at, catalogues, harness, model_of};

type Screen = Harness<'static, World<DataState>>;

fn screen(it: DryRun) -> Screen {
    let mut model = model_of(catalogues());
    model.dry_run = Some(it);
    screen_of(model)
}

fn screen_of(model: Model) -> Screen {
    let look = Look {
        size: [1280.0, 1200.0],
        ..Look::default()
    };
    harness(data_ui, model, &look)
}

fn press(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run();
}

fn shows(screen: &Screen, part: &str) -> bool {
    screen.query_all_by_label_contains(part).next().is_some()
}

fn why() -> String {
    "Same start and length as the session of 3 May, 07:30 (watch file)".to_owned()
}

fn run(n: i64, standing: Standing) -> RowReport {
    let day = TODAY.checked_sub(n.days()).unwrap();
    RowReport {
        line: Some(n as u64 + 2),
        part: String::new(),
        kind: RecordKind::Activity,
        sport: Some(Sport::Run),
        at: Some(at(day, time(7, 30, 0, 0))),
        day: Some(day),
        words: format!("{n} km, 54:30"),
        standing,
        twice: false,
    }
}

fn activities() -> FileReport {
    let known = Standing::Duplicate { why: why() };
    let completes = Standing::Completes {
        why: why(),
        fields: "climb and title".to_owned(),
    };
    let differs = Standing::Conflict {
        why: why(),
        fields: "distance 10.2 km, the file says 11 km".to_owned(),
    };
    let mut rows = vec![run(0, known), run(1, completes), run(2, differs)];
    rows.extend((3..1003).map(|n| run(n, Standing::New)));
    FileReport {
        runs: 1000,
        duplicates: 3,
        completed: 1,
        days: rows.last().and_then(|it| Some((it.day?, TODAY))),
        assumptions: vec![
            Assumption::Zone {
                zone: "Europe/Oslo".to_owned(),
                records: 1003,
            },
            Assumption::Distance {
                unit: DistanceUnit::Km,
                sure: true,
                records: 1003,
            },
        ],
        issues: vec![Issue {
            line: Some(12),
            why: "The date lies in the future".to_owned(),
            left_out: true,
        }],
        rows_left_out: 1,
        rows,
        rejected_rows: RejectedRows {
            separator: b',',
            header: vec!["Date".to_owned()],
            rows: vec![(vec!["2099-01-01".to_owned()], "The date lies in the future".to_owned())],
        },
        ..FileReport::of("/data/Activities.csv", "csv", Verdict::Imported)
    }
}

fn refused(name: &str, verdict: Verdict, why: &str) -> FileReport {
    let issue = Issue {
        line: None,
        why: why.to_owned(),
        left_out: true,
    };
    FileReport {
        issues: vec![issue],
        ..FileReport::of(name, "unknown", verdict)
    }
}

fn dry_run(files: Vec<FileReport>) -> DryRun {
    let sum = |of: fn(&FileReport) -> usize| files.iter().map(of).sum();
    let report = ImportReport {
        imported: sum(FileReport::new_records),
        duplicates: sum(|it| it.duplicates),
        rejected: sum(|it| it.issues.len()),
        files,
    };
    DryRun {
        reading: 1,
        paths: vec![PathBuf::from("/data/Activities.csv")],
        options: ImportOptions::default(),
        report: Arc::new(report),
        has_settings: false,
        remembers: false,
        stage: Stage::Shown,
    }
}

#[test]
fn the_sum_stands_in_words_above_the_button_that_imports_it() {
    let mut screen = screen(dry_run(vec![activities()]));
    for part in [
        "1000 records are new.",
        "3 are in your journal already. 1 of those gets what it lacked. 1 says something else",
        "1 row is left out.",
        "1000 runs",
        "to Wed 25 Nov 2026",
        "Nothing is written yet.",
    ] {
        assert!(shows(&screen, part), "{part}");
    }
    press(&mut screen, "Import 1000 records and complete 1");
    press(&mut screen, "Do not import");
    assert_eq!(screen.state().wishes, [Command::CommitImport, Command::DismissImport]);
}

#[test]
fn the_import_button_is_pressed_by_ctrl_and_enter_and_says_so() {
    let mut screen = screen(dry_run(vec![activities()]));
    screen.get_by_label_contains("Import 1000 records").hover();
    screen.run();
    screen.run();
    assert!(shows(&screen, "Or press Ctrl+Enter"));
    screen.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    screen.run();
    assert_eq!(screen.state().wishes, [Command::CommitImport]);
}

#[test]
fn each_record_says_how_it_stands_and_why() {
    let screen = screen(dry_run(vec![activities()]));
    for part in [
        "Already there, Wed 25 Nov 2026, 07:30, Run · 0 km, 54:30, Same start and length",
        "Completed, Tue 24 Nov 2026, 07:30, Run · 1 km, 54:30, It gets climb and title.",
        "Differs, Mon 23 Nov 2026, 07:30, Run · 2 km, 54:30, Distance 10.2 km, the file says 11 km.",
        "New, Sun 22 Nov 2026, 07:30, Run · 3 km, 54:30",
        "Left out, Line 12: The date lies in the future",
    ] {
        assert!(shows(&screen, part), "{part}");
    }
    let rows = screen.query_all_by(|node| node.role() == Role::Row).count();
    assert!(rows < 60, "only what is in view is made, not {rows}");
}

#[test]
fn a_chip_lists_one_kind_alone() {
    let mut screen = screen(dry_run(vec![activities()]));
    press(&mut screen, "Only: Differs, 1");
    assert!(shows(&screen, "Differs, Mon 23 Nov 2026"));
    assert!(!shows(&screen, "New, Sun 22 Nov 2026"));
    press(&mut screen, "Only: Differs, 1");
    assert!(shows(&screen, "New, Sun 22 Nov 2026"));
    assert!(screen.query_by_label("Only: Left out, 0").is_none());
}

#[test]
fn several_files_are_closed_until_they_are_opened_and_one_that_gave_nothing_says_why() {
    let letter = refused("/data/letter.txt", Verdict::Unsupported, "Not a kind of file");
    let broken = refused("/data/b.fit", Verdict::Rejected, "It is cut short");
    let mut screen = screen(dry_run(vec![activities(), letter, broken]));
    assert!(shows(
        &screen,
        "letter.txt, Not a kind that is read, Unknown file · Not a kind of file"
    ));
    assert!(shows(&screen, "b.fit, Not readable, Unknown file · It is cut short"));
    assert!(!shows(&screen, "New, Sun 22 Nov 2026"));
    let file = "Activities.csv, To import, ";
    screen.get_by_label_contains(file).click();
    screen.run();
    assert!(shows(&screen, "New, Sun 22 Nov 2026"));
    screen.get_by_label_contains(file).click();
    screen.run();
    assert!(!shows(&screen, "New, Sun 22 Nov 2026"));
}

#[test]
fn the_keys_go_from_line_to_line_and_open_a_file() {
    let mut letter = refused("/data/letter.txt", Verdict::Unsupported, "Not a kind of file");
    letter.issues.clear();
    let mut screen = screen(dry_run(vec![letter, activities()]));
    screen.get_by_label_contains("letter.txt, ").focus();
    screen.run();
    for key in [egui::Key::ArrowDown, egui::Key::Enter, egui::Key::End] {
        screen.key_press(key);
        screen.run();
    }
    let last = screen.get_by_label_contains("Run · 1002 km, 54:30");
    assert!(last.accesskit_node().is_focused());
}

#[test]
fn what_was_assumed_is_a_sentence_and_changing_it_reads_again() {
    let mut screen = screen(dry_run(vec![activities()]));
    assert!(shows(&screen, "They are read as times in Europe/Oslo."));
    assert!(shows(&screen, "taken for kilometres, which fits time and pace"));
    press(&mut screen, "Miles");
    press(&mut screen, "Another time zone…");
    let field = screen.get_by_role_and_label(Role::TextInput, "Find a zone");
    field.focus();
    screen.run();
    screen
        .get_by_role_and_label(Role::TextInput, "Find a zone")
        .type_text("new york");
    screen.run();
    press(&mut screen, "America/New York");
    let miles = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let zone = ImportOptions {
        zone: Some("America/New_York".to_owned()),
        ..ImportOptions::default()
    };
    assert_eq!(screen.state().wishes, [Command::ReadAs(miles), Command::ReadAs(zone)]);
}

#[test]
fn what_the_runner_said_can_be_taken_back() {
    let said = ImportOptions {
        distance: Some(DistanceUnit::Mi),
        ..ImportOptions::default()
    };
    let mut screen = screen(DryRun {
        options: said,
        ..dry_run(vec![FileReport {
            runs: 1,
            ..FileReport::of("a.csv", "csv", Verdict::Imported)
        }])
    });
    assert!(shows(
        &screen,
        "Distances without their unit are taken for miles, as you said."
    ));
    press(&mut screen, "As it was found");
    assert_eq!(screen.state().wishes, [Command::ReadAs(ImportOptions::default())]);
}

#[test]
fn rows_that_are_left_out_are_saved_by_dialog_or_to_a_typed_path() {
    let folder = tempfile::tempdir().unwrap();
    let (new, taken) = (folder.path().join("new.csv"), folder.path().join("taken.csv"));
    std::fs::write(&taken, "something").unwrap();
    let mut screen = screen(dry_run(vec![activities()]));
    press(&mut screen, "Save the rows left out…");
    press(&mut screen, "Type where to save them");
    for path in [&new, &taken] {
        let field = screen.get_by_role_and_label(Role::TextInput, "CSV file to save them to");
        field.set_text_value_accesskit(&path.display().to_string());
        screen.run();
        press(&mut screen, "Save");
    }
    press(&mut screen, "Replace it");
    let save = |to: &PathBuf, force| Command::SaveLeftOut { to: to.clone(), force };
    assert_eq!(
        screen.state().wishes,
        [Command::PickLeftOut, save(&new, false), save(&taken, true)]
    );
}

#[test]
fn while_it_is_read_again_it_can_be_stopped_and_not_imported() {
    let mut model = model_of(catalogues());
    model.dry_run = Some(DryRun {
        stage: Stage::Reading,
        ..dry_run(vec![activities()])
    });
    model.job = Some(RunningJob {
        label: "Reading the files again".to_owned(),
        progress: Some(0.5),
    });
    let mut screen = screen_of(model);
    assert!(shows(&screen, "50 %"));
    assert!(!shows(&screen, "Import 1000 records"));
    press(&mut screen, "Cancel");
    assert_eq!(screen.state().wishes, [Command::CancelJob]);
}

#[test]
fn tables_whose_columns_are_not_known_are_what_there_is_to_do() {
    let table = |name: &str| FileReport {
        table: Some(TablePreview::default()),
        ..refused(name, Verdict::Unsupported, "The columns are not known")
    };
    let two = screen(dry_run(vec![table("/data/a.csv"), table("/data/b.csv")]));
    assert!(shows(&two, "Say what the columns hold, and it can be read"));
    for label in ["Choose the columns of a.csv…", "Choose the columns of b.csv…", "Close"] {
        assert!(two.query_by_label(label).is_some(), "{label}");
    }
    let beside = screen(dry_run(vec![activities(), table("/data/b.csv")]));
    assert!(shows(&beside, "1000 records are new."));
    assert!(beside.query_by_label("Choose the columns of b.csv…").is_some());
}

#[test]
fn where_nothing_is_new_it_says_so_and_offers_nothing() {
    let known = FileReport {
        duplicates: 1,
        rows: vec![run(1, Standing::Duplicate { why: why() })],
        ..FileReport::of("/data/a.fit", "fit", Verdict::Duplicate)
    };
    let mut screen = screen(dry_run(vec![known]));
    assert!(shows(&screen, "Everything in it is in your journal already"));
    assert!(!shows(&screen, "Do not import"));
    press(&mut screen, "Close");
    assert_eq!(screen.state().wishes, [Command::DismissImport]);
}

#[test]
fn where_nothing_can_be_read_it_says_why_and_what_to_do() {
    let broken = refused("/data/b.fit", Verdict::Rejected, "It is cut short");
    let screen_of_broken = screen(dry_run(vec![broken]));
    assert!(shows(&screen_of_broken, "None of it could be read"));
    assert!(shows(
        &screen_of_broken,
        "It is cut short. Get the files again where they come from"
    ));
    let letter = refused("/data/letter.txt", Verdict::Unsupported, "Not a kind of file");
    let screen_of_letter = screen(dry_run(vec![letter]));
    assert!(shows(&screen_of_letter, "There is nothing in it for your journal"));
    assert!(shows(
        &screen_of_letter,
        "Not a kind of file. What can be read, and where to get it, is listed at Data."
    ));
    let two = ["a.txt", "b.txt"].map(|name| refused(name, Verdict::Unsupported, "Not a kind of file"));
    assert!(shows(&screen(dry_run(two.to_vec())), "Why stands below, file by file."));
}
