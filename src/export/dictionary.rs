//! data-dictionary.csv: what each column of each file means.
//!
//! Name and unit come from the columns themselves, the description from the text file. The eligibility
//! of an exposure (a habit or a supplement in daily.csv) says on which days findings may compare it:
//! `run days` for what follows a run, `all days`, or `period` for what works over weeks.

use super::daily;
use super::sheet::{CsvFile, Sheet};
use super::sheets::{SettingRow, StepRow};
use crate::analysis::DailyTable;
use crate::domain::{
    Activity, CheckIn, Habit, ImportBatch, Intake, Journal, Night, Practice, Routine, SorenessRating, Supplement,
};
use crate::text::message;

/// The file's name.
const NAME: &str = "data-dictionary.csv";

/// The data dictionary of an export.
pub(super) fn file(journal: &Journal, table: &DailyTable) -> (String, Vec<u8>) {
    let mut file = CsvFile::new();
    for header in ["file", "column", "unit", "eligibility", "description"] {
        file.field(header);
    }
    file.end_row();
    describe::<Activity>(&mut file);
    describe::<Night>(&mut file);
    describe::<SorenessRating>(&mut file);
    describe::<Intake>(&mut file);
    describe::<Practice>(&mut file);
    describe::<CheckIn>(&mut file);
    describe::<StepRow>(&mut file);
    describe::<Habit>(&mut file);
    describe::<Supplement>(&mut file);
    describe::<Routine>(&mut file);
    describe::<SettingRow>(&mut file);
    describe::<ImportBatch>(&mut file);
    for column in daily::descriptions(journal, table) {
        let sheet = daily::NAME;
        row(
            &mut file,
            sheet,
            &column.name,
            &column.unit,
            column.eligibility,
            &column.text,
        );
    }
    (NAME.to_owned(), file.into_bytes())
}

fn describe<T: Sheet>(file: &mut CsvFile) {
    for column in T::columns() {
        let text = description(T::NAME, column.name);
        row(file, T::NAME, column.name, column.unit, "", &text);
    }
}

/// One row of the dictionary.
fn row(file: &mut CsvFile, sheet: &str, column: &str, unit: &str, eligibility: &str, description: &str) {
    for field in [&format!("{sheet}.csv"), column, unit, eligibility, description] {
        file.field(field);
    }
    file.end_row();
}

/// The words for a column: its own in this file, or those it has in every file.
pub(super) fn description(sheet: &str, column: &str) -> String {
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
        let described = file(&journal, &DailyTable::of(&journal)).1;
        let rows: Vec<_> = csv::Reader::from_reader(described.as_slice())
            .records()
            .map(Result::unwrap)
            .collect();
        for row in &rows {
            assert!(!row[4].is_empty(), "{} {}", &row[0], &row[1]);
        }
        let files = crate::export::tables(&journal, crate::export::Days::ALL);
        let columns = files.iter().filter(|it| it.0 != NAME).flat_map(|(name, bytes)| {
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
