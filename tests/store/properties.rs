//! Any sequence of batches, taken back one by one and done again, across reopening.

use afterrun::domain::{Activity, Batch, Change, CheckIn, Label, Meta, Rating, Record, RecordRef, Scale, Sport, Stamp};
use proptest::prelude::*;

use super::fixture::{NOW, Place, at, dump, id, one_of_each};

/// A change of one of a few records, so that they meet again.
#[derive(Clone, Debug)]
enum Act {
    Put(u8, usize, f64, String),
    Trash(u8, usize),
    Restore(u8, usize),
}

fn act() -> impl Strategy<Value = Act> {
    let which = || (1_u8..4, 0_usize..12);
    prop_oneof![
        4 => (which(), 0.0..4e7_f64, "\\PC{0,12}|[\\x00-\\x1f\"\\\\']{0,4}")
            .prop_map(|((n, kind), number, text)| Act::Put(n, kind, number, text)),
        1 => which().prop_map(|(n, kind)| Act::Trash(n, kind)),
        1 => which().prop_map(|(n, kind)| Act::Restore(n, kind)),
    ]
}

/// The records that a put writes: with the catalogue entries and the checklist they name.
fn records(n: u8, kind: usize, number: f64, text: &str) -> Vec<Record> {
    let mut all = one_of_each(n);
    match &mut all[kind] {
        Record::Activity(it) => {
            it.distance_m = Some(number);
            text.clone_into(&mut it.notes);
        }
        Record::Soreness(it) => it.score = number % 10.0,
        Record::Intake(it) => it.dose = Some(number / 100.0),
        Record::Night(it) => text.clone_into(&mut it.notes),
        Record::ChecklistStep(it) => it.meta.detail = Some(serde_json::json!({ "text": text })),
        _ => {}
    }
    let wanted = all[kind].kind();
    let parents = |it: &Record| matches!(it, Record::Habit(_) | Record::Supplement(_) | Record::Checklist(_));
    all.retain(|it| it.kind() == wanted || parents(it));
    all
}

fn batch(acts: &[Act], known: &dyn Fn(&RecordRef) -> bool) -> Batch {
    let mut changes = Vec::new();
    for act in acts {
        match act {
            Act::Put(n, kind, number, text) => {
                changes.extend(records(*n, *kind, *number, text).into_iter().map(Change::put));
            }
            Act::Trash(n, kind) => changes.push(Change::Trash(one_of_each(*n)[*kind].reference())),
            Act::Restore(n, kind) => changes.push(Change::Restore(one_of_each(*n)[*kind].reference())),
        }
    }
    changes.retain(|it| match it {
        Change::Put(_) => true,
        Change::Trash(it) | Change::Restore(it) => known(it),
    });
    Batch {
        label: Label::new("batch-test"),
        changes,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_goes_back_to_an_empty_journal_and_redo_to_the_full_one(
        plan in prop::collection::vec((prop::collection::vec(act(), 1..5), any::<bool>()), 1..9)
    ) {
        let place = Place::new();
        let mut store = place.open();
        let mut states = vec![dump(&place.path)];
        let mut reopen = Vec::new();
        for (acts, again) in &plan {
            let journal = store.load().unwrap();
            let known: Vec<_> = journal.records().chain(journal.trash.clone()).map(|it| it.reference()).collect();
            let written = store.write(&batch(acts, &|it| known.contains(it)), NOW).unwrap();
            if written.batch_id.is_some() {
                states.push(dump(&place.path));
                reopen.push(*again);
            }
        }
        for (state, again) in states.iter().rev().skip(1).zip(reopen.iter().rev()) {
            if *again {
                store = place.open();
            }
            let expected = store.undo_state().unwrap().undo.unwrap().0;
            store.undo(Some(expected), NOW + 1).unwrap();
            prop_assert_eq!(&dump(&place.path), state);
        }
        prop_assert_eq!(store.undo_state().unwrap().undo, None);
        for (state, again) in states.iter().skip(1).zip(&reopen) {
            if *again {
                store = place.open();
            }
            store.redo(None, NOW + 2).unwrap();
            prop_assert_eq!(&dump(&place.path), state);
        }
        prop_assert_eq!(store.check().unwrap(), Vec::<String>::new());
    }

    #[test]
    fn numbers_and_text_come_back_to_the_last_bit(
        metres in 0.0..4e7_f64, heart in 20.0..250.0_f64, weight in 10.0..500.0_f64, notes in any::<String>(),
    ) {
        let place = Place::new();
        let mut store = place.open();
        let mut run = Activity::new(Meta::manual(id(1)), Sport::Run, Stamp { ms: NOW, offset_min: -570 });
        run.distance_m = Some(metres);
        run.avg_hr = Some(heart);
        run.notes.clone_from(&notes);
        let mut day = CheckIn::new(Meta::manual(id(1)), at(0).civil_date());
        day.weight_kg = Some(weight);
        day.mood = Some(Rating { value: weight % 5.0 / 5.0 * 4.0 + 1.0, scale: Scale::Five15 });
        let records = [Record::Activity(run.clone()), Record::CheckIn(day.clone())];
        store.write(&Batch::putting(Label::new("batch-test"), records), NOW).unwrap();
        // Through the history's JSON too.
        store.undo(None, NOW).unwrap();
        store.redo(None, NOW).unwrap();
        let journal = store.load().unwrap();
        prop_assert_eq!(journal.activities[0].distance_m, Some(metres));
        prop_assert_eq!(journal.activities[0].avg_hr, Some(heart));
        prop_assert_eq!(&journal.activities[0].notes, &notes);
        prop_assert_eq!(journal.check_ins[0].weight_kg, Some(weight));
        prop_assert_eq!(journal.check_ins[0].mood, day.mood);
    }
}

#[test]
fn a_nul_character_does_not_cut_a_note_short() {
    let place = Place::new();
    let mut store = place.open();
    let mut run = super::fixture::run(1);
    run.notes = "a\0b".into();
    store.write(&super::fixture::put([Record::Activity(run)]), NOW).unwrap();
    store.undo(None, NOW).unwrap();
    store.redo(None, NOW).unwrap();
    assert_eq!(store.load().unwrap().activities[0].notes, "a\0b");
}

#[test]
fn a_large_import_is_one_step_back_and_one_step_forth() {
    let place = Place::new();
    let mut store = place.open();
    let empty = dump(&place.path);
    let many = (0..20_000_u32).map(|n| {
        let mut noise = [0; 10];
        noise[6..].copy_from_slice(&n.to_be_bytes());
        let meta = Meta::from_source(afterrun::domain::Id::from_parts(NOW, noise), "fit");
        Record::Activity(Activity::new(meta, Sport::Run, at(i64::from(n) * 60)))
    });
    store
        .write(&Batch::putting(Label::new("batch-test"), many), NOW)
        .unwrap();
    let full = dump(&place.path);
    assert_eq!(store.undo(None, NOW).unwrap().delta.rows.len(), 20_000);
    assert_eq!(dump(&place.path), empty);
    store.redo(None, NOW).unwrap();
    assert_eq!(dump(&place.path), full);
}
