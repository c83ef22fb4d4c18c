//! The days of a journal, newest first, and the rows of those that a filter leaves.
//!
//! Thirty years are a hundred thousand records, so nothing here happens in a frame: the index is made
//! when the journal changes, the rows when the filter does. A row is a few numbers; its words are made
//! when it comes into view.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::search::Search;
use crate::analysis::nights::night_of;
use crate::domain::protocol::{Step, after_run, kept};
use crate::domain::{
    Activity, ChecklistStep, Context, Id, Journal, Night, Outcome, Record, RecordKind, Region, Slug, SorenessRating,
    units, words,
};
use crate::fl;
use crate::ui::widgets::Tops;

/// The kinds of records that have a day, in the order of the filter.
pub const KINDS: [RecordKind; 7] = [
    RecordKind::Activity,
    RecordKind::Night,
    RecordKind::Soreness,
    RecordKind::Intake,
    RecordKind::Practice,
    RecordKind::CheckIn,
    RecordKind::Checklist,
];

/// Where a record stands in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    day: Date,
    order: i64,
    /// Its kind.
    pub kind: RecordKind,
    /// Its place among its kind.
    pub at: usize,
}

impl Item {
    /// The day it counts on.
    pub fn day(self) -> Date {
        self.day
    }

    /// The name of its record.
    pub fn id(self, journal: &Journal) -> Option<Id> {
        let n = self.at;
        Some(match self.kind {
            RecordKind::Activity => journal.activities.get(n)?.meta.id,
            RecordKind::Night => journal.nights.get(n)?.meta.id,
            RecordKind::Soreness => journal.soreness.get(n)?.meta.id,
            RecordKind::Intake => journal.intakes.get(n)?.meta.id,
            RecordKind::Practice => journal.practices.get(n)?.meta.id,
            RecordKind::CheckIn => journal.check_ins.get(n)?.meta.id,
            RecordKind::Checklist => journal.checklists.get(n)?.meta.id,
            _ => return None,
        })
    }

    /// The record itself.
    pub fn record(self, journal: &Journal) -> Option<Record> {
        let n = self.at;
        match self.kind {
            RecordKind::Activity => journal.activities.get(n).cloned().map(Record::Activity),
            RecordKind::Night => journal.nights.get(n).cloned().map(Record::Night),
            RecordKind::Soreness => journal.soreness.get(n).cloned().map(Record::Soreness),
            RecordKind::Intake => journal.intakes.get(n).cloned().map(Record::Intake),
            RecordKind::Practice => journal.practices.get(n).cloned().map(Record::Practice),
            RecordKind::CheckIn => journal.check_ins.get(n).cloned().map(Record::CheckIn),
            RecordKind::Checklist => journal.checklists.get(n).cloned().map(Record::Checklist),
            _ => None,
        }
    }
}

/// The names of the steps that runners added to the checklists they began.
fn own_steps(journal: &Journal) -> HashMap<(Id, String), String> {
    let begun = journal.checklists.iter().filter_map(|it| Some((it.meta.id, kept(it)?)));
    let own = begun.flat_map(|(id, steps)| {
        let own = steps.into_iter().filter_map(|it| Some((it.id, it.own?.name)));
        own.map(move |(step, name)| ((id, step), name)).collect::<Vec<_>>()
    });
    own.collect()
}

/// The names that lines speak of.
#[derive(Debug, Default)]
pub struct Names {
    habits: HashMap<Slug, (String, String)>,
    supplements: HashMap<Slug, String>,
    done: HashMap<Id, usize>,
    /// Steps of the runner's own, by checklist and id.
    own_steps: HashMap<(Id, String), String>,
}

impl Names {
    /// The names of `journal`.
    pub fn of(journal: &Journal) -> Self {
        let habits = journal.habits.iter();
        let supplements = journal.supplements.iter();
        let mut done: HashMap<Id, usize> = HashMap::new();
        for step in &journal.steps {
            if matches!(step.outcome, Some(Outcome::Done | Outcome::Partly)) {
                *done.entry(step.checklist_id).or_default() += 1;
            }
        }
        Self {
            habits: habits
                .map(|it| (it.meta.id.clone(), (words::habit(it), it.unit.clone())))
                .collect(),
            supplements: supplements.map(|it| (it.meta.id.clone(), it.name.clone())).collect(),
            done,
            own_steps: own_steps(journal),
        }
    }

    /// A habit's name.
    pub fn habit(&self, id: &Slug) -> String {
        let known = self.habits.get(id);
        known.map_or_else(|| words::named("habit", id.as_str()), |(name, _)| name.clone())
    }

    /// The unit of a habit's amounts.
    pub fn habit_unit(&self, id: &Slug) -> &str {
        self.habits.get(id).map_or("", |(_, unit)| unit)
    }

    /// A supplement's name.
    pub fn supplement(&self, id: &Slug) -> String {
        self.supplements.get(id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// How many steps of a checklist were done.
    pub fn steps_done(&self, checklist: Id) -> usize {
        self.done.get(&checklist).copied().unwrap_or(0)
    }

    /// A step's name.
    pub fn step(&self, row: &ChecklistStep) -> String {
        let own = self.own_steps.get(&(row.checklist_id, row.step.clone()));
        let builtin = || after_run().step(&row.step).map(Step::name);
        own.cloned().or_else(builtin).unwrap_or_else(|| row.step.clone())
    }

    /// The habits and supplements whose name holds what is searched for.
    pub fn matching(&self, holds: impl Fn(&str) -> bool) -> BTreeSet<Slug> {
        let habits = self
            .habits
            .iter()
            .filter(|(_, (name, _))| holds(name))
            .map(|(id, _)| id);
        let supplements = self
            .supplements
            .iter()
            .filter(|(_, name)| holds(name))
            .map(|(id, _)| id);
        habits.chain(supplements).cloned().collect()
    }
}

/// All records that have a day, newest first.
#[derive(Debug, Default)]
pub struct Index {
    items: Vec<Item>,
    days: BTreeMap<Date, (usize, usize)>,
    /// The names that lines speak of.
    pub names: Names,
}

impl Index {
    /// The index of `journal`.
    pub fn of(journal: &Journal) -> Self {
        let mut items = items(journal);
        items.sort_by_key(|it| std::cmp::Reverse((it.day, it.order, it.kind, it.at)));
        let mut days: BTreeMap<Date, (usize, usize)> = BTreeMap::new();
        for (n, item) in items.iter().enumerate() {
            days.entry(item.day).or_insert((n, n)).1 = n + 1;
        }
        Self {
            items,
            days,
            names: Names::of(journal),
        }
    }

    /// Whether nothing has a day.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether `day` holds something.
    pub fn holds(&self, day: Date) -> bool {
        self.days.contains_key(&day)
    }

    /// The records of `day`.
    fn of_day(&self, day: Date) -> &[Item] {
        self.days.get(&day).map_or(&[], |&(from, to)| &self.items[from..to])
    }

    /// A day in a few words: hours slept, how sore, how far.
    pub fn summary(&self, journal: &Journal, day: Date) -> String {
        let items = self.of_day(day);
        let of = |kind| items.iter().filter(move |it| it.kind == kind).map(|it| it.at);
        let nights: Vec<&Night> = of(RecordKind::Night).map(|n| &journal.nights[n]).collect();
        // As in every number: two sources of one night are one night.
        let slept = night_of(&nights).and_then(Night::hours);
        let ratings: Vec<&SorenessRating> = of(RecordKind::Soreness).map(|n| &journal.soreness[n]).collect();
        let runs = of(RecordKind::Activity)
            .map(|n| &journal.activities[n])
            .filter(|it| it.is_run());
        let metres: Vec<f64> = runs.filter_map(|it: &Activity| it.distance_m).collect();
        let parts = [
            slept.map(|hours| fl!("journal-day-slept", length = units::show_hours(hours))),
            sorest(&ratings).map(|it| {
                let top = units::show_number(it.scale.range().1);
                fl!("journal-day-sore", n = units::show_number(it.score), top = top)
            }),
            (!metres.is_empty()).then(|| {
                let far = units::show_distance(metres.iter().sum(), journal.settings.distance);
                fl!("journal-day-ran", far = far)
            }),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

/// The rating that stands for a day: of the whole body in the morning, else the sorest of the morning,
/// else the sorest.
fn sorest<'a>(ratings: &[&'a SorenessRating]) -> Option<&'a SorenessRating> {
    ratings.iter().copied().max_by(|a, b| {
        let rank = |it: &SorenessRating| {
            let morning = it.context == Context::Morning;
            (morning, morning && it.region == Region::Overall)
        };
        let severity = |it: &SorenessRating| it.scale.severity(it.score);
        rank(a).cmp(&rank(b)).then(severity(a).total_cmp(&severity(b)))
    })
}

fn items(journal: &Journal) -> Vec<Item> {
    let rule = journal.settings.day_rule;
    let mut items = Vec::new();
    let mut push = |kind, at, day, order: Option<i64>, untimed: i64| {
        items.push(Item {
            day,
            order: order.unwrap_or(untimed),
            kind,
            at,
        });
    };
    // What has no clock time stands where it belongs in a day: a night at its begin, a habit at its end.
    for (n, it) in journal.activities.iter().enumerate() {
        push(
            RecordKind::Activity,
            n,
            rule.day_of(it.started_at),
            Some(it.started_at.ms),
            0,
        );
    }
    for (n, it) in journal.nights.iter().enumerate() {
        push(RecordKind::Night, n, it.day, it.wake_at.map(|at| at.ms), i64::MIN);
    }
    for (n, it) in journal.soreness.iter().enumerate() {
        push(RecordKind::Soreness, n, it.day(rule), Some(it.at.ms), 0);
    }
    for (n, it) in journal.intakes.iter().enumerate() {
        push(RecordKind::Intake, n, rule.day_of(it.at), Some(it.at.ms), 0);
    }
    for (n, it) in journal.practices.iter().enumerate() {
        let at = it.when.stamp().map(|at| at.ms);
        push(RecordKind::Practice, n, it.when.day(rule), at, i64::MAX);
    }
    for (n, it) in journal.check_ins.iter().enumerate() {
        push(RecordKind::CheckIn, n, it.day, it.at.map(|at| at.ms), i64::MIN + 1);
    }
    for (n, it) in journal.checklists.iter().enumerate() {
        push(
            RecordKind::Checklist,
            n,
            rule.day_of(it.started_at),
            Some(it.started_at.ms),
            0,
        );
    }
    items
}

/// What the runner wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what holds this text.
    pub text: String,
    /// Only these kinds; all where none is named.
    pub kinds: BTreeSet<RecordKind>,
}

impl Filter {
    /// Whether it leaves everything.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.kinds.is_empty()
    }
}

/// One row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The head of a day.
    Day(Date),
    /// What can be recorded on it.
    Offer(Date),
    /// A record; whether it is the first and the last of its day's card.
    Record(Item, bool, bool),
}

/// The rows that a filter leaves.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows, newest first.
    pub list: Vec<Row>,
    /// Where each begins.
    pub tops: Tops,
    /// How many records of each kind hold the text, in the order of [`KINDS`].
    pub counts: [usize; KINDS.len()],
}

impl Rows {
    /// The rows of `index`. `shown` is the day on which something can be recorded; it has a head even
    /// where it holds nothing.
    pub fn of(index: &Index, journal: &Journal, filter: &Filter, shown: Date, height: fn(&Row) -> f32) -> Self {
        let search = Search::of(&filter.text, &index.names);
        let mut it = Self::default();
        let mut shown_to_come = filter.is_empty();
        for (&day, &(from, to)) in index.days.iter().rev() {
            if shown_to_come && day < shown {
                it.head(shown, shown);
            }
            shown_to_come &= day > shown;
            let left = index.items[from..to].iter().filter(|item| {
                let holds = search.finds(journal, item);
                let kind = KINDS.iter().position(|kind| *kind == item.kind);
                if let (Some(kind), true) = (kind, holds) {
                    it.counts[kind] += 1;
                }
                holds && (filter.kinds.is_empty() || filter.kinds.contains(&item.kind))
            });
            let left: Vec<Item> = left.copied().collect();
            if !left.is_empty() {
                it.head(day, shown);
                let last = left.len() - 1;
                let rows = left.iter().enumerate();
                it.list
                    .extend(rows.map(|(n, item)| Row::Record(*item, n == 0, n == last)));
            }
        }
        if shown_to_come {
            it.head(shown, shown);
        }
        it.tops = Tops::of(it.list.iter().map(height));
        it
    }

    fn head(&mut self, day: Date, shown: Date) {
        self.list.push(Row::Day(day));
        if day == shown {
            self.list.push(Row::Offer(day));
        }
    }

    /// The records that are listed, by kind and name.
    pub fn records(&self, journal: &Journal) -> Vec<(RecordKind, Id)> {
        let items = self.list.iter().filter_map(|row| match row {
            Row::Record(item, ..) => Some(item),
            Row::Day(_) | Row::Offer(_) => None,
        });
        items.filter_map(|it| Some((it.kind, it.id(journal)?))).collect()
    }

    /// The row of `day`, or of the next earlier day that has one.
    pub fn row_of(&self, day: Date) -> usize {
        let found = self
            .list
            .iter()
            .position(|row| matches!(row, Row::Day(it) if *it <= day));
        found.unwrap_or(self.list.len().saturating_sub(1))
    }
}
