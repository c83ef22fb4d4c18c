//! The names and words that quick entry knows.
//!
//! They are of three kinds: the words of the grammar, which stand in the text file with `|` between those
//! that mean the same; the names in the runner's own catalogues; and the names the program shows. A name
//! is looked up by its letters and digits alone, so `foam roll`, `Foam-roll` and `foamroll` are one. The
//! words of the grammar come first, then the runner's own, then what the program calls it: where two are
//! spelled alike, the first stands.

use std::collections::HashMap;

use jiff::civil::{Date, Weekday};
use strum::VariantArray as _;

use super::body::Body;
use super::run::Field;
use super::value::is_unit;
use crate::domain::{Habit, Journal, Region, RunKind, Side, Slug, Sport, words};
use crate::{fl, text};

/// What a name means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    /// So many days ago.
    DaysAgo(i64),
    /// The last such day.
    Weekday(Weekday),
    /// A month, by its number.
    Month(i8),
    /// A clock time follows.
    At,
    /// Stands between two clock times.
    To,
    /// It was not.
    No,
    /// A note follows.
    Note,
    /// Says nothing that is recorded.
    Filler,
    /// A part of the day, which only a clock time says well enough.
    PartOfDay,
    /// A distance that has a name, in decimetres.
    Distance(u32),
    /// A sport.
    Sport(Sport),
    /// A kind of run.
    Kind(RunKind),
    /// A number of a run follows.
    Field(Field),
    /// A place of the body.
    Region(Region),
    /// A side of it.
    Side(Side),
    /// Everything else is fine.
    RestFine,
    /// A night.
    Sleep,
    /// How it was.
    Quality,
    /// A nap.
    Nap,
    /// A habit of the catalogue.
    Habit(Slug),
    /// A supplement of the catalogue.
    Supplement(Slug),
    /// Something of a check-in.
    Body(Body),
}

impl Meaning {
    /// Whether it is a place, a habit or a supplement, and no word of the grammar.
    pub(super) fn is_name(&self) -> bool {
        matches!(self, Self::Region(_) | Self::Habit(_) | Self::Supplement(_))
    }
}

/// A name.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// As it is typed.
    pub(super) text: String,
    /// What it means.
    pub(super) meaning: Meaning,
    /// What the program calls it.
    pub(super) label: String,
}

/// All names.
pub(super) struct Lexicon {
    phrases: Vec<Phrase>,
    by_key: HashMap<String, usize>,
    /// The most words in a name.
    longest: usize,
    /// The units of doses.
    dose_units: Vec<String>,
}

/// The letters and digits of a name, by which it is looked up.
pub(super) fn key(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

impl Lexicon {
    /// The names that `journal` and the text file know.
    pub(super) fn of(journal: &Journal) -> Self {
        let mut lexicon = Self {
            phrases: Vec::new(),
            by_key: HashMap::new(),
            longest: 1,
            dose_units: fl!("quick-dose-units")
                .split('|')
                .map(|it| it.trim().to_owned())
                .collect(),
        };
        lexicon.add_grammar();
        lexicon.add_catalogues(journal);
        lexicon.add_regions();
        for habit in &journal.habits {
            let meaning = Meaning::Habit(habit.meta.id.clone());
            lexicon.add_words(
                &format!("quick-habit-{}", habit.meta.id),
                &meaning,
                &words::habit(habit),
            );
        }
        lexicon
    }

    fn add_grammar(&mut self) {
        for (id, meaning) in [
            ("quick-word-today", Meaning::DaysAgo(0)),
            ("quick-word-yesterday", Meaning::DaysAgo(1)),
            ("quick-word-at", Meaning::At),
            ("quick-word-to", Meaning::To),
            ("quick-word-no", Meaning::No),
            ("quick-word-note", Meaning::Note),
            ("quick-word-filler", Meaning::Filler),
            ("quick-word-part-of-day", Meaning::PartOfDay),
            ("quick-word-marathon", Meaning::Distance(421_950)),
            ("quick-word-half-marathon", Meaning::Distance(210_975)),
            ("quick-word-rest-fine", Meaning::RestFine),
            ("quick-word-sleep", Meaning::Sleep),
            ("quick-word-quality", Meaning::Quality),
            ("quick-word-nap", Meaning::Nap),
        ] {
            self.add_words(id, &meaning, "");
        }
        for n in 1..=7 {
            let Ok(day) = Weekday::from_monday_one_offset(n) else {
                continue;
            };
            for name in [words::weekday(day), words::weekday_short(day)] {
                self.add(&name, &Meaning::Weekday(day), &words::weekday(day));
            }
        }
        for month in 1..=12 {
            let first = Date::constant(2000, month, 1);
            for name in [words::month(first), words::month_short(first)] {
                self.add(&name, &Meaning::Month(month), &words::month(first));
            }
        }
        for &it in Sport::VARIANTS {
            let word: &str = it.into();
            self.add_words(&format!("quick-sport-{word}"), &Meaning::Sport(it), &words::sport(it));
        }
        for &it in RunKind::VARIANTS {
            let word: &str = it.into();
            self.add_words(&format!("quick-kind-{word}"), &Meaning::Kind(it), &words::run_kind(it));
        }
        for &it in Field::VARIANTS {
            let word: &str = it.into();
            self.add_words(&format!("quick-field-{word}"), &Meaning::Field(it), "");
        }
        for &it in Body::VARIANTS {
            let word: &str = it.into();
            self.add_words(&format!("quick-body-{word}"), &Meaning::Body(it), "");
        }
        for &it in Side::VARIANTS {
            let word: &str = it.into();
            self.add_words(&format!("quick-side-{word}"), &Meaning::Side(it), &words::side(it));
        }
    }

    fn add_catalogues(&mut self, journal: &Journal) {
        for it in &journal.supplements {
            let meaning = Meaning::Supplement(it.meta.id.clone());
            for name in std::iter::once(&it.name).chain(&it.aliases) {
                self.add(name, &meaning, &it.name);
            }
        }
        let own_first = |it: &&Habit| it.builtin;
        let mut habits: Vec<_> = journal.habits.iter().collect();
        habits.sort_by_key(own_first);
        for it in habits {
            let (meaning, name) = (Meaning::Habit(it.meta.id.clone()), words::habit(it));
            self.add(&name, &meaning, &name);
        }
    }

    fn add_regions(&mut self) {
        for &it in Region::VARIANTS {
            let (word, name): (&str, _) = (it.into(), words::region(it));
            self.add_words(&format!("quick-region-{word}"), &Meaning::Region(it), &name);
            // What everything else, and another place, are called is no name to type.
            if !matches!(it, Region::AllOthers | Region::Other) {
                self.add(&name, &Meaning::Region(it), &name);
            }
        }
    }

    /// Adds the words of the message `id`; there need not be one.
    fn add_words(&mut self, id: &str, meaning: &Meaning, label: &str) {
        for word in text::message(id, &[]).unwrap_or_default().split('|').map(str::trim) {
            self.add(word, meaning, label);
        }
    }

    fn add(&mut self, name: &str, meaning: &Meaning, label: &str) {
        let key = key(name);
        if key.is_empty() || self.by_key.contains_key(&key) {
            return;
        }
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
        self.longest = self.longest.max(words.count());
        self.by_key.insert(key, self.phrases.len());
        self.phrases.push(Phrase {
            text: name.to_owned(),
            meaning: meaning.clone(),
            label: if label.is_empty() { name } else { label }.to_owned(),
        });
    }

    /// What `name` means.
    pub(super) fn find(&self, name: &str) -> Option<&Meaning> {
        let at = self.by_key.get(&key(name))?;
        Some(&self.phrases[*at].meaning)
    }

    /// All names, those that stand before others of the same letters first.
    pub(super) fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The most words in a name.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The unit of a dose, as it is spelled.
    pub(super) fn dose_unit(&self, typed: &str) -> Option<&str> {
        let typed = typed.to_lowercase();
        let found = self.dose_units.iter().find(|it| it.to_lowercase() == typed);
        found.map(String::as_str)
    }

    /// Whether `word` is a unit that can stand apart from its number.
    pub(super) fn is_unit(&self, word: &str) -> bool {
        is_unit(word) || self.dose_unit(word).is_some()
    }

    /// A name that is spelled almost like `name`, for who mistyped it.
    pub(super) fn near(&self, name: &str) -> Option<&str> {
        let typed = key(name);
        let letters = typed.chars().count();
        let slips = match letters {
            3..6 => 1,
            6..40 => 2,
            _ => return None,
        };
        if self.is_unit(name) {
            return None;
        }
        let far = |it: &Phrase| strsim::osa_distance(&typed, &key(&it.text));
        // A word of three letters is near to many short ones, and means none of them.
        let is_meant = |it: &Phrase| letters > 3 || it.meaning.is_name() || key(&it.text).chars().count() > letters;
        let fits = |it: &Phrase| it.meaning != Meaning::Filler && is_meant(it);
        let near = self.phrases.iter().filter(|it| fits(it) && far(it) <= slips);
        near.min_by_key(|it| (far(it), !it.meaning.is_name()))
            .map(|it| it.text.as_str())
    }
}
