//! Whatever a journal file takes comes back from its export to the last byte: texts that try to be
//! something else, numbers of any length, records that say the same.

use std::sync::LazyLock;

use afterrun::domain::{
    Activity, Answer, CheckIn, Habit, HabitKind, Id, Intake, Journal, Meta, Night, Outcome, Practice, Rating, Record,
    Scale, Settings, Slug, SorenessRating, Sport, Stamp, Supplement, When,
};
use afterrun::export::{Days, tables};
use jiff::civil::date;
use proptest::prelude::*;

use crate::copies::{WAYS, assert_equal, read_back};
use crate::fixture::{NOW, Place, one_of_each, put};
use crate::help::applied;

/// A journal file as it is begun.
static NEW: LazyLock<Journal> = LazyLock::new(|| Place::new().open().load().unwrap());

/// What records are made of.
#[derive(Debug)]
struct Stuff {
    texts: Vec<String>,
    /// 0 to 1.
    shares: Vec<f64>,
    offset_min: i16,
    next: usize,
}

impl Stuff {
    fn text(&mut self) -> String {
        self.next += 1;
        self.texts[self.next % self.texts.len()].clone()
    }

    /// A text that is not empty.
    fn name(&mut self) -> String {
        Some(self.text()).filter(|it| !it.is_empty()).unwrap_or("=".into())
    }

    /// A number in this range, or none.
    fn number(&mut self, low: f64, high: f64) -> Option<f64> {
        self.next += 1;
        let share = self.shares[self.next % self.shares.len()];
        (!self.next.is_multiple_of(5)).then_some((low + share * (high - low)).clamp(low, high))
    }

    fn whole(&mut self, low: f64, high: f64) -> Option<i64> {
        self.number(low, high).map(|it| it as i64)
    }

    fn rating(&mut self) -> Option<Rating> {
        let scale = Scale::Hooper17;
        self.number(1.0, 7.0).map(|value| Rating { value, scale })
    }

    /// Some time within a few days, to the millisecond.
    fn at(&mut self) -> Stamp {
        self.next += 1;
        let share = self.shares[self.next % self.shares.len()];
        Stamp {
            ms: NOW - (share * 3e8) as i64,
            offset_min: self.offset_min,
        }
    }

    fn about<I>(&mut self, meta: &mut Meta<I>) {
        meta.source = self.name();
        // Two records may have the same name in their source, and of the same file.
        meta.external_id = Some(self.name());
        meta.file_hash = Some(self.text()).filter(|it| !it.is_empty());
        let number = self.number(-1e300, 1e300);
        meta.detail = number.map(|number| serde_json::json!({ self.text(): [self.text(), number, null, true] }));
    }

    fn activity(&mut self, it: &mut Activity) {
        self.about(&mut it.meta);
        *it = Activity {
            elapsed_s: self.number(0.0, 31_622_400.0),
            moving_s: self.number(0.0, 1e5),
            distance_m: self.number(0.0, 4e7),
            tags: vec![self.text(), self.text()],
            rpe: self.number(0.0, 10.0),
            feel: self.whole(1.0, 5.0),
            avg_hr: self.number(20.0, 250.0),
            max_hr: self.number(20.0, 250.0),
            ascent_m: self.number(0.0, 1e5),
            cadence: self.number(0.0, 500.0),
            temperature_c: self.number(-90.0, 70.0),
            surface: self.text(),
            shoe: self.text(),
            title: self.text(),
            notes: self.text(),
            kind: None,
            // Those that begin together are told apart, too.
            ..Activity::new(it.meta.clone(), Sport::Run, self.at())
        };
    }

    fn night(&mut self, it: &mut Night) {
        self.about(&mut it.meta);
        let wake = self.at();
        it.wake_at = Some(wake);
        it.bed_at = Some(wake.plus_seconds(-30_000.5));
        it.asleep_min = self.number(0.0, 500.0);
        it.quality = self.whole(1.0, 5.0);
        it.awakenings = self.whole(0.0, 1000.0);
        it.notes = self.text();
    }

    fn soreness(&mut self, it: &mut SorenessRating) {
        self.about(&mut it.meta);
        it.at = self.at();
        it.score = self.number(0.0, 10.0).unwrap_or(3.0);
        it.notes = self.text();
    }

    fn intake(&mut self, it: &mut Intake) {
        self.about(&mut it.meta);
        it.at = self.at();
        it.dose = self.number(0.0, 1e6);
        it.unit = self.text();
        it.notes = self.text();
    }

    fn supplement(&mut self, it: &mut Supplement) {
        self.about(&mut it.meta);
        it.name = self.name();
        it.default_dose = self.number(0.0, 1e-9);
        it.unit = self.text();
        it.aliases = vec![self.text()];
    }

    fn habit(&mut self, it: &mut Habit) {
        self.about(&mut it.meta);
        it.name = self.name();
        it.kind = HabitKind::Amount;
        it.unit = self.text();
        it.hidden = self.next.is_multiple_of(2);
    }

    fn practice(&mut self, it: &mut Practice) {
        self.about(&mut it.meta);
        if self.next.is_multiple_of(2) {
            it.when = When::At(self.at());
        }
        it.answer = Answer::No;
        it.minutes = self.number(0.0, 2880.0);
        it.amount = self.number(0.0, 1e6);
        it.temperature_c = self.number(-200.0, 150.0);
        it.notes = self.text();
    }

    fn check_in(&mut self, it: &mut CheckIn) {
        self.about(&mut it.meta);
        it.at = Some(self.at());
        it.fatigue = self.rating();
        it.stress = self.rating();
        it.mood = self.rating();
        it.readiness = self.rating();
        it.resting_hr = self.number(20.0, 250.0);
        it.hrv_rmssd = self.number(0.0, 1000.0);
        it.weight_kg = self.number(10.0, 500.0);
        it.notes = self.text();
    }

    /// Fills in a record of any kind.
    fn fill(&mut self, record: &mut Record) {
        match record {
            Record::Activity(it) => self.activity(it),
            Record::Night(it) => self.night(it),
            Record::Soreness(it) => self.soreness(it),
            Record::Intake(it) => self.intake(it),
            Record::Supplement(it) => self.supplement(it),
            Record::Habit(it) => self.habit(it),
            Record::Practice(it) => self.practice(it),
            Record::CheckIn(it) => self.check_in(it),
            Record::Routine(it) => {
                self.about(&mut it.meta);
                for own in it.steps.iter_mut().filter_map(|it| it.own.as_mut()) {
                    (own.name, own.how) = (self.text(), self.text());
                }
            }
            Record::Checklist(it) => {
                self.about(&mut it.meta);
                it.protocol = self.name();
                it.closed_at = Some(self.at());
            }
            Record::ChecklistStep(it) => {
                self.about(&mut it.meta);
                it.step = self.name();
                it.paused_s = self.number(0.0, 1e10).unwrap_or(0.0);
                it.minutes = self.number(0.0, 2880.0);
                it.amount = self.number(0.0, 1e6);
                it.reason = self.text();
                it.outcome = Some(Outcome::Skipped);
            }
            Record::ImportBatch(it) => {
                self.about(&mut it.meta);
                it.file_name = self.text();
                it.kind = format!("x{}", self.text());
                it.issues = serde_json::json!([self.text()]);
            }
        }
    }
}

fn stuff() -> impl Strategy<Value = Stuff> {
    let text = prop_oneof![
        3 => "[=+@ \t\r\n;,|'\"＝－\u{feff}\u{a0}a-]{0,6}",
        1 => any::<String>(),
        1 => "-?[0-9]{1,3}([.,][0-9]{1,3}){0,2}",
    ];
    let share = prop_oneof![3 => 0.0..1.0_f64, 1 => Just(0.0), 1 => Just(1.0), 1 => Just(1.0 / 3.0)];
    let texts = prop::collection::vec(text, 7..20);
    let shares = prop::collection::vec(share, 7..20);
    (texts, shares, -1559_i16..=1559).prop_map(|(texts, shares, offset_min)| Stuff {
        texts,
        shares,
        offset_min,
        next: 0,
    })
}

/// The journal of a file that took all of these.
fn stored(stuff: &mut Stuff, sets: u8) -> Journal {
    let mut records: Vec<Record> = (1..=sets).flat_map(one_of_each).collect();
    for record in &mut records {
        stuff.fill(record);
    }
    let place = Place::new();
    let mut store = place.open();
    store.write(&put(records), NOW).unwrap();
    store.load().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_journal_is_the_same_in_each_way(mut stuff in stuff(), sets in 1_u8..5) {
        let journal = stored(&mut stuff, sets);
        for way in WAYS {
            let copy = applied(&NEW, &read_back(&journal, way, &NEW));
            assert_equal((tables(&journal, Days::ALL), tables(&copy, Days::ALL)));
        }
    }
}

#[test]
fn a_habit_that_was_never_answered_stands_in_the_catalogue_and_as_an_empty_column() {
    let sauna = Slug::of("sauna");
    let habit = Habit {
        meta: Meta::manual(sauna.clone()),
        name: "Sauna".into(),
        kind: HabitKind::YesNo,
        unit: String::new(),
        builtin: false,
        hidden: true,
    };
    let day = CheckIn::new(Meta::manual(Id::from_parts(NOW, [1; 10])), date(2026, 11, 24));
    let journal = Journal::of(
        [Record::Habit(habit), Record::CheckIn(day)],
        Settings::for_zone("Europe/Oslo"),
    );
    let files = tables(&journal, Days::ALL);
    let file = |name: &str| {
        let file = files.iter().find(|it| it.0 == name).unwrap();
        String::from_utf8(file.1.clone()).unwrap()
    };
    assert!(file("habits_catalogue.csv").contains("\nsauna,Sauna,yes_no,"));
    let daily = file("daily.csv");
    assert!(daily.lines().next().unwrap().ends_with(",habit_sauna"), "{daily}");
    assert!(daily.lines().nth(1).unwrap().ends_with(','), "{daily}");
    assert!(file("data-dictionary.csv").contains("\ndaily.csv,habit_sauna,0-1,"));
}
