//! Where the cell of a day is.

use egui::{Pos2, Rect, Vec2, pos2, vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::domain::settings::FirstWeekday;
use crate::domain::time::days_between;

/// From one cell to the next, at most.
const LARGEST: f32 = 17.0;
/// With smaller cells the year is drawn in two halves.
const SMALLEST: f32 = 8.5;

/// The places of the days, in points from the top left of the chart.
pub(super) struct Grid {
    /// The first day of the first column; up to six days before the year.
    origin: Date,
    /// The first day of the year, and how many days it has so far.
    first: Date,
    days: i32,
    /// Columns of a half, or of the whole year.
    columns: i32,
    /// From one cell to the next.
    pub(super) pitch: f32,
    /// Room for the names of the weekdays.
    pub(super) left: f32,
    /// Room for the names of the months, above each half.
    pub(super) top: f32,
    /// Between two halves.
    between: f32,
}

impl Grid {
    /// The grid of `days` (in order), `width` points wide, with names in letters of the size `note`.
    pub(super) fn of(days: &[Date], first_weekday: FirstWeekday, width: f32, note: f32) -> Self {
        let first = days.first().copied().unwrap_or(Date::constant(1970, 1, 1));
        let origin = first_weekday.week_of(first);
        let left = note * 2.8;
        // All of the year, so that a year that is going on has cells as large as one that is over.
        let of_year = i32::from(first.days_in_year()) + days_between(origin, first);
        let weeks = (of_year + 6) / 7;
        let pitch = |columns: i32| ((width - left) / columns as f32).min(LARGEST);
        let columns = if pitch(weeks) < SMALLEST {
            (weeks + 1) / 2
        } else {
            weeks
        };
        Self {
            origin,
            first,
            days: days.len() as i32,
            columns,
            pitch: pitch(columns),
            left,
            top: note * 1.5,
            between: note * 0.8,
        }
    }

    /// How many halves the days so far take.
    fn blocks(&self) -> i32 {
        let weeks = (days_between(self.origin, self.first) + self.days + 6) / 7;
        (weeks + self.columns - 1) / self.columns
    }

    pub(super) fn size(&self) -> Vec2 {
        let blocks = self.blocks() as f32;
        let height = blocks * (self.top + 7.0 * self.pitch) + (blocks - 1.0).max(0.0) * self.between;
        vec2(self.left + self.columns as f32 * self.pitch, height)
    }

    /// From the top of one half to the top of the next.
    fn step(&self) -> f32 {
        self.top + 7.0 * self.pitch + self.between
    }

    /// The week's column and the half it is in, and the row of `day`.
    fn place(&self, day: Date) -> (i32, i32, i32) {
        let n = days_between(self.origin, day);
        let week = n.div_euclid(7);
        (
            week.rem_euclid(self.columns),
            week.div_euclid(self.columns),
            n.rem_euclid(7),
        )
    }

    /// The cell of `day` with half of the air around it.
    pub(super) fn rect(&self, day: Date) -> Rect {
        let (column, block, row) = self.place(day);
        let x = self.left + column as f32 * self.pitch;
        let y = block as f32 * self.step() + self.top + row as f32 * self.pitch;
        Rect::from_min_size(pos2(x, y), Vec2::splat(self.pitch))
    }

    /// The top left of each half's cells.
    pub(super) fn corners(&self) -> Vec<Pos2> {
        let blocks = 0..self.blocks();
        blocks
            .map(|it| pos2(self.left, it as f32 * self.step() + self.top))
            .collect()
    }

    /// The weekday of a row.
    pub(super) fn weekday(&self, row: i32) -> Date {
        self.origin.saturating_add(row.days())
    }

    /// The day at a place; `None` beside the cells.
    pub(super) fn day_at(&self, at: Pos2) -> Option<Date> {
        let block = (at.y / self.step()).floor();
        let row = (at.y - block * self.step() - self.top) / self.pitch;
        let column = (at.x - self.left) / self.pitch;
        let inside = (0.0..7.0).contains(&row) && (0.0..self.columns as f32).contains(&column);
        if !inside || block < 0.0 {
            return None;
        }
        let week = block as i32 * self.columns + column as i32;
        let day = self.origin.checked_add((week * 7 + row as i32).days()).ok()?;
        (0..self.days).contains(&days_between(self.first, day)).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::analysis::year::days_of_year;

    #[test]
    fn every_day_is_found_where_its_cell_is_and_no_cell_is_outside() {
        for first_weekday in [FirstWeekday::Monday, FirstWeekday::Sunday, FirstWeekday::Saturday] {
            for (width, today) in [
                (552.0, date(2024, 12, 31)),
                (280.0, date(2024, 12, 31)),
                (280.0, date(2024, 3, 5)),
            ] {
                let days = days_of_year(2024, today);
                let grid = Grid::of(&days, first_weekday, width, 12.0);
                let room = Rect::from_min_size(Pos2::ZERO, grid.size());
                assert!(room.width() <= width + 0.01);
                for &day in &days {
                    let cell = grid.rect(day);
                    assert_eq!(grid.day_at(cell.center()), Some(day), "{width}");
                    assert!(room.expand(0.01).contains_rect(cell), "{day} at {width}");
                }
            }
        }
    }

    #[test]
    fn beside_the_cells_is_no_day() {
        let days = days_of_year(2026, date(2026, 11, 24));
        let grid = Grid::of(&days, FirstWeekday::Monday, 552.0, 12.0);
        assert_eq!(grid.day_at(pos2(5.0, 40.0)), None);
        // 2026 began on a Thursday, and Thursday 26 November is still to come.
        let monday = grid.rect(date(2026, 1, 5)).center();
        assert_eq!(grid.day_at(monday - vec2(grid.pitch, 0.0)), None);
        let tuesday = grid.rect(date(2026, 11, 24)).center();
        assert_eq!(grid.day_at(tuesday + vec2(0.0, 2.0 * grid.pitch)), None);
    }
}
