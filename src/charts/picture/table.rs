//! The rows of a chart as CSV (UTF-8, RFC 4180, as the export writes it), and as they are pasted.
//!
//! What a spreadsheet would run is made harmless as everywhere. A chart's cells are all text; what is a
//! number stays one, also below zero.

use csv::{Terminator, WriterBuilder};

use crate::charts::Rows;
use crate::domain::csv_text::{harmless, tab_separated};

/// The whole file of `rows`.
pub fn csv(rows: &Rows) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for record in std::iter::once(&rows.headers).chain(&rows.rows) {
        let cells = record.iter().map(|it| harmless(it).into_owned());
        writer.write_record(cells).expect("memory takes every byte");
    }
    writer.into_inner().expect("memory takes every byte")
}

/// The rows with their headers, to be pasted into a spreadsheet.
pub fn pasted(rows: &Rows) -> String {
    let records = std::iter::once(&rows.headers).chain(&rows.rows);
    tab_separated(records.map(|record| record.iter().map(|it| harmless(it))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_numbers_and_text_is_never_run() {
        let rows = Rows {
            headers: vec!["day".to_owned(), "note".to_owned()],
            rows: vec![
                vec!["-1.5".to_owned(), "=1+1".to_owned()],
                vec![String::new(), "hills, \"long\"".to_owned()],
            ],
        };
        let file = String::from_utf8(csv(&rows)).unwrap();
        assert_eq!(file, "day,note\r\n-1.5,'=1+1\r\n,\"hills, \"\"long\"\"\"\r\n");
    }
}
