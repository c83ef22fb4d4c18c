//! data-dictionary.csv: what each column of each file means.
//!
//! Name and unit come from the columns themselves, the description from the text file. The eligibility
//! of an exposure (a habit or a supplement in daily.csv) says on which days findings may compare it:
//! `run days` for what follows a run, `all days`, or `period` for what works over weeks.

use super::sheet::{CsvFile, Sheet};
use super::sheets::{SettingRow, StepRow};
use crate::domain::{Activity, CheckIn, Habit, ImportBatch, Intake, Night, Practice, SorenessRating, Supplement};
use crate::text::message;

/// The file's name.
const NAME: &str = "data-dictionary.csv";

/// The data dictionary of an export.
pub(super) fn file() -> (String, Vec<u8>) {
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
    describe::<SettingRow>(&mut file);
    describe::<ImportBatch>(&mut file);
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
fn description(sheet: &str, column: &str) -> String {
    message(&format!("csv-{sheet}-{column}"), &[])
        .or_else(|| message(&format!("csv-{column}"), &[]))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_every_file_is_described() {
        let (_, bytes) = file();
        for row in csv::Reader::from_reader(bytes.as_slice()).records() {
            let row = row.unwrap();
            assert!(!row[4].is_empty(), "{} {}", &row[0], &row[1]);
        }
    }
}
