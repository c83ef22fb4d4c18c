//! What all files of an import gave together.

use jiff::civil::Date;

use super::{Assumption, FileReport, ImportReport, RowReport, Standing};

impl ImportReport {
    /// How many records that were known get what they lacked.
    pub fn completed(&self) -> usize {
        self.files.iter().map(|it| it.completed).sum()
    }

    /// How many records say something else than the journal does.
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
