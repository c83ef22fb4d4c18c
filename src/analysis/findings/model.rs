//! One design: an outcome, an exposure and named covariates over some rows, and what came of it.

use super::Covariate;
use super::series::gathered;
use crate::analysis::stats::effect::{Column, Effect, Estimated, Kind, Refusal, estimate};

/// A design on its way to an estimate: columns as long as the journal, and which rows count.
pub(super) struct Model<'s> {
    pub(super) rows: &'s [usize],
    pub(super) outcome: &'s [f64],
    pub(super) exposure: &'s [f64],
    pub(super) kind: Kind,
    /// Each over `rows`.
    pub(super) covariates: Vec<(Covariate, Vec<f64>)>,
}

/// What came of a model.
pub(super) struct Modelled {
    pub(super) k: usize,
    pub(super) adjusted_for: Vec<Covariate>,
    pub(super) dropped: Vec<Covariate>,
    /// The covariate that an exposure refused as collinear goes with.
    pub(super) together_with: Option<Covariate>,
    pub(super) effect: Result<Effect, Refusal>,
}

impl<'s> Model<'s> {
    /// A model without covariates yet.
    pub(super) fn new(rows: &'s [usize], outcome: &'s [f64], exposure: &'s [f64], kind: Kind) -> Self {
        Self {
            rows,
            outcome,
            exposure,
            kind,
            covariates: Vec::new(),
        }
    }

    /// Allows for `column`, which is as long as the journal.
    pub(super) fn with(mut self, name: Covariate, column: &[f64]) -> Self {
        self.covariates.push((name, gathered(column, self.rows)));
        self
    }

    /// Allows for columns that have the rows of the model only.
    pub(super) fn with_rows(mut self, columns: impl IntoIterator<Item = (Covariate, Vec<f64>)>) -> Self {
        self.covariates.extend(columns);
        self
    }

    pub(super) fn estimate(&self) -> Modelled {
        let (y, h) = (gathered(self.outcome, self.rows), gathered(self.exposure, self.rows));
        let columns: Vec<&[f64]> = self.covariates.iter().map(|it| it.1.as_slice()).collect();
        let Estimated {
            k,
            used,
            dropped,
            effect,
            ..
        } = estimate(&y, &h, &columns, self.kind);
        let named = |column: &Column| match *column {
            Column::Constant => Covariate::Constant,
            Column::Covariate(at) => self.covariates[at].0.clone(),
        };
        let together_with = match effect {
            Err(Refusal::Collinear { with }) => with.map(|at| self.covariates[at].0.clone()),
            _ => None,
        };
        Modelled {
            k,
            adjusted_for: used.iter().filter(|it| **it != Column::Constant).map(named).collect(),
            dropped: dropped.iter().map(named).collect(),
            together_with,
            effect,
        }
    }
}
