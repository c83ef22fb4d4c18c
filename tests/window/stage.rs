//! A window on a journal in a folder of its own, at a time that stands still until it is moved.

use std::path::PathBuf;

use afterrun::app::{App, Desktop, Look, Opening, ThemeChoice};
use afterrun::clock::Clock;
use afterrun::demo::{self, Plan};
use afterrun::domain::Stamp;
use afterrun::domain::time::zone;
use afterrun::store::{OpenMode, Store};
use afterrun::ui::window::Window;
use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::date;
use tempfile::TempDir;

/// 2026-11-24, 18:30 in Oslo.
pub const NOW_MS: i64 = 1_795_541_400_000;

/// How the window is shown.
#[derive(Clone, Copy)]
pub struct View {
    pub theme: ThemeChoice,
    pub text_percent: u16,
    pub size: [f32; 2],
}

pub const LIGHT: View = View {
    theme: ThemeChoice::Light,
    text_percent: 100,
    size: [1280.0, 800.0],
};

/// A window with its journal.
pub struct Stage {
    pub harness: Harness<'static, Window>,
    pub clock: Clock,
    pub journal: PathBuf,
    folder: TempDir,
}

impl Stage {
    /// A new journal.
    pub fn empty(view: View) -> Self {
        Self::over(view, |_| {})
    }

    /// The sample journal of one year, as a runner's own.
    pub fn full(view: View) -> Self {
        Self::over(view, |store| {
            let plan = Plan {
                years: 1,
                seed: 1,
                until: date(2026, 11, 24),
                now: Some(Stamp::in_zone(NOW_MS, &zone("Europe/Oslo"))),
            };
            let sample = demo::journal(&plan);
            store.save_settings(&sample.settings).unwrap();
            store.write(&demo::batch(&plan), NOW_MS - 3_600_000).unwrap();
        })
    }

    /// A window on a journal that `fill` wrote.
    pub fn over(view: View, fill: impl FnOnce(&mut Store)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().canonicalize().unwrap().join("journal.db");
        let mode = OpenMode {
            create: true,
            read_only: false,
            zone: "Europe/Oslo".to_owned(),
            now_ms: NOW_MS - 3_600_000,
        };
        fill(&mut Store::open(&journal, &mode).unwrap());
        // What is drawn by chance of a journal is drawn from its name: a picture needs the same one each time.
        let file = rusqlite::Connection::open(&journal).unwrap();
        let named = "UPDATE meta SET value = 'stage' WHERE key = 'journal_id'";
        assert_eq!(file.execute(named, []).unwrap(), 1);
        let look = Look {
            theme: view.theme,
            text_percent: view.text_percent,
            ..Look::default()
        };
        look.write(&folder.path().join("look.json")).unwrap();
        Self::on(folder, journal, view)
    }

    /// A window on whatever lies at `journal`.
    pub fn on(folder: TempDir, journal: PathBuf, view: View) -> Self {
        let clock = Clock::standing_at(NOW_MS);
        let opening = Opening {
            journal: journal.clone(),
            look_path: Some(folder.path().join("look.json")),
            clock: clock.clone(),
            zone: "Europe/Oslo".to_owned(),
            desktop: Desktop::Absent,
            pictures: afterrun::theme::picture_look(false),
        };
        let harness = Harness::builder()
            .with_size(vec2(view.size[0], view.size[1]))
            .with_render_cursor(false)
            .build_eframe(move |cc| Window::new(cc, opening));
        let mut stage = Self {
            harness,
            clock,
            journal,
            folder,
        };
        stage.settle();
        stage
    }

    /// The same journal in a new window, as after a restart.
    pub fn reopened(self, view: View) -> Self {
        let Self {
            harness,
            journal,
            folder,
            ..
        } = self;
        drop(harness);
        Self::on(folder, journal, view)
    }

    /// Draws until nothing is on its way any more.
    pub fn settle(&mut self) {
        let mut idle = 0;
        for _ in 0..1_000_000 {
            self.harness.step();
            idle = if self.harness.state().app().is_some_and(App::is_busy) {
                0
            } else {
                idle + 1
            };
            if idle == 4 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("it never comes to rest");
    }

    /// Presses what is called `label`.
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Presses the `role` called `label`.
    pub fn click_role(&mut self, role: Role, label: &str) {
        self.harness.get_by_role_and_label(role, label).click();
        self.settle();
    }

    /// Presses the button called `label` as assistive technology does: also where it is out of sight.
    pub fn press_button(&mut self, label: &str) {
        self.harness
            .get_by_role_and_label(Role::Button, label)
            .click_accesskit();
        self.settle();
    }

    /// Types `text` into the field called `label`.
    pub fn type_into(&mut self, label: &str, text: &str) {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        field.focus();
        self.harness.step();
        self.harness
            .get_by_role_and_label(Role::TextInput, label)
            .type_text(text);
        self.settle();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key, with Ctrl.
    pub fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// Whether something with `text` in its name is shown.
    pub fn shows(&self, text: &str) -> bool {
        self.harness.query_all_by_label_contains(text).next().is_some()
    }

    /// The roles of what can be acted on and has no name.
    pub fn nameless(&self) -> Vec<Role> {
        const ACTED_ON: [Role; 10] = [
            Role::Button,
            Role::CheckBox,
            Role::ComboBox,
            Role::Link,
            Role::MenuItem,
            Role::MultilineTextInput,
            Role::RadioButton,
            Role::Slider,
            Role::SpinButton,
            Role::TextInput,
        ];
        let all = self
            .harness
            .query_all_by(|node| ACTED_ON.contains(&node.role()) && node.label().is_none_or(|it| it.trim().is_empty()));
        all.map(|it| it.accesskit_node().role()).collect()
    }

    /// The app behind the window.
    pub fn app(&self) -> &App {
        self.harness.state().app().unwrap()
    }
}
