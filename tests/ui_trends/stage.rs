//! The place alone in a window, over an app with a journal of its own whose clock stands.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use afterrun::app::{App, Clock, Command, Commands, Desktop, Setup, Then};
use afterrun::domain::{Batch, Context, Id, Label, Meta, Night, Record, Region, Scale, Side, SorenessRating, Stamp};
use afterrun::store::{OpenMode, Store};
use afterrun::theme;
use afterrun::ui::screens::trends::{TrendsState, trends_ui};
use egui::{Key, Rect, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, date, time};
use tempfile::TempDir;

/// Nothing here takes so long, unless it never comes.
const PATIENCE: Duration = Duration::from_mins(1);

pub const FIRST: Date = date(2019, 11, 1);
pub const LONG_AFTER: Date = date(2026, 11, 24);

/// A morning: hours slept and soreness, where known.
pub type Morning = (Date, Option<f64>, Option<f64>);

/// 100 mornings; the shortest night and the sorest morning is that of 1 Nov 2019.
pub fn mornings() -> Vec<Morning> {
    let later = (1..100_i64).map(|n| {
        let day = FIRST.saturating_add(n.days());
        (day, Some(6.0 + (n % 3) as f64), Some(3.0 + (n % 2) as f64))
    });
    std::iter::once((FIRST, Some(5.0), Some(9.0))).chain(later).collect()
}

pub fn records(mornings: &[Morning]) -> Vec<Record> {
    mornings.iter().flat_map(of_morning).collect()
}

fn of_morning(&(day, hours, score): &Morning) -> Vec<Record> {
    let at = Stamp::from_civil_offset(day.to_datetime(time(8, 0, 0, 0)), 0).unwrap();
    let night = hours.map(|hours| {
        Record::Night(Night {
            asleep_min: Some(hours * 60.0),
            ..Night::new(Meta::manual(Id::fresh(at.ms)), day)
        })
    });
    let rating = score.map(|score| {
        let mut meta = Meta::manual(Id::fresh(at.ms));
        // Of an import, or it would be typed years late.
        meta.source = "pmsys".to_owned();
        Record::Soreness(SorenessRating {
            meta,
            at,
            region: Region::Overall,
            side: Side::None,
            score,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        })
    });
    night.into_iter().chain(rating).collect()
}

/// A batch that saves `records`.
pub fn save(records: Vec<Record>) -> Command {
    Command::Save {
        batch: Batch::putting(Label::new("batch-morning"), records),
        then: Then::Nothing,
        draft: None,
    }
}

/// What the window shows.
pub struct Screen {
    pub app: App,
    state: TrendsState,
    commands: Commands,
}

pub struct Stage {
    pub harness: Harness<'static, Screen>,
    /// What was wished for, in order.
    pub wishes: Vec<Command>,
    woken: Receiver<()>,
    folder: TempDir,
}

impl Stage {
    /// The place over `mornings`, at noon of `today`.
    pub fn of(mornings: &[Morning], today: Date) -> Self {
        Self::over(records(mornings), today, vec2(1280.0, 1000.0))
    }

    pub fn over(records: Vec<Record>, today: Date, size: Vec2) -> Self {
        let mut stage = Self::unsettled(records, today, size);
        stage.settle();
        stage
    }

    /// The same before its first frame.
    pub fn unsettled(records: Vec<Record>, today: Date, size: Vec2) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = Stamp::from_civil_offset(today.to_datetime(time(12, 0, 0, 0)), 0).unwrap();
        let mode = OpenMode {
            create: true,
            read_only: false,
            zone: "UTC".to_owned(),
            now_ms: now.ms,
        };
        let mut store = Store::open(&folder.path().join("journal.db"), &mode).unwrap();
        if !records.is_empty() {
            store
                .write(&Batch::putting(Label::new("batch-morning"), records), now.ms)
                .unwrap();
        }
        let (wake, woken) = channel();
        let setup = Setup {
            store,
            lock: None,
            clock: Clock::standing_at(now.ms),
            look_path: None,
            sample: false,
            desktop: Desktop::Absent,
            pictures: theme::picture_look(false),
        };
        let app = App::new(setup, move || {
            wake.send(()).ok();
        });
        let screen = Screen {
            app: app.unwrap(),
            state: TrendsState::default(),
            commands: Commands::default(),
        };
        let harness = Harness::builder()
            .with_size(size)
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, it: &mut Screen| trends_ui(ui, &it.app.model, &mut it.state, &mut it.commands),
                screen,
            );
        Self {
            harness,
            wishes: Vec::new(),
            woken,
            folder,
        }
    }

    /// A path beside the journal.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// One frame of the app and one of the place.
    pub fn frame(&mut self) {
        let wishes = self.harness.state_mut().commands.take();
        self.wishes.extend(wishes.iter().cloned());
        self.harness.state_mut().app.logic(wishes);
        self.harness.step();
    }

    /// Frames until nothing is on its way and nothing moves any more. Whatever is waited for wakes the window.
    pub fn settle(&mut self) {
        let mut idle = 0;
        while idle < 4 {
            self.frame();
            idle += 1;
            if self.harness.state().app.is_busy() {
                self.woken.recv_timeout(PATIENCE).unwrap();
                idle = 0;
            } else if !self.harness.state().commands.is_empty() {
                idle = 0;
            }
        }
    }

    /// What was wished for since, but for what is to be made.
    pub fn wished(&mut self) -> Vec<Command> {
        let mut wishes = std::mem::take(&mut self.wishes);
        wishes.retain(|it| !matches!(it, Command::Charts(_) | Command::Findings));
        wishes
    }

    pub fn wish(&mut self, command: Command) {
        self.harness.state_mut().commands.emit(command);
        self.settle();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    pub fn click_role(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.settle();
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// The chart whose name contains `text`.
    pub fn chart(&self, text: &str) -> Rect {
        self.harness
            .get_by(|node| is_chart(node.role(), node.label(), text))
            .rect()
    }

    /// The story that the chart tells.
    pub fn story(&self, text: &str) -> Option<String> {
        let node = self.harness.get_by(|node| is_chart(node.role(), node.label(), text));
        node.accesskit_node().value()
    }

    pub fn focus_chart(&mut self, text: &str) {
        self.harness
            .get_by(|node| is_chart(node.role(), node.label(), text))
            .focus();
        self.settle();
    }

    /// Presses the pointer at a place.
    pub fn click_at(&mut self, at: egui::Pos2) {
        self.harness.hover_at(at);
        self.settle();
        self.harness.drag_at(at);
        self.harness.drop_at(at);
        self.settle();
    }
}

fn is_chart(role: Role, label: Option<String>, text: &str) -> bool {
    role == Role::Figure && label.is_some_and(|it| it.contains(text))
}
