//! Times of the clock on the wall.

use jiff::civil::Time;

use super::{Input, InputError};

/// Reads a clock time: `22:15`, `2215`, `22.15`, `22h15`, `10:15 pm`, `10pm`, `7`. `24:00` is midnight.
pub fn parse_clock(text: &str) -> Result<Time, InputError> {
    clock(text).ok_or(InputError::NotUnderstood(Input::Clock))
}

/// `16:48`.
pub fn show_clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn clock(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase();
    let (digits, half) = half_of_day(&text);
    let (hour, minute, second) = parts(digits)?;
    let hour = match half {
        None if (hour, minute, second) == (24, 0, 0) => 0,
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    Time::new(hour, minute, second, 0).ok()
}

/// Parts a text into its digits and the hours that "pm" adds.
fn half_of_day(text: &str) -> (&str, Option<i8>) {
    let endings = [
        ("am", 0),
        ("a.m.", 0),
        ("a. m.", 0),
        ("pm", 12),
        ("p.m.", 12),
        ("p. m.", 12),
    ];
    for (ending, hours) in endings {
        if let Some(digits) = text.strip_suffix(ending) {
            return (digits.trim_end(), Some(hours));
        }
    }
    (text, None)
}

fn parts(text: &str) -> Option<(i8, i8, i8)> {
    let two = |part: &str| Some(part).filter(|it| it.len() == 2).and_then(number);
    let parts: Vec<&str> = text.split([':', '.', 'h']).collect();
    match parts[..] {
        [digits] if digits.is_ascii() && (3..=4).contains(&digits.len()) => {
            let (hour, minute) = digits.split_at(digits.len() - 2);
            Some((number(hour)?, two(minute)?, 0))
        }
        [hour] | [hour, ""] => Some((number(hour)?, 0, 0)),
        [hour, minute] => Some((number(hour)?, two(minute)?, 0)),
        [hour, minute, second] => Some((number(hour)?, two(minute)?, two(second)?)),
        _ => None,
    }
}

fn number(digits: &str) -> Option<i8> {
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn clock_times_are_read_as_people_write_them() {
        for (text, hour, minute) in [
            ("22:15", 22, 15),
            ("2215", 22, 15),
            ("22.15", 22, 15),
            ("22h15", 22, 15),
            ("22h", 22, 0),
            ("10:15 pm", 22, 15),
            ("10:15 P.M.", 22, 15),
            ("10pm", 22, 0),
            ("12 am", 0, 0),
            ("12:30 pm", 12, 30),
            ("7", 7, 0),
            ("07", 7, 0),
            ("930", 9, 30),
            ("0:05", 0, 5),
            ("24:00", 0, 0),
        ] {
            assert_eq!(parse_clock(text), Ok(time(hour, minute, 0, 0)), "{text}");
        }
        assert_eq!(parse_clock("16:48:30"), Ok(time(16, 48, 30, 0)));
    }

    #[test]
    fn what_no_clock_shows_is_refused() {
        for text in [
            "", "25", "24:01", "22:60", "22:5", "13 pm", "0 pm", "12345", "noonish", "+7", "7:30:5", "1:2:3:4", "۷",
            "h15", ":15", "pm",
        ] {
            assert_eq!(
                parse_clock(text),
                Err(InputError::NotUnderstood(Input::Clock)),
                "{text}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn shown_times_read_back(hour in 0_i8..24, minute in 0_i8..60) {
            let at = time(hour, minute, 0, 0);
            proptest::prop_assert_eq!(parse_clock(&show_clock(at)), Ok(at));
        }

        #[test]
        fn no_text_breaks_the_reader(text in "\\PC*", near in "[0-9:.hapm ]{0,9}") {
            for text in [text, near] {
                let read = parse_clock(&text);
                proptest::prop_assert!(read.is_ok() || read == Err(InputError::NotUnderstood(Input::Clock)));
            }
        }
    }
}
