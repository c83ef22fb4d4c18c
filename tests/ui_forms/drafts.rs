//! What is typed outlives the form: kept with every change, taken up again, forgotten when discarded.

use afterrun::app::command::{Command, Form, FormKind};
use afterrun::domain::Record;
use egui::Key;
use egui::accesskit::Role;

use super::harness::{Screen, TODAY, journal, model, open, show};

fn kept(it: &Screen<'_>) -> Option<(String, String)> {
    it.0.state().all.iter().rev().find_map(|it| match it {
        Command::KeepDraft { key, body } => Some((key.clone(), body.clone())),
        _ => None,
    })
}

fn taken_up(kind: FormKind, body: &str) -> Screen<'static> {
    let form = Form::new(kind, TODAY);
    let mut model = model(journal(), form);
    model.drafts.insert(form.draft_key(), body.to_owned());
    show(model)
}

#[test]
fn a_form_just_opened_keeps_nothing() {
    for kind in [
        FormKind::Run,
        FormKind::Night,
        FormKind::Soreness,
        FormKind::Intake,
        FormKind::Practice,
        FormKind::CheckIn,
    ] {
        let it = open(kind);
        assert_eq!(it.0.state().all, [], "{kind:?}");
    }
}

#[test]
fn what_was_typed_is_taken_up_and_saved() {
    let mut it = open(FormKind::Run);
    it.typing("12.5").tab(1).typing("1:05:00");
    let (key, body) = kept(&it).unwrap();
    assert_eq!(key, "run/new");

    let mut it = taken_up(FormKind::Run, &body);
    assert!(it.says("Continued from what you typed earlier"));
    it.save();
    let [Record::Activity(run)] = &it.records()[..] else {
        panic!("one run");
    };
    assert_eq!((run.distance_m, run.elapsed_s), (Some(12_500.0), Some(3900.0)));
}

#[test]
fn starting_over_forgets_the_draft_and_empties_the_form() {
    let mut it = open(FormKind::Night);
    it.typing("6:30");
    let (key, body) = kept(&it).unwrap();

    let mut it = taken_up(FormKind::Night, &body);
    it.choose(Role::Button, "Start over");
    assert!(it.0.state().all.contains(&Command::DropDraft(key)));
    assert!(!it.says("Continued"));
    it.save();
    assert_eq!(it.saved(), None);
}

#[test]
fn a_draft_of_another_form_or_version_is_left_alone() {
    for body in ["", "null", "{\"night\":{\"day\":3}}", "{\"run\":{}}", "[1,2]"] {
        let it = taken_up(FormKind::Soreness, body);
        assert!(!it.says("Continued"), "{body}");
    }
}

#[test]
fn escape_puts_the_form_away_and_keeps_the_draft_while_discard_forgets_it() {
    let mut it = open(FormKind::Run);
    it.typing("5").press(Key::Escape);
    assert!(it.0.state().all.contains(&Command::HideForm));
    assert!(!it.0.state().all.contains(&Command::CloseForm));

    let mut it = open(FormKind::Run);
    it.typing("5").choose(Role::Button, "Discard");
    assert!(it.0.state().all.contains(&Command::CloseForm));
    let mut it = open(FormKind::Run);
    it.choose(Role::Button, "Cancel");
    assert_eq!(it.0.state().all, [Command::CloseForm]);
}

#[test]
fn nothing_is_saved_twice_while_it_is_on_its_way() {
    let mut model = model(journal(), Form::new(FormKind::Night, TODAY));
    model.saving = true;
    let mut it = show(model);
    it.typing("7").press(Key::Enter);
    it.save();
    assert!(it.says("Saving…"));
    assert_eq!(it.0.state().all, []);
}
