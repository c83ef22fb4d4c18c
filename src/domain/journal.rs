//! The whole journal in memory.
//!
//! Decades of one person fit easily, so screens, statistics and export read sorted vectors and never
//! ask a database. Records in the trash stand apart: they are not part of any chart or file, but an
//! import must still know them.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::time::days_between;
use super::{
    Activity, CheckIn, Checklist, ChecklistStep, Delta, Habit, ImportBatch, Intake, Night, Practice, Record,
    RecordKind, Routine, Settings, Slug, SorenessRating, Supplement, protocol, routine,
};

/// "AFTR": what marks a file of SQLite as a journal of this program, in its header.
pub const APPLICATION_ID: u32 = 0x4146_5452;

/// Every record of a journal, each vector sorted by time and then by id.
#[derive(Clone, Debug, PartialEq)]
pub struct Journal {
    /// By start.
    pub activities: Vec<Activity>,
    /// By day, then waking.
    pub nights: Vec<Night>,
    /// By `at`.
    pub soreness: Vec<SorenessRating>,
    /// By name of id.
    pub supplements: Vec<Supplement>,
    /// By `at`.
    pub intakes: Vec<Intake>,
    /// By id.
    pub habits: Vec<Habit>,
    /// By journal day, then instant.
    pub practices: Vec<Practice>,
    /// By day, then `at`: the last of a day stands.
    pub check_ins: Vec<CheckIn>,
    /// By id.
    pub routines: Vec<Routine>,
    /// By start.
    pub checklists: Vec<Checklist>,
    /// By id: in the order they were touched.
    pub steps: Vec<ChecklistStep>,
    /// By id: in the order they came.
    pub imports: Vec<ImportBatch>,
    /// What was deleted and can be taken back.
    pub trash: Vec<Record>,
    /// What the data means.
    pub settings: Settings,
}

impl Journal {
    /// A journal without records.
    pub fn empty(settings: Settings) -> Self {
        Self {
            activities: Vec::new(),
            nights: Vec::new(),
            soreness: Vec::new(),
            supplements: Vec::new(),
            intakes: Vec::new(),
            habits: Vec::new(),
            practices: Vec::new(),
            check_ins: Vec::new(),
            routines: Vec::new(),
            checklists: Vec::new(),
            steps: Vec::new(),
            imports: Vec::new(),
            trash: Vec::new(),
            settings,
        }
    }

    /// A journal of these records, sorted; those with `deleted_at` go to its trash.
    pub fn of(records: impl IntoIterator<Item = Record>, settings: Settings) -> Self {
        let mut journal = Self::empty(settings);
        for record in records {
            journal.push(record);
        }
        journal.sort();
        journal
    }

    /// Brings the journal up to date with what a batch left behind.
    pub fn apply(&mut self, delta: Delta) {
        self.forget(&delta);
        for (_, record) in delta.rows {
            if let Some(record) = record {
                self.push(record);
            }
        }
        self.sort();
    }

    /// All live records, in the order of [`super::RecordKind`].
    pub fn records(&self) -> impl Iterator<Item = Record> {
        let habits = self.habits.iter().cloned().map(Record::Habit);
        let supplements = self.supplements.iter().cloned().map(Record::Supplement);
        let routines = self.routines.iter().cloned().map(Record::Routine);
        let imports = self.imports.iter().cloned().map(Record::ImportBatch);
        let activities = self.activities.iter().cloned().map(Record::Activity);
        let nights = self.nights.iter().cloned().map(Record::Night);
        let soreness = self.soreness.iter().cloned().map(Record::Soreness);
        let intakes = self.intakes.iter().cloned().map(Record::Intake);
        let practices = self.practices.iter().cloned().map(Record::Practice);
        let check_ins = self.check_ins.iter().cloned().map(Record::CheckIn);
        let checklists = self.checklists.iter().cloned().map(Record::Checklist);
        let steps = self.steps.iter().cloned().map(Record::ChecklistStep);
        habits
            .chain(supplements)
            .chain(routines)
            .chain(imports)
            .chain(activities)
            .chain(nights)
            .chain(soreness)
            .chain(intakes)
            .chain(practices)
            .chain(check_ins)
            .chain(checklists)
            .chain(steps)
    }

    /// The soreness ratings that count on `day`, in the order of time.
    pub fn soreness_of(&self, day: Date) -> Vec<&SorenessRating> {
        let rule = self.settings.day_rule;
        // A questionnaire may count a day later than its instant does.
        let near = |it: &SorenessRating| days_between(rule.day_of(it.at), day);
        let first = self.soreness.partition_point(|it| near(it) > 1);
        let around = self.soreness[first..].iter().take_while(|it| near(it) >= 0);
        around.filter(|it| it.day(rule) == day).collect()
    }

    /// The night that ended on `day`: the last one, naps aside.
    pub fn night_of(&self, day: Date) -> Option<&Night> {
        self.nights.iter().rev().find(|it| it.day == day && !it.nap)
    }

    /// The check-in that stands for `day`: the last one.
    pub fn check_in_of(&self, day: Date) -> Option<&CheckIn> {
        self.check_ins.iter().rev().find(|it| it.day == day)
    }

    /// The habits of the catalogue, and those in the trash that practices, routines or the checklists begun
    /// with one still name; by id.
    pub fn habits_in_use(&self) -> Vec<&Habit> {
        let kept = self.checklists.iter().filter_map(protocol::kept);
        let in_kept: HashSet<Slug> = kept
            .flat_map(|steps| routine::habits(&steps).cloned().collect::<Vec<_>>())
            .collect();
        let is_named = |id: &Slug| {
            self.practices.iter().any(|it| it.habit == *id)
                || self
                    .routines
                    .iter()
                    .any(|it| routine::habits(&it.steps).any(|it| it == id))
                || in_kept.contains(id)
        };
        let in_trash = self.trash.iter().filter_map(|it| match it {
            Record::Habit(it) if is_named(&it.meta.id) => Some(it),
            _ => None,
        });
        let mut all: Vec<_> = self.habits.iter().chain(in_trash).collect();
        all.sort_by(|a, b| a.meta.id.cmp(&b.meta.id));
        all
    }

    /// The supplements of the catalogue, and those in the trash that intakes still name; by id.
    pub fn supplements_in_use(&self) -> Vec<&Supplement> {
        let is_named = |id: &Slug| self.intakes.iter().any(|it| it.supplement == *id);
        let in_trash = self.trash.iter().filter_map(|it| match it {
            Record::Supplement(it) if is_named(&it.meta.id) => Some(it),
            _ => None,
        });
        let mut all: Vec<_> = self.supplements.iter().chain(in_trash).collect();
        all.sort_by(|a, b| a.meta.id.cmp(&b.meta.id));
        all
    }

    fn forget(&mut self, delta: &Delta) {
        let gone = Gone::of(delta);
        self.habits.retain(|it| gone.keeps(RecordKind::Habit, &it.meta.id));
        self.supplements
            .retain(|it| gone.keeps(RecordKind::Supplement, &it.meta.id));
        self.routines.retain(|it| gone.keeps(RecordKind::Routine, &it.meta.id));
        self.imports
            .retain(|it| gone.keeps(RecordKind::ImportBatch, &it.meta.id));
        self.activities
            .retain(|it| gone.keeps(RecordKind::Activity, &it.meta.id));
        self.nights.retain(|it| gone.keeps(RecordKind::Night, &it.meta.id));
        self.soreness.retain(|it| gone.keeps(RecordKind::Soreness, &it.meta.id));
        self.intakes.retain(|it| gone.keeps(RecordKind::Intake, &it.meta.id));
        self.practices
            .retain(|it| gone.keeps(RecordKind::Practice, &it.meta.id));
        self.check_ins.retain(|it| gone.keeps(RecordKind::CheckIn, &it.meta.id));
        self.checklists
            .retain(|it| gone.keeps(RecordKind::Checklist, &it.meta.id));
        self.steps
            .retain(|it| gone.keeps(RecordKind::ChecklistStep, &it.meta.id));
        self.trash.retain(|it| gone.keeps(it.kind(), &it.id()));
    }

    fn push(&mut self, record: Record) {
        if record.is_deleted() {
            self.trash.push(record);
            return;
        }
        match record {
            Record::Habit(it) => self.habits.push(it),
            Record::Supplement(it) => self.supplements.push(it),
            Record::Routine(it) => self.routines.push(it),
            Record::ImportBatch(it) => self.imports.push(it),
            Record::Activity(it) => self.activities.push(it),
            Record::Night(it) => self.nights.push(it),
            Record::Soreness(it) => self.soreness.push(it),
            Record::Intake(it) => self.intakes.push(it),
            Record::Practice(it) => self.practices.push(it),
            Record::CheckIn(it) => self.check_ins.push(it),
            Record::Checklist(it) => self.checklists.push(it),
            Record::ChecklistStep(it) => self.steps.push(it),
        }
    }

    /// Puts every vector in its order, after they were filled by hand.
    pub fn sort(&mut self) {
        let rule = self.settings.day_rule;
        self.activities.sort_by_key(|it| (it.started_at.ms, it.meta.id));
        self.nights
            .sort_by_key(|it| (it.day, it.wake_at.map(|at| at.ms), it.meta.id));
        self.soreness.sort_by_key(|it| (it.at.ms, it.meta.id));
        self.supplements.sort_by(|a, b| a.meta.id.cmp(&b.meta.id));
        self.intakes.sort_by_key(|it| (it.at.ms, it.meta.id));
        self.habits.sort_by(|a, b| a.meta.id.cmp(&b.meta.id));
        // The many: the day of each is found once, and each is moved once.
        self.practices
            .sort_by_cached_key(|it| (it.when.day(rule), it.when.stamp().map(|at| at.ms), it.meta.id));
        self.check_ins
            .sort_by_key(|it| (it.day, it.at.map(|at| at.ms), it.meta.id));
        self.routines.sort_by(|a, b| a.meta.id.cmp(&b.meta.id));
        self.checklists.sort_by_key(|it| (it.started_at.ms, it.meta.id));
        self.steps.sort_by_key(|it| it.meta.id);
        self.imports.sort_by_key(|it| it.meta.id);
        self.trash.sort_by_cached_key(|it| (it.kind(), it.id()));
    }
}

/// The records of a delta by kind: two kinds may share an id.
struct Gone<'d>(HashMap<RecordKind, HashSet<&'d str>>);

impl<'d> Gone<'d> {
    fn of(delta: &'d Delta) -> Self {
        let mut ids: HashMap<_, HashSet<_>> = HashMap::new();
        for (it, _) in &delta.rows {
            ids.entry(it.kind).or_default().insert(it.id.as_str());
        }
        Self(ids)
    }

    fn keeps(&self, kind: RecordKind, id: &impl ToString) -> bool {
        // The text of an id is made only where this kind was touched at all.
        self.0
            .get(&kind)
            .is_none_or(|ids| !ids.contains(id.to_string().as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Context, Id, Meta, Region, Scale, Side, Sport, Stamp};

    fn run(ms: i64) -> Activity {
        Activity::new(Meta::manual(Id::fresh(ms)), Sport::Run, Stamp { ms, offset_min: 0 })
    }

    #[test]
    fn the_ratings_of_a_day_are_those_that_count_on_it() {
        let rated = |at: &str, source: &str| SorenessRating {
            meta: Meta::from_source(Id::fresh(0), source),
            at: Stamp::parse_rfc3339(at).unwrap(),
            region: Region::Overall,
            side: Side::None,
            score: 3.0,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        };
        let ratings = [
            rated("2026-11-22T21:00:00+01:00", "manual"),
            rated("2026-11-23T07:00:00+01:00", "manual"),
            rated("2026-11-24T01:30:00+01:00", "manual"),
            rated("2026-11-24T01:31:00+01:00", "pmsys"),
            rated("2026-11-24T07:00:00+01:00", "manual"),
        ];
        let journal = Journal::of(ratings.clone().map(Record::Soreness), Settings::for_zone("Europe/Oslo"));
        let of = |day| journal.soreness_of(jiff::civil::date(2026, 11, day));
        assert_eq!(of(23), [&ratings[1], &ratings[2]]);
        assert_eq!(of(24), [&ratings[3], &ratings[4]]);
        assert_eq!(of(25), Vec::<&SorenessRating>::new());
    }

    #[test]
    fn a_delta_replaces_removes_and_moves_to_the_trash() {
        let (first, second, third) = (run(1000), run(2000), run(3000));
        let records = [&third, &first, &second].map(|it| Record::Activity(it.clone()));
        let mut journal = Journal::of(records, Settings::for_zone("UTC"));
        assert_eq!(journal.activities, [first.clone(), second.clone(), third.clone()]);

        let moved = Activity {
            started_at: Stamp {
                ms: 9000,
                offset_min: 0,
            },
            ..first
        };
        let mut trashed = second.clone();
        trashed.meta.deleted_at = Some(1);
        let row = |it: &Activity, after: Option<&Activity>| {
            (
                Record::Activity(it.clone()).reference(),
                after.cloned().map(Record::Activity),
            )
        };
        journal.apply(Delta {
            rows: vec![
                row(&moved, Some(&moved)),
                row(&second, Some(&trashed)),
                row(&third, None),
            ],
        });
        assert_eq!(journal.activities, [moved]);
        assert_eq!(journal.trash, [Record::Activity(trashed)]);
    }
}
