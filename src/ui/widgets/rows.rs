//! Long lists: rows of known heights, of which only those in view are made.
//!
//! A journal of thirty years has a hundred thousand rows. Their heights are known before they are drawn,
//! so the list is one large space, and each frame fills the part of it that can be seen (and a row more
//! at each end, so that the keyboard finds the next one).

use egui::{CornerRadius, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::theme;

/// Where each row begins, and where the last one ends: one entry more than there are rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Tops(Vec<f32>);

impl Default for Tops {
    fn default() -> Self {
        Self(vec![0.0])
    }
}

impl Tops {
    /// The tops of rows of these heights. Whole points, so that a sum of many stays exact.
    pub fn of(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut tops = vec![0.0];
        let mut end = 0.0;
        for height in heights {
            end += height.round();
            tops.push(end);
        }
        Self(tops)
    }

    /// Where row `n` begins.
    pub fn top(&self, n: usize) -> f32 {
        self.0[n.min(self.0.len() - 1)]
    }

    /// The height of all.
    pub fn height(&self) -> f32 {
        self.0[self.0.len() - 1]
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.0.len() - 1
    }

    /// The rows that touch `from..to`, and one more at each end.
    fn between(&self, from: f32, to: f32) -> std::ops::Range<usize> {
        let first = self.0.partition_point(|&top| top <= from).saturating_sub(2);
        let last = self.0.partition_point(|&top| top < to) + 1;
        first..last.min(self.count())
    }
}

/// Shows the rows in view; `row` gets a `Ui` that is exactly its row.
pub fn rows(ui: &mut Ui, tops: &Tops, row: impl FnMut(&mut Ui, usize)) {
    rows_keeping(ui, tops, usize::MAX, row);
}

/// The same, and the row `kept` also where it is out of view: it has the keyboard, which a row that is not
/// made would lose. Returns the space of all rows.
pub fn rows_keeping(ui: &mut Ui, tops: &Tops, kept: usize, mut row: impl FnMut(&mut Ui, usize)) -> Rect {
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), tops.height()), Sense::hover());
    let view = ui.clip_rect();
    let in_view = tops.between(view.top() - all.top(), view.bottom() - all.top());
    let kept = Some(kept).filter(|it| *it < tops.count() && !in_view.contains(it));
    for n in in_view.chain(kept) {
        let rect = row_rect(all, tops, n);
        ui.scope_builder(UiBuilder::new().id_salt(n).max_rect(rect), |ui| row(ui, n));
    }
    all
}

/// Where row `n` is in the space of all.
pub fn row_rect(all: Rect, tops: &Tops, n: usize) -> Rect {
    let (top, bottom) = (all.top() + tops.top(n), all.top() + tops.top(n + 1));
    Rect::from_min_max(pos2(all.left(), top), pos2(all.right(), bottom))
}

/// The surface of a row in a card of rows: a hairline around the card and between its rows.
pub fn row_surface(ui: &Ui, rect: Rect, first: bool, last: bool, hovered: bool) {
    let it = theme::palette(ui);
    let (top, bottom) = (
        if first { theme::CARD_RADIUS } else { 0 },
        if last { theme::CARD_RADIUS } else { 0 },
    );
    let corners = CornerRadius {
        nw: top,
        ne: top,
        sw: bottom,
        se: bottom,
    };
    ui.painter().rect_filled(rect, corners, it.line);
    let inner = Rect::from_min_max(
        rect.min + vec2(1.0, if first { 1.0 } else { 0.0 }),
        rect.max - vec2(1.0, 1.0),
    );
    let fill = if hovered {
        it.card.lerp_to_gamma(it.ink, 0.04)
    } else {
        it.card
    };
    ui.painter().rect_filled(inner, corners, fill);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rows_in_view_are_made_and_one_more_at_each_end() {
        let tops = Tops::of((0..100_000).map(|_| 48.0));
        assert_eq!(tops.height(), 4_800_000.0);
        assert_eq!(tops.between(0.0, 480.0), 0..11);
        assert_eq!(tops.between(4_800.0, 5_280.0), 99..111);
        assert_eq!(tops.between(4_799_000.0, 4_800_000.0), 99_978..100_000);
        assert_eq!(Tops::default().between(0.0, 480.0), 0..0);
    }
}
