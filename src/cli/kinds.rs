//! Kinds of records as they are typed: by the name of their CSV file, or by the word of a record.

use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::domain::{ExportKind, RecordKind};

/// Reads one of `kinds`; the help and the error list them.
pub(super) fn one_of(kinds: &[ExportKind]) -> impl TypedValueParser<Value = ExportKind> {
    let words = kinds.iter().map(|kind| {
        let record = kind.record().map(RecordKind::word).filter(|it| *it != kind.word());
        PossibleValue::new(kind.word()).aliases(record)
    });
    PossibleValuesParser::new(words).try_map(|word| ExportKind::from_str(&word))
}
