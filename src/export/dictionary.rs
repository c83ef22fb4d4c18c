//! data-dictionary.csv: what each column of each file means.
//!
//! Name and unit come from the columns themselves, the description from the text file. The eligibility
//! of an exposure (a habit or a supplement in daily.csv) says on which days findings may compare it:
//! `run days` for what follows a run, `all days`, or `period` for what works over weeks.

use std::collections::BTreeSet;

use super::daily;
use super::sheet::{CsvFile, Sheet};
use super::sheets::{SettingRow, StepRow};
use crate::analysis::DailyTable;
use crate::domain::{
    Activity, CheckIn, ExportForm, ExportKind, Habit, ImportBatch, Intake, Journal, Night, Practice, Routine,
    SorenessRating, Supplement,
};
use crate::text::message;

/// The data dictionary of these files of an export.
///
/// `table` makes the daily table, where one of them is made from it.
pub(super) fn file<'t>(
    journal: &Journal,
    table: &dyn Fn() -> &'t DailyTable,
    files: &BTreeSet<ExportKind>,
    form: ExportForm,
) -> Vec<u8> {
    let mut file = CsvFile::new(form);
    for header in ["file", "column", "unit", "eligibility", "description"] {
        file.field(header);
    }
    file.end_row();
    for kind in files {
        match kind {
            ExportKind::Activities => describe::<Activity>(&mut file),
            ExportKind::Sleep => describe::<Night>(&mut file),
            ExportKind::Soreness => describe::<SorenessRating>(&mut file),
            ExportKind::Supplements => describe::<Intake>(&mut file),
            ExportKind::Habits => describe::<Practice>(&mut file),
            ExportKind::CheckIns => describe::<CheckIn>(&mut file),
            ExportKind::Checklists => describe::<StepRow>(&mut file),
            ExportKind::HabitsCatalogue => describe::<Habit>(&mut file),
            ExportKind::SupplementsCatalogue => describe::<Supplement>(&mut file),
            ExportKind::Routines => describe::<Routine>(&mut file),
            ExportKind::Settings => describe::<SettingRow>(&mut file),
            ExportKind::Imports => describe::<ImportBatch>(&mut file),
            ExportKind::Daily => describe_daily(journal, table(), &mut file),
            // It describes itself by its own header.
            ExportKind::Dictionary => {}
        }
    }
    file.into_bytes()
}

fn describe<T: Sheet>(file: &mut CsvFile) {
    for column in T::columns() {
        let text = description(T::FILE, column.name);
        row(file, T::FILE, column.name, column.unit, "", &text);
    }
}

fn describe_daily(journal: &Journal, table: &DailyTable, file: &mut CsvFile) {
    for it in daily::descriptions(journal, table) {
        row(file, ExportKind::Daily, &it.name, &it.unit, it.eligibility, &it.text);
    }
}

/// One row of the dictionary.
fn row(file: &mut CsvFile, sheet: ExportKind, column: &str, unit: &str, eligibility: &str, description: &str) {
    for field in [&sheet.file_name(), column, unit, eligibility, description] {
        file.field(field);
    }
    file.end_row();
}

/// The words for a column: its own in this file, or those it has in every file.
pub(super) fn description(sheet: ExportKind, column: &str) -> String {
    let sheet = sheet.word();
    message(&format!("csv-{sheet}-{column}"), &[])
        .or_else(|| message(&format!("csv-{column}"), &[]))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Habit, HabitKind, Meta, Record, Settings, Slug};

    #[test]
    fn every_column_of_every_file_is_described() {
        let sauna = Habit {
            meta: Meta::manual(Slug::of("sauna")),
            name: "Sauna".into(),
            kind: HabitKind::YesNo,
            unit: String::new(),
            builtin: false,
            hidden: false,
        };
        let magnesium = Supplement {
            meta: Meta::manual(Slug::of("magnesium")),
            name: "Magnesium".into(),
            default_dose: None,
            unit: "=mg".into(),
            aliases: Vec::new(),
        };
        let records = [Record::Habit(sauna), Record::Supplement(magnesium)];
        let journal = Journal::of(records, Settings::for_zone("UTC"));
        let files = crate::export::tables(&journal, crate::export::Days::ALL);
        let dictionary = files.iter().find(|it| it.0 == ExportKind::Dictionary.file_name());
        let described = &dictionary.unwrap().1;
        let rows: Vec<_> = csv::Reader::from_reader(described.as_slice())
            .records()
            .map(Result::unwrap)
            .collect();
        for row in &rows {
            assert!(!row[4].is_empty(), "{} {}", &row[0], &row[1]);
        }
        let columns = files.iter().filter(|it| it.1 != *described).flat_map(|(name, bytes)| {
            let headers = csv::Reader::from_reader(bytes.as_slice()).headers().unwrap().clone();
            headers
                .iter()
                .map(|it| (name.clone(), it.to_owned()))
                .collect::<Vec<_>>()
        });
        let told: Vec<_> = rows.iter().map(|it| (it[0].to_owned(), it[1].to_owned())).collect();
        assert_eq!(told.len(), columns.clone().count());
        for column in columns {
            assert!(told.contains(&column), "{column:?}");
        }
        let dose = rows.iter().find(|it| &it[1] == "dose_magnesium").unwrap();
        assert_eq!((&dose[2], &dose[3]), ("'=mg", "all days"));
    }
}
