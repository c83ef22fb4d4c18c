//! What would come of it in all, and the button that imports it.

use egui::{Key, KeyboardShortcut, Label, Modifiers, Ui};
use lucide_icons::Icon;

use super::super::job::job_ui;
use super::mapping::{self, MappingState};
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::app::dry_run::{DryRun, Stage};
use crate::domain::import::words;
use crate::domain::{ImportReport, Verdict};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Button, card, icon_label};

/// Shows it.
pub fn summary_ui(ui: &mut Ui, model: &Model, it: &DryRun, tables: &mut MappingState, commands: &mut Commands) {
    card(ui, |ui| {
        ui.add(Label::new(theme::note(ui, what_was_read(it))).truncate());
        let (title, sentences) = title(it);
        ui.label(theme::step_title(ui, title));
        if !sentences.is_empty() {
            ui.label(theme::quiet(ui, sentences.join(" ")));
        }
        let counts = words::all_counts(&it.report);
        if !counts.is_empty() {
            icon_label(ui, Icon::ListPlus, counts.join(" · "));
        }
        if let Some(days) = it.report.days() {
            icon_label(ui, Icon::CalendarRange, words::days(days));
        }
        if it.has_settings {
            icon_label(ui, Icon::Settings, fl!("dry-settings"));
        }
        if it.remembers && it.brings_something() {
            icon_label(ui, Icon::Columns3Cog, fl!("dry-remembers"));
        }
        ui.add_space(theme::GAP);
        match (&model.job, it.stage) {
            (Some(job), Stage::Reading | Stage::Writing) => job_ui(ui, job, commands),
            _ => buttons_ui(ui, model, it, tables, commands),
        }
    });
}

/// "wellness.csv", or how many files.
fn what_was_read(it: &DryRun) -> String {
    let name = |path: &std::path::Path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    };
    match (it.paths.as_slice(), it.report.files.len()) {
        ([only], 0 | 1) => name(only),
        ([only], n) => fl!("dry-of-folder", name = name(only), n = n),
        (_, n) => fl!("dry-of-files", n = n),
    }
}

/// What is most to say, and the sentences after it.
fn title(it: &DryRun) -> (String, Vec<String>) {
    let report = &it.report;
    let mut sentences = words::summary(report);
    if report.imported > 0 {
        let first = sentences.remove(0);
        return (first, sentences);
    }
    if it.brings_something() {
        return (fl!("dry-nothing-new"), sentences);
    }
    let is_there = |verdict| report.files.iter().any(|it| it.verdict == verdict);
    if report.duplicates > 0 || is_there(Verdict::Duplicate) {
        let left_out = report.rejected > 0;
        let title = if left_out {
            fl!("dry-readable-is-known")
        } else {
            fl!("dry-all-known")
        };
        return (title, sentences);
    }
    if mapping::tables(it).iter().any(|it| !it.2.is_applied) {
        return (fl!("dry-unmapped"), vec![fl!("dry-unmapped-hint")]);
    }
    let (title, hint) = if is_there(Verdict::Rejected) {
        (fl!("dry-unreadable"), fl!("dry-unreadable-hint"))
    } else {
        (fl!("dry-unsupported"), fl!("dry-unsupported-hint"))
    };
    (title, vec![why(report), hint])
}

/// Why nothing can be read: of one file as it is, of several where it stands.
fn why(report: &ImportReport) -> String {
    let only = match report.files.as_slice() {
        [only] => only.issues.first(),
        _ => None,
    };
    only.map_or_else(|| fl!("dry-why-below"), |it| fl!("dry-why", why = words::issue(it)))
}

fn buttons_ui(ui: &mut Ui, model: &Model, it: &DryRun, tables: &mut MappingState, commands: &mut Commands) {
    let brings = it.brings_something();
    if brings {
        ui.label(theme::note(ui, fl!("dry-nothing-written")));
    }
    ui.horizontal_wrapped(|ui| {
        let free = model.job.is_none() && !model.saving;
        if brings {
            let button = Button::primary(import_words(it)).icon(Icon::Download);
            let listens = free && !model.is_covered() && !tables.is_open();
            let by_key = listens && ui.input_mut(|it| it.consume_key(Modifiers::COMMAND, Key::Enter));
            let button = ui.add(button.enabled(free));
            let keys = ui.format_shortcut(&KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
            if button.on_hover_text(fl!("dry-import-key", keys = keys)).clicked() || by_key {
                commands.emit(Command::CommitImport);
            }
            if ui.add(Button::quiet(fl!("dry-dismiss")).enabled(free)).clicked() {
                commands.emit(Command::DismissImport);
            }
            mapping::buttons_ui(ui, it, free, false, tables);
            return;
        }
        let can_choose = mapping::tables(it).iter().any(|it| !it.2.is_applied);
        mapping::buttons_ui(ui, it, free, true, tables);
        let close = if can_choose { Button::quiet } else { Button::primary };
        if ui.add(close(fl!("dry-close"))).clicked() {
            commands.emit(Command::DismissImport);
        }
    });
}

/// "Import 312 records".
fn import_words(it: &DryRun) -> String {
    let (new, completed) = (it.report.imported, it.report.completed());
    match (new, completed) {
        (0, 0) => fl!("dry-take-settings"),
        (new, 0) => fl!("dry-import", n = new),
        (0, completed) => fl!("dry-complete", n = completed),
        (new, completed) => fl!("dry-import-and-complete", n = new, completed = completed),
    }
}
