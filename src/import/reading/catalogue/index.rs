//! By which names the entries of a journal are found, those that stand first before the others.

use std::collections::{BTreeMap, HashMap};

use super::name::key;
use crate::domain::habit::BUILTIN_HABITS;
use crate::domain::{Habit, Journal, Meta, Record, Slug, Supplement, words};
use crate::{fl, text};

/// Whether a habit of the journal or of its trash has this word.
pub(super) fn has_habit(journal: &Journal, slug: &Slug) -> bool {
    let in_trash = |it: &Record| matches!(it, Record::Habit(it) if it.meta.id == *slug);
    journal.habits.iter().any(|it| it.meta.id == *slug) || journal.trash.iter().any(in_trash)
}

/// Whether a supplement of the journal or of its trash has this word.
pub(super) fn has_supplement(journal: &Journal, slug: &Slug) -> bool {
    let in_trash = |it: &Record| matches!(it, Record::Supplement(it) if it.meta.id == *slug);
    journal.supplements.iter().any(|it| it.meta.id == *slug) || journal.trash.iter().any(in_trash)
}

/// The habits by the keys of their names.
pub(super) fn habits(journal: &Journal, source: &str) -> HashMap<String, Habit> {
    let in_trash = journal.trash.iter().filter_map(|it| match it {
        Record::Habit(habit) => Some(habit),
        _ => None,
    });
    let all: Vec<_> = journal.habits.iter().chain(in_trash).collect();
    let mut index = HashMap::new();
    let mut add = |name: String, habit: &Habit| {
        if !name.is_empty() {
            index.entry(name).or_insert_with(|| habit.clone());
        }
    };
    for habit in &all {
        if let Some(name) = in_source(&habit.meta, source, "habit") {
            add(name, habit);
        }
    }
    let practices = journal.practices.iter().map(|it| (&it.meta, &it.habit));
    for (name, slug) in named_before(practices, source, "practice") {
        if let Some(habit) = all.iter().find(|it| it.meta.id == slug) {
            add(name, habit);
        }
    }
    for habit in journal.habits.iter().filter(|it| !it.builtin) {
        add(key(&habit.name), habit);
    }
    for habit in builtin(journal) {
        for name in names_of(&habit) {
            add(key(&name), &habit);
        }
    }
    for habit in &all {
        add(key(&habit.name), habit);
    }
    index
}

/// The supplements by the keys of their names and other names.
pub(super) fn supplements(journal: &Journal, source: &str) -> HashMap<String, Supplement> {
    let in_trash = journal.trash.iter().filter_map(|it| match it {
        Record::Supplement(supplement) => Some(supplement),
        _ => None,
    });
    let all: Vec<_> = journal.supplements.iter().chain(in_trash).collect();
    let mut index = HashMap::new();
    let mut add = |name: String, supplement: &Supplement| {
        if !name.is_empty() {
            index.entry(name).or_insert_with(|| supplement.clone());
        }
    };
    for supplement in &all {
        if let Some(name) = in_source(&supplement.meta, source, "supplement") {
            add(name, supplement);
        }
    }
    let intakes = journal.intakes.iter().map(|it| (&it.meta, &it.supplement));
    for (name, slug) in named_before(intakes, source, "intake") {
        if let Some(supplement) = all.iter().find(|it| it.meta.id == slug) {
            add(name, supplement);
        }
    }
    for supplement in &all {
        add(key(&supplement.name), supplement);
    }
    for supplement in &all {
        supplement.aliases.iter().for_each(|it| add(key(it), supplement));
    }
    index
}

/// The name an entry came with from `source`.
fn in_source(meta: &Meta<Slug>, source: &str, kind: &str) -> Option<String> {
    let name = meta.external_id.as_deref().filter(|_| meta.source == source)?;
    let name = name.strip_prefix(source)?.strip_prefix(':')?;
    Some(name.strip_prefix(kind)?.strip_prefix(':')?.to_owned())
}

/// What the names in `source` were taken for before: the entry that most of its records name, so that one of
/// them that the runner gave to another entry changes nothing.
fn named_before<'j>(
    records: impl Iterator<Item = (&'j Meta, &'j Slug)>,
    source: &str,
    kind: &str,
) -> Vec<(String, Slug)> {
    let mut counts: BTreeMap<&str, BTreeMap<&Slug, usize>> = BTreeMap::new();
    for (meta, slug) in records.filter(|it| it.0.source == source) {
        let mut pieces = meta.external_id.as_deref().unwrap_or_default().split(':');
        if let (Some(_), Some(of), Some(name)) = (pieces.next(), pieces.next(), pieces.next())
            && of == kind
        {
            *counts.entry(name).or_default().entry(slug).or_default() += 1;
        }
    }
    let most = |of: BTreeMap<&Slug, usize>| of.into_iter().max_by_key(|it| it.1).map(|it| it.0.clone());
    let named = counts
        .into_iter()
        .filter_map(|(name, of)| Some((name.to_owned(), most(of)?)));
    named.collect()
}

/// The habits of the program, as the journal has them.
fn builtin(journal: &Journal) -> impl Iterator<Item = Habit> {
    BUILTIN_HABITS.into_iter().map(|(word, kind, unit)| {
        let stands = journal.habits.iter().find(|it| it.meta.id.as_str() == word);
        stands.cloned().unwrap_or_else(|| Habit {
            meta: Meta::manual(Slug::of(word)),
            name: word.to_owned(),
            kind,
            unit: unit.to_owned(),
            builtin: true,
            hidden: false,
        })
    })
}

/// What the program calls one of its habits, and what is typed for it.
fn names_of(habit: &Habit) -> Vec<String> {
    let loose = fl!("import-loose-words");
    let is_loose = |it: &str| loose.split('|').any(|word| key(word) == key(it));
    let messages = [
        format!("quick-habit-{}", habit.meta.id),
        format!("import-habit-{}", habit.meta.id),
    ];
    let typed = messages.iter().filter_map(|it| text::message(it, &[]));
    let typed: Vec<_> = typed
        .flat_map(|it| it.split('|').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let named = [words::habit(habit)].into_iter();
    named.chain(typed.into_iter().filter(|it| !is_loose(it))).collect()
}
