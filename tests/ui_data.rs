//! The Data screen, by what is on it and what it wishes for.

mod places;

use std::path::PathBuf;
use std::sync::Arc;

use afterrun::app::Model;
use afterrun::app::command::{Command, Every, ExportFile, PathFor};
use afterrun::app::dry_run::Imported;
use afterrun::app::model::RunningJob;
use afterrun::app::schedule::Schedule;
use afterrun::domain::{Days, ExportChoice, ExportForm, ExportKind, FileReport, ImportReport, Record, Verdict};
use afterrun::ui::screens::data::{DataState, data_ui};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use places::{Ids, Look, TODAY, World, catalogues, full_day, harness, import_batch, model_of};

type Screen = Harness<'static, World<DataState>>;

fn screen(model: Model) -> Screen {
    // High enough that everything is in view, and wide enough for two columns.
    let look = Look {
        size: [1280.0, 1600.0],
        ..Look::default()
    };
    harness(data_ui, model, &look)
}

fn empty() -> Model {
    model_of(catalogues())
}

fn press(screen: &mut Screen, label: &str) {
    screen.get_by_label(label).click();
    screen.run();
}

fn fill(screen: &mut Screen, field: &str, text: &str) {
    screen.get_by_role_and_label(Role::TextInput, field).focus();
    screen.run();
    screen.get_by_role_and_label(Role::TextInput, field).type_text(text);
    screen.run();
}

fn shows(screen: &Screen, part: &str) -> bool {
    screen.query_all_by_label_contains(part).next().is_some()
}

#[test]
fn files_are_chosen_or_their_path_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let (runs, file) = (folder.path().join("my runs"), folder.path().join("a.fit"));
    std::fs::create_dir(&runs).unwrap();
    std::fs::write(&file, "").unwrap();
    let mut screen = screen(empty());
    press(&mut screen, "Choose files…");
    let button = screen.get_by_role_and_label(Role::Button, "Look into it");
    assert!(button.accesskit_node().is_disabled());
    fill(
        &mut screen,
        "File or folder to import",
        &format!(" '{}' ", runs.display()),
    );
    screen.get_by_role_and_label(Role::Button, "Look into it").click();
    screen.run();
    fill(&mut screen, "File or folder to import", &file.display().to_string());
    screen.key_press(egui::Key::Enter);
    screen.run();
    assert_eq!(
        screen.state().wishes,
        [
            Command::PickImport,
            Command::TryImport(vec![runs]),
            Command::TryImport(vec![file]),
        ]
    );
}

#[test]
fn where_nothing_is_at_a_typed_path_that_is_said_at_the_field_and_nothing_is_read() {
    let mut screen = screen(empty());
    let said = "There is no such file or folder";
    fill(&mut screen, "File or folder to import", "/no/such/file.fit");
    assert!(!shows(&screen, said));
    press(&mut screen, "Look into it");
    assert!(shows(&screen, said));
    fill(&mut screen, "File or folder to import", "2");
    assert!(!shows(&screen, said));
    assert_eq!(screen.state().wishes, []);
}

#[test]
fn where_no_dialog_opens_the_keyboard_goes_to_the_path() {
    let mut screen = screen(empty());
    let fields = [
        (PathFor::Import, "File or folder to import"),
        (PathFor::Export, "Or type a folder or file; its ending decides"),
    ];
    for (n, (of, label)) in fields.into_iter().enumerate() {
        screen.state_mut().model.path_asked = (n as u64 + 1, Some(of));
        screen.run();
        let field = screen.get_by_role_and_label(Role::TextInput, label);
        assert!(field.accesskit_node().is_focused(), "{label}");
    }
}

#[test]
fn reading_shows_how_far_it_is_and_can_be_stopped() {
    let mut model = empty();
    model.job = Some(RunningJob {
        label: "Reading the files".to_owned(),
        progress: Some(0.42),
    });
    let mut screen = screen(model);
    assert!(shows(&screen, "42 %"));
    assert!(screen.get_by_label("Choose files…").accesskit_node().is_disabled());
    press(&mut screen, "Cancel");
    assert_eq!(screen.state().wishes, [Command::CancelJob]);
}

#[test]
fn an_earlier_import_is_undone_as_a_whole() {
    let mut records = catalogues();
    records.push(import_batch(&mut Ids::new()));
    let mut screen = screen(model_of(records));
    assert!(shows(
        &screen,
        "wellness.csv · PMSys wellness · 140 nights · 150 soreness ratings"
    ));
    press(&mut screen, "Undo this import of Wed 25 Nov 2026");
    assert_eq!(screen.state().wishes, [Command::UndoImport(7)]);
}

#[test]
fn what_came_of_the_last_import_is_told_while_it_stands() {
    let mut records = catalogues();
    records.push(import_batch(&mut Ids::new()));
    let mut model = model_of(records);
    let file = FileReport {
        nights: 140,
        completed: 3,
        duplicates: 3,
        rows_left_out: 1,
        days: Some((date(2026, 5, 2), TODAY)),
        ..FileReport::of("/data/wellness.csv", "pmsys_wellness", Verdict::Imported)
    };
    let report = ImportReport {
        imported: 140,
        duplicates: 3,
        rejected: 1,
        files: vec![file],
    };
    let report = Arc::new(report);
    model.imported = Some(Imported { batch: 7, report });
    let mut other = model.clone();
    let brought = screen(model);
    for part in [
        "140 nights are new. 1 row was left out",
        "3 records that were there got what they lacked.",
        "Sat 2 May 2026 to Wed 25 Nov 2026",
    ] {
        assert!(shows(&brought, part), "{part}");
    }
    other.change_journal(|journal| journal.imports.clear());
    assert!(!shows(&screen(other), "140 nights are new"));
}

#[test]
fn what_stayed_of_an_undone_import_is_listed_in_words() {
    let mut records = catalogues();
    records.extend(full_day(&mut Ids::new(), TODAY));
    let mut model = model_of(records);
    let run = Record::Activity(model.journal.activities[0].clone());
    let supplement = Record::Supplement(model.journal.supplements[0].clone());
    model.kept = vec![run.reference(), supplement.reference()];
    let mut screen = screen(model);
    assert!(shows(&screen, "The run of 2026-11-25: changed since the import"));
    assert!(shows(&screen, "The supplement “Magnesium”: other entries name it"));
    press(&mut screen, "Close this list");
    assert_eq!(screen.state().wishes, [Command::CloseKept]);
}

#[test]
fn what_can_be_read_is_listed_by_name_with_the_way_to_get_it() {
    let mut screen = screen(empty());
    assert!(shows(&screen, "Strava, Garmin Connect, Runkeeper, Apple Health"));
    assert!(shows(&screen, "Request Your Archive"));
    press(&mut screen, "How to get your data out of each");
    assert!(!shows(&screen, "Request Your Archive"));
}

#[test]
fn where_something_was_imported_the_ways_to_get_it_are_folded_at_first() {
    let mut records = catalogues();
    records.push(import_batch(&mut Ids::new()));
    let mut screen = screen(model_of(records));
    assert!(!shows(&screen, "Request Your Archive"));
    press(&mut screen, "How to get your data out of each");
    assert!(shows(&screen, "Request Your Archive"));
}

#[test]
fn an_export_goes_where_it_is_told_and_asks_before_it_replaces_anything() {
    let folder = tempfile::tempdir().unwrap();
    let (new, taken) = (folder.path().join("new.zip"), folder.path().join("taken.zip"));
    std::fs::write(&taken, "something").unwrap();
    let mut screen = screen(empty());
    press(&mut screen, "Export everything…");
    fill(
        &mut screen,
        "Or type a folder or file; its ending decides",
        &new.display().to_string(),
    );
    screen.get_by_role_and_label(Role::Button, "Export").click();
    screen.run();
    let export = |to: &PathBuf, force| Command::Export {
        to: to.clone(),
        choice: ExportChoice::default(),
        force,
    };
    let everything = Command::PickExport {
        choice: ExportChoice::default(),
        file: ExportFile::Zip,
    };
    assert_eq!(screen.state().wishes, [everything, export(&new, false)]);
    let field = screen.get_by_role_and_label(Role::TextInput, "Or type a folder or file; its ending decides");
    field.set_text_value_accesskit(&taken.display().to_string());
    screen.run();
    screen.get_by_role_and_label(Role::Button, "Export").click();
    screen.run();
    assert!(shows(&screen, "taken.zip is there already. Replace it?"));
    press(&mut screen, "Leave it");
    assert_eq!(screen.state().wishes.len(), 2);
    screen.get_by_role_and_label(Role::Button, "Export").click();
    screen.run();
    press(&mut screen, "Replace it");
    assert_eq!(screen.state().wishes[2..], [export(&taken, true)]);
}

#[test]
fn what_is_exported_and_how_is_chosen_and_remembered() {
    let mut screen = screen(empty());
    assert!(shows(&screen, "Everything, as one ZIP file"));
    press(&mut screen, "Choose what is exported");
    press(&mut screen, "Export Nights");
    press(&mut screen, "Export Soreness");
    press(&mut screen, "Spreadsheets");
    press(&mut screen, "Numbers with a comma, like 7,5");
    press(&mut screen, "Folder");
    press(&mut screen, "Choose what is exported");
    assert!(shows(
        &screen,
        "Nights and Soreness, as a folder of files · for spreadsheets, numbers like 7,5"
    ));
    let choice = ExportChoice {
        kinds: [ExportKind::Sleep, ExportKind::Soreness].into(),
        form: ExportForm::ExcelComma,
        ..ExportChoice::default()
    };
    press(&mut screen, "Export…");
    press(&mut screen, "Export…");
    let wish = Command::PickExport {
        choice,
        file: ExportFile::Folder,
    };
    assert_eq!(screen.state().wishes, [wish.clone(), wish]);
}

#[test]
fn the_days_of_an_export_are_those_of_the_journal_until_others_are_chosen() {
    let mut screen = screen(empty());
    let today = screen.state().model.today();
    press(&mut screen, "Choose what is exported");
    press(&mut screen, "Choose…");
    press(&mut screen, "Export…");
    press(&mut screen, "All days");
    press(&mut screen, "Export everything…");
    let days = screen.state().wishes.iter().map(|it| match it {
        Command::PickExport { choice, .. } => choice.days,
        other => panic!("{other:?}"),
    });
    let chosen = Days {
        from: Some(today),
        to: Some(today),
    };
    assert_eq!(days.collect::<Vec<_>>(), [chosen, Days::ALL]);
}

#[test]
fn one_table_takes_one_kind_and_says_so() {
    let mut screen = screen(empty());
    press(&mut screen, "Choose what is exported");
    press(&mut screen, "One table");
    assert!(shows(&screen, "Table of days, as one CSV file"));
    press(&mut screen, "Export Nights");
    press(&mut screen, "Export Habits");
    assert!(shows(&screen, "One table takes one kind."));
    assert!(screen.get_by_label("Export…").accesskit_node().is_disabled());
}

#[test]
fn exports_by_themselves_say_where_to_when_last_and_when_next() {
    let mut model = empty();
    let (now, folder) = (model.now.ms, PathBuf::from("/backup/runs"));
    model.scheduled.plan = Schedule {
        every: Every::Week,
        folder: Some(folder.clone()),
        last_ms: Some(now - 3_600_000),
        last_to: Some(folder.join("afterrun-export-2026-11-25.zip")),
    };
    model.scheduled.failed = Some("The disk is full".to_owned());
    let mut screen = screen(model);
    assert!(shows(&screen, "/backup/runs"));
    assert!(shows(&screen, ", afterrun-export-2026-11-25.zip"));
    assert!(shows(&screen, "The last try did not work. The disk is full"));
    assert!(shows(&screen, "Next: Wed 2 Dec 2026, 04:00"));
    press(&mut screen, "Every day");
    press(&mut screen, "Choose a folder…");
    fill(&mut screen, "Folder for these exports", "/other");
    press(&mut screen, "Use this folder");
    let plan = |every, folder: &str| Command::SetSchedule {
        every,
        folder: Some(PathBuf::from(folder)),
    };
    assert_eq!(
        screen.state().wishes,
        [
            plan(Every::Day, "/backup/runs"),
            Command::PickScheduleFolder(Every::Week),
            plan(Every::Week, "/other"),
        ]
    );
}

#[test]
fn without_a_folder_nothing_is_exported_by_itself_and_never_asks_for_none() {
    let mut model = empty();
    let mut screen = screen(model.clone());
    assert!(!shows(&screen, "No folder is chosen yet"));
    press(&mut screen, "Every day");
    let wish = Command::SetSchedule {
        every: Every::Day,
        folder: None,
    };
    assert_eq!(screen.state().wishes, [wish]);
    model.scheduled.plan.every = Every::Day;
    assert!(shows(
        &self::screen(model),
        "No folder is chosen yet, so nothing is exported."
    ));
}

#[test]
fn the_place_of_the_journal_can_be_copied() {
    let mut screen = screen(empty());
    let path = screen.state().model.path.display().to_string();
    assert!(shows(&screen, &path));
    assert!(shows(&screen, "Afterrun never uses the network."));
    screen.get_by_label("Copy the path").click();
    // The text leaves with the frame in which the button comes up again.
    let copied = (0..5).any(|_| {
        screen.step();
        let commands = &screen.output().platform_output.commands;
        commands
            .iter()
            .any(|it| matches!(it, egui::OutputCommand::CopyText(text) if *text == path))
    });
    assert!(copied);
}

#[test]
fn a_journal_that_can_only_be_read_imports_nothing_but_exports() {
    let mut model = empty();
    model.read_only = true;
    let screen = screen(model);
    assert!(screen.get_by_label("Choose files…").accesskit_node().is_disabled());
    assert!(!screen.get_by_label("Export everything…").accesskit_node().is_disabled());
    assert!(shows(&screen, "This file can only be read here."));
}
