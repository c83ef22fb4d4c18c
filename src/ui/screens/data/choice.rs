//! What of the journal is exported, and how it is written: a line that says it, and behind it the choices.

use std::collections::BTreeSet;

use egui::{Label, Ui, vec2};
use jiff::civil::Date;
use strum::VariantArray as _;

use crate::app::Model;
use crate::app::command::ExportFile;
use crate::domain::words::{self, day_with_year, listed};
use crate::domain::{Days, ExportChoice, ExportForm, ExportKind};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{Calendar, chip, day_picker, fold, labelled_choice, tick};

/// What was chosen so far.
#[derive(Default)]
pub struct Chosen {
    /// What of the journal, and how it is written.
    pub choice: ExportChoice,
    file: ExportFile,
    is_open: bool,
}

impl Chosen {
    /// Whether nothing of the journal is left away.
    pub fn is_everything(&self) -> bool {
        self.choice.is_everything() && self.file != ExportFile::Table
    }

    /// Whether what was chosen goes into what it is to become: one table takes one kind.
    pub fn fits(&self) -> bool {
        self.file != ExportFile::Table || self.choice.kinds.len() < 2
    }

    /// What is asked for.
    pub fn wanted(&self) -> (ExportChoice, ExportFile) {
        (self.choice.clone(), self.file)
    }

    /// In a line: what, of which days, as what.
    fn told(&self) -> String {
        let ExportChoice { days, kinds, form } = &self.choice;
        let what = match (kinds.len(), self.file) {
            (0, ExportFile::Table) => kind_name(ExportKind::Daily),
            (0, _) => fl!("export-everything"),
            _ => listed(&kinds.iter().copied().map(kind_name).collect::<Vec<_>>()).unwrap_or_default(),
        };
        let range = days.from.zip(days.to).map(|(from, to)| {
            let (first, last) = (day_with_year(from), day_with_year(to));
            if from == to {
                first
            } else {
                fl!("export-days", from = first, to = last)
            }
        });
        let form = match form {
            ExportForm::Plain => None,
            ExportForm::Excel => Some(fl!("export-told-excel")),
            ExportForm::ExcelComma => Some(fl!("export-told-comma")),
        };
        let what = match self.file {
            ExportFile::Zip => fl!("export-told-zip", what = what),
            ExportFile::Folder => fl!("export-told-folder", what = what),
            ExportFile::Table => fl!("export-told-table", what = what),
        };
        let parts = [Some(what), range, form];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// Shows the line, and the choices where it is unfolded.
pub fn choice_ui(ui: &mut Ui, model: &Model, chosen: &mut Chosen) {
    ui.add_space(theme::GAP);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Label::new(theme::strong(ui, chosen.told())).wrap());
        fold(ui, &fl!("export-choose"), &mut chosen.is_open);
    });
    if !chosen.is_open {
        one_kind_ui(ui, chosen);
        return;
    }
    ui.add_space(theme::GAP);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::BETWEEN;
        days_ui(ui, model, &mut chosen.choice.days);
        kinds_ui(ui, &mut chosen.choice.kinds);
        form_ui(ui, &mut chosen.choice.form);
        let files = [ExportFile::Zip, ExportFile::Folder, ExportFile::Table].map(|it| (it, file_name(it)));
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = theme::GAP;
            labelled_choice(ui, &fl!("export-file"), &mut chosen.file, &files);
            one_kind_ui(ui, chosen);
        });
    });
    ui.add_space(theme::GAP);
}

/// Why what is chosen cannot be exported, where it cannot.
fn one_kind_ui(ui: &mut Ui, chosen: &Chosen) {
    if !chosen.fits() {
        ui.label(theme::strong(ui, fl!("export-one-kind")));
    }
}

/// All days, or from one to another: at first those that there are.
fn days_ui(ui: &mut Ui, model: &Model, days: &mut Days) {
    let mut some = *days != Days::ALL;
    let choices = [(false, fl!("export-days-all")), (true, fl!("trends-range-days"))];
    if labelled_choice(ui, &fl!("export-which-days"), &mut some, &choices) {
        let rows = &model.daily().rows;
        let first = rows.first().map_or(model.today(), |it| it.day);
        let last = rows.last().map_or(model.today(), |it| it.day);
        *days = if some { between(first, last) } else { Days::ALL };
    }
    let Some((from, to)) = days.from.zip(days.to) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        let mut pick = |day: Date, label: String| {
            let table = model.daily();
            let calendar = Calendar {
                label,
                today: model.today(),
                first_weekday: model.settings().first_weekday,
                marked: &|day| table.row(day).is_some_and(|it| it.covered),
            };
            day_picker(ui, day, &calendar)
        };
        if let Some(day) = pick(from, fl!("trends-range-from", day = day_with_year(from))) {
            *days = between(day, to);
        }
        if let Some(day) = pick(to, fl!("trends-range-to", day = day_with_year(to))) {
            *days = between(from, day);
        }
    });
}

/// The days between two that were chosen in either order.
fn between(a: Date, b: Date) -> Days {
    Days {
        from: Some(a.min(b)),
        to: Some(a.max(b)),
    }
}

/// The kinds, each to switch on; none is all of them.
fn kinds_ui(ui: &mut Ui, kinds: &mut BTreeSet<ExportKind>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        ui.label(theme::label(ui, fl!("export-kinds")));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::GAP, theme::GAP);
            for &kind in ExportKind::VARIANTS {
                let (on, name) = (kinds.contains(&kind), kind_name(kind));
                if chip(ui, on, &name, &fl!("export-kind-name", kind = name.as_str())).clicked() {
                    if on {
                        kinds.remove(&kind);
                    } else {
                        kinds.insert(kind);
                    }
                }
            }
        });
        ui.label(theme::note(ui, fl!("export-kinds-note")));
    });
}

/// For any program, or for spreadsheets of countries where the comma is a decimal mark.
fn form_ui(ui: &mut Ui, form: &mut ExportForm) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        let mut excel = *form != ExportForm::Plain;
        let choices = [(false, fl!("export-plain")), (true, fl!("export-excel"))];
        if labelled_choice(ui, &fl!("export-form"), &mut excel, &choices) {
            *form = if excel { ExportForm::Excel } else { ExportForm::Plain };
        }
        if !excel {
            ui.label(theme::note(ui, fl!("export-plain-note")));
            return;
        }
        let comma = *form == ExportForm::ExcelComma;
        let words = fl!("export-decimal-comma");
        if tick(ui, comma, &words, &words).clicked() {
            *form = if comma {
                ExportForm::Excel
            } else {
                ExportForm::ExcelComma
            };
        }
        ui.label(theme::note(ui, fl!("export-excel-note")));
    });
}

fn file_name(file: ExportFile) -> String {
    match file {
        ExportFile::Zip => fl!("export-file-zip"),
        ExportFile::Folder => fl!("export-file-folder"),
        ExportFile::Table => fl!("export-file-table"),
    }
}

/// "Nights", as the journal calls what it lists.
fn kind_name(kind: ExportKind) -> String {
    match kind {
        ExportKind::Activities
        | ExportKind::Sleep
        | ExportKind::Soreness
        | ExportKind::Supplements
        | ExportKind::Habits
        | ExportKind::CheckIns
        | ExportKind::Checklists => words::named("journal-kind", kind.record().map_or("", |it| it.word())),
        _ => words::named("export-kind", kind.word()),
    }
}
