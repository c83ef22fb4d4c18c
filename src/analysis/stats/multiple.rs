//! Many questions at once: p values that know how many were asked.

/// The p values of one family, raised by Benjamini and Hochberg (1995) so that among those at most q, about
/// q of all are false finds; right for independent tests and for those that lean the same way.
///
/// As long as `p`. `None` (and NaN) was not tested, is not counted, and stays `None`.
pub fn benjamini_hochberg(p: &[Option<f64>]) -> Vec<Option<f64>> {
    step_up(p, |_| 1.0)
}

/// The same for tests that may lean against each other: Benjamini and Yekutieli (2001), Σ 1/i times as large.
pub fn benjamini_yekutieli(p: &[Option<f64>]) -> Vec<Option<f64>> {
    step_up(p, |m| (1..=m).map(|i| 1.0 / i as f64).sum())
}

fn step_up(p: &[Option<f64>], dearer: impl Fn(usize) -> f64) -> Vec<Option<f64>> {
    let tested = in_order(p);
    let m = tested.len();
    let factor = dearer(m);
    let mut raised = vec![None; p.len()];
    let mut least = 1.0_f64;
    for (place, (at, p)) in tested.into_iter().enumerate().rev() {
        least = least.min(p * m as f64 * factor / (place + 1) as f64);
        raised[at] = Some(least);
    }
    raised
}

/// The tested p with their places, smallest first.
fn in_order(p: &[Option<f64>]) -> Vec<(usize, f64)> {
    let known = |(at, p): (usize, &Option<f64>)| p.filter(|it| !it.is_nan()).map(|p| (at, p));
    let mut tested: Vec<(usize, f64)> = p.iter().enumerate().filter_map(known).collect();
    tested.sort_by(|a, b| a.1.total_cmp(&b.1));
    tested
}

/// Which tests of a family are found at the rate `q`: all up to the last whose p, the i-th smallest of m, is at
/// most q·i/m. `None` was not tested.
pub fn rejected(p: &[Option<f64>], q: f64) -> Vec<Option<bool>> {
    let tested = in_order(p);
    let m = tested.len() as f64;
    let within = |place: &usize| tested[*place].1 <= q * ((place + 1) as f64 / m);
    let found = (0..tested.len()).rev().find(within).map_or(0, |last| last + 1);
    let mut rejected = vec![None; p.len()];
    for (place, (at, _)) in tested.into_iter().enumerate() {
        rejected[at] = Some(place < found);
    }
    rejected
}
