//! What services and watches call a sport, as the journal's sports: one table for all importers.
//!
//! [`of`] knows the words of Garmin, Strava, Apple, Fitbit, Whoop, Polar and others in many languages, in any
//! spelling: `TrailRun`, `trail_running`, `Trail Running` and `HKWorkoutActivityTypeRunning` are words like
//! any other. The words are data (`assets/sports/words.toml`). A name of several words that is not there is
//! what its words say, as long as they say one thing. What a name says of where a run was becomes a tag or a
//! surface.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::{Activity, Sport};
use crate::fl;

/// Where a run was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Ground {
    /// A treadmill, or indoors.
    Treadmill,
    /// Roads and streets.
    Road,
    /// Trails and hills.
    Trail,
    /// A running track.
    Track,
}

/// What a word for a sport says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct SportWord {
    /// The journal's sport.
    pub sport: Sport,
    /// The tag of a run on a treadmill.
    pub tag: Option<String>,
    /// The surface of a run elsewhere.
    pub surface: Option<String>,
}

/// What a folded word stands for.
type Meaning = (Sport, Option<Ground>);

/// What Apple writes before the name of a sport.
const PREFIX: &str = "hkworkoutactivitytype";

/// A name longer than this is none of a sport.
const LONGEST: usize = 200;

/// The words as the file has them.
#[derive(Deserialize)]
struct Book {
    neutral: Vec<String>,
    language: Vec<Language>,
}

/// The words of one language, by what they mean.
#[derive(Deserialize)]
struct Language {
    #[serde(rename = "name")]
    _name: String,
    #[serde(flatten)]
    words: BTreeMap<String, Vec<String>>,
}

/// The words, folded.
struct Table {
    meanings: HashMap<String, Meaning>,
    neutral: HashSet<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("../../../assets/sports/words.toml");
    let book: Book = toml::from_str(text).expect("the shipped words are read by a test");
    let mut meanings = HashMap::new();
    for (kind, words) in book.language.iter().flat_map(|it| &it.words) {
        let meaning = meaning(kind).expect("the shipped words are read by a test");
        for word in words {
            meanings.entry(folded(word)).or_insert(meaning);
        }
    }
    let neutral = book.neutral.iter().map(|it| folded(it)).collect();
    Table { meanings, neutral }
});

/// What a list of words is called after: `run`, `run_trail`, `ride` …
fn meaning(kind: &str) -> Option<Meaning> {
    let (sport, ground) = kind.split_once('_').unwrap_or((kind, ""));
    let ground = match ground {
        "" => None,
        "treadmill" => Some(Ground::Treadmill),
        "road" => Some(Ground::Road),
        "trail" => Some(Ground::Trail),
        "track" => Some(Ground::Track),
        _ => return None,
    };
    Some((sport.parse().ok()?, ground))
}

/// The sport that `text` names; `None` where it is no known name of one.
pub(in crate::import) fn of(text: &str) -> Option<SportWord> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let whole = folded(text);
    let whole = whole.strip_prefix(PREFIX).unwrap_or(&whole);
    let meaning = TABLE.meanings.get(whole).copied().or_else(|| by_its_words(text))?;
    Some(SportWord::new(meaning.0, meaning.1))
}

impl SportWord {
    /// A sport, and where it was.
    pub fn new(sport: Sport, ground: Option<Ground>) -> Self {
        let ground = ground.filter(|_| sport == Sport::Run);
        Self {
            sport,
            tag: ground
                .filter(|&it| it == Ground::Treadmill)
                .map(|_| fl!("import-tag-treadmill")),
            surface: match ground {
                Some(Ground::Road) => Some(fl!("import-surface-road")),
                Some(Ground::Trail) => Some(fl!("import-surface-trail")),
                Some(Ground::Track) => Some(fl!("import-surface-track")),
                Some(Ground::Treadmill) | None => None,
            },
        }
    }

    /// Writes its tag and surface onto a run.
    pub fn describe(&self, activity: &mut Activity) {
        if activity.is_run() {
            activity.tags.extend(self.tag.clone());
            activity.surface = self.surface.clone().unwrap_or_default();
        }
    }
}

/// A name that is not in the table, by those of its words that are.
fn by_its_words(text: &str) -> Option<Meaning> {
    let words = words_of(text);
    let telling = words.iter().filter(|it| !TABLE.neutral.contains(*it));
    let mut known = telling.filter_map(|it| TABLE.meanings.get(it));
    let (sport, mut ground) = *known.next()?;
    for (other, where_) in known {
        if *other != sport {
            return None;
        }
        ground = ground.or(*where_);
    }
    Some((sport, ground))
}

/// The words of a name, folded: parted by anything that is no letter, and where small letters are followed
/// by a capital.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for c in text.chars() {
        if !is_of_a_word(c) && !is_accent(c) || was_small && c.is_uppercase() {
            words.push(String::new());
        }
        was_small = c.is_lowercase();
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.iter().map(|it| folded(it)).filter(|it| !it.is_empty()).collect()
}

/// Letters and digits alone, small and without accents.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|&it| is_of_a_word(it))
        .flat_map(char::to_lowercase)
        .map(nucleo_matcher::chars::normalize)
        .filter(|&it| is_of_a_word(it))
        .collect()
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric()
}

/// A mark that is put onto the letter before it.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> (Sport, String) {
        let word = of(text).unwrap_or_else(|| panic!("{text}"));
        let place = word.tag.or(word.surface).unwrap_or_default();
        (word.sport, place)
    }

    #[test]
    fn a_sport_is_the_same_in_any_spelling() {
        for text in [
            "Running",
            "running",
            "RUN",
            " Run ",
            "HKWorkoutActivityTypeRunning",
            "Course à pied",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::new()), "{text}");
        }
        for text in [
            "TrailRun",
            "trail_running",
            "Trail Running",
            "TRAIL-RUNNING",
            "Terrängl\u{f6}pning",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::from("trail")), "{text}");
        }
        // The same letter, as one character and as two.
        assert_eq!(meant("L\u{f6}pning"), meant("Lo\u{308}pning"));
        assert_eq!(meant("Me\u{301}dley Run"), (Sport::Run, String::new()));
    }

    #[test]
    fn runs_are_known_in_ten_languages() {
        for text in [
            "Run",
            "Laufen",
            "Course à pied",
            "Carrera",
            "Corsa",
            "Hardlopen",
            "Løb",
            "Löpning",
            "Løping",
            "Bieganie",
            "Corrida",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::new()), "{text}");
        }
        for text in [
            "Treadmill Running",
            "Laufbandtraining",
            "Tapis de course",
            "Carrera en cinta",
            "Corsa su tapis roulant",
            "Hardlopen op loopband",
            "Løb på løbebånd",
            "Löpning på löpband",
            "Tredemølle",
            "Bieg na bieżni",
            "Corrida na esteira",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::from("treadmill")), "{text}");
        }
    }

    #[test]
    fn runs_are_known_in_other_scripts() {
        for text in [
            "Бег",
            "Забег",
            "달리기",
            "러닝",
            "Koşu",
            "KOŞU",
            "Juoksu",
            "ランニング",
            "跑步",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::new()), "{text}");
        }
        for text in [
            "Виртуальный забег",
            "트레드밀",
            "Koşu bandı",
            "バーチャルラン",
            "虚拟跑步",
        ] {
            assert_eq!(meant(text), (Sport::Run, String::from("treadmill")), "{text}");
        }
        assert_eq!(meant("Беговые лыжи").0, Sport::Other);
    }

    #[test]
    fn what_ends_like_a_run_and_is_none_is_another_sport() {
        for text in [
            "Langlauf",
            "Skilanglauf",
            "Eislaufen",
            "Schneeschuhlaufen",
            "Langlaufen",
            "Skiløb",
            "cross_country_skiing",
        ] {
            assert_eq!(meant(text).0, Sport::Other, "{text}");
        }
        assert_eq!(meant("Gehen").0, Sport::Walk);
        assert_eq!(meant("treadmill_walking").0, Sport::Walk);
    }

    #[test]
    fn other_sports_of_the_journal_are_known() {
        for (text, sport) in [
            ("VirtualRide", Sport::Ride),
            ("Biking", Sport::Ride),
            ("Outdoor Bike", Sport::Ride),
            ("Radfahrt", Sport::Ride),
            ("LapSwimming", Sport::Swim),
            ("Natation", Sport::Swim),
            ("Hike", Sport::Walk),
            ("Wandern", Sport::Walk),
            ("HKWorkoutActivityTypeTraditionalStrengthTraining", Sport::Strength),
            ("Weights", Sport::Strength),
            ("Yoga", Sport::Yoga),
            ("Rowing", Sport::Other),
            ("Boxing", Sport::Other),
            ("Workout", Sport::Other),
        ] {
            assert_eq!(meant(text).0, sport, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_not_in_the_table_is_what_its_words_say() {
        assert_eq!(meant("Sunday Club Run"), (Sport::Run, String::new()));
        assert_eq!(meant("RunningHilly"), (Sport::Run, String::new()));
        assert_eq!(meant("Strength training session"), (Sport::Strength, String::new()));
        assert_eq!(of("Run and ride"), None);
        for text in ["", "t", "jkljkl", "9", &"run ".repeat(100)] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
