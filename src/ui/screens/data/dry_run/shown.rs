//! Which files and which of their records are listed, and how high each line is.

use std::collections::BTreeSet;

use egui::FontFamily;
use strum::VariantArray;

use crate::domain::import::words;
use crate::domain::{FileReport, ImportReport, Issue, RowReport, Standing};
use crate::fl;
use crate::theme;
use crate::ui::widgets::Tops;

/// How records stand to the journal: what can be listed alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Filter {
    New,
    Known,
    Completed,
    Twice,
    Differing,
    LeftOut,
    Remark,
}

impl Filter {
    /// Its words on a chip.
    pub fn name(self) -> String {
        match self {
            Self::New => fl!("dry-is-new"),
            Self::Known => fl!("dry-is-known"),
            Self::Completed => fl!("dry-is-completed"),
            Self::Twice => fl!("dry-is-twice"),
            Self::Differing => fl!("dry-is-differing"),
            Self::LeftOut => fl!("dry-is-left-out"),
            Self::Remark => fl!("dry-is-remark"),
        }
    }

    /// How a record stands.
    pub fn of(row: &RowReport) -> Self {
        match row.standing {
            Standing::New => Self::New,
            Standing::Conflict { .. } => Self::Differing,
            _ if row.twice => Self::Twice,
            Standing::Duplicate { .. } => Self::Known,
            Standing::Completes { .. } => Self::Completed,
        }
    }

    /// How an issue stands.
    pub fn of_issue(issue: &Issue) -> Self {
        if issue.left_out { Self::LeftOut } else { Self::Remark }
    }

    /// How much of a file it lists.
    pub fn count(self, file: &FileReport) -> usize {
        let rows = |wanted| file.rows.iter().filter(|it| Self::of(it) == wanted).count();
        let differing = |twice| {
            let rows = file.rows.iter().filter(|it| it.twice == twice);
            rows.filter(|it| Self::of(it) == Self::Differing).count()
        };
        let known = file.duplicates.saturating_sub(file.twice);
        match self {
            Self::New => file.new_records(),
            Self::Known => known.saturating_sub(rows(Self::Completed) + differing(false)),
            Self::Twice => file.twice.saturating_sub(differing(true)),
            Self::Completed | Self::Differing => rows(self),
            Self::LeftOut => file.left_out(),
            Self::Remark => file.remarks(),
        }
    }
}

/// How much of a report each filter lists.
pub fn counts(report: &ImportReport) -> Vec<(Filter, usize)> {
    let counted = Filter::VARIANTS
        .iter()
        .map(|&it| (it, report.files.iter().map(|file| it.count(file)).sum()));
    counted.filter(|(_, n)| *n > 0).collect()
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A file, by its number.
    File(usize),
    /// A record of a file.
    Row(usize, usize),
    /// Something that was left out of a file.
    Issue(usize, usize),
    /// What says that a file has more records than are listed.
    More(usize),
}

impl Item {
    /// The file it belongs to.
    pub fn file(self) -> usize {
        match self {
            Self::File(file) | Self::Row(file, _) | Self::Issue(file, _) | Self::More(file) => file,
        }
    }
}

/// What the lines are made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The reading that is shown.
    pub reading: u64,
    /// What is listed alone.
    pub filter: Option<Filter>,
    /// The files that are open where they would be closed, or the other way round.
    pub turned: BTreeSet<usize>,
    /// How wide a line is.
    pub width: f32,
}

impl Wanted {
    /// Whether the records of a file are listed below it.
    pub fn is_open(&self, report: &ImportReport, file: usize) -> bool {
        let opens_itself = self.filter.is_some() || report.files.len() == 1;
        opens_itself != self.turned.contains(&file)
    }
}

/// The lines that are shown.
#[derive(Default)]
pub struct Lines {
    /// Each.
    pub items: Vec<Item>,
    /// Where each begins.
    pub tops: Tops,
}

impl Lines {
    /// The lines of `report`.
    pub fn of(report: &ImportReport, wanted: &Wanted) -> Self {
        let mut items = Vec::new();
        for (n, file) in report.files.iter().enumerate() {
            if wanted.filter.is_some_and(|it| it.count(file) == 0) {
                continue;
            }
            items.push(Item::File(n));
            if wanted.is_open(report, n) {
                push_content(&mut items, n, file, wanted.filter);
            }
        }
        let tops = Tops::of(items.iter().map(|it| height(*it, report, wanted.width)));
        Self { items, tops }
    }
}

fn push_content(items: &mut Vec<Item>, n: usize, file: &FileReport, filter: Option<Filter>) {
    let is_wanted = |it: Filter| filter.is_none_or(|filter| filter == it);
    if !is_told_in_full(file) {
        let issues = file.issues.iter().enumerate();
        let issues = issues.filter(|(_, it)| is_wanted(Filter::of_issue(it)));
        items.extend(issues.map(|(issue, _)| Item::Issue(n, issue)));
    }
    let rows = file.rows.iter().enumerate();
    let rows = rows.filter(|(_, it)| is_wanted(Filter::of(it)));
    items.extend(rows.map(|(row, _)| Item::Row(n, row)));
    if file.new_records() + file.duplicates > file.rows.len()
        && !matches!(filter, Some(Filter::LeftOut | Filter::Remark))
        && !file.rows.is_empty()
    {
        items.push(Item::More(n));
    }
}

/// Whether the line of a file says all there is to it: one that gave nothing says why.
pub fn is_told_in_full(file: &FileReport) -> bool {
    file.is_refused() && file.issues.len() <= 1
}

/// What stands at the second line of a file: what it is and what it holds, or why it gives nothing.
pub fn about(file: &FileReport) -> String {
    let kind = crate::domain::words::named("data-kind", &file.kind);
    let mut parts = vec![kind];
    parts.extend(words::counts(file));
    let known = file.duplicates.saturating_sub(file.twice);
    parts.extend((known > 0).then(|| fl!("data-known-count", n = known)));
    parts.extend((file.twice > 0).then(|| fl!("data-twice-count", n = file.twice)));
    parts.extend(file.days.map(words::days));
    if file.is_refused() {
        parts.extend(file.issues.first().map(words::issue));
    }
    parts.join(" · ")
}

/// The second line of a record: where it stands in an archive, and why it is known.
pub fn below(row: &RowReport) -> String {
    let part = Some(row.part.clone()).filter(|it| !it.is_empty());
    let parts: Vec<_> = words::reason(row).into_iter().chain(part).collect();
    parts.join(" · ")
}

/// Above and below what a line says.
pub const PADDING: f32 = 8.0;
/// Left and right of it.
pub const SIDE: f32 = 16.0;
/// Room for a line of body text, and of small text.
pub const BODY_LINE: f32 = 20.0;
pub const NOTE_LINE: f32 = 17.0;
/// Where the words of a file begin, and those of a record.
pub const FILE_INDENT: f32 = 28.0;
pub const ROW_INDENT: f32 = 56.0;
/// The widths of how a record stands, and of when it was, where it has one line.
pub const STANDING: f32 = 116.0;
pub const WHEN: f32 = 184.0;
/// Under this width they stand above what it says.
const ONE_LINE_FROM: f32 = 640.0;

/// Whether a record has its columns below each other.
pub fn is_narrow(width: f32) -> bool {
    width < ONE_LINE_FROM
}

/// The width of what a record says.
pub fn what_width(width: f32) -> f32 {
    let columns = if is_narrow(width) { 0.0 } else { STANDING + WHEN };
    (width - 2.0 * SIDE - ROW_INDENT - columns).max(80.0)
}

/// How high a line is.
fn height(item: Item, report: &ImportReport, width: f32) -> f32 {
    let file = &report.files[item.file()];
    let content = match item {
        Item::File(_) => {
            let lines = theme::lines_of(&about(file), theme::BODY, width - 2.0 * SIDE - FILE_INDENT);
            BODY_LINE * (1 + lines) as f32 + PADDING
        }
        Item::Row(_, row) => {
            let row = &file.rows[row];
            let above = if is_narrow(width) { BODY_LINE } else { 0.0 };
            let room = what_width(width);
            let what = theme::lines_of(&words::what(row), theme::BODY, room) as f32 * BODY_LINE;
            let below = below(row);
            let below = if below.is_empty() {
                0.0
            } else {
                theme::lines_of(&below, theme::NOTE, room) as f32 * NOTE_LINE
            };
            above + what + below
        }
        Item::Issue(_, issue) => {
            let words = words::issue(&file.issues[issue]);
            let above = if is_narrow(width) { BODY_LINE } else { 0.0 };
            above + theme::lines_of(&words, theme::BODY, what_width(width) + issue_gain(width)) as f32 * BODY_LINE
        }
        Item::More(_) => BODY_LINE,
    };
    content + 2.0 * PADDING
}

/// How much wider a remark is than what a record says: it has no time of its own.
pub fn issue_gain(width: f32) -> f32 {
    if is_narrow(width) { 0.0 } else { WHEN }
}

/// The fonts that lines are painted with.
pub fn plain() -> FontFamily {
    FontFamily::Proportional
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{RecordKind, Verdict};

    fn row(standing: Standing) -> RowReport {
        RowReport {
            line: None,
            part: String::new(),
            kind: RecordKind::Night,
            sport: None,
            at: None,
            day: None,
            words: String::new(),
            standing,
            twice: false,
        }
    }

    fn report() -> ImportReport {
        let known = Standing::Duplicate { why: "Same".into() };
        let issue = Issue {
            line: Some(3),
            why: "No date".into(),
            left_out: true,
        };
        let sleep = FileReport {
            nights: 1,
            duplicates: 1,
            issues: vec![issue.clone()],
            rows_left_out: 1,
            rows: vec![row(Standing::New), row(known)],
            ..FileReport::of("sleep.csv", "csv", Verdict::Imported)
        };
        let letter = FileReport {
            issues: vec![issue],
            ..FileReport::of("letter.txt", "unknown", Verdict::Unsupported)
        };
        ImportReport {
            files: vec![sleep, letter],
            ..ImportReport::default()
        }
    }

    fn wanted(filter: Option<Filter>, turned: &[usize]) -> Wanted {
        Wanted {
            reading: 1,
            filter,
            turned: turned.iter().copied().collect(),
            width: 900.0,
        }
    }

    #[test]
    fn files_are_closed_until_they_are_opened_and_a_filter_opens_those_that_have_some() {
        let report = report();
        let items = |filter, turned: &[usize]| Lines::of(&report, &wanted(filter, turned)).items;
        assert_eq!(items(None, &[]), [Item::File(0), Item::File(1)]);
        assert_eq!(
            items(None, &[0, 1]),
            [
                Item::File(0),
                Item::Issue(0, 0),
                Item::Row(0, 0),
                Item::Row(0, 1),
                Item::File(1)
            ]
        );
        assert_eq!(items(Some(Filter::Known), &[]), [Item::File(0), Item::Row(0, 1)]);
        assert_eq!(items(Some(Filter::Known), &[0]), [Item::File(0)]);
        assert_eq!(
            items(Some(Filter::LeftOut), &[]),
            [Item::File(0), Item::Issue(0, 0), Item::File(1)]
        );
    }

    #[test]
    fn each_filter_says_how_much_it_lists() {
        let found = counts(&report());
        assert_eq!(found, [(Filter::New, 1), (Filter::Known, 1), (Filter::LeftOut, 2)]);
    }
}
