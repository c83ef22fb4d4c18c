//! What the columns of a table of strangers hold, as the runner says it.
//!
//! A table that no reader knows is read by a mapping: a field of the journal for each of its columns, or none.
//! It is known again by its header, so that the next table of the same kind needs no question; the journal
//! remembers it among its settings.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::words;

/// What a column holds.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum TableField {
    Date,
    Time,
    Sport,
    Title,
    Notes,
    DistanceKm,
    DistanceMi,
    DistanceM,
    Duration,
    Rpe,
    AvgHr,
    MaxHr,
    AscentM,
    Shoe,
    Bed,
    Wake,
    Asleep,
    SleepQuality,
    Soreness,
    Fatigue,
    Stress,
    Mood,
    RestingHr,
    Hrv,
    WeightKg,
    WeightLb,
    Habit,
    HabitMinutes,
    Supplement,
}

/// What fields tell of: how they are grouped where one is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum FieldGroup {
    Day,
    Session,
    Night,
    Felt,
    Body,
    Habits,
}

impl FieldGroup {
    /// Its heading.
    pub fn name(self) -> String {
        words::named("mapping-group", self.into())
    }

    /// Its fields, in the order they are listed.
    pub fn fields(self) -> impl Iterator<Item = TableField> {
        let all = TableField::VARIANTS.iter().copied();
        all.filter(move |it| it.group() == self)
    }
}

impl TableField {
    /// What a person calls it.
    pub fn name(self) -> String {
        words::named("mapping", self.into())
    }

    /// What it tells of.
    pub fn group(self) -> FieldGroup {
        use TableField::{Date, Fatigue, Habit, HabitMinutes, Hrv, Mood, Notes, RestingHr, Soreness, Stress};
        use TableField::{Supplement, Time, WeightKg, WeightLb};
        match self {
            Date | Time | Notes => FieldGroup::Day,
            Soreness | Fatigue | Stress | Mood => FieldGroup::Felt,
            RestingHr | Hrv | WeightKg | WeightLb => FieldGroup::Body,
            Habit | HabitMinutes | Supplement => FieldGroup::Habits,
            it if it.is_of_night() => FieldGroup::Night,
            _ => FieldGroup::Session,
        }
    }

    /// Whether it tells of a session.
    pub fn is_of_session(self) -> bool {
        use TableField::{AscentM, AvgHr, DistanceKm, DistanceM, DistanceMi, Duration, MaxHr, Rpe, Shoe, Sport, Title};
        matches!(
            self,
            Sport | Title | DistanceKm | DistanceMi | DistanceM | Duration | Rpe | AvgHr | MaxHr | AscentM | Shoe
        )
    }

    /// Whether it tells of a night.
    pub fn is_of_night(self) -> bool {
        matches!(self, Self::Bed | Self::Wake | Self::Asleep | Self::SleepQuality)
    }
}

/// The fields of the columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The names of the columns, by which the table is known again.
    pub header: Vec<String>,
    /// The field of each; `None` where the column is left out.
    pub fields: Vec<Option<TableField>>,
}

impl Mapping {
    /// A mapping of these columns that takes none of them.
    pub fn of(header: &[String]) -> Self {
        Self {
            header: header.to_vec(),
            fields: vec![None; header.len()],
        }
    }

    /// The place of the first column with this field.
    pub fn place(&self, field: TableField) -> Option<usize> {
        self.fields.iter().position(|it| *it == Some(field))
    }

    /// Whether the column at `at` does not count, because one before it has the same field. A table has as many
    /// habits and supplements as it has columns of them.
    pub fn is_shadowed(&self, at: usize) -> bool {
        let field = self.fields.get(at).copied().flatten();
        field.is_some_and(|it| it.group() != FieldGroup::Habits && self.place(it) != Some(at))
    }

    /// Whether anything can be read with it: a date, and something that was on it.
    pub fn is_enough(&self) -> bool {
        use TableField::{Date, Notes, Time};
        let says = |it: &TableField| !matches!(it, Date | Time | Notes);
        self.place(Date).is_some() && self.fields.iter().flatten().any(says)
    }
}

/// The beginning of a table that is read by a mapping, or waits for one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TablePreview {
    /// A mapping that its names and values suggest.
    pub suggested: Mapping,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// Whether it was read by that mapping; else it is only suggested.
    pub is_applied: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_columns_with_one_field_the_first_counts_but_each_habit_does() {
        let header = ["From", "To", "Stretched", "Rolled", "Note"].map(str::to_owned);
        let mut mapping = Mapping::of(&header);
        let (time, habit) = (Some(TableField::Time), Some(TableField::Habit));
        mapping.fields = vec![time, time, habit, habit, None];
        let shadowed: Vec<_> = (0..header.len()).filter(|at| mapping.is_shadowed(*at)).collect();
        assert_eq!(shadowed, [1]);
    }

    #[test]
    fn a_mapping_needs_a_date_and_something_that_was_on_it() {
        let header = ["Day", "Km"].map(str::to_owned);
        let mut mapping = Mapping::of(&header);
        assert!(!mapping.is_enough());
        mapping.fields[0] = Some(TableField::Date);
        assert!(!mapping.is_enough());
        mapping.fields[1] = Some(TableField::DistanceKm);
        assert!(mapping.is_enough());
    }
}
