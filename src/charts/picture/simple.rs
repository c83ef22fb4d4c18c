//! Lines with no more points than the eye can tell.
//!
//! What is rounded for a screen has many points, and a page of small bodies would be megabytes of them. A
//! point is left out where the line without it passes within a fraction of a printed dot (Ramer, Douglas
//! and Peucker).

use egui::Pos2;

/// How far a point may be off the line that leaves it out: a tenth of a dot at 300 an inch.
const OFF: f32 = 0.03;

/// `points` without those that lie on the way; the first and the last stay.
pub(super) fn simple(points: &[Pos2]) -> Vec<Pos2> {
    let Some(last) = points.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut kept = vec![false; points.len()];
    kept[0] = true;
    kept[last] = true;
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        if let Some(at) = furthest(points, from, to) {
            kept[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    let all = points.iter().zip(kept);
    all.filter_map(|(point, kept)| kept.then_some(*point)).collect()
}

/// The point between two that is furthest off the straight way from one to the other, if it is off at all.
fn furthest(points: &[Pos2], from: usize, to: usize) -> Option<usize> {
    let between = from + 1..to;
    let off = between.map(|at| (distance(points[at], points[from], points[to]), at));
    let (far, at) = off.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (far > OFF).then_some(at)
}

/// How far `it` is from the stretch between `a` and `b`.
fn distance(it: Pos2, a: Pos2, b: Pos2) -> f32 {
    let along = b - a;
    let share = ((it - a).dot(along) / along.length_sq().max(f32::EPSILON)).clamp(0.0, 1.0);
    it.distance(a + share * along)
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn points_on_the_way_go_and_corners_stay() {
        let line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (2.01, 5.0), (2.0, 9.0), (0.0, 9.0)];
        let corners = [(0.0, 0.0), (2.0, 0.0), (2.0, 9.0), (0.0, 9.0)];
        let places = |it: &[(f32, f32)]| it.iter().map(|(x, y)| pos2(*x, *y)).collect::<Vec<_>>();
        assert_eq!(simple(&places(&line)), places(&corners));
    }

    #[test]
    fn a_circle_keeps_its_shape() {
        let circle: Vec<Pos2> = (0..=720)
            .map(|n| {
                let angle = (n as f32 / 2.0).to_radians();
                pos2(20.0 * angle.cos(), 20.0 * angle.sin())
            })
            .collect();
        let kept = simple(&circle);
        assert!((20..120).contains(&kept.len()), "{}", kept.len());
        let edges = kept.windows(2).map(|it| it[0] + (it[1] - it[0]) / 2.0);
        assert!(
            edges
                .map(|it| it.distance(Pos2::ZERO))
                .all(|it| (it - 20.0).abs() < 0.05)
        );
    }

    #[test]
    fn what_is_no_line_stays_as_it_is() {
        assert_eq!(simple(&[]), []);
        assert_eq!(simple(&[pos2(1.0, 2.0)]), [pos2(1.0, 2.0)]);
        let strange = [pos2(0.0, 0.0), pos2(f32::NAN, 1.0), pos2(2.0, 0.0)];
        assert_eq!(simple(&strange).len(), 3);
    }
}
