//! The body from the front and from behind: to see where it is sore, and to say it.
//!
//! The drawing itself is that of the charts ([`crate::charts::figure`]). Shown ([`BodyFigure::show`]) it says where the body is sore or which muscle's turn it is;
//! to rate ([`BodyFigure::edit`]) a muscle is clicked, dragged or given a digit; to point at
//! ([`BodyFigure::choose`]) one place is chosen. A score deepens one hue, and its number always stands on
//! the part or beside it.
//!
//! Seen from the front, the runner's left is at the viewer's right, as when facing somebody; letters say so.

mod edit;
mod keys;
mod paint;

use egui::{Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::charts::figure::{FIGURE, HALF_WIDTH, HEIGHT, Stand, View};
use crate::domain::{BodyPart, Rating, Region, Side, units, words};
use crate::fl;
use crate::theme;
pub use edit::{BodyChange, BodyState};

/// Which sides of the body are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Views {
    Front,
    Back,
    /// Side by side; under one another where there is no room.
    #[default]
    Both,
}

/// The body: `BodyFigure::new("Sore this morning").height(320.0).scores(|region, side| …).show(ui)`.
///
/// Regions with sides are asked for left and right, the others with [`Side::None`].
pub struct BodyFigure<'a> {
    name: &'a str,
    views: Views,
    height: f32,
    scores: Box<dyn Fn(Region, Side) -> Option<Rating> + 'a>,
    before: Box<dyn Fn(Region, Side) -> Option<Rating> + 'a>,
    lit: &'a [BodyPart],
    focus: bool,
}

impl<'a> BodyFigure<'a> {
    /// A figure called `name`, of which nothing is rated.
    pub fn new(name: &'a str) -> Self {
        Self {
            name,
            views: Views::default(),
            height: 320.0,
            scores: Box::new(|_, _| None),
            before: Box::new(|_, _| None),
            lit: &[],
            focus: false,
        }
    }

    /// Which sides of the body are shown: both, if not told.
    #[must_use]
    pub fn views(mut self, views: Views) -> Self {
        self.views = views;
        self
    }

    /// How tall it stands: well readable from 160 to 480.
    #[must_use]
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// How sore each part is, as it was rated.
    #[must_use]
    pub fn scores(mut self, scores: impl Fn(Region, Side) -> Option<Rating> + 'a) -> Self {
        self.scores = Box::new(scores);
        self
    }

    /// How sore each part was yesterday: hatched, where nothing is rated since.
    #[must_use]
    pub fn before(mut self, before: impl Fn(Region, Side) -> Option<Rating> + 'a) -> Self {
        self.before = Box::new(before);
        self
    }

    /// The parts that stand out in the accent: those that are stretched or rolled now. [`Side::Both`] and, for a
    /// region with sides, [`Side::None`] are both of its sides.
    #[must_use]
    pub fn lit(mut self, lit: &'a [BodyPart]) -> Self {
        self.lit = lit;
        self
    }

    /// Whether it takes the keyboard now.
    #[must_use]
    pub fn focus(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }

    /// The room that both views take beside each other, in a figure of this height.
    pub fn room(height: f32) -> Vec2 {
        room(height) * vec2(2.0, 1.0)
    }

    /// Shows it, to be looked at: what is under the pointer is named, and so is each part that is rated or lit
    /// to those who listen.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (ui, response, stands) = self.stand(ui);
        let marks = self.marks(&stands);
        paint::figure(&ui, &stands, &marks, &paint::Outlines::default());
        for it in marks.iter().filter(|it| it.lit || it.score.is_some()) {
            let id = ui.scope_id().with(it.part);
            let node = ui.interact(it.rect(&stands), id, Sense::hover());
            node.widget_info(|| WidgetInfo::labeled(Role::Image, true, it.told()));
        }
        let canvas = ui.interact(response.rect, ui.scope_id().with("canvas"), Sense::hover());
        name_hovered(canvas, &stands, &marks);
        response
    }

    /// Takes the room, and says where in it each view stands.
    fn stand(&self, ui: &mut Ui) -> (Ui, Response, Vec<Stand>) {
        let views: &[View] = match self.views {
            Views::Front => &[View::Front],
            Views::Back => &[View::Back],
            Views::Both => &[View::Front, View::Back],
        };
        let one = room(self.height);
        // Room that was made for both may be a rounding short of it.
        let beside = one.x * views.len() as f32 <= ui.available_width() + 1.0;
        let step = if beside { vec2(one.x, 0.0) } else { vec2(0.0, one.y) };
        let size = one + step * (views.len() as f32 - 1.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let stands = views.iter().enumerate().map(|(n, &view)| Stand {
            view,
            top: rect.min + step * n as f32 + vec2(one.x / 2.0, 0.0),
            scale: self.height / HEIGHT,
        });
        let group = UiBuilder::new()
            .max_rect(rect)
            .id_salt(self.name)
            .accessibility_role(Role::Group)
            .accessibility_label(self.name.to_owned());
        (ui.new_child(group), response, stands.collect())
    }

    /// What is to be shown of each part that is seen.
    fn marks(&self, stands: &[Stand]) -> Vec<Mark> {
        let lit = |part: BodyPart| {
            self.lit
                .iter()
                .any(|&(region, side)| region == part.0 && (side == part.1 || matches!(side, Side::Both | Side::None)))
        };
        let is_seen = |part: BodyPart| stands.iter().any(|it| FIGURE.main_shape(part, it.view).is_some());
        let seen = FIGURE.parts.iter().filter(|&&it| is_seen(it));
        let marks = seen.map(|&part| Mark {
            part,
            score: (self.scores)(part.0, part.1),
            before: (self.before)(part.0, part.1),
            lit: lit(part),
        });
        marks.collect()
    }
}

/// What is known of one part.
struct Mark {
    part: BodyPart,
    score: Option<Rating>,
    before: Option<Rating>,
    lit: bool,
}

impl Mark {
    /// "Left calf, 4: changes how I move".
    fn told(&self) -> String {
        let place = words::spot(self.part.0, self.part.1);
        match self.score {
            Some(it) => fl!(
                "body-rated",
                place = place,
                number = units::show_number(it.value),
                words = words::score(it.value, it.scale)
            ),
            None => fl!("body-not-rated", place = place),
        }
    }

    /// "Yesterday 3: I notice it".
    fn told_before(&self) -> Option<String> {
        let it = self.before?;
        Some(fl!(
            "body-yesterday",
            number = units::show_number(it.value),
            words = words::score(it.value, it.scale)
        ))
    }

    /// Room around its place in the view it is seen best in, as large as it lies inside of the part's bounds.
    fn rect(&self, stands: &[Stand]) -> Rect {
        let seen = stands
            .iter()
            .filter_map(|it| Some((it, FIGURE.main_shape(self.part, it.view)?)));
        let best = seen.max_by(|(_, a), (_, b)| a.area.total_cmp(&b.area));
        best.map_or(Rect::NOTHING, |(stand, shape)| {
            let (spot, bounds) = (shape.spot, shape.bounds);
            let half = (spot - bounds.min).min(bounds.max - spot);
            Rect::from_center_size(stand.on_screen(spot), 2.0 * half * stand.scale)
        })
    }
}

/// The room that one view of this height takes, with what stands beside and below it.
fn room(height: f32) -> Vec2 {
    let letters = theme::NOTE + theme::GAP;
    vec2(
        2.0 * (HALF_WIDTH * height / HEIGHT + letters),
        height + theme::NOTE + theme::GAP,
    )
}

/// The view in which a part is seen best, of those that are shown; from the front where both are as good.
fn home(part: BodyPart, stands: &[Stand]) -> View {
    let area = |it: &Stand| FIGURE.main_shape(part, it.view).map_or(0.0, |it| it.area);
    let best = stands.iter().rev().max_by(|a, b| area(a).total_cmp(&area(b)));
    best.map_or(View::Front, |it| it.view)
}

/// How far beside a part one may point and mean it, on the screen.
const REACH: f32 = 5.0;

/// The part at `at`.
fn part_at(stands: &[Stand], at: Pos2) -> Option<BodyPart> {
    let distance = |it: &&Stand| (it.on_screen(pos2(0.0, HEIGHT / 2.0)).distance(at)) as i64;
    let stand = stands.iter().min_by_key(distance)?;
    FIGURE.part_at(stand.view, stand.in_figure(at), REACH / stand.scale)
}

/// Says beside the pointer what is under it.
fn name_hovered(canvas: Response, stands: &[Stand], marks: &[Mark]) {
    let part = canvas.hover_pos().and_then(|at| part_at(stands, at));
    let Some(mark) = part.and_then(|part| marks.iter().find(|it| it.part == part)) else {
        return;
    };
    canvas.on_hover_ui_at_pointer(|ui| {
        ui.label(mark.told());
        if let Some(before) = mark.told_before() {
            ui.label(theme::note(ui, before));
        }
    });
}
