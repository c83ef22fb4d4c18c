//! An import in words: what would come of it, and why.

use jiff::civil::Date;

use super::{Assumption, FileReport, ImportReport, Issue, RowReport, Standing, Verdict};
use crate::domain::settings::DistanceUnit;
use crate::domain::words::{beginning, clock, day_with_year, listed, named, sport};
use crate::domain::{Journal, RecordKind, RecordRef, entry};
use crate::fl;

/// What is new in a file, by kind: "12 runs", "140 nights".
pub fn counts(file: &FileReport) -> Vec<String> {
    let counted = [
        (file.runs, fl!("count-runs", n = file.runs)),
        (file.other_activities, fl!("count-sessions", n = file.other_activities)),
        (file.nights, fl!("count-nights", n = file.nights)),
        (file.soreness, fl!("count-soreness", n = file.soreness)),
        (file.intakes, fl!("count-intakes", n = file.intakes)),
        (file.practices, fl!("count-practices", n = file.practices)),
        (file.check_ins, fl!("count-check-ins", n = file.check_ins)),
        (file.others, fl!("count-others", n = file.others)),
    ];
    let there = counted.into_iter().filter(|(n, _)| *n > 0);
    there.map(|(_, words)| words).collect()
}

/// The same for all files together.
pub fn all_counts(report: &ImportReport) -> Vec<String> {
    let mut sum = FileReport::of("", "", Verdict::Imported);
    for it in &report.files {
        sum.runs += it.runs;
        sum.other_activities += it.other_activities;
        sum.nights += it.nights;
        sum.soreness += it.soreness;
        sum.intakes += it.intakes;
        sum.practices += it.practices;
        sum.check_ins += it.check_ins;
        sum.others += it.others;
    }
    counts(&sum)
}

/// What would come of it, in a few sentences.
pub fn summary(report: &ImportReport) -> Vec<String> {
    let (twice, completed, differing) = (report.twice(), report.completed(), report.differing());
    let (new, known) = (report.imported, report.duplicates.saturating_sub(twice));
    let told = [
        (new, fl!("dry-new", n = new)),
        (known, fl!("dry-known", n = known)),
        (completed, fl!("dry-completed", n = completed)),
        (twice, fl!("dry-twice", n = twice)),
        (differing, fl!("dry-differing", n = differing)),
    ];
    let there = told.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words);
    let left_out = left_out(report).map(|(what, n)| fl!("dry-left-out", what = what, n = n));
    there.chain(left_out).collect()
}

/// What an import brought: "12 runs and 140 nights are new", and what was left out.
pub fn imported(report: &ImportReport) -> String {
    let completed = report.completed();
    let news = match listed(&all_counts(report)) {
        Some(list) => fl!("notice-imported", list = list, n = report.imported),
        None if completed > 0 => fl!("notice-import-completed", n = completed),
        None if report.duplicates > 0 => fl!("notice-import-known", n = report.duplicates),
        None => fl!("notice-import-nothing"),
    };
    match left_out(report) {
        None => news,
        Some((what, n)) => fl!("notice-import-left-out", news = news, what = what, n = n),
    }
}

/// "2 files and 5 rows", and how many that is.
fn left_out(report: &ImportReport) -> Option<(String, usize)> {
    let files = report.files.iter().filter(|it| it.is_left_out()).count();
    let rows: usize = report.files.iter().map(|it| it.rows_left_out).sum();
    let counted = [
        (files, fl!("count-files", n = files)),
        (rows, fl!("count-rows", n = rows)),
    ];
    let there: Vec<_> = counted.into_iter().filter(|it| it.0 > 0).map(|it| it.1).collect();
    Some((listed(&there)?, files + rows))
}

/// How many records that were there got what they lacked.
pub fn completed(report: &ImportReport) -> String {
    fl!("dry-also-completed", n = report.completed())
}

/// "Sat 2 May 2026 to Tue 24 Nov 2026".
pub fn days((first, last): (Date, Date)) -> String {
    if first == last {
        return day_with_year(first);
    }
    fl!("dry-days", first = day_with_year(first), last = day_with_year(last))
}

/// What had to be assumed, as a sentence.
pub fn assumption(it: &Assumption) -> String {
    let n = it.records();
    match it {
        Assumption::Zone { zone, .. } => fl!("dry-zone", n = n, zone = zone_name(zone)),
        Assumption::Distance { unit, sure: true, .. } => fl!("dry-distance-sure", n = n, unit = unit_name(*unit)),
        Assumption::Distance { unit, sure: false, .. } => fl!("dry-distance", n = n, unit = unit_name(*unit)),
        Assumption::DateOrder {
            day_first: true, sure, ..
        } => fl!("dry-day-first", n = n, sure = sureness(*sure)),
        Assumption::DateOrder {
            day_first: false, sure, ..
        } => fl!("dry-month-first", n = n, sure = sureness(*sure)),
        Assumption::Untyped { sport: it, .. } => fl!("dry-untyped", n = n, sport = sport(*it).to_lowercase()),
    }
}

fn sureness(sure: bool) -> &'static str {
    if sure { "sure" } else { "open" }
}

/// "kilometres".
pub fn unit_name(unit: DistanceUnit) -> String {
    match unit {
        DistanceUnit::Km => fl!("dry-kilometres"),
        DistanceUnit::Mi => fl!("dry-miles"),
    }
}

/// A zone without its underlines: "America/New York".
pub fn zone_name(zone: &str) -> String {
    zone.trim_start_matches("Etc/").replace('_', " ")
}

/// How a record stands to what is known, in a word or two.
pub fn standing(row: &RowReport) -> String {
    match row.standing {
        Standing::New => fl!("dry-is-new"),
        Standing::Conflict { .. } => fl!("dry-is-differing"),
        _ if row.twice => fl!("dry-is-twice"),
        Standing::Duplicate { .. } => fl!("dry-is-known"),
        Standing::Completes { .. } => fl!("dry-is-completed"),
    }
}

/// Why a record stands so, in a sentence; nothing where it is new.
pub fn reason(row: &RowReport) -> Option<String> {
    match &row.standing {
        Standing::New => None,
        Standing::Duplicate { why } => Some(why.clone()),
        Standing::Completes { why, fields } => Some(fl!("dry-completes", fields = fields.as_str(), why = why.as_str())),
        Standing::Conflict { why, fields } => {
            let fields = beginning(fields);
            Some(fl!("dry-differs", fields = fields, why = why.as_str()))
        }
    }
}

/// What a record is and says: "Run · 10.2 km, 54:30".
pub fn what(row: &RowReport) -> String {
    let kind = row.sport.map_or_else(|| named("dry-kind", row.kind.word()), sport);
    if row.words.is_empty() {
        return kind;
    }
    format!("{kind} · {}", row.words)
}

/// When a record was: "Tue 24 Nov 2026, 07:30"; nothing where it belongs to no day.
pub fn when(row: &RowReport) -> String {
    match (row.day, row.at) {
        (Some(day), Some(at)) if at.civil_date() == day => {
            fl!("dry-at", day = day_with_year(day), clock = clock(at))
        }
        (Some(day), _) => day_with_year(day),
        (None, Some(at)) => day_with_year(at.civil_date()),
        (None, None) => String::new(),
    }
}

/// "Line 12: the date lies in the future".
pub fn issue(it: &Issue) -> String {
    match it.line {
        Some(line) => fl!("data-issue-line", line = line, why = it.why.as_str()),
        None => it.why.clone(),
    }
}

/// A record of an import that stays when that is undone, and why: "The run of 2026-11-24: changed since".
pub fn kept(journal: &Journal, it: &RecordRef) -> String {
    let entry = entry::words(journal, it);
    match it.kind {
        RecordKind::Habit | RecordKind::Supplement | RecordKind::Checklist => fl!("dry-kept-named", entry = entry),
        _ => fl!("dry-kept-changed", entry = entry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Stamp;

    fn file(runs: usize, nights: usize, soreness: usize) -> FileReport {
        FileReport {
            runs,
            nights,
            soreness,
            ..FileReport::of("", "", Verdict::Imported)
        }
    }

    fn with_rows_left_out(file: FileReport, rows_left_out: usize) -> FileReport {
        FileReport { rows_left_out, ..file }
    }

    fn report(files: Vec<FileReport>, duplicates: usize, rejected: usize) -> ImportReport {
        ImportReport {
            imported: files.iter().map(FileReport::new_records).sum(),
            files,
            duplicates,
            rejected,
        }
    }

    #[test]
    fn an_import_is_told_in_one_sentence() {
        for (report, sentence) in [
            (
                report(vec![file(11, 0, 0), file(1, 140, 0)], 0, 0),
                "12 runs and 140 nights are new",
            ),
            (report(vec![file(1, 0, 0)], 0, 0), "1 run is new"),
            (
                report(vec![with_rows_left_out(file(1, 2, 3), 1)], 0, 1),
                "1 run, 2 nights and 3 soreness ratings are new. 1 row was left out",
            ),
            (
                report(vec![file(0, 0, 0)], 7, 0),
                "Nothing is new: all 7 entries were here already",
            ),
            (
                report(vec![], 0, 0),
                "Nothing was imported: there was nothing for a journal in it",
            ),
        ] {
            assert_eq!(imported(&report), sentence);
        }
    }

    #[test]
    fn what_would_come_of_it_is_told_with_what_is_there_and_what_is_left_out() {
        let mut twice = file(0, 0, 0);
        twice.completed = 1;
        twice.twice = 4;
        let letter = FileReport::of("letter.txt", "unknown", Verdict::Unsupported);
        assert_eq!(
            summary(&report(
                vec![with_rows_left_out(file(12, 0, 0), 5), twice, letter],
                7,
                6
            )),
            [
                "12 records are new.",
                "3 are in your journal already.",
                "1 of those gets what it lacked.",
                "4 stand in several of these files and are taken once.",
                "1 file and 5 rows are left out.",
            ]
        );
        assert_eq!(summary(&report(Vec::new(), 0, 0)), [""; 0]);
    }

    #[test]
    fn what_is_assumed_is_a_sentence_with_how_much_rests_on_it() {
        let zone = String::from("America/New_York");
        for (it, sentence) in [
            (
                Assumption::Zone { zone, records: 1 },
                "1 record has clock times without a time zone. They are read as times in America/New York.",
            ),
            (
                Assumption::Distance {
                    unit: DistanceUnit::Mi,
                    sure: false,
                    records: 4,
                },
                "4 records have a distance without its unit. It is taken for miles; nothing in the file proves it.",
            ),
            (
                Assumption::DateOrder {
                    day_first: true,
                    sure: true,
                    records: 9,
                },
                "9 records have dates like 03/04/2025. They are read with the day first, as other dates of the file are.",
            ),
        ] {
            assert_eq!(assumption(&it), sentence);
        }
    }

    #[test]
    fn a_row_says_when_it_was_what_it_is_and_why_it_is_known() {
        let at = Stamp::parse_rfc3339("2026-11-24T07:30:00+01:00");
        let row = RowReport {
            line: Some(3),
            part: String::new(),
            kind: RecordKind::Activity,
            sport: Some(crate::domain::Sport::Run),
            at,
            day: at.map(Stamp::civil_date),
            words: "10.2 km, 54:30".to_owned(),
            standing: Standing::Completes {
                why: "Same start".to_owned(),
                fields: "climb".to_owned(),
            },
            twice: false,
        };
        assert_eq!(when(&row), "Tue 24 Nov 2026, 07:30");
        assert_eq!(what(&row), "Run · 10.2 km, 54:30");
        assert_eq!(reason(&row).as_deref(), Some("It gets climb. Same start"));
    }
}
