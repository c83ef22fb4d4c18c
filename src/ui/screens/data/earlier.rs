//! Earlier imports, newest first, each to be taken back as a whole.

use std::collections::BTreeMap;

use egui::{Label, Ui};
use lucide_icons::Icon;
use serde_json::Value;
use strum::VariantArray as _;

use super::card;
use crate::app::Model;
use crate::app::command::{Command, Commands};
use crate::domain::{ImportBatch, RecordKind, Stamp, words};
use crate::fl;
use crate::theme;
use crate::ui::screens::journal;
use crate::ui::widgets::Button;

/// How many imports are listed, and how many files of one.
const IMPORTS: usize = 50;
const FILES: usize = 8;

/// Shows them, if there are any.
pub fn earlier_ui(ui: &mut Ui, model: &Model, commands: &mut Commands) {
    let imports = by_batch(&model.journal.imports);
    if imports.is_empty() {
        return;
    }
    card(ui, fl!("data-earlier"), |ui| {
        for (n, (batch, files)) in imports.iter().rev().take(IMPORTS).enumerate() {
            if n > 0 {
                ui.separator();
            }
            ui.push_id(batch, |ui| import_ui(ui, model, *batch, files, commands));
        }
        if imports.len() > IMPORTS {
            ui.label(theme::note(ui, fl!("data-more-imports", n = (imports.len() - IMPORTS))));
        }
    });
}

/// The files of each import; one that an export brought along belongs to none of this journal.
fn by_batch(imports: &[ImportBatch]) -> BTreeMap<i64, Vec<&ImportBatch>> {
    let mut by_batch: BTreeMap<i64, Vec<&ImportBatch>> = BTreeMap::new();
    for it in imports {
        if let Some(batch) = it.meta.batch_id {
            by_batch.entry(batch).or_default().push(it);
        }
    }
    by_batch
}

fn import_ui(ui: &mut Ui, model: &Model, batch: i64, files: &[&ImportBatch], commands: &mut Commands) {
    let Some(first) = files.first() else { return };
    let at = Stamp::in_zone(first.meta.created_at, model.zone());
    let day = words::day_with_year(at.civil_date());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let when = fl!("data-import-at", day = day.as_str(), time = words::clock(at));
        ui.label(theme::strong(ui, when));
        for file in files.iter().take(FILES) {
            let line = [file.file_name.clone(), counts(file)].join(" · ");
            ui.add(Label::new(theme::quiet(ui, line.as_str())).truncate())
                .on_hover_text(line.as_str());
        }
        if files.len() > FILES {
            ui.label(theme::note(ui, fl!("data-more-files", n = (files.len() - FILES))));
        }
        let back = Button::secondary(fl!("data-take-back"))
            .icon(Icon::Undo2)
            .name(fl!("data-take-back-name", day = day))
            .small();
        if ui.add(back.enabled(model.can_write())).clicked() {
            commands.emit(Command::UndoImport(batch));
        }
    });
}

/// What a file gave: its counts by kind of record, as the import noted them.
fn counts(file: &ImportBatch) -> String {
    let of = |key: &str| file.counts.get(key).and_then(Value::as_u64).unwrap_or(0) as usize;
    let runs = of("runs");
    let counted = RecordKind::VARIANTS
        .iter()
        .flat_map(|&kind| match (kind, of(kind.word())) {
            (RecordKind::Activity, all) if runs > 0 => vec![
                (runs, fl!("count-runs", n = runs)),
                (
                    all.saturating_sub(runs),
                    fl!("count-sessions", n = (all.saturating_sub(runs))),
                ),
            ],
            (kind, n) => vec![(n, journal::counted(kind, n))],
        });
    let words = counted.filter(|it| it.0 > 0).map(|it| it.1);
    let kind = std::iter::once(words::named("data-kind", &file.kind));
    kind.chain(words).collect::<Vec<_>>().join(" · ")
}
