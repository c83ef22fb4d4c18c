//! Whether somebody is at the window, as far as a window can tell.
//!
//! Two questions hang on it. Where a reminder goes: whoever looks at the window needs no pop-up. And how
//! "opens in 12 min" is told: a line that counts down has to be drawn anew each minute, which is wasted
//! while nobody reads it, so that after two minutes without a key or a movement of the pointer the line
//! tells the clock time alone, which stays true by itself. [`countdown`] says which minutes are told, and
//! [`countdown_ends_ms`] until when they are right.

use crate::domain::Stamp;

/// Somebody looks for so long after the last key or movement.
const LOOKS_FOR_MS: i64 = 2 * 60_000;

/// The minutes before something opens that are counted down.
const COUNTED_MIN: i64 = 60;

/// Above so many minutes they are told in steps of five.
const EXACT_MIN: i64 = 10;

const MINUTE_MS: i64 = 60_000;

/// What the window knows about who is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presence {
    /// Whether the window can be seen: not minimised, not covered.
    pub shown: bool,
    /// Whether it is the one in front, with the keyboard.
    pub front: bool,
    /// When a key or the pointer was last used in it, ms UTC.
    pub touched_ms: i64,
}

impl Presence {
    /// Somebody just opened the window.
    pub fn at(now_ms: i64) -> Self {
        Self {
            shown: true,
            front: true,
            touched_ms: now_ms,
        }
    }

    /// Whether somebody seems to look at it.
    pub fn is_looking(&self, now_ms: i64) -> bool {
        self.shown && (0..LOOKS_FOR_MS).contains(&(now_ms - self.touched_ms))
    }

    /// When that ends if nothing is touched any more, ms UTC.
    pub fn looks_until_ms(&self) -> i64 {
        self.touched_ms + LOOKS_FOR_MS
    }
}

/// The minutes to tell until `until`, never too few: each of the last ten, steps of five before them. `None`
/// where the clock time alone is told: it is over, or too far off to count.
pub fn countdown(until: Stamp, now_ms: i64) -> Option<i64> {
    let left_ms = until.ms - now_ms;
    if !(1..=COUNTED_MIN * MINUTE_MS).contains(&left_ms) {
        return None;
    }
    let minutes = (left_ms + MINUTE_MS - 1) / MINUTE_MS;
    Some(if minutes > EXACT_MIN {
        (minutes + 4) / 5 * 5
    } else {
        minutes
    })
}

/// When [`countdown`] tells something else, ms UTC; `None` once it is over.
pub fn countdown_ends_ms(until: Stamp, now_ms: i64) -> Option<i64> {
    let next = match countdown(until, now_ms) {
        Some(told) if told > EXACT_MIN => told - 5,
        Some(told) => told - 1,
        None if until.ms > now_ms => COUNTED_MIN,
        None => return None,
    };
    Some(until.ms - next * MINUTE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_000_000_000;

    fn after(ms: i64) -> Stamp {
        Stamp {
            ms: NOW + ms,
            offset_min: 60,
        }
    }

    #[test]
    fn somebody_looks_until_two_minutes_after_the_last_key_and_never_at_a_hidden_window() {
        let mut presence = Presence::at(NOW);
        assert!(presence.is_looking(NOW) && presence.is_looking(NOW + 119_999));
        assert!(!presence.is_looking(NOW + 120_000));
        assert_eq!(presence.looks_until_ms(), NOW + 120_000);
        // The computer's clock was set back.
        assert!(!presence.is_looking(NOW - 1));
        presence.shown = false;
        assert!(!presence.is_looking(NOW));
    }

    #[test]
    fn minutes_are_told_in_fives_above_ten_and_never_too_few() {
        for (seconds, told) in [
            (61 * 60, None),
            (60 * 60 + 1, None),
            (60 * 60, Some(60)),
            (42 * 60, Some(45)),
            (40 * 60, Some(40)),
            (11 * 60, Some(15)),
            (10 * 60 + 1, Some(15)),
            (10 * 60, Some(10)),
            (9 * 60 + 59, Some(10)),
            (61, Some(2)),
            (60, Some(1)),
            (1, Some(1)),
            (0, None),
            (-5, None),
        ] {
            assert_eq!(countdown(after(seconds * 1000), NOW), told, "{seconds} s");
        }
    }

    #[test]
    fn the_last_hour_needs_twenty_pictures() {
        let until = after(2 * 3_600_000);
        let (mut now, mut told) = (NOW, Vec::new());
        while let Some(next) = countdown_ends_ms(until, now) {
            now = next;
            told.extend(countdown(until, now));
        }
        let fives = (3..=12).rev().map(|n| n * 5);
        assert_eq!(told, fives.chain((1..=10).rev()).collect::<Vec<_>>());
        assert_eq!(now, until.ms);
    }

    proptest::proptest! {
        #[test]
        fn what_is_told_stays_right_until_it_says_so(left in 1..7_200_000_i64, part in 0.0..1.0_f64) {
            let until = after(left);
            let ends = countdown_ends_ms(until, NOW).unwrap();
            proptest::prop_assert!(ends > NOW && ends <= until.ms);
            let between = NOW + ((ends - 1 - NOW) as f64 * part) as i64;
            proptest::prop_assert_eq!(countdown(until, between), countdown(until, NOW));
            proptest::prop_assert_ne!(countdown(until, ends), countdown(until, NOW));
        }
    }
}
