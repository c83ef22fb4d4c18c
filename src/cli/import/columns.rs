//! What the columns of a table hold, said on the command line: `--column Datum=date --column Strecke=distance_km`.
//!
//! A mapping belongs to a header, and that stands in the file; so the files are read once to find the tables that
//! have these columns, and once more by what was said. As in the window it is remembered for the next such table.

use strum::VariantArray as _;

use crate::cli::days::wrong_usage;
use crate::domain::ImportReport;
use crate::domain::import::{Mapping, TableField};
use crate::fl;

/// A column by its name, and what it holds.
#[derive(Clone, Debug)]
pub(super) struct Column {
    name: String,
    field: TableField,
}

/// What `--help` says: the fields there are.
pub(super) fn help() -> String {
    fl!("cli-import-column", fields = fields())
}

fn fields() -> String {
    let words = TableField::VARIANTS.iter().map(<&str>::from);
    words.collect::<Vec<&str>>().join(", ")
}

/// "Datum=date".
pub(super) fn column(text: &str) -> Result<Column, String> {
    let (name, field) = text.rsplit_once('=').ok_or_else(|| fl!("cli-bad-column"))?;
    let field = field
        .trim()
        .parse()
        .map_err(|_unknown| fl!("cli-bad-field", fields = fields()))?;
    Ok(Column {
        name: name.trim().to_owned(),
        field,
    })
}

/// The mappings of the tables that have all these columns. Where no table has them, the error names what there is.
pub(super) fn mappings(report: &ImportReport, columns: &[Column]) -> Result<Vec<Mapping>, clap::Error> {
    let headers: Vec<_> = report
        .files
        .iter()
        .filter_map(|it| Some(&it.table.as_ref()?.suggested.header))
        .collect();
    let mappings: Vec<_> = headers.iter().filter_map(|it| mapping(it, columns)).collect();
    if mappings.is_empty() {
        match headers.first() {
            Some(header) => return Err(wrong_usage(&fl!("cli-no-column", columns = header.join(", ")))),
            None => return Err(wrong_usage(&fl!("cli-no-table"))),
        }
    }
    if !mappings.iter().all(Mapping::is_enough) {
        return Err(wrong_usage(&fl!("mapping-needs")));
    }
    Ok(mappings)
}

fn mapping(header: &[String], columns: &[Column]) -> Option<Mapping> {
    let mut mapping = Mapping::of(header);
    for column in columns {
        let at = header.iter().position(|it| *it == column.name)?;
        mapping.fields[at] = Some(column.field);
    }
    Some(mapping)
}
