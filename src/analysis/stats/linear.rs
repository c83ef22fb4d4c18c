//! The linear algebra that a regression needs, and no more.
//!
//! Products are ndarray's (matrixmultiply below it). The pivoted QR is our own: which covariate a design can
//! do without is decided by the size of `|R_ii|` when the column with the longest rest goes first, as LAPACK's
//! `dgeqp3` does it (nalgebra pivots by the largest element, and ndarray has no decompositions). Where a
//! Cholesky factor of the Gram matrix shows that all columns are far from dependent, the QR could drop
//! nothing, and [`Basis::of`] takes the factor: it costs a fifth, and nearly all of it is a matrix product.
//!
//! One summation order, no threads: the same input gives the same bits.

#![expect(clippy::needless_pass_by_value, reason = "a view is a reference already")]

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, ShapeBuilder as _};

/// A diagonal of R below this share of the first says that the column is dependent.
pub const DEPENDENT: f64 = 1e-9;

/// 1/‖R⁻¹‖ bounds the smallest singular value of unit columns from below. From here on no `|R_ii|` can come
/// near [`DEPENDENT`], and the square of a condition number that small costs no digit that is reported.
const INDEPENDENT: f64 = 1e-3;

/// An orthonormal basis of what some columns span.
#[derive(Clone, Debug)]
pub struct Basis {
    /// n × rank, orthonormal.
    pub q: Array2<f64>,
    /// Which columns span it, each by its place among those given, ascending.
    pub kept: Vec<usize>,
    /// The columns that are combinations of the others.
    pub dropped: Vec<usize>,
    /// `kept` as the basis was made: column `order[i]` is, divided by `norms[i]`, Q times R's i-th column.
    order: Vec<usize>,
    norms: Vec<f64>,
    r_inverse: Array2<f64>,
}

impl Basis {
    /// The basis of `columns`, each of n numbers; n may be smaller than their number.
    pub fn of(columns: &[&[f64]]) -> Self {
        let (scaled, norms) = unit_columns(columns);
        Self::by_cholesky(&scaled, &norms).unwrap_or_else(|| Self::by_qr(&scaled, &norms))
    }

    /// The same without the short way: to the last digit, for tables that are compared with another program.
    pub fn careful(columns: &[&[f64]]) -> Self {
        let (scaled, norms) = unit_columns(columns);
        Self::by_qr(&scaled, &norms)
    }

    fn by_cholesky(scaled: &Array2<f64>, norms: &[f64]) -> Option<Self> {
        let r_inverse = inverse_of_upper(&cholesky(scaled.t().dot(scaled))?);
        let size = r_inverse.iter().map(|it| it * it).sum::<f64>().sqrt();
        let clear = size * INDEPENDENT <= 1.0;
        clear.then(|| Self {
            q: scaled.dot(&r_inverse),
            kept: (0..norms.len()).collect(),
            dropped: Vec::new(),
            order: (0..norms.len()).collect(),
            norms: norms.to_vec(),
            r_inverse,
        })
    }

    fn by_qr(scaled: &Array2<f64>, norms: &[f64]) -> Self {
        let qr = PivotedQr::of(scaled.view());
        let rank = qr.rank();
        let order = qr.pivot[..rank].to_vec();
        let (mut kept, mut dropped) = (order.clone(), qr.pivot[rank..].to_vec());
        kept.sort_unstable();
        dropped.sort_unstable();
        Self {
            q: qr.q(rank),
            kept,
            dropped,
            norms: order.iter().map(|&it| norms[it]).collect(),
            order,
            r_inverse: inverse_of_upper(&qr.r(rank)),
        }
    }

    /// What is left of `v` (n numbers) once all that the columns span is taken out.
    pub fn residual(&self, v: ArrayView1<f64>) -> Array1<f64> {
        &v - &self.q.dot(&self.q.t().dot(&v))
    }

    /// Each row's leverage: the squared length of its row of Q.
    pub fn leverages(&self) -> Array1<f64> {
        let mut all = Array1::zeros(self.q.nrows());
        for column in self.q.axis_iter(Axis(1)) {
            all.zip_mut_with(&column, |sum, it| *sum += it * it);
        }
        all
    }

    /// Least squares of `v` on the columns, by [`Self::kept`].
    pub fn coefficients(&self, v: ArrayView1<f64>) -> Vec<f64> {
        let scaled = self.r_inverse.dot(&self.q.t().dot(&v));
        self.by_kept(|at| scaled[at] / self.norms[at])
    }

    /// By [`Self::kept`]: how much the squared length of [`Self::residual`] of `v` would grow without that
    /// column. The largest has the largest partial correlation with `v`, also where `v` is dependent.
    pub fn growth_without(&self, v: ArrayView1<f64>) -> Vec<f64> {
        let scaled = self.r_inverse.dot(&self.q.t().dot(&v));
        self.by_kept(|at| {
            let row = self.r_inverse.row(at);
            scaled[at] * scaled[at] / row.dot(&row)
        })
    }

    /// n × rank: by how much each row's outcome, one more, moves each coefficient of [`Self::kept`].
    pub fn influence(&self) -> Array2<f64> {
        let moved = self.q.dot(&self.r_inverse.t());
        let mut influence = Array2::zeros(moved.dim());
        for (at, column) in self.order.iter().enumerate() {
            // `kept` is ascending and has every column of `order`.
            let place = self.kept.partition_point(|it| it < column);
            influence
                .column_mut(place)
                .assign(&(&moved.column(at) / self.norms[at]));
        }
        influence
    }

    fn by_kept(&self, value: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut all: Vec<_> = self.order.iter().enumerate().map(|(at, &it)| (it, value(at))).collect();
        all.sort_by_key(|it| it.0);
        all.into_iter().map(|it| it.1).collect()
    }
}

/// The columns, each of length 1, and how long they were.
fn unit_columns(columns: &[&[f64]]) -> (Array2<f64>, Vec<f64>) {
    let n = columns.first().map_or(0, |it| it.len());
    let norms: Vec<f64> = columns.iter().map(|it| divisor(it)).collect();
    let mut scaled = Array2::zeros((n, columns.len()).f());
    for ((mut to, from), norm) in scaled.axis_iter_mut(Axis(1)).zip(columns).zip(&norms) {
        to.iter_mut().zip(*from).for_each(|(to, from)| *to = from / norm);
    }
    (scaled, norms)
}

/// The length of a column, or 1 for one without length.
fn divisor(column: &[f64]) -> f64 {
    let norm = column.iter().map(|it| it * it).sum::<f64>().sqrt();
    if norm > 0.0 { norm } else { 1.0 }
}

/// `R` with `RᵀR` = `gram` (k × k, symmetric), zeros below its diagonal; `None` where `gram` is not positive.
pub fn cholesky(mut gram: Array2<f64>) -> Option<Array2<f64>> {
    let k = gram.nrows();
    for i in 0..k {
        let pivot = gram[[i, i]];
        if !(pivot > 0.0 && pivot.is_finite()) {
            return None;
        }
        for j in 0..k {
            gram[[i, j]] = if j < i { 0.0 } else { gram[[i, j]] / pivot.sqrt() };
        }
        for j in i + 1..k {
            let factor = gram[[i, j]];
            for l in j..k {
                gram[[j, l]] -= factor * gram[[i, l]];
            }
        }
    }
    Some(gram)
}

/// The inverse of an upper triangular matrix with a diagonal without zeros.
pub fn inverse_of_upper(r: &Array2<f64>) -> Array2<f64> {
    let k = r.nrows();
    let mut inverse = Array2::zeros((k, k));
    for i in (0..k).rev() {
        // Row i of R X = I, the rows below it being done.
        let mut row = Array1::zeros(k);
        row[i] = 1.0;
        for j in i + 1..k {
            row.scaled_add(-r[[i, j]], &inverse.row(j));
        }
        row /= r[[i, i]];
        inverse.row_mut(i).assign(&row);
    }
    inverse
}

/// A P = Q R by Householder reflections, the column with the longest rest always next.
#[derive(Clone, Debug)]
pub struct PivotedQr {
    /// Which column of A stands at each place.
    pub pivot: Vec<usize>,
    /// By place: above and on the diagonal R, below it the reflection (its first entry is 1).
    columns: Vec<Vec<f64>>,
    taus: Vec<f64>,
}

impl PivotedQr {
    /// Decomposes `a`.
    pub fn of(a: ArrayView2<f64>) -> Self {
        let columns: Vec<Vec<f64>> = a.axis_iter(Axis(1)).map(|it| it.to_vec()).collect();
        let mut qr = Self {
            pivot: (0..columns.len()).collect(),
            taus: Vec::new(),
            columns,
        };
        let mut rests: Vec<_> = qr.columns.iter().map(|it| Rest::of(it)).collect();
        for at in 0..a.nrows().min(a.ncols()) {
            let longest = first_longest(&rests[at..]) + at;
            qr.columns.swap(at, longest);
            qr.pivot.swap(at, longest);
            rests.swap(at, longest);
            qr.reflect(at);
            for (rest, column) in rests.iter_mut().zip(&qr.columns).skip(at + 1) {
                rest.shorten(&column[at..]);
            }
        }
        qr
    }

    /// Brings column `at` onto its diagonal, and reflects those behind it the same way.
    fn reflect(&mut self, at: usize) {
        let (done, behind) = self.columns.split_at_mut(at + 1);
        let v = &mut done[at][at..];
        let tau = reflection(v);
        self.taus.push(tau);
        for column in behind {
            apply(tau, v, &mut column[at..]);
        }
    }

    /// How many columns are independent of those before them.
    pub fn rank(&self) -> usize {
        let size = |at: usize| self.columns[at][at].abs();
        let enough = |at: &usize| size(*at) >= DEPENDENT * size(0);
        (0..self.taus.len()).filter(enough).count()
    }

    /// The first `rank` columns of Q, n × `rank`.
    pub fn q(&self, rank: usize) -> Array2<f64> {
        let n = self.columns.first().map_or(0, Vec::len);
        let mut q = Array2::zeros((n, rank).f());
        for (at, mut to) in q.axis_iter_mut(Axis(1)).enumerate() {
            let mut column = vec![0.0; n];
            column[at] = 1.0;
            for step in (0..=at).rev() {
                apply(self.taus[step], &self.columns[step][step..], &mut column[step..]);
            }
            to.assign(&ArrayView1::from(&column));
        }
        q
    }

    /// The first `rank` rows and columns of R.
    pub fn r(&self, rank: usize) -> Array2<f64> {
        Array2::from_shape_fn((rank, rank), |(i, j)| if i <= j { self.columns[j][i] } else { 0.0 })
    }
}

/// Turns `v` into its reflection, with what it becomes in front, and gives the reflection's factor.
fn reflection(v: &mut [f64]) -> f64 {
    let (alpha, rest) = (v[0], length(&v[1..]));
    if rest == 0.0 {
        return 0.0;
    }
    let beta = -alpha.hypot(rest).copysign(alpha);
    let scale = 1.0 / (alpha - beta);
    v[1..].iter_mut().for_each(|it| *it *= scale);
    v[0] = beta;
    (beta - alpha) / beta
}

/// `x` reflected by `v`, whose first entry counts as 1.
fn apply(tau: f64, v: &[f64], x: &mut [f64]) {
    let along = x[0] + v[1..].iter().zip(&x[1..]).map(|(v, x)| v * x).sum::<f64>();
    x[0] -= tau * along;
    x[1..].iter_mut().zip(&v[1..]).for_each(|(x, v)| *x -= tau * along * v);
}

/// The length of what is left of a column: brought up to date, and measured anew where digits got lost.
struct Rest {
    length: f64,
    measured: f64,
}

impl Rest {
    fn of(column: &[f64]) -> Self {
        let length = length(column);
        Self {
            length,
            measured: length,
        }
    }

    /// The rest of a column after its first entry, which became R's.
    fn shorten(&mut self, column: &[f64]) {
        if self.length == 0.0 {
            return;
        }
        let share = (1.0 - (column[0].abs() / self.length).powi(2)).max(0.0);
        if share * (self.length / self.measured).powi(2) <= (f64::EPSILON / 2.0).sqrt() {
            *self = Self::of(&column[1..]);
        } else {
            self.length *= share.sqrt();
        }
    }
}

/// The length of a column, summed with twice the digits, so that it is the nearest number there is.
fn length(values: &[f64]) -> f64 {
    let (mut sum, mut rest) = (0.0_f64, 0.0);
    for value in values {
        let square = value * value;
        let total = sum + square;
        let apart = total - sum;
        rest += (sum - (total - apart)) + (square - apart) + value.mul_add(*value, -square);
        sum = total;
    }
    (sum + rest).sqrt()
}

fn first_longest(rests: &[Rest]) -> usize {
    let mut longest = 0;
    for (at, rest) in rests.iter().enumerate() {
        if rest.length > rests[longest].length {
            longest = at;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Columns that no formula of a few terms binds together.
    fn columns(k: usize, n: usize) -> Vec<Vec<f64>> {
        let column = |j: usize| (0..n).map(move |i| ((1 + i * (3 * j + 7)) as f64 * 0.37).sin() + j as f64);
        (0..k).map(|j| column(j).collect()).collect()
    }

    fn basis(columns: &[Vec<f64>]) -> Basis {
        Basis::of(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    fn unlike_identity(q: &Array2<f64>) -> f64 {
        let off = q.t().dot(q) - Array2::<f64>::eye(q.ncols());
        off.iter().fold(0.0, |most, it| it.abs().max(most))
    }

    #[test]
    fn both_ways_give_the_same_residuals_and_coefficients() {
        let columns = columns(6, 80);
        let scaled = Array2::from_shape_fn((80, 6).f(), |(i, j)| columns[j][i]);
        let v = Array1::from_iter((0..80).map(|i| f64::from(i % 7)));
        let quick = Basis::by_cholesky(&scaled, &[1.0; 6]).unwrap();
        let careful = Basis::by_qr(&scaled, &[1.0; 6]);
        let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-11 * (1.0 + b.abs()));
        assert!(near(
            quick.residual(v.view()).as_slice().unwrap(),
            careful.residual(v.view()).as_slice().unwrap()
        ));
        assert!(near(
            quick.leverages().as_slice().unwrap(),
            careful.leverages().as_slice().unwrap()
        ));
        assert!(near(&quick.coefficients(v.view()), &careful.coefficients(v.view())));
        assert!(near(&quick.growth_without(v.view()), &careful.growth_without(v.view())));
    }

    #[test]
    fn a_basis_is_orthonormal_also_of_columns_that_are_nearly_the_same() {
        let mut columns = columns(5, 60);
        let nearly = columns[2]
            .iter()
            .enumerate()
            .map(|(i, it)| it + 1e-7 * f64::from(i as u32 % 2));
        columns.push(nearly.collect());
        let basis = basis(&columns);
        assert_eq!((basis.kept.len(), basis.dropped.len()), (6, 0));
        assert!(unlike_identity(&basis.q) < 1e-13);
    }

    #[test]
    fn a_column_that_others_add_up_to_is_dropped_and_nothing_is_lost() {
        let mut columns = columns(4, 50);
        let sum = (0..50).map(|i| columns[0][i] + columns[3][i]).collect();
        let before = basis(&columns);
        columns.push(sum);
        let after = basis(&columns);
        assert_eq!((after.kept.len(), after.dropped.len()), (4, 1));
        let v = Array1::from_iter((0..50).map(|i| f64::from(i % 11)));
        let apart = before.residual(v.view()) - after.residual(v.view());
        assert!(apart.iter().all(|it| it.abs() < 1e-12), "{apart}");
    }

    #[test]
    fn of_two_equal_columns_the_first_stays() {
        let mut columns = columns(3, 40);
        columns.push(columns[1].clone());
        assert_eq!(basis(&columns).dropped, [3]);
    }

    #[test]
    fn the_longest_rest_goes_first() {
        let columns = [[1.0, 0.0, 0.0], [0.0, 3.0, 0.0], [2.0, 0.0, 2.0]];
        let qr = PivotedQr::of(Array2::from_shape_fn((3, 3), |(i, j)| columns[j][i]).view());
        assert_eq!(qr.pivot, [1, 2, 0]);
        let size = qr.r(3).diag().mapv(f64::abs);
        assert!(
            (size - ndarray::arr1(&[3.0, 8.0_f64.sqrt(), 0.5_f64.sqrt()]))
                .iter()
                .all(|it| it.abs() < 1e-12)
        );
    }

    #[test]
    fn nothing_comes_of_no_columns_no_rows_and_no_numbers() {
        assert_eq!(basis(&[]).q.dim(), (0, 0));
        assert!(basis(&[vec![], vec![]]).kept.is_empty());
        assert!(basis(&[vec![f64::NAN; 3], vec![1.0; 3]]).q.nrows() == 3);
        assert_eq!(basis(&[vec![0.0; 3], vec![1.0; 3]]).dropped, [0]);
        assert_eq!(basis(&columns(9, 4)).kept.len(), 4);
    }

    #[test]
    fn the_column_that_explains_most_of_a_dependent_one_is_found() {
        let columns = columns(4, 60);
        let v = Array1::from_iter((0..60).map(|i| 2.0 * columns[1][i] + 0.01 * columns[3][i]));
        let growth = basis(&columns).growth_without(v.view());
        assert!(
            growth[1] > 100.0 * growth[3] && growth[3] > 1e6 * growth[0].max(growth[2]),
            "{growth:?}"
        );
    }
}
