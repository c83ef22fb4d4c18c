//! The columns of a service's table, in whatever language it was exported.
//!
//! A service translates the header and nothing else. What its columns are called is data, a file a service
//! (`assets/columns/`), and a header is of the language that has most of its names. A name that the service
//! itself failed to translate (`translation missing: en-US.….long_run`, or an element of HTML around it) is
//! what it would have been.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::item::plain;
use super::table::Header;

/// The names of the columns of one kind of table.
#[derive(Deserialize)]
pub(in crate::import) struct Names {
    language: Vec<Language>,
}

/// The names in one language, by what the columns hold.
#[derive(Deserialize)]
struct Language {
    #[serde(rename = "name")]
    _name: String,
    /// Whether all names of the language are here.
    #[serde(default)]
    complete: bool,
    #[serde(flatten)]
    fields: BTreeMap<String, Vec<String>>,
}

/// A header, and the language that it is in.
pub(in crate::import) struct Columns<'n> {
    language: &'n Language,
    /// English, which tables fall back to where a translation is missing.
    first: &'n Language,
    header: Vec<String>,
    known: usize,
}

impl Names {
    /// The names in a file of `assets/columns/`.
    pub fn parse(text: &str) -> Self {
        let mut names: Self = toml::from_str(text).expect("the shipped names are read by a test");
        for name in names
            .language
            .iter_mut()
            .flat_map(|it| it.fields.values_mut())
            .flatten()
        {
            *name = plain(name);
        }
        names
    }

    /// The columns of `header`, in the language that has most of them.
    pub fn of(&self, header: &Header) -> Columns<'_> {
        let header = plain_names(header);
        let known = |language: &Language| {
            let is_there = |names: &&Vec<String>| names.iter().any(|name| header.contains(name));
            language.fields.values().filter(is_there).count()
        };
        let first = self.language.first().expect("the shipped names are read by a test");
        let best = self.language.iter().rev().max_by_key(|it| known(it)).unwrap_or(first);
        Columns {
            language: best,
            first,
            known: known(best),
            header,
        }
    }
}

impl Columns<'_> {
    /// How many columns of the language it has.
    pub fn known(&self) -> usize {
        self.known
    }

    /// Whether all names of its language are known, so that what is not found is not there.
    pub fn is_complete(&self) -> bool {
        self.language.complete
    }

    /// The place of the first column that holds `field`.
    pub fn first(&self, field: &str) -> Option<usize> {
        self.nth(field, 0)
    }

    /// The same, by the names of the header's own language alone: for what a table is known by.
    pub fn own(&self, field: &str) -> Option<usize> {
        let mut names = self.language.fields.get(field)?.iter();
        names.find_map(|name| self.nth_called(name, 0))
    }

    /// The place of the `nth` column that holds `field`, counted from 0.
    pub fn nth(&self, field: &str, nth: usize) -> Option<usize> {
        let names = |language: &'_ Language| language.fields.get(field).cloned().unwrap_or_default();
        let mut names = names(self.language).into_iter().chain(names(self.first));
        names.find_map(|name| self.nth_called(&name, nth))
    }

    /// The place of the `nth` column of the same name as the one at `place`.
    pub fn nth_like(&self, place: usize, nth: usize) -> Option<usize> {
        self.nth_called(self.header.get(place)?, nth)
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.header.len()
    }

    fn nth_called(&self, name: &str, nth: usize) -> Option<usize> {
        let mut places = self.header.iter().enumerate().filter(|it| it.1 == name);
        places.nth(nth).map(|it| it.0)
    }
}

/// The plain names of a header. What a program renamed because it comes again (`Distance.1`, `Distance_1`) has its
/// name back.
fn plain_names(header: &Header) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in header.names() {
        let name = visible(name);
        let again = name.rsplit_once(['.', '_']).and_then(|(first, number)| {
            let first = plain(first);
            let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
            (is_number && names.contains(&first)).then_some(first)
        });
        names.push(again.unwrap_or_else(|| plain(name)));
    }
    names
}

/// What a name of a column shows, without the elements of HTML and the path of a missing translation.
fn visible(name: &str) -> &str {
    let text = match (name.find('>'), name.rfind("</")) {
        (Some(open), Some(close)) if open < close => &name[open + 1..close],
        _ => name,
    };
    if text.to_lowercase().contains("translation missing") {
        text.rsplit('.').next().unwrap_or(text)
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &str = "[[language]]\nname = \"English\"\ncomplete = true\nway = [\"Distance\"]\nlong = [\"Long Run\"]\n\
        [[language]]\nname = \"French\"\nway = [\"Distance\"]\nid = [\"ID de l'activité\"]\n";

    fn of(header: &str) -> (Option<usize>, Option<usize>, usize, bool) {
        let names = Names::parse(NAMES);
        let header = Header::of(header.as_bytes()).unwrap();
        let columns = names.of(&header);
        (
            columns.nth("way", 1),
            columns.first("long"),
            columns.known(),
            columns.is_complete(),
        )
    }

    #[test]
    fn a_header_is_of_the_language_that_has_most_of_its_names() {
        assert_eq!(of("Distance,x,Distance\n"), (Some(2), None, 1, true));
        assert_eq!(
            of("ID de l\u{2019}activité,distance,DISTANCE\n"),
            (Some(2), None, 2, false)
        );
        for again in ["Distance.1", "Distance_1"] {
            assert_eq!(of(&format!("Distance,{again}\n")), (Some(1), None, 1, true));
        }
        assert_eq!(of("a,b\n").2, 0);
    }

    #[test]
    fn a_name_that_was_not_translated_is_what_it_would_have_been() {
        for name in [
            "\"<span class=\"\"translation_missing\"\" title=\"\"translation missing: en-US.lib.long_run\"\">Long Run</span>\"",
            "translation missing: en-US.lib.horton_values.long_run",
            "Translation missing: fr.lib.long_run",
        ] {
            assert_eq!(of(&format!("x,{name}\n")).1, Some(1), "{name}");
        }
    }

    #[test]
    fn the_shipped_names_are_read() {
        for text in [
            include_str!("../../../assets/columns/strava.toml"),
            include_str!("../../../assets/columns/garmin.toml"),
        ] {
            assert!(Names::parse(text).language.len() > 10);
        }
    }
}
