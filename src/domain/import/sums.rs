//! What all files of an import gave together.

use jiff::civil::Date;

use super::{Assumption, FileReport, ImportReport, RowReport, Standing, Verdict};

impl ImportReport {
    /// How many records are told by several of its files.
    pub fn twice(&self) -> usize {
        self.files.iter().map(|it| it.twice).sum()
    }

    /// How many records of the journal get what they lacked.
    pub fn completed(&self) -> usize {
        self.files.iter().map(|it| it.completed).sum()
    }

    /// How many records say something else than what is known.
    pub fn differing(&self) -> usize {
        let rows = self.files.iter().flat_map(|it| &it.rows);
        rows.filter(|it| matches!(it.standing, Standing::Conflict { .. }))
            .count()
    }

    /// The first and the last day that its records belong to.
    pub fn days(&self) -> Option<(Date, Date)> {
        let each = self.files.iter().filter_map(|it| it.days);
        each.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// What had to be assumed, each thing once.
    pub fn assumptions(&self) -> Vec<Assumption> {
        let mut all: Vec<Assumption> = Vec::new();
        for it in self.files.iter().flat_map(|it| &it.assumptions) {
            match all.iter_mut().find(|same| same.is_same(it)) {
                Some(same) => same.add(it.records()),
                None => all.push(it.clone()),
            }
        }
        all
    }

    /// Whether rows can be saved that gave nothing.
    pub fn has_left_out_rows(&self) -> bool {
        self.files.iter().any(FileReport::has_left_out_rows)
    }
}

impl FileReport {
    /// Whether it gave nothing.
    pub fn is_refused(&self) -> bool {
        matches!(self.verdict, Verdict::Rejected | Verdict::Unsupported)
    }

    /// Whether it was left out whole, not row by row.
    pub fn is_left_out(&self) -> bool {
        self.is_refused() && self.rows_left_out == 0
    }

    /// How much of it was left out: its rows, or itself.
    pub fn left_out(&self) -> usize {
        self.rows_left_out + usize::from(self.is_left_out())
    }

    /// How many of its issues are remarks on what was read.
    pub fn remarks(&self) -> usize {
        self.issues.iter().filter(|it| !it.left_out).count()
    }

    /// Whether it has rows that gave nothing, as they stand in it.
    pub fn has_left_out_rows(&self) -> bool {
        !self.rejected_rows.rows.is_empty()
    }
}

impl RowReport {
    /// Why it is the same as what is there, and what it adds or says otherwise; nothing where it is new.
    pub fn reasons(&self) -> (&str, &str) {
        match &self.standing {
            Standing::New => ("", ""),
            Standing::Duplicate { why } => (why, ""),
            Standing::Completes { why, fields } | Standing::Conflict { why, fields } => (why, fields),
        }
    }
}
