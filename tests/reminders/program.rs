//! The real program on a journal in which something is about to happen.

use afterrun::clock::Clock;
use afterrun::domain::health::Health;
use afterrun::domain::protocol::{self, StepAct};
use afterrun::domain::{Activity, Batch, Id, Journal, Label, Meta, Record, RunKind, Settings, Sport, Stamp};
use afterrun::store::{OpenMode, Store};

use super::desktop::{Desktop, Running, eventually};

/// What lies in the journal, in seconds from now. It is about noon there, whatever the hour of the test: steps
/// of the evening and the morning open at theirs, and would be told as well.
pub struct Scene {
    run: Activity,
    now: Stamp,
    acts: Vec<(String, StepAct, i64)>,
}

impl Scene {
    /// A run that ended so many seconds ago, and its checklist.
    pub fn after_a_run(seconds_ago: i64) -> Self {
        let ms = Clock::system().now_ms();
        let hours_to_noon = 12 - ms.div_euclid(3_600_000).rem_euclid(24);
        let now = Stamp {
            ms,
            offset_min: (hours_to_noon * 60) as i16,
        };
        let end = now.plus_seconds(-(seconds_ago as f64));
        let run = Activity {
            elapsed_s: Some(2400.0),
            kind: Some(RunKind::Long),
            ..Activity::new(Meta::manual(Id::fresh(now.ms)), Sport::Run, end.plus_seconds(-2400.0))
        };
        Self {
            run,
            now,
            acts: Vec::new(),
        }
    }

    /// Something was done with a step so many seconds ago.
    pub fn act(&mut self, step: &str, act: &StepAct, seconds_ago: i64) {
        self.acts.push((step.to_owned(), act.clone(), seconds_ago));
    }

    /// The zone in which it is noon. East is minus in these names.
    fn zone(&self) -> String {
        format!("Etc/GMT{:+}", -self.now.offset_min / 60)
    }

    fn write(self, desktop: &Desktop) {
        let path = desktop.home.path().join("journal.db");
        std::fs::remove_file(&path).ok();
        let mode = OpenMode {
            create: true,
            read_only: false,
            zone: self.zone(),
            now_ms: self.now.ms,
        };
        let mut store = Store::open(&path, &mode).unwrap();
        let settings = Settings {
            health: Health::answers([]),
            ..Settings::for_zone(&self.zone())
        };
        store.save_settings(&settings).unwrap();
        let mut write = |make: &dyn Fn(&Journal) -> Batch| {
            let batch = make(&store.load().unwrap());
            store.write(&batch, self.now.ms).unwrap();
        };
        let checklist = Id::fresh(self.now.ms);
        write(&|_| Batch::putting(Label::new("run"), [Record::Activity(self.run.clone())]));
        write(&|journal| protocol::open(journal, &self.run, self.run.ended_at(), checklist));
        for (step, act, seconds_ago) in &self.acts {
            let at = self.now.plus_seconds(-(*seconds_ago as f64));
            write(&|journal| protocol::act(journal, checklist, step, act, at).unwrap());
        }
    }
}

/// The program, running.
pub struct Program(Running);

impl Program {
    /// The program on a scene in which something happens a few seconds from now, minimised before it does.
    /// On a slow computer the window takes long to come; then it is tried again with more time.
    pub fn minimised_before_it_happens(desktop: &Desktop, scene: impl Fn(i64) -> Scene) -> Self {
        for soon in [12, 30, 90] {
            let scene = scene(soon);
            let happens_ms = scene.now.ms + soon * 1000;
            scene.write(desktop);
            let program = Self::start(desktop);
            program.minimise(desktop);
            if Clock::system().now_ms() < happens_ms - 2000 {
                assert!(program.is_minimised(desktop));
                return program;
            }
        }
        panic!("the window takes more than a minute to come");
    }

    fn start(desktop: &Desktop) -> Self {
        let mut command = desktop.command(env!("CARGO_BIN_EXE_afterrun"));
        command.arg("--journal").arg(desktop.home.path().join("journal.db"));
        Self(Running(command.spawn().unwrap()))
    }

    fn minimise(&self, desktop: &Desktop) {
        self.wait_until_shown(desktop);
        for window in self.windows(desktop, &[]) {
            // Not before the window manager has it, which would map it once more.
            eventually(|| !desktop.say("xdotool", &["get_desktop_for_window", &window]).is_empty());
            desktop.say("xdotool", &["windowminimize", &window]);
        }
        eventually(|| self.is_minimised(desktop));
    }

    /// Waits until a window of it can be seen.
    pub fn wait_until_shown(&self, desktop: &Desktop) {
        let shown = self.windows(desktop, &["--sync", "--onlyvisible"]);
        assert!(!shown.is_empty(), "no window comes");
    }

    /// Whether it has a window and none of it can be seen.
    pub fn is_minimised(&self, desktop: &Desktop) -> bool {
        self.windows(desktop, &["--onlyvisible"]).is_empty() && !self.windows(desktop, &[]).is_empty()
    }

    fn windows(&self, desktop: &Desktop, how: &[&str]) -> Vec<String> {
        let id = self.0.0.id().to_string();
        let mut args = vec!["search"];
        args.extend(how);
        args.extend(["--pid", &id]);
        let said = desktop.say("xdotool", &args);
        said.lines().map(str::to_owned).collect()
    }
}
