//! Journals nobody would keep, made so that each rule of the findings is met somewhere.

use afterrun::domain::habit::BUILTIN_HABITS;
use afterrun::domain::{
    Activity, Answer, Context, Habit, Id, Intake, Journal, Meta, Night, Practice, Record, Region, Scale, Settings,
    Side, Slug, SorenessRating, Sport, Stamp, Supplement, When,
};
use jiff::civil::{Date, date};

const LAST: Date = date(2026, 11, 25);

/// How often, or by what rule, something is done.
#[derive(Clone, Copy)]
pub enum Doing {
    /// On so many days of a hundred.
    Often(u64),
    /// The more often the longer the run.
    WithLoad,
    /// On one day of the week.
    Weekday(i64),
    /// On the first half of all days.
    FirstHalf,
    /// As the habit before it.
    Same,
    /// When the habit before it is not.
    Opposite,
    /// Only partly, as often as not.
    Partly,
    /// On the last days only.
    LastDays(i64),
}

/// What a journal is made of; shares are of a hundred.
pub struct Plan {
    pub seed: u64,
    pub days: i64,
    pub scale: Scale,
    pub other_scale: u64,
    pub no_entry: u64,
    pub no_sleep: u64,
    pub no_soreness: u64,
    pub no_answer: u64,
    pub no_rpe: u64,
    pub same_soreness: bool,
    pub habits: Vec<(&'static str, Doing)>,
    pub supplements: Vec<(&'static str, Doing)>,
    /// So many days in the middle without any entry.
    pub gap: i64,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            seed: 1,
            days: 300,
            scale: Scale::Nrs010,
            other_scale: 0,
            no_entry: 5,
            no_sleep: 5,
            no_soreness: 10,
            no_answer: 5,
            no_rpe: 2,
            same_soreness: false,
            habits: vec![("foam_rolling", Doing::WithLoad), ("legs_up", Doing::Often(40))],
            supplements: vec![("magnesium", Doing::Often(60))],
            gap: 0,
        }
    }
}

/// All of them, each with what is odd about it.
pub fn journals() -> Vec<(String, Journal)> {
    let mut all: Vec<_> = odd()
        .into_iter()
        .map(|(name, plan)| (name.to_owned(), plan.journal()))
        .collect();
    all.extend((0..24).map(|seed| (format!("chance {seed}"), by_chance(seed).journal())));
    all
}

fn odd() -> Vec<(&'static str, Plan)> {
    use Doing::{FirstHalf, LastDays, Often, Opposite, Partly, Same, Weekday, WithLoad};
    let habits = |habits: &[(&'static str, Doing)]| Plan {
        habits: habits.to_vec(),
        ..Plan::default()
    };
    let with = |change: fn(&mut Plan)| {
        let mut plan = Plan::default();
        change(&mut plan);
        plan
    };
    let many = BUILTIN_HABITS.iter().map(|it| (it.0, Often(50))).collect::<Vec<_>>();
    vec![
        ("one day", with(|it| it.days = 1)),
        ("two days", with(|it| it.days = 2)),
        ("thirty days", with(|it| it.days = 30)),
        ("sixty days", with(|it| it.days = 60)),
        ("no habits", habits(&[])),
        ("the same soreness", with(|it| it.same_soreness = true)),
        ("never any soreness", with(|it| it.no_soreness = 100)),
        ("five points", with(|it| it.scale = Scale::Pmsys15)),
        ("two scales", with(|it| it.other_scale = 40)),
        ("a long gap", with(|it| (it.days, it.gap) = (400, 120))),
        ("thousands of unknown days", with(|it| (it.days, it.gap) = (4000, 3600))),
        ("a few nights", with(|it| it.no_sleep = 30)),
        ("no nights", with(|it| it.no_sleep = 100)),
        ("no efforts", with(|it| it.no_rpe = 100)),
        ("few answers", with(|it| it.no_answer = 70)),
        ("mostly old", with(|it| (it.days, it.gap) = (1600, 500))),
        (
            "always",
            habits(&[("cool_down", Often(100)), ("social", Often(98)), ("snack", Often(0))]),
        ),
        (
            "twins",
            habits(&[("mindfulness", Often(50)), ("social", Same), ("legs_up", Often(30))]),
        ),
        (
            "opposites",
            habits(&[("mindfulness", Often(50)), ("social", Opposite), ("legs_up", Often(30))]),
        ),
        (
            "three alike",
            habits(&[("legs_up", Often(50)), ("mindfulness", Same), ("social", Same)]),
        ),
        (
            "stretches",
            habits(&[("mindfulness", FirstHalf), ("social", LastDays(40))]),
        ),
        (
            "tuesdays",
            habits(&[
                ("mindfulness", Weekday(2)),
                ("foam_rolling", Weekday(3)),
                ("social", Often(30)),
            ]),
        ),
        (
            "partly",
            habits(&[
                ("stretching", Partly),
                ("foam_rolling", WithLoad),
                ("cool_down", Partly),
            ]),
        ),
        (
            "rare",
            habits(&[("mindfulness", Often(4)), ("social", Often(96)), ("legs_up", Often(9))]),
        ),
        (
            "many",
            Plan {
                days: 700,
                no_answer: 1,
                habits: many,
                ..Plan::default()
            },
        ),
        (
            "weeks of it",
            Plan {
                supplements: vec![("omega_3", FirstHalf), ("bcaa", Often(30)), ("creatine", Often(50))],
                ..Plan::default()
            },
        ),
    ]
}

/// A plan of which nothing is known but its seed.
fn by_chance(seed: u64) -> Plan {
    let mut dice = Dice(seed.wrapping_mul(7919) + 3);
    let doing = |dice: &mut Dice| match dice.below(12) {
        0 => Doing::WithLoad,
        1 => Doing::Weekday(dice.below(7) as i64),
        2 => Doing::FirstHalf,
        3 => Doing::Same,
        4 => Doing::Opposite,
        5 => Doing::Partly,
        6 => Doing::LastDays(dice.below(90) as i64),
        _ => Doing::Often(dice.below(101)),
    };
    let few = |dice: &mut Dice, of: &[&'static str]| {
        let chosen: Vec<_> = of.iter().copied().filter(|_| dice.below(3) == 0).collect();
        chosen.into_iter().map(|it| (it, doing(dice))).collect::<Vec<_>>()
    };
    let habits = few(&mut dice, &BUILTIN_HABITS.map(|it| it.0));
    Plan {
        seed,
        days: 20 + dice.below(900) as i64,
        scale: [Scale::Nrs010, Scale::Nrs010, Scale::Pmsys15, Scale::Five15][dice.below(4) as usize],
        other_scale: [0, 0, 30, 50][dice.below(4) as usize],
        no_entry: dice.below(40),
        no_sleep: dice.below(30),
        no_soreness: dice.below(40),
        no_answer: dice.below(15),
        no_rpe: dice.below(10),
        same_soreness: false,
        habits,
        supplements: few(&mut dice, &["magnesium", "bcaa", "omega_3", "glutamine"]),
        gap: [0, 0, 50, 300][dice.below(4) as usize],
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((u128::from(self.0 >> 11) * u128::from(n)) >> 53) as u64
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// What is written down so far.
struct Pen {
    dice: Dice,
    records: Vec<Record>,
}

impl Plan {
    pub fn journal(&self) -> Journal {
        let mut pen = Pen {
            dice: Dice(self.seed),
            records: Vec::new(),
        };
        pen.catalogue(self);
        let middle = self.days / 2;
        let mut tired = 0.0;
        for at in 0..self.days {
            let run = if pen.dice.chance(55) {
                20 + pen.dice.below(90)
            } else {
                0
            };
            tired = 0.5 * tired + run as f64 / 60.0;
            let nothing = pen.dice.chance(self.no_entry) || (at >= middle && at < middle + self.gap);
            if at == 0 || at == self.days - 1 || !nothing {
                pen.day(self, at, run, tired);
            }
        }
        Journal::of(pen.records, Settings::for_zone("UTC"))
    }

    /// Whether it is done on day `at`; 2 is partly.
    fn does(&self, doing: Doing, at: i64, run: u64, before: u64, dice: &mut Dice) -> u64 {
        let yes = match doing {
            Doing::Often(percent) => dice.chance(percent),
            Doing::WithLoad => dice.chance(run.min(100)),
            Doing::Weekday(day) => at.rem_euclid(7) == day,
            Doing::FirstHalf => at < self.days / 2,
            Doing::Same => before == 1,
            Doing::Opposite => before != 1,
            Doing::Partly => return dice.below(3),
            Doing::LastDays(days) => at >= self.days - days,
        };
        u64::from(yes)
    }
}

impl Pen {
    fn meta(&mut self) -> Meta {
        let mut random = [0; 10];
        random[..8].copy_from_slice(&(self.records.len() as u64).to_be_bytes());
        Meta::from_source(Id::from_parts(1_700_000_000_000, random), "test")
    }

    fn catalogue(&mut self, plan: &Plan) {
        for (word, _) in &plan.habits {
            let builtin = BUILTIN_HABITS.iter().find(|it| it.0 == *word);
            self.records.push(Record::Habit(Habit {
                meta: Meta::from_source(Slug::of(word), "test"),
                name: word.replace('_', " "),
                kind: afterrun::domain::HabitKind::Minutes,
                unit: String::new(),
                builtin: builtin.is_some(),
                hidden: false,
            }));
        }
        for (word, _) in &plan.supplements {
            self.records.push(Record::Supplement(Supplement {
                meta: Meta::from_source(Slug::of(word), "test"),
                name: (*word).to_owned(),
                default_dose: None,
                unit: "mg".to_owned(),
                aliases: Vec::new(),
            }));
        }
    }

    fn day(&mut self, plan: &Plan, at: i64, run: u64, tired: f64) {
        let date = LAST.saturating_add(jiff::Span::new().days(at + 1 - plan.days));
        let stamp = |hour: i8| Stamp::from_civil(date.at(hour, 0, 0, 0), &jiff::tz::TimeZone::UTC).unwrap();
        if !self.dice.chance(plan.no_sleep) {
            let asleep_min = Some(330.0 + self.dice.below(200) as f64);
            let night = Night::new(self.meta(), date);
            self.records.push(Record::Night(Night { asleep_min, ..night }));
        }
        if !self.dice.chance(plan.no_soreness) {
            let rating = self.rating(plan, tired, stamp(7));
            self.records.push(Record::Soreness(rating));
        }
        if run > 0 {
            let rpe = (!self.dice.chance(plan.no_rpe)).then(|| 2.0 + self.dice.below(7) as f64);
            let activity = Activity::new(self.meta(), Sport::Run, stamp(17));
            let elapsed_s = Some(run as f64 * 60.0);
            self.records.push(Record::Activity(Activity {
                elapsed_s,
                rpe,
                ..activity
            }));
        }
        let mut before = 0;
        for &(word, doing) in &plan.habits {
            before = plan.does(doing, at, run, before, &mut self.dice);
            if !self.dice.chance(plan.no_answer) {
                let answer = if before == 0 { Answer::No } else { Answer::Yes };
                let practice = Practice::new(self.meta(), When::On(date), Slug::of(word), answer);
                let minutes = (before == 2).then_some(1.0);
                self.records.push(Record::Practice(Practice { minutes, ..practice }));
            }
        }
        for &(word, doing) in &plan.supplements {
            before = plan.does(doing, at, run, before, &mut self.dice);
            if !self.dice.chance(plan.no_answer) {
                let intake = Intake {
                    meta: self.meta(),
                    at: stamp(20),
                    supplement: Slug::of(word),
                    answer: if before == 1 { Answer::Yes } else { Answer::No },
                    dose: None,
                    unit: "mg".to_owned(),
                    notes: String::new(),
                };
                self.records.push(Record::Intake(intake));
            }
        }
    }

    fn rating(&mut self, plan: &Plan, tired: f64, at: Stamp) -> SorenessRating {
        let other = self.dice.chance(plan.other_scale);
        let scale = match (other, plan.scale) {
            (false, scale) => scale,
            (true, Scale::Pmsys15) => Scale::Nrs010,
            (true, _) => Scale::Pmsys15,
        };
        let (low, high) = scale.range();
        let sore = if plan.same_soreness {
            3.0
        } else {
            tired + self.dice.below(4) as f64
        };
        let score = if scale == Scale::Pmsys15 {
            high - sore
        } else {
            low + sore
        };
        SorenessRating {
            meta: self.meta(),
            at,
            region: Region::Overall,
            side: Side::None,
            score: score.round().clamp(low, high),
            scale,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        }
    }
}
