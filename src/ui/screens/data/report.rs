//! What came of the last import: a row for each file, with what was left out and why.

use egui::{CollapsingHeader, Color32, Ui};
use lucide_icons::Icon;

use super::card;
use crate::app::Model;
use crate::domain::{FileReport, ImportReport, Issue, Verdict, words};
use crate::fl;
use crate::theme;
use crate::theme::Palette;
use crate::ui::widgets::icon;

/// How many files are listed; a folder may hold thousands.
const FILES: usize = 200;
/// How many issues of a file are listed.
const ISSUES: usize = 100;

/// Shows it, if something was imported.
pub fn report_ui(ui: &mut Ui, model: &Model) {
    let Some(report) = &model.import else { return };
    card(ui, fl!("data-report"), |ui| {
        ui.label(theme::quiet(ui, summary(report)));
        for (n, file) in report.files.iter().take(FILES).enumerate() {
            ui.push_id(n, |ui| file_ui(ui, file));
        }
        if report.files.len() > FILES {
            let more = report.files.len() - FILES;
            ui.label(theme::note(ui, fl!("data-more-files", n = more)));
        }
    });
}

fn summary(report: &ImportReport) -> String {
    fl!(
        "data-report-sum",
        new = report.imported,
        known = report.duplicates,
        out = report.rejected
    )
}

fn file_ui(ui: &mut Ui, file: &FileReport) {
    theme::sunk(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = file.path.rsplit(['/', '\\']).next().unwrap_or(&file.path);
        ui.add(egui::Label::new(theme::strong(ui, name)).truncate())
            .on_hover_text(file.path.as_str());
        let (mark, ink, word) = verdict(file.verdict, theme::palette(ui));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::GAP;
            icon(ui, mark, 16.0, ink);
            ui.label(theme::label(ui, word));
            ui.label(theme::quiet(ui, about(file)));
        });
        if !file.issues.is_empty() {
            issues_ui(ui, &file.issues);
        }
    });
}

/// A verdict's icon, its ink and its word: never the colour alone.
fn verdict(it: Verdict, palette: &Palette) -> (Icon, Color32, String) {
    match it {
        Verdict::Imported => (Icon::CircleCheck, palette.accent, fl!("data-imported")),
        Verdict::Duplicate => (Icon::CopyCheck, palette.second_ink, fl!("data-known")),
        Verdict::Rejected => (Icon::CircleX, palette.soreness, fl!("data-rejected")),
        Verdict::Unsupported => (Icon::CircleMinus, palette.third_ink, fl!("data-unsupported")),
    }
}

/// What kind of file it is, and what it held.
fn about(file: &FileReport) -> String {
    let counts = [
        (file.runs > 0).then(|| fl!("count-runs", n = file.runs)),
        (file.other_activities > 0).then(|| fl!("count-sessions", n = file.other_activities)),
        (file.nights > 0).then(|| fl!("count-nights", n = file.nights)),
        (file.soreness > 0).then(|| fl!("count-soreness", n = file.soreness)),
        (file.intakes > 0).then(|| fl!("count-intakes", n = file.intakes)),
        (file.practices > 0).then(|| fl!("count-practices", n = file.practices)),
        (file.check_ins > 0).then(|| fl!("count-check-ins", n = file.check_ins)),
        (file.duplicates > 0).then(|| fl!("data-known-count", n = file.duplicates)),
    ];
    let kind = std::iter::once(words::named("data-kind", &file.kind));
    kind.chain(counts.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
}

fn issues_ui(ui: &mut Ui, issues: &[Issue]) {
    let title = fl!("data-issues", n = issues.len());
    CollapsingHeader::new(title)
        .default_open(issues.len() == 1)
        .show(ui, |ui| {
            for issue in issues.iter().take(ISSUES) {
                ui.label(theme::quiet(ui, issue_words(issue)));
            }
            if issues.len() > ISSUES {
                ui.label(theme::note(ui, fl!("data-more-issues", n = (issues.len() - ISSUES))));
            }
        });
}

fn issue_words(issue: &Issue) -> String {
    match issue.line {
        Some(line) => fl!("data-issue-line", line = line, why = issue.why.as_str()),
        None => issue.why.clone(),
    }
}
