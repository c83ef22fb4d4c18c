//! The rows of a chart as CSV: UTF-8, RFC 4180, as the export writes it.
//!
//! What a spreadsheet would run is made harmless as everywhere. A chart's cells are all text; what is a
//! number stays one, also below zero.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::charts::Rows;
use crate::domain::csv_text::neutralise;

/// The whole file of `rows`.
pub fn csv(rows: &Rows) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for record in std::iter::once(&rows.headers).chain(&rows.rows) {
        let cells = record.iter().map(|it| cell(it).into_owned());
        writer.write_record(cells).expect("memory takes every byte");
    }
    writer.into_inner().expect("memory takes every byte")
}

fn cell(text: &str) -> Cow<'_, str> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Cow::Borrowed(text),
        _ => neutralise(text),
    }
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
