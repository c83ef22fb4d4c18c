//! The columns of a table, one below the other: its name and first values, and what it holds.

use egui::{Label, Separator, Ui};
use strum::VariantArray as _;

use crate::domain::import::{FieldGroup, Mapping, TableField, TablePreview};
use crate::fl;
use crate::theme;
use crate::ui::widgets::choose_grouped;

/// The width of the choice, and of all from which on it stands beside the column.
const CHOICE: f32 = 260.0;
const ONE_LINE_FROM: f32 = 520.0;

/// How much of a value is shown.
const VALUE_CHARS: usize = 24;

/// A field or none, and its words.
type Choice = (Option<TableField>, String);

/// Shows them.
pub fn columns_ui(ui: &mut Ui, table: &TablePreview, mapping: &mut Mapping) {
    let groups = groups();
    for at in 0..mapping.header.len() {
        if at > 0 {
            ui.add(Separator::default().horizontal().spacing(2.0 * theme::GAP));
        }
        ui.push_id(at, |ui| column_ui(ui, table, mapping, at, &groups));
    }
}

/// What can be chosen, each group below its heading.
fn groups() -> Vec<(String, Vec<Choice>)> {
    let none = (String::new(), vec![(None, fl!("mapping-none"))]);
    let of = |group: &FieldGroup| {
        let fields = group.fields().map(|it| (Some(it), it.name()));
        (group.name(), fields.collect())
    };
    std::iter::once(none)
        .chain(FieldGroup::VARIANTS.iter().map(of))
        .collect()
}

fn column_ui(ui: &mut Ui, table: &TablePreview, mapping: &mut Mapping, at: usize, groups: &[(String, Vec<Choice>)]) {
    let room = ui.available_width();
    if room < ONE_LINE_FROM {
        ui.spacing_mut().item_spacing.y = theme::GAP;
        about_ui(ui, table, mapping, at);
        choice_ui(ui, mapping, at, room, groups);
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme::BETWEEN;
        ui.vertical(|ui| {
            ui.set_width(room - CHOICE - theme::BETWEEN);
            about_ui(ui, table, mapping, at);
        });
        choice_ui(ui, mapping, at, CHOICE, groups);
    });
}

/// Its name, its first values, and whether it counts.
fn about_ui(ui: &mut Ui, table: &TablePreview, mapping: &Mapping, at: usize) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add(Label::new(theme::strong(ui, mapping.header[at].as_str())).truncate());
        let values: Vec<String> = table.rows.iter().map(|row| shown(row.get(at))).collect();
        ui.add(Label::new(theme::note(ui, values.join(" · "))).truncate());
        if let Some(field) = mapping.fields[at].filter(|_| mapping.is_shadowed(at)) {
            ui.label(theme::quiet(ui, fl!("mapping-twice", field = field.name())));
        }
    });
}

fn choice_ui(ui: &mut Ui, mapping: &mut Mapping, at: usize, width: f32, groups: &[(String, Vec<Choice>)]) {
    let told = fl!("mapping-column", name = mapping.header[at].as_str());
    let groups: Vec<_> = groups
        .iter()
        .map(|(name, all)| (name.as_str(), all.as_slice()))
        .collect();
    ui.scope(|ui| {
        ui.set_max_width(width);
        choose_grouped(ui, &told, width, &mut mapping.fields[at], &groups);
    });
}

/// A value as far as it fits; a dash for an empty one, so that values of one row stand at the same place of each
/// column.
fn shown(value: Option<&String>) -> String {
    let value = value.map(|it| it.trim()).filter(|it| !it.is_empty());
    value.map_or_else(|| fl!("dry-no-day"), |it| it.chars().take(VALUE_CHARS).collect())
}
