//! The line at the foot of the day: what there is to record, typed in one go.
//!
//! Below it stands what would be recorded, while it is typed; Enter records exactly that. What is wrong is
//! underlined at its place and said below; of the word that is still being typed nothing is said before
//! Enter. Names are completed: a suggestion is there while the word is not understood, and none when it
//! is, so that Enter never takes a suggestion where it could record. The text is a draft like a form's:
//! it stays until it is recorded.

use std::sync::Arc;
use std::time::Duration;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CompletionPopup, FontFamily, FontId, Frame, Galley, Id, Key, Layout, Margin, Modifiers, RectAlign,
    Response, RichText, ScrollArea, Sense, Stroke, Suggestion, TextBuffer, TextEdit, Ui, UiBuilder, vec2,
};
use lucide_icons::Icon;

use crate::app::Model;
use crate::app::command::{Command, Commands, Then};
use crate::domain::quick::{self, Completion, Context, Entry, Problem, Reading};
use crate::fl;
use crate::theme;
use crate::ui::screens::journal::{icon_of, kind_ink};
use crate::ui::widgets::{name_scroll_bar, page_side, paint_icon};

/// The key of its draft.
const DRAFT: &str = "quick";
/// At this width of the line what it records stands beside it, else below.
const BESIDE: f32 = 640.0;
/// Room for that.
const SUMMARY: f32 = 300.0;
/// Height of a line of text in the field.
const LINE: f32 = 24.0;
/// How tall the foot of the window is before it was measured.
const FOOT: f32 = 88.0;
/// What lay over the line gives the keyboard back to what had it before, a frame later: the line insists.
const SEEKS: u8 = 3;
/// A line of more signs was pasted by mistake.
const LONGEST: usize = 2000;
/// A minute, ms.
const MINUTE_MS: i64 = 60_000;

/// What is typed, and what it was read as.
#[derive(Default)]
pub struct QuickState {
    text: String,
    /// What is kept of it as a draft; `None` before the draft was looked at.
    kept: Option<String>,
    seen: Option<Seen>,
    offered: Option<Offered>,
    /// Whether also the word at the end is complained about: once Enter was pressed.
    complain: bool,
    /// In which frame the line was sent to the disk, until it is answered.
    sent: Option<u64>,
    /// How often the line was asked for.
    asked: u64,
    /// For how many frames more it takes the keyboard.
    seeks: u8,
    /// How tall the foot of the window was.
    height: Option<f32>,
}

/// A line that was read, and with what.
struct Seen {
    text: String,
    revision: u64,
    minute: i64,
    reading: Reading,
    summary: Option<String>,
}

/// The names that were offered for the word at a place.
struct Offered {
    text: String,
    cursor: usize,
    revision: u64,
    completions: Vec<Completion>,
}

fn context(model: &Model) -> Context<'_> {
    Context {
        journal: &model.journal,
        now: model.now,
        zone: model.zone(),
    }
}

/// The line as it reads now; it is read anew only where text, journal or minute are others.
fn read<'s>(seen: &'s mut Option<Seen>, model: &Model, text: &str) -> &'s Seen {
    let minute = model.now.ms.div_euclid(MINUTE_MS);
    let known = |it: &Seen| (it.text.as_str(), it.revision, it.minute) == (text, model.revision, minute);
    if !seen.as_ref().is_some_and(known) {
        let reading = quick::read(text, &context(model));
        *seen = Some(Seen {
            text: text.to_owned(),
            revision: model.revision,
            minute,
            summary: reading.summary().filter(|_| reading.problems.is_empty()),
            reading,
        });
    }
    seen.as_ref().expect("it was just read")
}

/// The names to go on with at `cursor`; they are looked for only where something is other than before.
fn offered<'o>(slot: &'o mut Option<Offered>, model: &Model, text: &str, cursor: usize) -> &'o [Completion] {
    let known = |it: &Offered| (it.text.as_str(), it.cursor, it.revision) == (text, cursor, model.revision);
    if !slot.as_ref().is_some_and(known) {
        *slot = Some(Offered {
            text: text.to_owned(),
            cursor,
            revision: model.revision,
            completions: quick::complete(text, cursor, &context(model)),
        });
    }
    slot.as_ref().map_or(&[], |it| &it.completions)
}

/// Shows the line at the foot of the window, where it is always in reach, and `content` above it. The
/// content comes first, so that Tab does.
pub fn above_line_ui(
    ui: &mut Ui,
    model: &Model,
    state: &mut QuickState,
    commands: &mut Commands,
    content: impl FnOnce(&mut Ui),
) {
    if !model.can_write() {
        return content(ui);
    }
    let room = ui.available_rect_before_wrap();
    let (above, mut foot) = room.split_top_bottom_at_y(room.bottom() - state.height.unwrap_or(FOOT));
    // It takes what it needs, and stands where that fits in the next frame.
    foot.max.y += room.height();
    content(&mut ui.new_child(UiBuilder::new().id_salt("above").max_rect(above)));
    let mut ui = ui.new_child(UiBuilder::new().id_salt("foot").max_rect(foot));
    let side = page_side(&ui);
    let margin = Margin {
        left: side as i8,
        right: side as i8,
        top: theme::GAP as i8,
        bottom: theme::BETWEEN as i8,
    };
    let shown = Frame::new().inner_margin(margin).show(&mut ui, |ui| {
        ui.set_width(ui.available_width().min(theme::PAGE));
        // So much of it can be what it records, before that scrolls.
        let most = room.height() * 0.5;
        quick_ui(ui, model, state, commands, most);
    });
    let height = shown.response.rect.height();
    if state.height.replace(height) != Some(height) {
        ui.request_repaint();
    }
}

fn quick_ui(ui: &mut Ui, model: &Model, state: &mut QuickState, commands: &mut Commands, most: f32) {
    let answered = state.catch_up(model, ui.cumulative_frame_nr());
    let shown = theme::card(ui).inner_margin(theme::BETWEEN).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::GAP;
        let line = top_ui(ui, model, state);
        below_ui(ui, model, state, line.has_focus(), most);
        line
    });
    let (card, line) = (shown.response.rect, shown.inner);
    if line.has_focus() {
        theme::focus_ring(ui, card.shrink(2.0), theme::CARD_RADIUS - 2);
    }
    let asked = std::mem::replace(&mut state.asked, model.quick_asked) != model.quick_asked;
    if asked || (answered && !model.is_covered()) {
        state.seeks = SEEKS;
    }
    if state.seeks > 0 {
        state.seeks -= 1;
        line.request_focus();
        ui.request_repaint();
    }
    state.keep(commands);
    let entered = line.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if entered && !model.saving {
        state.enter(model, ui.cumulative_frame_nr(), commands);
        ui.request_repaint();
    }
    if !state.text.is_empty() {
        // "Now" goes on in what would be recorded.
        let left = MINUTE_MS - model.now.ms.rem_euclid(MINUTE_MS);
        ui.request_repaint_after(Duration::from_millis(left.unsigned_abs()));
    }
}

impl QuickState {
    /// How tall the foot of the window is in which it stands.
    pub fn foot(&self) -> f32 {
        self.height.unwrap_or_default()
    }

    /// Takes up the draft that was kept, and puts away what is recorded; true when the store just answered.
    fn catch_up(&mut self, model: &Model, frame: u64) -> bool {
        let draft = || -> Option<String> { serde_json::from_str(model.drafts.get(DRAFT)?).ok() };
        if self.kept.is_none() {
            self.text = draft().unwrap_or_default();
            self.kept = Some(self.text.clone());
        }
        // Its draft goes when it is on the disk, and stays when it could not be written.
        // What is sent in a frame is heard of in the next, and a frame may be drawn twice.
        if model.saving || self.sent.is_none_or(|it| it == frame) {
            return false;
        }
        self.sent = None;
        if draft().is_none() {
            *self = Self {
                kept: Some(String::new()),
                asked: self.asked,
                height: self.height,
                ..Self::default()
            };
        }
        true
    }

    /// Tells the app about what is typed since.
    fn keep(&mut self, commands: &mut Commands) {
        if self.sent.is_some() || self.kept.as_ref() == Some(&self.text) {
            return;
        }
        self.complain = false;
        self.kept = Some(self.text.clone());
        let key = DRAFT.to_owned();
        commands.emit(match serde_json::to_string(&self.text) {
            Ok(body) if !self.text.is_empty() => Command::KeepDraft { key, body },
            _ => Command::DropDraft(key),
        });
    }

    /// Records the line, or says what is wrong with it.
    fn enter(&mut self, model: &Model, frame: u64, commands: &mut Commands) {
        let reading = &read(&mut self.seen, model, &self.text).reading;
        let Some(batch) = reading.batch(&model.journal) else {
            self.complain = true;
            return;
        };
        let then = reading.run().map_or(Then::Nothing, Then::OfferChecklist);
        self.sent = Some(frame);
        commands.emit(Command::Save {
            batch,
            then,
            draft: Some(DRAFT.to_owned()),
        });
    }

    /// What there is to complain about, with the line as it stands.
    fn problems<'r>(&self, reading: &'r Reading, focused: bool) -> impl Iterator<Item = &'r Problem> {
        let end = self.text.trim_end().len();
        let held_back = focused && !self.complain;
        reading
            .problems
            .iter()
            .filter(move |it| !held_back || it.span.end < end)
    }
}

/// The field, and beside it how much it records.
fn top_ui(ui: &mut Ui, model: &Model, state: &mut QuickState) -> Response {
    let beside = ui.available_width() >= BESIDE;
    let line = ui.horizontal_top(|ui| {
        let (mark, _) = ui.allocate_exact_size(vec2(20.0, LINE), Sense::hover());
        paint_icon(ui, mark.center(), Icon::Zap, 20.0, theme::palette(ui).accent);
        let room = ui.available_width();
        if !beside {
            return line_ui(ui, model, state, room);
        }
        let line = line_ui(ui, model, state, room - SUMMARY);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), LINE),
            Layout::right_to_left(Align::Center),
            |ui| summary_ui(ui, model, state),
        );
        line
    });
    if !beside {
        summary_ui(ui, model, state);
    }
    line.inner
}

/// The field, as wide as `width`. It grows with its text, so that what is wrong is seen at its place.
fn line_ui(ui: &mut Ui, model: &Model, state: &mut QuickState, width: f32) -> Response {
    let id = Id::unique("quick");
    let it = theme::palette(ui);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let held_back = focused && !state.complain;
    let (seen, names, text) = (&mut state.seen, &mut state.offered, &mut state.text);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        let seen = read(seen, model, text.as_str());
        laid_out(ui, &seen.text, &seen.reading.problems, held_back, width)
    };
    let edit = TextEdit::multiline(text)
        .desired_rows(1)
        .return_key(None)
        .char_limit(LONGEST)
        .hint_text(RichText::new(fl!("quick-hint")).color(it.third_ink))
        .frame(Frame::NONE)
        .margin(Margin::symmetric(0, 4))
        .desired_width(width)
        .interactive(state.sent.is_none())
        .layouter(&mut layouter);
    let output = CompletionPopup::new(id)
        .align(RectAlign::TOP_START)
        .word_boundary(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
        .show(ui, edit, |query| {
            let cursor = query.text.char_indices().nth(query.word_range.end.0);
            let cursor = cursor.map_or(query.text.len(), |(at, _)| at);
            offered(names, model, query.text, cursor)
                .iter()
                .map(suggestion)
                .collect()
        });
    output.text_edit.response.response.accessible_name(fl!("quick-name"))
}

fn suggestion(it: &Completion) -> Suggestion {
    let suggestion = Suggestion::new(format!("{} ", it.insert)).content(it.insert.as_str());
    if it.label.to_lowercase().ends_with(&it.insert.to_lowercase()) {
        suggestion
    } else {
        suggestion.description(it.label.as_str())
    }
}

/// The text with what is wrong underlined.
fn laid_out(ui: &Ui, text: &str, problems: &[Problem], held_back: bool, width: f32) -> Arc<Galley> {
    let it = theme::palette(ui);
    let font = FontId::new(theme::BODY, FontFamily::Proportional);
    let plain = TextFormat::simple(font.clone(), it.ink);
    let wrong = TextFormat {
        underline: Stroke::new(2.0, it.soreness),
        ..TextFormat::simple(font, it.ink)
    };
    let end = text.trim_end().len();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut at = 0;
    for span in problems
        .iter()
        .map(|it| &it.span)
        .filter(|it| !held_back || it.end < end)
    {
        let from = span.start.max(at);
        if from < span.end {
            job.append(&text[at..from], 0.0, plain.clone());
            job.append(&text[from..span.end], 0.0, wrong.clone());
            at = span.end;
        }
    }
    job.append(&text[at..], 0.0, plain);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// How much the line records, and the key that does it; the kinds where there is room for them.
fn summary_ui(ui: &mut Ui, model: &Model, state: &mut QuickState) {
    let seen = read(&mut state.seen, model, &state.text);
    let words = match &seen.summary {
        _ if state.sent.is_some() => fl!("saving"),
        Some(kinds) => {
            let long = fl!("quick-records", what = kinds.as_str());
            let font = FontId::new(theme::NOTE, FontFamily::Proportional);
            let ink = theme::palette(ui).third_ink;
            let width = ui.painter().layout_no_wrap(long.clone(), font, ink).size().x;
            let fits = width <= ui.available_width();
            if fits {
                long
            } else {
                fl!("quick-records-short", n = seen.reading.entries.len())
            }
        }
        None => return,
    };
    ui.label(theme::note(ui, words));
}

/// What would be recorded, and what is wrong; where that is taller than `most`, it scrolls.
fn below_ui(ui: &mut Ui, model: &Model, state: &mut QuickState, focused: bool, most: f32) {
    if state.text.trim().is_empty() {
        return;
    }
    read(&mut state.seen, model, &state.text);
    let Some(seen) = &state.seen else {
        return;
    };
    let shown = ScrollArea::vertical()
        .id_salt("quick-below")
        .max_height(most)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for entry in &seen.reading.entries {
                entry_ui(ui, entry);
            }
            for problem in state.problems(&seen.reading, focused) {
                problem_ui(ui, &state.text, problem);
            }
        });
    name_scroll_bar(ui, shown.id);
}

fn entry_ui(ui: &mut Ui, entry: &Entry) {
    let Some(record) = entry.record() else {
        return;
    };
    let ink = kind_ink(record.kind(), theme::palette(ui));
    line_below_ui(ui, icon_of(record), ink, theme::quiet(ui, entry.preview.as_str()));
}

fn problem_ui(ui: &mut Ui, text: &str, problem: &Problem) {
    let ink = theme::palette(ui).soreness;
    let place = &text[problem.span.clone()];
    let words = if problem.sentence.contains(place) {
        problem.sentence.clone()
    } else {
        fl!("quick-problem", place = place, why = problem.sentence.as_str())
    };
    line_below_ui(ui, Icon::TriangleAlert, ink, RichText::new(words).color(ink));
}

fn line_below_ui(ui: &mut Ui, mark: Icon, ink: Color32, words: RichText) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 18.0), Sense::hover());
        paint_icon(ui, rect.center(), mark, 16.0, ink);
        ui.add(egui::Label::new(words).wrap());
    });
}
