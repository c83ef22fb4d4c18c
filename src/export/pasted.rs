//! Records as they are pasted into a spreadsheet: the columns of their files, a table for each kind.

use std::collections::HashSet;

use super::sheet::{Context, Sheet, Sourced};
use super::sheets::step_rows;
use crate::domain::csv_text::tab_separated;
use crate::domain::{Id, Journal, RecordKind};

/// The rows of the records that are `chosen`, each kind under the header of its file and apart from the
/// next by an empty line; and how many rows there are.
pub fn pasted(journal: &Journal, chosen: &[(RecordKind, Id)]) -> (String, usize) {
    let mut pasted = Pasted {
        context: Context::of(journal),
        chosen: chosen.iter().copied().collect(),
        tables: Vec::new(),
        rows: 0,
    };
    pasted.add(&journal.activities);
    pasted.add(&journal.nights);
    pasted.add(&journal.soreness);
    pasted.add(&journal.intakes);
    pasted.add(&journal.practices);
    pasted.add(&journal.check_ins);
    pasted.add(&step_rows(journal));
    (pasted.tables.join("\n"), pasted.rows)
}

struct Pasted<'j> {
    context: Context<'j>,
    chosen: HashSet<(RecordKind, Id)>,
    tables: Vec<String>,
    rows: usize,
}

impl Pasted<'_> {
    fn add<T: Sheet + Sourced<Key = Id>>(&mut self, rows: &[T]) {
        let Some(kind) = T::FILE.record() else { return };
        let columns = T::columns();
        let chosen = rows.iter().filter(|it| self.chosen.contains(&(kind, it.meta().id)));
        let cells = chosen.map(|row| {
            let cells = columns.iter().map(|column| {
                let mut text = String::new();
                (column.cell)(row, &self.context).write_csv(&mut text);
                text
            });
            cells.collect::<Vec<_>>()
        });
        let cells: Vec<_> = cells.collect();
        if !cells.is_empty() {
            self.rows += cells.len();
            let header = columns.iter().map(|it| it.name.to_owned()).collect();
            self.tables.push(tab_separated(std::iter::once(header).chain(cells)));
        }
    }
}
