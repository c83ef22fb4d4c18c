//! The place alone, over a journal, making by itself whatever it says that it shows.

use afterrun::analysis::findings::Outcome;
use afterrun::app::Model;
use afterrun::app::command::{Command, Commands};
use afterrun::app::numbers::Insights;
use afterrun::demo::{self, Plan};
use afterrun::domain::{
    Answer, Context, Journal, Practice, Record, Region, Scale, Settings, Side, Slug, SorenessRating, Stamp, When,
};
use afterrun::theme;
use afterrun::ui::screens::insights::{InsightsState, insights_ui};
use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::ToSpan as _;
use jiff::civil::{Date, date, time};

use crate::places::{Ids, catalogues};

const TODAY: Date = date(2026, 11, 24);

pub struct Screen {
    pub model: Model,
    state: InsightsState,
    wishes: Vec<Command>,
}

/// The place over `journal`, which has made whatever it says that it shows.
pub fn screen(journal: Journal) -> Harness<'static, Screen> {
    let noon = Stamp::from_civil_offset(TODAY.to_datetime(time(12, 0, 0, 0)), 0).unwrap();
    let screen = Screen {
        model: Model::new(journal, "journal.db".into(), noon.ms).with_numbers(),
        state: InsightsState::default(),
        wishes: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1080.0, 1000.0))
        .with_max_steps(8)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, it: &mut Screen| {
                let mut commands = Commands::default();
                insights_ui(ui, &it.model, &mut it.state, &mut commands);
                for wish in commands.take() {
                    match wish {
                        Command::Charts(charts) => it.model.numbers.want(charts),
                        Command::Findings => it.model.numbers.want_findings(true),
                        Command::LookCloser(closer) => it.model.numbers.want_closer(closer),
                        other => {
                            it.wishes.push(other);
                            continue;
                        }
                    }
                    it.model.make_numbers();
                    ui.request_repaint();
                }
            },
            screen,
        );
    harness.run();
    harness
}

pub fn sample() -> Journal {
    demo::journal(&Plan::until(TODAY))
}

/// `days` days until yesterday, each with a morning's soreness, and mindfulness as `done` says.
pub fn mindful(days: i64, done: impl Fn(i64) -> Option<bool>) -> Journal {
    let mut ids = Ids::new();
    let mut records = catalogues();
    for n in 0..days {
        let day = TODAY.saturating_sub((days - n).days());
        let mut meta = ids.meta();
        let at = Stamp::from_civil_offset(day.to_datetime(time(8, 0, 0, 0)), 0).unwrap();
        meta.created_at = at.ms;
        records.push(Record::Soreness(SorenessRating {
            meta,
            at,
            region: Region::Overall,
            side: Side::None,
            score: ((n * 7 + n / 3) % 6) as f64,
            scale: Scale::Nrs010,
            context: Context::Morning,
            run_id: None,
            notes: String::new(),
        }));
        if let Some(done) = done(n) {
            let answer = if done { Answer::Yes } else { Answer::No };
            let practice = Practice::new(ids.meta(), When::On(day), Slug::of("mindfulness"), answer);
            records.push(Record::Practice(practice));
        }
    }
    Journal::of(records, Settings::for_zone("UTC"))
}

pub fn insights(harness: &Harness<'_, Screen>) -> Insights {
    harness.state().model.numbers.findings().unwrap().clone()
}

/// The sentences about an outcome, in the order in which they are told.
pub fn sentences(insights: &Insights, outcome: Outcome) -> Vec<String> {
    let ranked = insights.findings.ranked_by(outcome);
    let told = ranked.iter().map(|it| insights.findings.tell(it, &insights.names));
    told.map(|it| it.sentence).collect()
}

pub fn press(harness: &mut Harness<'_, Screen>, label: &str) {
    // By assistive technology: it need not be in view.
    harness.get_by_label(label).click_accesskit();
    harness.run();
}

pub fn shows(harness: &Harness<'_, Screen>, part: &str) -> bool {
    harness.query_all_by_label_contains(part).next().is_some()
}

pub fn wishes(harness: &mut Harness<'_, Screen>) -> Vec<Command> {
    std::mem::take(&mut harness.state_mut().wishes)
}

/// All that is written anywhere, as assistive technology gets it.
pub fn all_text(harness: &Harness<'_, Screen>) -> Vec<String> {
    let nodes = harness.query_all_by(|_| true);
    let texts = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    });
    texts.flatten().collect()
}

/// The lowest label that is exactly this: the one in the list.
pub fn lowest(harness: &Harness<'_, Screen>, label: &str) -> f32 {
    let all = harness.query_all_by_label(label).map(|it| it.rect().top());
    all.fold(f32::NEG_INFINITY, f32::max)
}
