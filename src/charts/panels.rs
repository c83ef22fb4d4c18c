//! Panels under each other that share a time axis: what an axis of two scales would hide.
//!
//! Each panel says above itself what it shows, in which unit and which way. All of them together are one
//! figure: one name, one stop of the keyboard, one day that is asked about, marked by a line through all.

use egui::{Id, Pos2, Rect, RichText, Sense, Stroke, Ui};
use egui_plot::{PlotTransform, PlotUi, VLine};
use jiff::civil::Date;

use super::marks::{marks_at, still_plot, y_axis};
use super::pick::{pick, present};
use super::story::Story;
use super::time_axis::TimeAxis;
use super::{ChartResponse, Shown, Style};

/// Widest bar, and the room of a place under which bars touch, points.
const WIDEST: f32 = 36.0;
const CROWDED: f32 = 2.0;

/// One panel.
pub(super) struct Panel<'p> {
    /// Tells it from others.
    pub(super) name: &'static str,
    /// What it shows, with unit and direction.
    pub(super) words: &'p str,
    /// Points, without words and time axis.
    pub(super) height: f32,
    /// Lowest and highest value.
    pub(super) bounds: (f64, f64),
    /// The values that get a line, and what is said of each.
    pub(super) marks: Vec<(f64, String)>,
    /// Whether the first value is at the top.
    pub(super) downwards: bool,
    /// Whether the words of the time axis stand under it.
    pub(super) last: bool,
}

/// The panels that are shown so far.
pub(super) struct Panels<'s> {
    shown: &'s Shown<'s>,
    axis: TimeAxis,
    /// Room for the words beside the vertical axes.
    left: f32,
    /// Between the left and the right end of the time axis.
    width: f32,
    id: Id,
    rect: Rect,
    transforms: Vec<PlotTransform>,
}

impl<'s> Panels<'s> {
    /// No panel yet; words beside the axes have room for `letters`.
    pub(super) fn new(ui: &Ui, name: &str, shown: &'s Shown<'s>, axis: TimeAxis, letters: usize) -> Self {
        let left = shown.style.note.size * 0.6 * letters as f32 + 8.0;
        Self {
            shown,
            axis,
            left,
            width: ui.available_width() - left,
            id: ui.scope_id().with(name),
            rect: Rect::NOTHING,
            transforms: Vec::new(),
        }
    }

    /// How wide a place is, points.
    pub(super) fn place(&self) -> f32 {
        self.width * self.axis.bundle() as f32 / self.axis.days() as f32
    }

    /// How wide a bar is, in days: no wider than a finger, and without air where that would be less than a
    /// pixel.
    pub(super) fn bar(&self) -> f64 {
        let place = self.place();
        let share = if place < CROWDED {
            1.0
        } else {
            (WIDEST / place).min(0.72)
        };
        f64::from(share) * f64::from(self.axis.bundle())
    }

    /// Shows a panel under the others.
    pub(super) fn show<'a>(&mut self, ui: &mut Ui, panel: Panel<'_>, draw: impl FnOnce(&mut PlotUi<'a>) + 'a) {
        let style = self.shown.style;
        let (axis, marked) = (self.axis, self.marked_x());
        words_ui(ui, panel.words, style);
        let bounds = with_room_below(&panel, style.note.size * 0.5);
        let (values, labels): (Vec<f64>, Vec<String>) = panel.marks.into_iter().unzip();
        let at = values.clone();
        let label = move |value: f64| {
            let place = at.iter().position(|it| *it == value);
            place.map(|place| labels[place].clone()).unwrap_or_default()
        };
        let (ticks, time) = axis.words(style, self.width);
        let ticks = if panel.last { ticks } else { Vec::new() };
        let below = if panel.last { style.note.size * 1.6 } else { 0.0 };
        let third_ink = style.third_ink;
        let plot = still_plot(panel.name, panel.height + below, style)
            .sense(Sense::hover())
            .invert_y(panel.downwards)
            .y_grid_spacer(marks_at(values))
            .x_grid_spacer(marks_at(ticks))
            .show_axes([panel.last, true])
            .custom_x_axes(vec![time.min_thickness(below)])
            .custom_y_axes(vec![y_axis(style, self.left, label)])
            .show(ui, move |plot| {
                axis.set(plot);
                plot.set_plot_bounds_y(bounds.0..=bounds.1);
                draw(plot);
                if let Some(x) = marked {
                    plot.vline(VLine::new("marked", x).stroke(Stroke::new(1.0, third_ink)));
                }
            });
        self.rect = self.rect.union(plot.response.rect);
        self.transforms.push(plot.transform);
    }

    /// Where the marked day stands.
    fn marked_x(&self) -> Option<f64> {
        let day = self.shown.marked.filter(|it| self.axis.range().contains(it))?;
        Some(self.axis.x(self.axis.number(day)))
    }

    /// Where values are in the panels shown so far.
    pub(super) fn transforms(&self) -> &[PlotTransform] {
        &self.transforms
    }

    /// The panel at a place, and its transform.
    pub(super) fn transform_at(&self, at: Pos2) -> Option<(usize, &PlotTransform)> {
        let mut transforms = self.transforms.iter().enumerate();
        transforms.find(|it| it.1.frame().y_range().contains(at.y))
    }

    /// Which of `days` is asked about: the nearest sideways.
    pub(super) fn pick_across(
        self,
        ui: &Ui,
        name: &str,
        days: &[Date],
        story: impl Fn(Date) -> Story,
    ) -> ChartResponse {
        let (axis, first) = (self.axis, self.transforms.first().copied());
        let nearest = move |_: &Self, at: Pos2| axis.nearest(&first?, days, at);
        self.pick(ui, name, days, nearest, story)
    }

    /// Which of `days` is asked about, and its story.
    pub(super) fn pick(
        self,
        ui: &Ui,
        name: &str,
        days: &[Date],
        nearest: impl Fn(&Self, Pos2) -> Option<Date>,
        story: impl Fn(Date) -> Story,
    ) -> ChartResponse {
        let response = ui.interact(self.rect, self.id, Sense::click());
        let done = pick(ui, &response, days, self.shown.marked, |at| nearest(&self, at));
        let asked = done.hovered.filter(|it| self.axis.range().contains(it));
        let story = asked.zip(self.transforms.first()).map(|(day, transform)| {
            let x = transform.position_from_point_x(self.axis.x(self.axis.number(day)));
            (story(day), Pos2::new(x, transform.frame().center().y))
        });
        present(ui, &response, name, story, self.shown.style);
        done
    }
}

/// The bounds of a panel with room for half a line of words under its lowest mark.
fn with_room_below(panel: &Panel<'_>, room: f32) -> (f64, f64) {
    let (low, high) = panel.bounds;
    let room = f64::from(room / (panel.height - room).max(1.0)) * (high - low);
    if panel.downwards {
        (low, high + room)
    } else {
        (low - room, high)
    }
}

/// What a panel shows, above it.
fn words_ui(ui: &mut Ui, words: &str, style: &Style) {
    if !words.is_empty() {
        ui.label(RichText::new(words).font(style.note.clone()).color(style.second_ink));
    }
}
