use jiff::civil::date;

use super::*;
use crate::domain::{Delta, Journal, Settings};
use crate::import::reading::with_journal;

/// What reading `said` one after the other gives, against `journal`.
fn read(journal: &Journal, said: &[Practised]) -> (Found, Vec<Practice>) {
    with_journal(journal, |task| {
        let (mut catalogue, mut found) = (Catalogue::of(task, "daylio"), Found::default());
        let practices = said.iter().map(|it| catalogue.practice(it, &mut found).unwrap());
        let practices = practices.collect();
        (found, practices)
    })
}

fn done<'s>(name: &'s str, occasion: &'s str) -> Practised<'s> {
    Practised {
        name,
        unit: None,
        when: When::On(date(2024, 5, 1)),
        occasion,
        answer: Answer::Yes,
        value: None,
        notes: "",
    }
}

fn journal(habits: impl IntoIterator<Item = Habit>) -> Journal {
    Journal::of(habits.into_iter().map(Record::Habit), Settings::for_zone("UTC"))
}

fn own(slug: &str, name: &str) -> Habit {
    Habit {
        meta: crate::domain::Meta::manual(Slug::of(slug)),
        name: name.to_owned(),
        kind: HabitKind::YesNo,
        unit: String::new(),
        builtin: false,
        hidden: false,
    }
}

#[test]
fn what_the_program_knows_is_found_by_its_names_and_by_what_is_typed_for_it() {
    let names = ["Ice Bath", "foam roller", "Étirements", "meditation"];
    let (found, practices) = read(&journal([]), &names.map(|it| done(it, "2024-05-01")));
    let slugs: Vec<_> = practices.iter().map(|it| it.habit.as_str()).collect();
    assert_eq!(slugs, ["ice_bath", "foam_rolling", "etirements", "mindfulness"]);
    assert_eq!(found.entries.len(), 1);
}

#[test]
fn a_word_that_means_something_else_is_no_habit_of_the_program() {
    let (_, practices) = read(
        &journal([]),
        &[done("cold", "2024-05-01"), done("Drinks", "2024-05-01")],
    );
    let slugs: Vec<_> = practices.iter().map(|it| it.habit.as_str()).collect();
    assert_eq!(slugs, ["cold", "drinks"]);
}

#[test]
fn the_runners_own_habit_is_found_whatever_case_and_accents_and_before_the_trash() {
    let mut trashed = own("reveil_2", "Reveil");
    trashed.meta.deleted_at = Some(1);
    let mut gone = own("siesta", "Siesta");
    gone.meta.deleted_at = Some(1);
    let journal = journal([own("morning", "Réveil"), trashed, gone]);
    let (found, practices) = read(&journal, &[done("REVEIL", "2024-05-01"), done("siesta", "2024-05-01")]);
    let slugs: Vec<_> = practices.iter().map(|it| it.habit.as_str()).collect();
    assert_eq!(slugs, ["morning", "siesta"]);
    assert!(found.entries.is_empty());
}

#[test]
fn a_new_habit_comes_once_before_what_names_it_with_a_word_of_its_own() {
    let journal = journal([own("reading", "Something else")]);
    let said = [
        done("Reading", "2024-05-01"),
        done("reading ", "2024-05-02"),
        done("🎸", "2024-05-02"),
    ];
    let (found, practices) = read(&journal, &said);
    let slugs: Vec<_> = practices.iter().map(|it| it.habit.as_str()).collect();
    assert_eq!(slugs, ["reading_2", "reading_2", "x1f3b8"]);
    let new: Vec<_> = found.entries.iter().map(|it| it.record.id()).collect();
    assert_eq!(new, ["reading_2", "x1f3b8"]);
}

#[test]
fn a_later_export_finds_a_habit_again_that_was_renamed() {
    let empty = journal([]);
    let (found, practices) = read(&empty, &[done("Reading", "2024-05-01")]);
    let mut journal = empty;
    let rows = found.entries.into_iter().map(|it| it.record);
    let rows = rows.chain(practices.into_iter().map(Record::Practice));
    let rows = rows.map(|it| (it.reference(), Some(it))).collect();
    journal.apply(Delta { rows });
    journal.habits[0].name = String::from("Books");
    journal.habits[0].meta.external_id = None;
    let (found, practices) = read(&journal, &[done("Reading", "2024-05-02")]);
    assert!(found.entries.is_empty());
    assert_eq!(practices[0].habit.as_str(), "reading");
}

#[test]
fn the_same_time_has_the_same_name_in_each_import() {
    let (_, first) = read(&journal([]), &[done("Reading", "2024-05-01")]);
    let (_, second) = read(&journal([own("reading", "x")]), &[done("READING", "2024-05-01")]);
    assert_eq!(
        first[0].meta.external_id.as_deref(),
        Some("daylio:practice:reading:2024-05-01")
    );
    assert_eq!(
        (first[0].meta.id, &first[0].meta.external_id),
        (second[0].meta.id, &second[0].meta.external_id)
    );
}

#[test]
fn what_was_measured_goes_where_it_has_a_meaning() {
    let in_unit = |name, unit, value| Practised {
        unit: Some(unit),
        value: Some(value),
        ..done(name, "2024-05-01")
    };
    let said = [
        in_unit("Stretching", "h", 0.5),
        in_unit("Drink water", "l", 1.5),
        in_unit("Hydration", "glasses", 8.0),
        in_unit("Pages", "pages", 12.0),
        in_unit("Ice bath", "km", 2.0),
    ];
    let (found, practices) = read(&journal([]), &said);
    let got: Vec<_> = practices
        .iter()
        .map(|it| (it.minutes, it.amount, it.notes.as_str()))
        .collect();
    assert_eq!(
        got,
        [
            (Some(30.0), None, ""),
            (None, Some(1500.0), ""),
            (None, None, "8 glasses"),
            (None, Some(12.0), ""),
            (None, None, "2 km"),
        ]
    );
    let Record::Habit(pages) = &found.entries[0].record else {
        panic!()
    };
    assert_eq!((pages.kind, pages.unit.as_str()), (HabitKind::Amount, "pages"));
}

#[test]
fn absurd_amounts_are_refused_before_a_habit_is_made_of_them() {
    with_journal(&journal([]), |task| {
        let (mut catalogue, mut found) = (Catalogue::of(task, "loop"), Found::default());
        for value in [f64::NAN, -1.0, 1e9] {
            let said = Practised {
                unit: Some("km"),
                value: Some(value),
                ..done("Walk", "2024-05-01")
            };
            assert!(catalogue.practice(&said, &mut found).is_err(), "{value}");
        }
        assert!(found.entries.is_empty());
    });
}

#[test]
fn more_new_habits_than_anybody_has_are_refused() {
    with_journal(&journal([]), |task| {
        let (mut catalogue, mut found) = (Catalogue::of(task, "loop"), Found::default());
        let names: Vec<_> = (0..MOST_NEW + 3).map(|n| format!("habit {n}")).collect();
        let refused = names.iter().filter(|it| catalogue.habit(it, None, &mut found).is_err());
        assert_eq!(refused.count(), 3);
    });
}

#[test]
fn a_dose_names_a_supplement_by_its_other_names_too() {
    let magnesium = Supplement {
        meta: crate::domain::Meta::manual(Slug::of("magnesium")),
        name: String::from("Magnesium"),
        default_dose: Some(400.0),
        unit: String::from("mg"),
        aliases: vec![String::from("Mag")],
    };
    let journal = Journal::of([Record::Supplement(magnesium)], Settings::for_zone("UTC"));
    let taken = |name| Taken {
        name,
        at: Stamp { ms: 0, offset_min: 0 },
        occasion: "1970-01-01T00:00",
        answer: Answer::Yes,
        dose: Some(200.0),
        unit: "",
        notes: "",
    };
    with_journal(&journal, |task| {
        let (mut catalogue, mut found) = (Catalogue::of(task, "whoop"), Found::default());
        let intake = catalogue.intake(&taken("MAG"), &mut found).unwrap();
        assert_eq!((intake.supplement.as_str(), intake.unit.as_str()), ("magnesium", "mg"));
        let other = catalogue.intake(&taken("Zinc"), &mut found).unwrap();
        assert_eq!((other.supplement.as_str(), found.entries.len()), ("zinc", 1));
    });
}
