//! What one cell says of a habit.
//!
//! New versions write words or, as some do, the numbers behind them: 2 done by hand, 1 ticked by the habit's rhythm,
//! 0 no, 3 skipped, -1 not known. Versions before 2.0 knew neither 3 nor -1 and wrote 0 both for no and for nothing.
//! So 0 is an answer only in a table that has one of those two. Values of measured habits are thousandths.

use std::borrow::Cow;

use crate::domain::Answer;
use crate::import::reading::number::NumberStyle;

/// How many measured units one is written as.
const THOUSAND: f64 = 1000.0;

/// From here on a number is none of the marks, but an amount.
const LEAST_AMOUNT: i64 = 10;

/// What stands before the number where a version wrote its own notation: `Entry(timestamp=2023-03-02, value=2)`.
const ENTRY: &str = "Entry(timestamp=";
const VALUE: &str = "value=";

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mark {
    Said(Answer),
    /// Nothing, or nothing that somebody said.
    Silent,
    /// 0 where that is both no and nothing.
    Unclear,
}

impl Mark {
    /// What a word says.
    pub fn of_word(text: &str) -> Option<Self> {
        match text {
            "YES_MANUAL" => Some(Self::Said(Answer::Yes)),
            "NO" => Some(Self::Said(Answer::No)),
            "YES_AUTO" | "SKIP" | "UNKNOWN" => Some(Self::Silent),
            _ => None,
        }
    }
}

/// Whether it is a word, one of the numbers, or an amount in thousandths.
pub(super) fn is_mark(cell: &str) -> bool {
    let is_number = |it: i64| (-1..=3).contains(&it) || it >= LEAST_AMOUNT;
    Mark::of_word(cell).is_some() || cell.parse().is_ok_and(is_number)
}

/// Whether it is an amount, which tells where no list does that its habit is measured.
pub(super) fn is_amount(cell: &str) -> bool {
    cell.trim().parse::<i64>().is_ok_and(|it| it >= LEAST_AMOUNT)
}

/// Whether it is a number that only those versions write in which 0 is an answer.
pub(super) fn tells_no(cell: &str) -> bool {
    matches!(cell.trim(), "-1" | "3") || Mark::of_word(cell.trim()).is_some()
}

/// What a cell says of a habit, measured or not, and how much. `has_no`: 0 is an answer.
pub(super) fn mark(cell: &str, is_measured: bool, has_no: bool) -> (Mark, Option<f64>) {
    if let Some(mark) = Mark::of_word(cell) {
        return (mark, None);
    }
    let Some(value) = NumberStyle::Dot.read(cell) else {
        return (Mark::Silent, None);
    };
    if is_measured {
        let answer = if value > 0.0 { Answer::Yes } else { Answer::No };
        let mark = if value < 0.0 { Mark::Silent } else { Mark::Said(answer) };
        return (mark, Some(value / THOUSAND).filter(|it| *it > 0.0));
    }
    let mark = match value {
        2.0 => Mark::Said(Answer::Yes),
        0.0 if has_no => Mark::Said(Answer::No),
        0.0 => Mark::Unclear,
        _ => Mark::Silent,
    };
    (mark, None)
}

/// The table with plain numbers for entries in the program's own notation.
pub(super) fn with_plain_marks(bytes: &[u8]) -> Cow<'_, [u8]> {
    let text = String::from_utf8_lossy(bytes);
    if !text.contains(ENTRY) {
        return Cow::Borrowed(bytes);
    }
    let mut parts = text.split(ENTRY);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let value = part.split_once(VALUE).and_then(|it| it.1.split_once(')'));
        match value {
            Some((value, rest)) => plain.extend([value, rest]),
            None => plain.push_str(part),
        }
    }
    Cow::Owned(plain.into_bytes())
}
