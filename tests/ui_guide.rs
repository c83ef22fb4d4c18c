//! The guide's screens on journals made by hand: only to be read, with several flags, with steps of one's own.

mod places;

use afterrun::app::Model;
use afterrun::app::command::Command;
use afterrun::domain::protocol::StepAct;
use afterrun::domain::{Context, Record, Region, Scale, Side, SorenessRating};
use afterrun::ui::screens::checklist::{ChecklistState, checklist_ui};
use afterrun::ui::screens::today::{TodayState, today_ui};
use afterrun::ui::widgets::TimerRing;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::civil::time;
use places::{Ids, Look, TODAY, World, at, catalogues, full_day, harness, model_of};

type Checklist = Harness<'static, World<ChecklistState>>;

fn one_day() -> Vec<Record> {
    let mut records = catalogues();
    records.extend(full_day(&mut Ids::new(), TODAY));
    records
}

fn checklist(model: Model) -> Checklist {
    harness(checklist_ui, model, &Look::default())
}

fn shows<S>(screen: &Harness<'static, World<S>>, part: &str) -> bool {
    screen.query_all_by_label_contains(part).next().is_some()
}

fn offers<S>(screen: &Harness<'static, World<S>>, label: &str) -> bool {
    let found = screen.query_all_by(|node| node.role() == Role::Button && node.label().as_deref() == Some(label));
    found.into_iter().any(|it| !it.accesskit_node().is_disabled())
}

#[test]
fn a_journal_that_can_only_be_read_shows_the_steps_and_offers_nothing_to_do_with_them() {
    let mut model = model_of(one_day());
    model.read_only = true;
    let screen = checklist(model.clone());
    assert!(shows(&screen, "After the long run") && shows(&screen, "Eat a snack"));
    let today = harness::<TodayState>(today_ui, model, &Look::default());
    for button in ["Start", "Done", "Skip", "I did it at …", "Put the checklist away"] {
        assert!(!offers(&screen, button), "{button}");
        assert!(!offers(&today, button), "{button} on Today");
    }
    assert!(!shows(&screen, "Carbohydrate 6"), "no form either");
}

#[test]
fn a_button_wishes_for_what_it_says() {
    let mut screen = checklist(model_of(one_day()));
    screen.get_by_role_and_label(Role::Button, "Done").click();
    screen.run();
    let wishes = &screen.state().wishes;
    let done = wishes.iter().any(|it| {
        matches!(
            it,
            Command::Step {
                act: StepAct::Done(_),
                ..
            }
        )
    });
    assert!(done, "{wishes:?}");
}

#[test]
fn several_flags_are_told_with_their_places() {
    let mut ids = Ids::new();
    let mut records = one_day();
    for (region, side, score) in [(Region::Calf, Side::Left, 8.0), (Region::Knee, Side::Right, 7.0)] {
        records.push(Record::Soreness(SorenessRating {
            meta: ids.meta(),
            at: at(TODAY, time(17, 0, 0, 0)),
            region,
            side,
            score,
            scale: Scale::Nrs010,
            context: Context::Other,
            run_id: None,
            notes: String::new(),
        }));
    }
    let screen = checklist(model_of(records));
    assert!(shows(&screen, "Take care of 2 places"));
    assert!(shows(&screen, "Left calf, 8 of 10. Rated 7 or more."));
    assert!(shows(&screen, "Right knee, 7 of 10. Rated 7 or more."));
}

#[test]
fn a_ring_lights_up_once_when_its_beat_changes_and_then_rests() {
    let ring = |ui: &mut egui::Ui, beat: &mut u64| {
        TimerRing::new("0:30", "left of 0:30")
            .beat(egui::Id::unique("ring"), *beat)
            .show(ui, 200.0);
    };
    let mut harness = Harness::builder()
        .with_context_setup(afterrun::theme::install)
        .build_ui_state(ring, 1);
    harness.run();
    let rests = harness.run();
    *harness.state_mut() = 2;
    assert!(harness.run() > rests, "a picture more, for the light to go out");
    assert_eq!(harness.run(), rests);
}
