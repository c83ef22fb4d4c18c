//! A journal in a folder of its own, and records to put into it.

use std::path::{Path, PathBuf};

use afterrun::domain::{
    Activity, Answer, Batch, Change, CheckIn, Checklist, ChecklistStep, Context, Habit, HabitKind, Id, ImportBatch,
    Intake, Label, Meta, Night, Outcome, OwnStep, Practice, Rating, Record, Region, Routine, RoutineStep, RunKind,
    Scale, Side, Slug, SorenessRating, Sport, Stamp, Supplement, When, protocol::Phase,
};
use afterrun::store::{OpenMode, Store};
use tempfile::TempDir;

/// 2026-11-24T06:30:00Z.
pub const NOW: i64 = 1_795_501_800_000;

pub fn mode(create: bool) -> OpenMode {
    OpenMode {
        create,
        read_only: false,
        zone: "Europe/Oslo".to_owned(),
        now_ms: NOW,
    }
}

/// A folder with a path for a journal in it; gone when dropped.
pub struct Place {
    _folder: TempDir,
    pub path: PathBuf,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().canonicalize().unwrap().join("journal.db");
        Self { _folder: folder, path }
    }

    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap()
    }

    pub fn open(&self) -> Store {
        Store::open(&self.path, &mode(true)).unwrap()
    }
}

/// What `make` makes, as seen by a user whom permission bits bind. Root is not bound: for root the test
/// called `name` is run again as nobody, and `None` comes back here once that passed.
#[cfg(unix)]
pub fn unprivileged(name: &str, make: impl FnOnce() -> Place) -> Option<Place> {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Command;
    let place = make();
    std::fs::set_permissions(&place.path, std::fs::Permissions::from_mode(0o400)).unwrap();
    let bound = std::fs::OpenOptions::new().write(true).open(&place.path).is_err();
    std::fs::set_permissions(&place.path, std::fs::Permissions::from_mode(0o600)).unwrap();
    if bound {
        return Some(place);
    }
    let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
    let Ok(done) = Command::new("setpriv")
        .args(nobody)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name])
        .env("TMPDIR", "/tmp")
        .output()
    else {
        println!("skipped: root is not bound by permissions, and there is no setpriv");
        return None;
    };
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&done.stderr)
    );
    None
}

pub fn label(word: &str) -> Label {
    Label::new("batch-test").with("what", word)
}

pub fn put(records: impl IntoIterator<Item = Record>) -> Batch {
    Batch::putting(label("put"), records)
}

pub fn changes(changes: Vec<Change>) -> Batch {
    Batch {
        label: label("change"),
        changes,
    }
}

pub fn at(minutes: i64) -> Stamp {
    Stamp {
        ms: NOW + minutes * 60_000,
        offset_min: 60,
    }
}

/// The same id for the same number, in rising order.
pub fn id(n: u8) -> Id {
    Id::from_parts(NOW + i64::from(n), [n; 10])
}

pub fn run(n: u8) -> Activity {
    Activity {
        elapsed_s: Some(3_600.25),
        distance_m: Some(10_012.7),
        kind: Some(RunKind::Easy),
        tags: vec!["trail".into(), "new \"shoes\"".into()],
        rpe: Some(6.5),
        avg_hr: Some(151.0),
        notes: "felt — naïve 🏃, \\ and \u{7f} 'x'".into(),
        ..Activity::new(Meta::manual(id(n)), Sport::Run, at(i64::from(n)))
    }
}

pub fn night(n: u8) -> Night {
    Night {
        bed_at: Some(at(-500)),
        wake_at: Some(at(-20)),
        asleep_min: Some(431.516_666_666_666_7),
        quality: Some(4),
        ..Night::new(Meta::manual(id(n)), at(0).civil_date())
    }
}

/// A routine of a kind of run that no version knows, so that each number has its own; one of its steps records
/// `habit`.
fn routine(n: u8, habit: &Slug) -> Routine {
    let sauna = OwnStep {
        name: "Sauna, \"dry\"".into(),
        how: "=twice".into(),
        habit: habit.clone(),
        phase: Phase::Tonight,
        opens_min: 30,
    };
    let rolling = RoutineStep {
        on: false,
        minutes: Some(0.1 + 0.2),
        ..RoutineStep::builtin("foam_rolling")
    };
    Routine {
        meta: Meta::manual(Slug::of(&format!("Runs {n}"))),
        steps: vec![rolling, RoutineStep::own(sauna, Some(12.5), &[])],
    }
}

/// One record of every kind, with ids from `n` on; they refer to each other.
pub fn one_of_each(n: u8) -> Vec<Record> {
    let supplement = Slug::of(&format!("Magnesium {n}"));
    let habit = Slug::of(&format!("Sauna {n}"));
    let score = Some(Rating {
        value: 3.0,
        scale: Scale::Pmsys15,
    });
    vec![
        Record::Activity(run(n)),
        Record::Night(night(n)),
        Record::Soreness(SorenessRating {
            meta: Meta::manual(id(n)),
            at: at(1),
            region: Region::Calf,
            side: Side::Left,
            score: 4.0,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: Some(id(n)),
            notes: String::new(),
        }),
        // Before its catalogue entry: the order in a batch does not matter.
        Record::Intake(Intake {
            meta: Meta::manual(id(n)),
            at: at(2),
            supplement: supplement.clone(),
            answer: Answer::Yes,
            dose: Some(0.1 + 0.2),
            unit: "mg".into(),
            notes: String::new(),
        }),
        Record::Supplement(Supplement {
            meta: Meta::manual(supplement),
            name: "Magnesium".into(),
            default_dose: None,
            unit: "mg".into(),
            aliases: vec!["mag".into()],
        }),
        Record::Habit(Habit {
            meta: Meta::manual(habit.clone()),
            name: "Sauna".into(),
            kind: HabitKind::Minutes,
            unit: String::new(),
            builtin: false,
            hidden: false,
        }),
        Record::Routine(routine(n, &habit)),
        Record::Practice(Practice {
            minutes: Some(12.5),
            ..Practice::new(Meta::manual(id(n)), When::On(at(0).civil_date()), habit, Answer::Yes)
        }),
        Record::CheckIn(CheckIn {
            fatigue: score,
            ill: Some(false),
            ..CheckIn::new(Meta::manual(id(n)), at(0).civil_date())
        }),
        Record::Checklist(Checklist {
            meta: Meta::manual(id(n)),
            run_id: Some(id(n)),
            protocol: "twelve_tips".into(),
            protocol_version: 1,
            started_at: at(60),
            closed_at: None,
        }),
        Record::ChecklistStep(ChecklistStep {
            meta: Meta {
                detail: Some(serde_json::json!({"practice": id(n), "α": [1.5, null]})),
                ..Meta::manual(id(n))
            },
            checklist_id: id(n),
            step: "cool_down".into(),
            started_at: Some(at(61)),
            paused_at: None,
            paused_s: 0.0,
            ended_at: Some(at(71)),
            outcome: Some(Outcome::Partly),
            minutes: Some(10.0),
            amount: None,
            reason: String::new(),
        }),
        Record::ImportBatch(ImportBatch {
            meta: Meta {
                external_id: Some("x-1".into()),
                file_hash: Some("00ff".into()),
                ..Meta::from_source(id(n), "fit")
            },
            file_name: "run.fit".into(),
            kind: "fit".into(),
            counts: serde_json::json!({"activity": 1}),
            issues: serde_json::json!([]),
        }),
    ]
}

/// Everything in the journal tables as text, without the bookkeeping that undo may change.
pub fn dump(path: &Path) -> Vec<String> {
    let conn = rusqlite::Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let tables: Vec<String> = column(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN
           ('batch', 'change', 'tombstone', 'door', 'meta', 'sqlite_sequence') ORDER BY name",
    );
    let mut lines = Vec::new();
    for table in tables {
        let columns: Vec<String> = column(
            &conn,
            &format!("SELECT name FROM pragma_table_info('{table}') WHERE name NOT IN ('updated_at', 'batch_id')"),
        );
        let text = columns.iter().map(|it| format!("quote({it})")).collect::<Vec<_>>();
        lines.extend(column(
            &conn,
            &format!(
                "SELECT '{table} ' || {} FROM {table} ORDER BY 1",
                text.join(" || ', ' || ")
            ),
        ));
    }
    lines
}

fn column(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    statement
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

pub fn settings() -> afterrun::domain::Settings {
    afterrun::domain::Settings::for_zone("Europe/Oslo")
}

/// Stamps a record as the store does when `batch` writes it for the first time.
pub fn stamp(record: &mut Record, now_ms: i64, batch: Option<i64>) {
    fn on<I>(meta: &mut Meta<I>, now_ms: i64, batch: Option<i64>) {
        (meta.created_at, meta.updated_at, meta.batch_id) = (now_ms, now_ms, batch);
    }
    match record {
        Record::Habit(it) => on(&mut it.meta, now_ms, batch),
        Record::Supplement(it) => on(&mut it.meta, now_ms, batch),
        Record::Routine(it) => on(&mut it.meta, now_ms, batch),
        Record::ImportBatch(it) => on(&mut it.meta, now_ms, batch),
        Record::Activity(it) => on(&mut it.meta, now_ms, batch),
        Record::Night(it) => on(&mut it.meta, now_ms, batch),
        Record::Soreness(it) => on(&mut it.meta, now_ms, batch),
        Record::Intake(it) => on(&mut it.meta, now_ms, batch),
        Record::Practice(it) => on(&mut it.meta, now_ms, batch),
        Record::CheckIn(it) => on(&mut it.meta, now_ms, batch),
        Record::Checklist(it) => on(&mut it.meta, now_ms, batch),
        Record::ChecklistStep(it) => on(&mut it.meta, now_ms, batch),
    }
}
