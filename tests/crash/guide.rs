//! The program is killed in the middle of a step, and the step goes on as if nothing had happened.
//!
//! The real app runs in a process of its own, does something with a step and says so; then it gets SIGKILL.
//! Opened again, by a later clock, the journal must show the step where it is: the time left is worked out
//! here by hand from the lengths of its bouts. A sweep kills the same app at every write of such an act.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;

use afterrun::app::{App, Clock, Command as Wish, Desktop, Setup, StepAct};
use afterrun::domain::health::Health;
use afterrun::domain::protocol::{self, Bout, Progress, StepState, Walk, after_run};
use afterrun::domain::{Batch, Id, Label, Record, RunKind, Settings};
use afterrun::store::{OpenMode, Store};

use super::fixture::{NOW, Place, mode, run};
use super::sweep::{JOURNAL, Started, sweep};

const PROCESS: &str = "guide::guide_process";
const ACTS: &str = "AFTERRUN_CRASH_ACTS";
const STEP: &str = "AFTERRUN_CRASH_STEP";
const READY: &str = "the acts are done";

/// When the step is begun: an hour after the run, in ms UTC.
const BEGUN: i64 = NOW + 7_200_000;

/// Something done with the step, so many seconds after it was begun.
type Act = (i64, &'static str);

fn act_of(word: &str) -> StepAct {
    match word {
        "start" => StepAct::StartAnyway,
        "pause" => StepAct::Pause,
        "more" => StepAct::Extend(30),
        jump => StepAct::Jump(jump.parse().unwrap()),
    }
}

/// A journal with a long run whose checklist is open.
fn prepared() -> Place {
    let place = Place::new();
    let mut store = place.open();
    let settings = Settings {
        health: Health::answers([]),
        ..Settings::for_zone("Europe/Oslo")
    };
    store.save_settings(&settings).unwrap();
    let mut long = run(1);
    long.kind = Some(RunKind::Long);
    let saved = Batch::putting(Label::new("batch-save-run"), [Record::Activity(long.clone())]);
    store.write(&saved, NOW).unwrap();
    let journal = store.load().unwrap();
    let opened = protocol::open(&journal, &long, long.ended_at(), Id::fresh(NOW));
    store.write(&opened, NOW).unwrap();
    place
}

/// The app on the journal at `path`, by a clock that stands at `now_ms`.
fn app(path: &Path, now_ms: i64) -> (App, Clock, std::sync::mpsc::Receiver<()>) {
    let mode = OpenMode { now_ms, ..mode(false) };
    let clock = Clock::standing_at(now_ms);
    let (wake, woken) = channel();
    let setup = Setup {
        pictures: afterrun::theme::picture_look(false),
        store: Store::open(path, &mode).unwrap(),
        lock: None,
        clock: clock.clone(),
        look_path: None,
        sample: false,
        desktop: Desktop::Absent,
    };
    let app = App::new(setup, move || {
        wake.send(()).ok();
    });
    (app.unwrap(), clock, woken)
}

/// The process that is killed: it does what it is told and then waits for its end.
#[test]
fn guide_process() {
    let (Ok(path), Ok(step), Ok(acts)) = (std::env::var(JOURNAL), std::env::var(STEP), std::env::var(ACTS)) else {
        return;
    };
    let (mut app, clock, woken) = app(Path::new(&path), BEGUN);
    let checklist = app.model.journal.checklists[0].meta.id;
    for act in acts.split(';') {
        let (at, word) = act.split_once(' ').unwrap();
        clock.set(BEGUN + at.parse::<i64>().unwrap() * 1_000);
        app.logic(vec![Wish::Step {
            checklist,
            step: step.clone(),
            act: act_of(word),
        }]);
        while app.is_busy() {
            woken.recv().unwrap();
            app.logic(Vec::new());
        }
        println!("ack");
    }
    println!("{READY}");
    if std::env::var_os("AFTERRUN_CRASH_WAIT").is_some() {
        loop {
            std::thread::park();
        }
    }
}

/// Does `acts` with `step` in a process of its own, and kills it.
fn killed_after(place: &Place, step: &str, acts: &[Act]) {
    let acts: Vec<_> = acts.iter().map(|(at, word)| format!("{at} {word}")).collect();
    let started = Started::this(PROCESS);
    let mut process = Command::new(&started.program)
        .args(&started.args)
        .env(JOURNAL, &place.path)
        .env(STEP, step)
        .env(ACTS, acts.join(";"))
        .env("AFTERRUN_CRASH_WAIT", "1")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines.map_while(Result::ok).any(|line| line.contains(READY));
    assert!(ready, "{step}: it came to its end too soon");
    process.kill().unwrap();
    process.wait().unwrap();
}

/// How the step stands in a program that is opened `after` seconds after it was begun.
fn reopened(place: &Place, step: &str, after: i64) -> StepState {
    let (app, _clock, _woken) = app(&place.path, BEGUN + after * 1_000);
    let model = &app.model;
    let walk = Walk::of(&model.journal, model.journal.checklists[0].meta.id, model.now).unwrap();
    walk.step(step).unwrap().state
}

fn running(state: StepState) -> Progress {
    match state {
        StepState::Running(progress) => progress,
        other => panic!("it is {other:?}"),
    }
}

/// The seconds of the step's bouts before it is begun.
fn planned(place: &Place, step: &str) -> Vec<f64> {
    let (app, _clock, _woken) = app(&place.path, BEGUN);
    let model = &app.model;
    let walk = Walk::of(&model.journal, model.journal.checklists[0].meta.id, model.now).unwrap();
    let view = walk.step(step).unwrap();
    view.bouts.iter().map(Bout::whole_s).collect()
}

/// Every step that has a timer.
fn timed() -> Vec<&'static str> {
    let steps = after_run().steps.iter().filter(|it| it.timer.is_some());
    steps.map(|it| it.id.as_str()).collect()
}

/// Kills the program after `acts` with every timed step, and lets `check` look at what is left: the step, the
/// journal, and all its seconds.
fn with_every_step(acts: &[Act], check: impl Fn(&str, &Place, f64)) {
    assert_eq!(timed().len(), 8);
    for step in timed() {
        let place = prepared();
        let whole: f64 = planned(&place, step).iter().sum();
        killed_after(&place, step, acts);
        check(step, &place, whole);
    }
}

#[test]
fn killed_while_it_runs_a_step_has_the_right_time_left() {
    with_every_step(&[(0, "start")], |step, place, whole| {
        assert_eq!(running(reopened(place, step, 100)).left_s, whole - 100.0, "{step}");
        // And also when nobody looked for hours.
        let late = running(reopened(place, step, whole as i64 + 90));
        assert_eq!((late.left_s, late.over_s), (0.0, 90.0), "{step}");
    });
}

#[test]
fn killed_while_getting_ready_a_step_still_gets_ready() {
    with_every_step(&[(0, "start")], |step, place, whole| {
        let it = running(reopened(place, step, 3));
        let gets_ready = step != "compression";
        assert_eq!(it.getting_ready, gets_ready, "{step}");
        if gets_ready {
            assert_eq!(it.bout_left_s, 2.0, "{step}");
        }
        assert_eq!(it.left_s, whole - 3.0, "{step}");
    });
}

#[test]
fn killed_while_it_is_held_a_step_stays_where_it_was() {
    with_every_step(&[(0, "start"), (60, "pause")], |step, place, whole| {
        let StepState::Paused(it) = reopened(place, step, 40_000) else {
            panic!("{step} is not held");
        };
        assert_eq!((it.left_s, it.elapsed_s), (whole - 60.0, 60.0), "{step}");
    });
}

#[test]
fn killed_after_it_went_on_a_step_counts_no_pause() {
    let acts = [
        (0, "start"),
        (60, "pause"),
        (500, "start"),
        (530, "pause"),
        (900, "start"),
    ];
    with_every_step(&acts, |step, place, whole| {
        assert_eq!(running(reopened(place, step, 910)).left_s, whole - 100.0, "{step}");
    });
}

#[test]
fn killed_after_it_was_given_more_time_a_step_has_it() {
    with_every_step(&[(0, "start"), (50, "more"), (55, "more")], |step, place, whole| {
        assert_eq!(running(reopened(place, step, 100)).left_s, whole - 40.0, "{step}");
    });
}

#[test]
fn killed_after_a_jump_a_step_is_at_the_muscle_that_was_chosen() {
    for step in ["cool_down", "stretching", "foam_rolling"] {
        let place = prepared();
        let bouts = planned(&place, step);
        killed_after(&place, step, &[(0, "start"), (20, "3"), (40, "1")]);
        let it = running(reopened(&place, step, 50));
        assert_eq!(it.bout, 1, "{step}");
        assert_eq!(it.left_s, bouts[1..].iter().sum::<f64>() - 10.0, "{step}");
    }
}

#[test]
fn killed_and_opened_in_another_zone_by_a_clock_set_back_a_step_is_right_again_with_the_clock() {
    with_every_step(&[(0, "start")], |step, place, whole| {
        let mut store = place.open();
        let settings = Settings {
            zone: "America/New_York".to_owned(),
            ..store.load().unwrap().settings
        };
        store.save_settings(&settings).unwrap();
        drop(store);
        let back = running(reopened(place, step, -7_200));
        assert_eq!((back.elapsed_s, back.left_s), (0.0, whole), "{step}");
        let right = running(reopened(place, step, 100));
        // Bedtime is by the clock of the run, so that even compression is as long as it was.
        assert_eq!(right.left_s, whole - 100.0, "{step}");
    });
}

#[test]
fn killed_at_every_write_of_an_act_a_step_is_as_before_or_after_it() {
    for acts in ["0 start", "0 start;30 3", "0 start;30 pause"] {
        let started = Started {
            program: "env".into(),
            args: [
                format!("{STEP}=foam_rolling"),
                format!("{ACTS}={acts}"),
                std::env::current_exe().unwrap().to_str().unwrap().to_owned(),
            ]
            .into_iter()
            .chain(Started::this(PROCESS).args)
            .collect(),
        };
        for syscall in ["pwrite64", "unlink"] {
            sweep(&started, syscall, prepared, |path, came, when| {
                let problems = Store::open(path, &mode(false)).unwrap().check().unwrap();
                assert_eq!(problems, Vec::<String>::new(), "{when}");
                let rows = Store::open(path, &mode(false)).unwrap().load().unwrap().steps.len();
                assert!(
                    rows >= usize::from(came.acks > 0),
                    "{when}: what was told as done is lost"
                );
            });
        }
    }
}
