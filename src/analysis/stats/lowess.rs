//! LOWESS: a line through a cloud of dots that follows them without assuming a shape.
//!
//! Source: Cleveland (1979), as statsmodels computes it: for each x a line is fitted to the nearest part
//! of the dots, weighted by the tricube of their distance; then dots far from the result are trusted
//! less (bisquare) and it is done again. One difference: where all of the nearest dots share one x, the
//! fit is their weighted mean; statsmodels lets the first of them stand for all ([`Ties::First`]).
//!
//! The band around the line is a plain one: the standard error of each local line, from the residuals
//! near it, taken point by point. It treats the dots as independent of each other, which days are not
//! quite, so it is rather too narrow than too wide; a bootstrap of blocks would be the better one and
//! is too slow for a picture that follows the range picker.

use super::describe::median;

/// How the line is made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Which part of the dots each local line sees, 0 to 1.
    pub frac: f64,
    /// How often dots far from the line are trusted less.
    pub robust_passes: usize,
    /// No two local lines are nearer to each other than this, in units of x; 0 fits one at every x.
    pub delta: f64,
    /// What is fitted where all of the nearest dots share one x.
    pub ties: Ties,
}

/// What is fitted where all of the nearest dots share one x.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ties {
    /// Their mean.
    #[default]
    Mean,
    /// The first of them, in the order given.
    First,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            frac: 2.0 / 3.0,
            robust_passes: 3,
            delta: 0.0,
            ties: Ties::default(),
        }
    }
}

/// One place where a local line was fitted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Where, in units of x.
    pub x: f64,
    /// The smoothed value there, in units of y.
    pub y: f64,
    /// Its standard error, in units of y.
    pub se: f64,
}

/// The smooth line through `points` (`[x, y]`, in any order), one knot per distinct x (fewer with a
/// `delta`), x rising. Points with a NaN or an infinity are left out.
pub fn lowess(points: &[[f64; 2]], options: Options) -> Vec<Knot> {
    let mut points: Vec<[f64; 2]> = points.to_vec();
    points.retain(|it| it.iter().all(|v| v.is_finite()));
    points.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let n = points.len();
    if n < 2 {
        return points.iter().map(|&[x, y]| Knot { x, y, se: 0.0 }).collect();
    }
    let mut cloud = Cloud {
        x: points.iter().map(|it| it[0]).collect(),
        y: points.iter().map(|it| it[1]).collect(),
        trust: vec![1.0; n],
        seen: ((options.frac * n as f64 + 1e-10) as usize).clamp(2, n),
        delta: options.delta.max(0.0),
        ties: options.ties,
    };
    let (mut fit, mut windows) = cloud.fit();
    for _ in 0..options.robust_passes {
        cloud.trust = bisquare(&cloud.residuals(&fit));
        (fit, windows) = cloud.fit();
    }
    let residuals = cloud.residuals(&fit);
    let knots = windows.iter().map(|window| Knot {
        x: cloud.x[window.at],
        y: fit[window.at],
        se: cloud.standard_error(window, &residuals),
    });
    let mut knots: Vec<Knot> = knots.collect();
    knots.dedup_by_key(|it| it.x);
    knots
}

/// The dots, sorted by x.
struct Cloud {
    x: Vec<f64>,
    y: Vec<f64>,
    /// How far each dot is trusted, 0 to 1.
    trust: Vec<f64>,
    /// How many dots a local line sees.
    seen: usize,
    delta: f64,
    ties: Ties,
}

/// The dots `left..right` that the local line at dot `at` sees.
#[derive(Clone, Copy)]
struct Window {
    at: usize,
    left: usize,
    right: usize,
}

impl Cloud {
    /// The smoothed value at every dot, and where local lines were fitted; between those it is linear.
    fn fit(&self) -> (Vec<f64>, Vec<Window>) {
        let n = self.x.len();
        let mut fit = vec![0.0; n];
        let mut windows: Vec<Window> = Vec::new();
        let mut window = Window {
            at: 0,
            left: 0,
            right: self.seen,
        };
        let mut done: Option<usize> = None;
        loop {
            window = self.slid(window);
            fit[window.at] = self.local_value(&window);
            windows.push(window);
            if let Some(last) = done {
                self.bridge(&mut fit, last, window.at);
            }
            let (last, next) = self.next_after(window.at, &mut fit);
            done = Some(last);
            if last + 1 >= n {
                return (fit, windows);
            }
            window.at = next;
        }
    }

    /// Slides the window right while that brings nearer dots into it.
    fn slid(&self, mut window: Window) -> Window {
        let x = self.x[window.at];
        while window.right < self.x.len() && x > f64::midpoint(self.x[window.left], self.x[window.right]) {
            window.left += 1;
            window.right += 1;
        }
        window
    }

    /// Copies the fit to dots of the same x; gives the last of them and the dot to fit next.
    fn next_after(&self, at: usize, fit: &mut [f64]) -> (usize, usize) {
        let n = self.x.len();
        let mut last = at;
        let mut ahead = at + 1;
        while ahead < n && self.x[ahead] <= self.x[at] + self.delta {
            if self.x[ahead] == self.x[at] {
                fit[ahead] = fit[at];
                last = ahead;
            }
            ahead += 1;
        }
        (last, (ahead - 1).max(last + 1))
    }

    /// Fills the fit between two fitted dots.
    fn bridge(&self, fit: &mut [f64], from: usize, to: usize) {
        let width = self.x[to] - self.x[from];
        for between in from + 1..to {
            let part = (self.x[between] - self.x[from]) / width;
            fit[between] = part * fit[to] + (1.0 - part) * fit[from];
        }
    }

    /// The tricube of each dot's distance from the middle of the window.
    fn nearness(&self, window: &Window) -> impl Iterator<Item = f64> {
        let x = self.x[window.at];
        let radius = (x - self.x[window.left]).max(self.x[window.right - 1] - x);
        let part = if radius > 0.0 { radius.recip() } else { 0.0 };
        self.x[window.left..window.right]
            .iter()
            .map(move |it| cube(1.0 - cube(((it - x).abs() * part).min(1.0))))
    }

    /// By how much each dot of the window enters the value of the local line; `None` where fewer than
    /// two dots count.
    fn projection(&self, window: &Window) -> Option<Vec<f64>> {
        if self.ties == Ties::First && self.x[window.left] == self.x[window.right - 1] {
            return None;
        }
        let seen = &self.x[window.left..window.right];
        let trust = &self.trust[window.left..window.right];
        let (mut count, mut sum, mut moment) = (0, 0.0, 0.0);
        let mut weights = Vec::with_capacity(seen.len());
        for ((near, trust), x) in self.nearness(window).zip(trust).zip(seen) {
            let weight = near * trust;
            count += usize::from(weight > 1e-12);
            sum += weight;
            moment += weight * x;
            weights.push(weight);
        }
        if count < 2 {
            return None;
        }
        let mean = moment / sum;
        let squares = weights.iter().zip(seen).map(|(w, x)| w * (x - mean) * (x - mean));
        let spread = (squares.sum::<f64>() / sum).max(1e-12);
        let lever = (self.x[window.at] - mean) / spread;
        for (weight, x) in weights.iter_mut().zip(seen) {
            *weight *= (1.0 + lever * (x - mean)) / sum;
        }
        Some(weights)
    }

    fn local_value(&self, window: &Window) -> f64 {
        let seen = &self.y[window.left..window.right];
        match self.projection(window) {
            Some(parts) => parts.iter().zip(seen).map(|(part, y)| part * y).sum(),
            None => self.y[window.at],
        }
    }

    fn residuals(&self, fit: &[f64]) -> Vec<f64> {
        self.y.iter().zip(fit).map(|(y, fit)| y - fit).collect()
    }

    /// Root of (local residual variance × Σ projection²); the variance is weighted by nearness and
    /// corrected for the two numbers a line takes.
    fn standard_error(&self, window: &Window, residuals: &[f64]) -> f64 {
        let Some(parts) = self.projection(window) else {
            return 0.0;
        };
        let nearness: Vec<f64> = self.nearness(window).collect();
        let sum: f64 = nearness.iter().sum();
        let squares: f64 = nearness.iter().map(|w| w * w).sum();
        let dots = (sum * sum / squares).max(3.0);
        let near = &residuals[window.left..window.right];
        let variance: f64 = nearness.iter().zip(near).map(|(w, r)| w / sum * r * r).sum();
        let length: f64 = parts.iter().map(|it| it * it).sum();
        (variance * dots / (dots - 2.0) * length).sqrt()
    }
}

fn cube(value: f64) -> f64 {
    value * value * value
}

/// Trust by distance from the line: 1 on it, 0 from six median distances on.
fn bisquare(residuals: &[f64]) -> Vec<f64> {
    let sizes: Vec<f64> = residuals.iter().map(|it| it.abs()).collect();
    let scale = 6.0 * median(&sizes).unwrap_or(0.0);
    sizes
        .iter()
        .map(|&size| {
            if scale > 0.0 {
                (1.0 - (size / scale).min(1.0).powi(2)).powi(2)
            } else {
                f64::from(size == 0.0)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Dots on whole hours and whole scores, as questionnaires give them.
    fn questionnaire(n: usize) -> Vec<[f64; 2]> {
        (0..n)
            .map(|i| [4.0 + (i * 7 % 6) as f64, 1.0 + (i * i % 5) as f64])
            .collect()
    }

    #[test]
    fn dots_that_share_an_hour_share_a_knot() {
        let knots = lowess(&questionnaire(60), Options::default());
        let hours: Vec<f64> = knots.iter().map(|it| it.x).collect();
        assert_eq!(hours, [4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
        assert!(knots.iter().all(|it| it.y.is_finite() && it.se > 0.0));
    }

    #[test]
    fn dots_of_one_hour_have_their_mean_or_their_first() {
        let points = [[7.0, 2.0], [7.0, 6.0], [7.0, 4.0], [8.0, 1.0], [8.0, 3.0], [8.0, 8.0]];
        let of = |ties| {
            let options = Options {
                frac: 0.5,
                robust_passes: 0,
                delta: 0.0,
                ties,
            };
            let knots = lowess(&points, options);
            knots.iter().map(|it| it.y.round()).collect::<Vec<_>>()
        };
        assert_eq!(of(Ties::Mean), [4.0, 4.0]);
        assert_eq!(of(Ties::First), [2.0, 1.0]);
    }

    #[test]
    fn a_straight_line_stays_straight_and_has_no_error() {
        let points: Vec<[f64; 2]> = (0..40).map(|i| [f64::from(i), 3.0 - 0.25 * f64::from(i)]).collect();
        for knot in lowess(&points, Options::default()) {
            assert!((knot.y - (3.0 - 0.25 * knot.x)).abs() < 1e-9);
            assert!(knot.se < 1e-9);
        }
    }

    #[test]
    fn skipping_near_dots_hardly_moves_the_line() {
        let points: Vec<[f64; 2]> = (0..500)
            .map(|i| {
                let x = f64::from(i) / 100.0;
                [x, x.sin() + f64::from(i * 37 % 11) / 20.0]
            })
            .collect();
        let full = lowess(&points, Options::default());
        let delta = 0.05;
        let quick = lowess(
            &points,
            Options {
                delta,
                ..Options::default()
            },
        );
        assert!(quick.len() < full.len() / 3);
        for knot in quick {
            let same = full.iter().find(|it| it.x == knot.x).unwrap();
            assert!((same.y - knot.y).abs() < 0.01, "at {}", knot.x);
        }
    }

    #[test]
    fn the_band_narrows_with_more_dots() {
        let widest = |n| {
            lowess(&questionnaire(n), Options::default())
                .iter()
                .fold(0.0, |most: f64, it| most.max(it.se))
        };
        assert!(widest(600) < widest(60));
    }

    proptest::proptest! {
        #[test]
        fn no_cloud_breaks_it(points in proptest::collection::vec(
            proptest::array::uniform2(proptest::prop_oneof![-9.0..9.0_f64, proptest::strategy::Just(f64::NAN), proptest::strategy::Just(7.0)]), 0..40),
            delta in 0.0..3.0_f64,
        ) {
            let knots = lowess(&points, Options { delta, ..Options::default() });
            proptest::prop_assert!(knots.iter().all(|it| it.y.is_finite() && it.se.is_finite()));
            proptest::prop_assert!(knots.is_sorted_by(|a, b| a.x < b.x));
        }
    }
}
