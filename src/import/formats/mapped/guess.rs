//! What the columns of a table seem to hold: by what they are called, in many languages, by the unit behind that
//! in brackets, and where that leaves it open by their values.
//!
//! It is a suggestion and nothing more: the runner sees it beside the values and says what is right.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::domain::import::{Mapping, TableField, TablePreview};
use crate::import::reading::item::plain;
use crate::import::reading::number::{decimal, is_blank};
use crate::import::reading::table::{Header, sample};

/// How many rows are shown.
const SHOWN: usize = 4;

/// How many rows a suggestion looks at.
const LOOKED_AT: usize = 50;

/// The paces of anybody who runs, walks or rides, seconds a kilometre.
const PACES: std::ops::RangeInclusive<f64> = 90.0..=1200.0;

static NAMES: LazyLock<BTreeMap<TableField, Vec<String>>> = LazyLock::new(|| {
    let text = include_str!("../../../../assets/columns/tables.toml");
    let mut names: BTreeMap<TableField, Vec<String>> =
        toml::from_str(text).expect("the shipped names are read by a test");
    for name in names.values_mut().flatten() {
        *name = plain(name);
    }
    names
});

/// The beginning of a table that looks like one, and what its columns seem to hold.
pub(in crate::import) fn preview(bytes: &[u8]) -> Option<TablePreview> {
    let header = Header::of(bytes)?;
    let mut rows = sample(bytes);
    if !is_table(&header, &rows) {
        return None;
    }
    let suggested = suggested(&header, &rows[..rows.len().min(LOOKED_AT)]);
    rows.truncate(SHOWN);
    Some(TablePreview {
        suggested,
        rows,
        is_applied: false,
    })
}

/// The beginning of a table that was read by `mapping`.
pub(in crate::import) fn applied(bytes: &[u8], mapping: &Mapping) -> TablePreview {
    let mut rows = sample(bytes);
    rows.truncate(SHOWN);
    TablePreview {
        suggested: mapping.clone(),
        rows,
        is_applied: true,
    }
}

/// Whether most lines have as many cells as the header: prose with a comma in its first line has not.
fn is_table(header: &Header, rows: &[Vec<String>]) -> bool {
    let columns = header.names().len();
    let full = rows
        .iter()
        .filter(|it| it.len() > 1 && it.len().abs_diff(columns) <= 1)
        .count();
    !rows.is_empty() && 4 * full >= 3 * rows.len()
}

fn suggested(header: &Header, rows: &[Vec<String>]) -> Mapping {
    let mut mapping = Mapping::of(header.names());
    for (at, name) in header.names().iter().enumerate() {
        let field = field_of(name);
        // Two columns of one name: the first.
        mapping.fields[at] = field.filter(|it| mapping.place(*it).is_none());
    }
    let time = mapping.place(TableField::Time);
    if let Some(at) = time.filter(|_| mapping.place(TableField::Duration).is_none())
        && is_length(at, &mapping, rows)
    {
        mapping.fields[at] = Some(TableField::Duration);
    }
    mapping
}

/// What a column of this name holds.
fn field_of(name: &str) -> Option<TableField> {
    let (base, unit) = without_unit(name);
    let known = |name: &str| {
        let name = plain(name);
        NAMES.iter().find(|it| it.1.contains(&name)).map(|it| *it.0)
    };
    let field = known(base).or_else(|| known(name))?;
    Some(with_unit(field, &plain(unit)))
}

/// "Distance", "mi" of "Distance (mi)"; without a unit that is empty.
fn without_unit(name: &str) -> (&str, &str) {
    let Some((base, rest)) = name.split_once(['(', '[']) else {
        return (name, "");
    };
    (base, rest.trim_end_matches([')', ']', ' ']))
}

/// A field whose column has its unit in its name.
fn with_unit(field: TableField, unit: &str) -> TableField {
    use TableField::{DistanceKm, DistanceM, DistanceMi, Duration, Time, WeightKg, WeightLb};
    match (field, unit) {
        (DistanceKm | DistanceM, "mi" | "mile" | "miles") => DistanceMi,
        (DistanceKm, "m" | "meter" | "meters" | "metres") => DistanceM,
        (WeightKg, "lb" | "lbs" | "pounds") => WeightLb,
        (Time, "min" | "mins" | "minutes" | "h" | "hours" | "s" | "sec" | "mmss" | "hmmss" | "hhmmss") => Duration,
        _ => field,
    }
}

/// Whether the clocks of a column are lengths of time: 56:12 is no time of day, 0:31:40 hardly ever is one, and
/// 22:10 is none where it fits to the distance beside it.
fn is_length(at: usize, mapping: &Mapping, rows: &[Vec<String>]) -> bool {
    let clocks: Vec<(usize, Vec<f64>)> = rows
        .iter()
        .enumerate()
        .filter_map(|(n, row)| Some((n, parts(row.get(at)?)?)))
        .collect();
    let is_long = |parts: &[f64]| parts[0] >= 24.0 || parts.len() == 3 && parts[0] == 0.0;
    if clocks.iter().any(|it| is_long(&it.1)) {
        return true;
    }
    let far = [(TableField::DistanceKm, 1.0), (TableField::DistanceMi, 1.609_344)];
    let Some((place, km)) = far.into_iter().find_map(|(it, km)| Some((mapping.place(it)?, km))) else {
        return false;
    };
    let paces: Vec<f64> = clocks
        .iter()
        .filter_map(|(n, parts)| {
            let far = decimal(rows[*n].get(place)?).filter(|it| *it > 0.0)? * km;
            Some(parts.iter().fold(0.0, |sum, part| sum * 60.0 + part) / far)
        })
        .collect();
    let plausible = paces.iter().filter(|it| PACES.contains(it)).count();
    !paces.is_empty() && 5 * plausible >= 4 * paces.len()
}

/// The two or three numbers of a clock; `None` where it is none, or says morning or evening.
fn parts(text: &str) -> Option<Vec<f64>> {
    if is_blank(text) {
        return None;
    }
    let parts: Option<Vec<f64>> = text.trim().split(':').map(|it| it.parse().ok()).collect();
    parts.filter(|it| matches!(it.len(), 2 | 3))
}

#[cfg(test)]
mod tests {
    use super::TableField::*;
    use super::*;

    fn fields(table: &str) -> Vec<Option<TableField>> {
        preview(table.as_bytes()).unwrap().suggested.fields
    }

    #[test]
    fn names_are_known_in_many_languages_and_values_decide_what_a_time_is() {
        assert_eq!(
            fields(
                "Datum;Strecke;Zeit;Puls;Bemerkung\n03.02.2026;10,4;56:12;148;locker\n05.02.2026;6,2;0:31:40;162;\n"
            ),
            [Some(Date), Some(DistanceKm), Some(Duration), Some(AvgHr), Some(Notes)]
        );
        assert_eq!(
            fields("date,time,km\n2026-02-03,07:30,10\n2026-02-05,18:10,5\n")[1],
            Some(Time)
        );
        assert_eq!(
            fields("date,time,km\n2026-02-03,22:30,5\n2026-02-05,23:10,5\n")[1],
            Some(Duration)
        );
    }

    #[test]
    fn units_in_brackets_are_heeded() {
        assert_eq!(
            fields(
                "Date,Distance (mi),Time (min),Weight (lb),Sleep [h]\n2026-02-03,3,25,150,7\n2026-02-04,3,25,150,7\n"
            ),
            [
                Some(Date),
                Some(DistanceMi),
                Some(Duration),
                Some(WeightLb),
                Some(Asleep)
            ]
        );
    }

    #[test]
    fn prose_is_no_table() {
        assert!(
            preview(b"Permission is hereby granted, free of charge\nto any person obtaining\na copy, of this\n")
                .is_none()
        );
    }
}
