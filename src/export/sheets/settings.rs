//! settings.csv: what the data means, one row a setting, by the keys of the journal file.
//!
//! The answers about health stay out of it: a file that is handed on must not tell them.

use jiff::civil::Date;

use crate::domain::{ExportKind, Settings};
use crate::export::cell::Cell;
use crate::export::sheet::{Column, Context, Sheet, column};

/// One setting.
#[derive(Clone, Debug)]
pub struct SettingRow {
    /// Its key.
    pub key: &'static str,
    /// Its value.
    pub value: String,
}

/// All settings but health.
pub fn setting_rows(settings: &Settings) -> Vec<SettingRow> {
    let row = |key, value: &str| SettingRow {
        key,
        value: value.to_owned(),
    };
    let mut rows = vec![
        row("day_start_min", &settings.day_rule.start_min.to_string()),
        row("zone", &settings.zone),
        row("first_weekday", settings.first_weekday.into()),
        row("distance", settings.distance.into()),
        row("temperature", settings.temperature.into()),
        row("mass", settings.mass.into()),
    ];
    if !settings.mappings.is_empty() {
        let mappings = serde_json::to_string(&settings.mappings).expect("words are always JSON");
        rows.push(row("mappings", &mappings));
    }
    rows
}

impl Sheet for SettingRow {
    const FILE: ExportKind = ExportKind::Settings;

    fn columns() -> Vec<Column<Self>> {
        vec![
            column("setting", |it: &Self, _| Cell::slug(it.key)),
            column("value", |it, _| Cell::text(&it.value)),
        ]
    }

    fn day(&self, _context: &Context) -> Option<Date> {
        None
    }
}
