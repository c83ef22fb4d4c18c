//! A hand-made journal, and a harness around one screen.

#![expect(dead_code, reason = "each test file uses a part of it")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![expect(clippy::too_many_lines, reason = "a full day has one of everything")]

use std::path::PathBuf;

use afterrun::app::Model;
use afterrun::app::command::{Command, Commands};
use afterrun::domain::habit::BUILTIN_HABITS;
use afterrun::domain::{
    Activity, Answer, CheckIn, Checklist, ChecklistStep, Context, Habit, Id, ImportBatch, Intake, Journal, Meta, Night,
    Outcome, Practice, Rating, Record, Region, RunKind, Scale, Settings, Side, Slug, SorenessRating, Sport, Stamp,
    Supplement, When,
};
use afterrun::theme;
use egui_kittest::Harness;
use jiff::ToSpan as _;
use jiff::civil::{Date, Time, date, time};

pub const TODAY: Date = date(2026, 11, 25);

pub fn settings() -> Settings {
    Settings::for_zone("Europe/Oslo")
}

pub fn at(day: Date, time: Time) -> Stamp {
    Stamp::from_civil(day.to_datetime(time), &settings().time_zone()).unwrap()
}

/// Ids count up, so that a journal is the same every time.
pub struct Ids(u8, i64);

impl Ids {
    pub fn new() -> Self {
        Self(0, 1_700_000_000_000)
    }

    pub fn meta(&mut self) -> Meta {
        self.0 = self.0.wrapping_add(1);
        self.1 += 1;
        Meta::manual(Id::from_parts(self.1, [self.0; 10]))
    }
}

pub fn catalogues() -> Vec<Record> {
    let habits = BUILTIN_HABITS.iter().map(|(id, kind, unit)| {
        Record::Habit(Habit {
            meta: Meta::manual(Slug::of(id)),
            name: (*id).to_owned(),
            kind: *kind,
            unit: (*unit).to_owned(),
            builtin: true,
            hidden: false,
        })
    });
    let magnesium = Record::Supplement(Supplement {
        meta: Meta::manual(Slug::of("Magnesium")),
        name: "Magnesium".to_owned(),
        default_dose: Some(400.0),
        unit: "mg".to_owned(),
        aliases: Vec::new(),
    });
    habits.chain([magnesium]).collect()
}

/// A run with a note and tags, a night, a rating, a dose, a habit, a check-in, a checklist: one day.
pub fn full_day(ids: &mut Ids, day: Date) -> Vec<Record> {
    let run = Activity {
        elapsed_s: Some(6080.0),
        moving_s: Some(6000.0),
        distance_m: Some(18_200.0),
        kind: Some(RunKind::Long),
        rpe: Some(6.0),
        tags: vec!["hilly".to_owned()],
        title: "Around the lake".to_owned(),
        notes: "Windy on the ridge, calf quiet until the last hill".to_owned(),
        ..Activity::new(ids.meta(), Sport::Run, at(day, time(15, 7, 0, 0)))
    };
    let checklist = Checklist {
        meta: ids.meta(),
        run_id: Some(run.meta.id),
        protocol: "after_run".to_owned(),
        protocol_version: 1,
        started_at: at(day, time(16, 50, 0, 0)),
        closed_at: None,
    };
    let step = |ids: &mut Ids, name: &str, outcome| ChecklistStep {
        meta: ids.meta(),
        checklist_id: checklist.meta.id,
        step: name.to_owned(),
        started_at: None,
        paused_at: None,
        paused_s: 0.0,
        ended_at: Some(at(day, time(17, 5, 0, 0))),
        outcome: Some(outcome),
        minutes: None,
        amount: None,
        reason: String::new(),
    };
    let steps = [
        step(ids, "cool_down", Outcome::Done),
        step(ids, "hydration", Outcome::Done),
        step(ids, "ice_bath", Outcome::Skipped),
    ];
    let night = Night {
        bed_at: Some(at(day.yesterday().unwrap(), time(23, 5, 0, 0))),
        wake_at: Some(at(day, time(6, 40, 0, 0))),
        asleep_min: Some(430.0),
        quality: Some(4),
        awakenings: Some(1),
        ..Night::new(ids.meta(), day)
    };
    let soreness = |meta, region, side, score, hour, context| SorenessRating {
        meta,
        at: at(day, time(hour, 10, 0, 0)),
        region,
        side,
        score,
        scale: Scale::Nrs010,
        context,
        run_id: None,
        notes: String::new(),
    };
    let ratings = [
        soreness(ids.meta(), Region::Overall, Side::None, 2.0, 7, Context::Morning),
        soreness(ids.meta(), Region::Calf, Side::Left, 3.0, 19, Context::AfterRun),
    ];
    let intake = Intake {
        meta: ids.meta(),
        at: at(day, time(21, 30, 0, 0)),
        supplement: Slug::of("Magnesium"),
        answer: Answer::Yes,
        dose: Some(400.0),
        unit: "mg".to_owned(),
        notes: String::new(),
    };
    let rolling = Practice {
        minutes: Some(12.0),
        ..Practice::new(
            ids.meta(),
            When::At(at(day, time(18, 0, 0, 0))),
            Slug::of("foam_rolling"),
            Answer::Yes,
        )
    };
    let rating = |value| {
        Some(Rating {
            value,
            scale: Scale::Five15,
        })
    };
    let check_in = CheckIn {
        at: Some(at(day, time(7, 12, 0, 0))),
        fatigue: rating(4.0),
        stress: rating(2.0),
        mood: rating(2.0),
        resting_hr: Some(48.0),
        ..CheckIn::new(ids.meta(), day)
    };
    let mut records = vec![
        Record::Activity(run),
        Record::Checklist(checklist),
        Record::Night(night),
        Record::Intake(intake),
        Record::Practice(rolling),
        Record::CheckIn(check_in),
    ];
    records.extend(steps.map(Record::ChecklistStep));
    records.extend(ratings.map(Record::Soreness));
    records
}

/// A day of an imported questionnaire: a night and a rating on another scale.
pub fn imported_day(ids: &mut Ids, day: Date) -> Vec<Record> {
    let imported = |meta: Meta| Meta {
        source: "pmsys".to_owned(),
        batch_id: Some(7),
        ..meta
    };
    let night = Night {
        asleep_min: Some(390.0),
        ..Night::new(imported(ids.meta()), day)
    };
    let rating = SorenessRating {
        meta: imported(ids.meta()),
        at: at(day, time(8, 0, 0, 0)),
        region: Region::Overall,
        side: Side::None,
        score: 2.0,
        scale: Scale::Pmsys15,
        context: Context::Morning,
        run_id: None,
        notes: String::new(),
    };
    vec![Record::Night(night), Record::Soreness(rating)]
}

/// Months of full days and imported days, newest yesterday.
pub fn months(days: i64) -> Vec<Record> {
    let mut ids = Ids::new();
    let mut records = catalogues();
    for n in 1..=days {
        let day = TODAY.checked_sub(n.days()).unwrap();
        records.extend(match n % 3 {
            1 => full_day(&mut ids, day),
            2 => imported_day(&mut ids, day),
            _ => Vec::new(),
        });
    }
    records
}

/// The import that the imported days came from.
pub fn import_batch(ids: &mut Ids) -> Record {
    let meta = ids.meta();
    Record::ImportBatch(ImportBatch {
        meta: Meta {
            batch_id: Some(7),
            created_at: at(TODAY, time(9, 0, 0, 0)).ms,
            ..meta
        },
        file_name: "wellness.csv".to_owned(),
        kind: "pmsys_wellness".to_owned(),
        counts: serde_json::json!({"night": 140, "soreness": 150}),
        issues: serde_json::json!([]),
    })
}

pub fn model_of(records: Vec<Record>) -> Model {
    let now = at(TODAY, time(18, 30, 0, 0));
    let path = PathBuf::from("/home/anna/.local/share/afterrun/journal.afterrun");
    Model::new(Journal::of(records, settings()), path, now.ms).with_numbers()
}

/// One screen, what it shows and what was wished for on it.
pub struct World<S> {
    pub model: Model,
    pub screen: S,
    pub wishes: Vec<Command>,
}

pub type Screen<S> = fn(&mut egui::Ui, &Model, &mut S, &mut Commands);

pub struct Look {
    pub size: [f32; 2],
    pub zoom: f32,
    pub theme: egui::Theme,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: [1080.0, 800.0],
            zoom: 1.0,
            theme: egui::Theme::Light,
        }
    }
}

pub fn harness<S: Default + 'static>(screen: Screen<S>, model: Model, look: &Look) -> Harness<'static, World<S>> {
    let world = World {
        model,
        screen: S::default(),
        wishes: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(egui::Vec2::from(look.size) / look.zoom)
        .with_pixels_per_point(look.zoom)
        .with_theme(look.theme)
        .with_context_setup(theme::install)
        .with_max_steps(8)
        .build_ui_state(
            move |ui, world: &mut World<S>| {
                let ground = egui::Frame::new().fill(theme::palette(ui).ground);
                egui::CentralPanel::default().frame(ground).show(ui, |ui| {
                    let mut commands = Commands::default();
                    screen(ui, &world.model, &mut world.screen, &mut commands);
                    world.wishes.extend(commands.take());
                });
            },
            world,
        );
    harness.run();
    harness
}
