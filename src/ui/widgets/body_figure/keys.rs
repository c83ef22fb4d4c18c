//! The figure by keyboard: the arrows go from part to part, and what is pressed there.
//!
//! Up and down go along the body from head to toe and stay on one side of it; left and right change the
//! side, as it is seen.

use egui::{EventFilter, Id, Key, Ui};

use super::{Mark, home};
use crate::charts::figure::Stand;
use crate::domain::{BodyPart, Region, Side};
use crate::ui::widgets::score_row::typed_score;

/// Where Tab comes to while nothing is rated.
const FIRST: BodyPart = (Region::Calf, Side::Left);

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pressed {
    /// This score.
    Score(f64),
    /// So much more or less.
    Change(f64),
    /// No rating.
    TakeBack,
    /// Yes, this one.
    Enter,
}

/// A way along the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the head.
    Up,
    /// Towards the feet.
    Down,
    /// To the viewer's left or right: to this side of the runner.
    To(Side),
}

/// What was pressed in this frame.
pub fn pressed(ui: &Ui) -> Option<Pressed> {
    let score = typed_score(ui).map(|it| Pressed::Score(f64::from(it)));
    let one_of = |keys: &[Key]| ui.input(|input| keys.iter().any(|&key| input.key_pressed(key)));
    let others = [
        (&[Key::Plus][..], Pressed::Change(1.0)),
        (&[Key::Minus], Pressed::Change(-1.0)),
        (&[Key::Delete, Key::Backspace], Pressed::TakeBack),
        (&[Key::Enter, Key::Space], Pressed::Enter),
    ];
    let other = || others.into_iter().find(|(keys, _)| one_of(keys)).map(|(_, it)| it);
    score.or_else(other)
}

/// Where the keyboard is.
pub struct At<'a> {
    /// The part that has it.
    pub part: BodyPart,
    /// The side it was on last.
    pub side: Side,
    /// The parts that are shown, from head to toe.
    pub parts: &'a [BodyPart],
    /// The views that are shown.
    pub stands: &'a [Stand],
}

/// Where the arrows lead from the part that has the keyboard under this id.
pub fn arrows(ui: &Ui, id: Id, at: &At<'_>) -> BodyPart {
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let right = home(at.part, at.stands).right_of_viewer();
    let left = if right == Side::Left { Side::Right } else { Side::Left };
    let ways = [
        (Key::ArrowUp, Way::Up),
        (Key::ArrowDown, Way::Down),
        (Key::ArrowLeft, Way::To(left)),
        (Key::ArrowRight, Way::To(right)),
    ];
    let pressed = ways
        .into_iter()
        .filter(|(key, _)| ui.input(|input| input.key_pressed(*key)));
    pressed.fold(at.part, |part, (_, way)| step(part, way, at.side, at.parts))
}

/// One step from a part along `parts`; the first and the last one are the ends.
pub fn step(from: BodyPart, way: Way, side: Side, parts: &[BodyPart]) -> BodyPart {
    let (region, own) = from;
    let side = if own == Side::None { side } else { own };
    let along = || parts.iter().copied().filter(|it| it.1 == Side::None || it.1 == side);
    let next = match way {
        Way::To(side) => (own != Side::None).then_some((region, side)),
        Way::Down => along().skip_while(|it| it.0 != region).nth(1),
        Way::Up => along().take_while(|it| it.0 != region).last(),
    };
    next.unwrap_or(from)
}

/// The part that Tab comes to: the chosen one, the first that is rated, the calf.
pub fn stop(marks: &[Mark], chosen: Option<BodyPart>) -> BodyPart {
    let rated = || marks.iter().find(|it| it.score.is_some()).map(|it| it.part);
    let shown = |part: &BodyPart| marks.iter().any(|it| it.part == *part);
    let first = marks.first().map_or(FIRST, |it| it.part);
    chosen
        .filter(shown)
        .or_else(rated)
        .or(Some(FIRST).filter(shown))
        .unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::figure::FIGURE;

    #[test]
    fn the_arrows_reach_every_part_and_stay_on_their_side() {
        let mut seen = Vec::new();
        for side in [Side::Left, Side::Right] {
            let mut at = FIGURE.parts[0];
            loop {
                seen.push(at);
                let next = step(at, Way::Down, side, &FIGURE.parts);
                if next == at {
                    break;
                }
                assert_eq!(step(next, Way::Up, side, &FIGURE.parts), at);
                at = next;
            }
            assert_eq!(at, (Region::Toes, side));
        }
        assert!(FIGURE.parts.iter().all(|it| seen.contains(it)));
        let calf = (Region::Calf, Side::Left);
        assert_eq!(
            step(calf, Way::To(Side::Right), Side::Left, &FIGURE.parts),
            (Region::Calf, Side::Right)
        );
        let back = (Region::LowerBack, Side::None);
        assert_eq!(step(back, Way::To(Side::Right), Side::Left, &FIGURE.parts), back);
    }
}
