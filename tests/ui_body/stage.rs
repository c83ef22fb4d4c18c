//! A figure that is rated, with nothing around it.

use std::collections::BTreeMap;

use afterrun::domain::{BodyPart, Rating, Region, Scale, Side};
use afterrun::theme;
use afterrun::ui::widgets::{BodyChange, BodyFigure, BodyState, Views};
use egui::accesskit::Role;
use egui::{Key, Pos2, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

pub const CALF: BodyPart = (Region::Calf, Side::Left);

/// What is known of the body.
#[derive(Default)]
pub struct Body {
    pub scores: BTreeMap<BodyPart, f64>,
    pub before: BTreeMap<BodyPart, f64>,
    pub lit: Vec<BodyPart>,
    pub state: BodyState,
    pub chosen: Option<BodyPart>,
}

/// How it is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    pub views: Views,
    pub height: f32,
    pub theme: Theme,
    pub how: How,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum How {
    Seen,
    Rated,
    PointedAt,
}

pub const RATED: Shown = Shown {
    views: Views::Both,
    height: 480.0,
    theme: Theme::Light,
    how: How::Rated,
};

pub struct Stage(pub Harness<'static, Body>);

fn rating(scores: &BTreeMap<BodyPart, f64>, part: BodyPart) -> Option<Rating> {
    let value = *scores.get(&part)?;
    let scale = Scale::Nrs010;
    Some(Rating { value, scale })
}

impl Stage {
    pub fn on(body: Body, shown: Shown) -> Self {
        let width = if shown.views == Views::Both { 1.0 } else { 0.5 } * shown.height + 110.0;
        let harness = Harness::builder()
            .with_size(vec2(width, shown.height + 90.0))
            .with_pixels_per_point(2.0)
            .with_theme(shown.theme)
            .with_max_steps(12)
            .with_context_setup(theme::install)
            .build_ui_state(
                move |ui, body: &mut Body| {
                    let card = theme::palette(ui).card;
                    ui.painter().rect_filled(ui.content_rect(), 0.0, card);
                    let (scores, before, lit) = (body.scores.clone(), body.before.clone(), body.lit.clone());
                    let figure = BodyFigure::new("Where it is sore")
                        .views(shown.views)
                        .height(shown.height)
                        .lit(&lit)
                        .scores(|region, side| rating(&scores, (region, side)))
                        .before(|region, side| rating(&before, (region, side)));
                    match shown.how {
                        How::Seen => drop(figure.show(ui)),
                        How::Rated => match figure.edit(ui, &mut body.state) {
                            Some(BodyChange::Score(part, value)) => drop(body.scores.insert(part, value)),
                            Some(BodyChange::TakeBack(part)) => drop(body.scores.remove(&part)),
                            None => {}
                        },
                        How::PointedAt => body.chosen = figure.choose(ui, &mut body.state).or(body.chosen),
                    }
                    drop(ui.link("What follows"));
                },
                body,
            );
        let mut stage = Self(harness);
        stage.0.run();
        stage
    }

    pub fn rated(body: Body) -> Self {
        Self::on(body, RATED)
    }

    pub fn press(&mut self, key: Key) -> &mut Self {
        self.0.key_press(key);
        self.0.run();
        self
    }

    /// Where the part of this name is.
    pub fn place_of(&self, name: &str) -> Pos2 {
        self.0.get_by_label_contains(name).rect().center()
    }

    pub fn click(&mut self, name: &str) -> &mut Self {
        self.0.get_by_label_contains(name).click();
        self.0.run();
        self
    }

    pub fn score(&self, part: BodyPart) -> Option<f64> {
        self.0.state().scores.get(&part).copied()
    }

    /// The names of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let mut nodes = self.0.root().children_recursive();
        let node = nodes.find(|it| it.accesskit_node().is_focused())?;
        node.accesskit_node().label()
    }

    /// The names of all parts.
    pub fn parts(&self) -> Vec<String> {
        let nodes = self.0.get_all_by_role(Role::Button);
        nodes.filter_map(|it| it.accesskit_node().label()).collect()
    }
}
