//! The window: the one file that knows eframe.
//!
//! It opens the journal, hands each frame's wishes to [`App`], and asks for the next frame only when
//! something will change by itself. A journal that cannot be opened gets a screen that says why. The
//! picture is drawn by wgpu; where no device opens it is tried again with OpenGL, the journal opened
//! anew; where that fails too there is no display, and the caller says so.

use std::path::PathBuf;
use std::time::Duration;

use eframe::{CreationContext, NativeOptions, Renderer};
use egui::{
    ColorImage, Context, Event, IconData, ThemePreference, Ui, UserAttentionType, ViewportBuilder, ViewportCommand,
};
use jiff::civil::Date;

use super::dialogs::{
    Dialog, NoDialog, chart_place, export_place, import_files, journal_file, left_out_place, schedule_folder,
};
use super::problem::{Wish, problem_ui};
use super::typed_ahead::TypedAhead;
use super::{State, show};
use crate::app::command::{ExportFile, PathFor};
use crate::app::{App, Command, Commands, Copied, Look, Opening, ThemeChoice, WindowWish};
use crate::domain::{ExportChoice, ExportKind};
use crate::fl;
use crate::theme;

const ICON: &[u8] = include_bytes!("../../assets/icons/afterrun.png");

/// Opens the window and stays until it is closed. The error is that there is nothing to draw on.
pub fn open(opening: &Opening) -> Result<(), eframe::Error> {
    match run(opening, Renderer::Wgpu) {
        // Without a display there is nothing to try again on.
        Err(no_display @ (eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_))) => Err(no_display),
        Err(_no_wgpu) => run(opening, Renderer::Glow),
        Ok(()) => Ok(()),
    }
}

fn run(opening: &Opening, renderer: Renderer) -> Result<(), eframe::Error> {
    let mut viewport = ViewportBuilder::default()
        .with_title(fl!("app-name"))
        .with_app_id("afterrun")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([480.0, 400.0]);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        renderer,
        ..NativeOptions::default()
    };
    let opening = opening.clone();
    eframe::run_native(
        "afterrun",
        options,
        Box::new(move |cc| Ok(Box::new(Window::new(cc, opening)))),
    )
}

fn icon() -> Option<IconData> {
    eframe::icon_data::from_png_bytes(ICON).ok()
}

/// The window's content.
pub struct Window {
    opening: Opening,
    shown: Shown,
    dialog: Dialog<Command>,
    other_journal: Dialog<Result<PathBuf, NoDialog>>,
    look: Option<Look>,
    focused: bool,
    typed_ahead: TypedAhead,
}

enum Shown {
    Journal(Box<Journal>),
    Problem(String),
}

struct Journal {
    app: App,
    state: State,
    commands: Commands,
}

impl Window {
    /// A window on the journal of `opening`.
    pub fn new(cc: &CreationContext, opening: Opening) -> Self {
        theme::install(&cc.egui_ctx);
        Self {
            shown: shown(&cc.egui_ctx, &opening),
            opening,
            dialog: Dialog::default(),
            other_journal: Dialog::default(),
            look: None,
            focused: true,
            typed_ahead: TypedAhead::default(),
        }
    }

    /// What the open journal shows; `None` while it cannot be opened.
    pub fn app(&self) -> Option<&App> {
        match &self.shown {
            Shown::Journal(it) => Some(&it.app),
            Shown::Problem(_) => None,
        }
    }
}

fn shown(ctx: &Context, opening: &Opening) -> Shown {
    let wake = {
        let ctx = ctx.clone();
        move || ctx.request_repaint()
    };
    match App::open(opening, wake) {
        Ok(app) => Shown::Journal(Box::new(Journal {
            app,
            state: State::default(),
            commands: Commands::default(),
        })),
        Err(why) => Shown::Problem(why.to_string()),
    }
}

impl Drop for Journal {
    /// What was wished for in the last frame counts, too: a key, a press of a button.
    fn drop(&mut self) {
        self.app.logic(self.commands.take());
    }
}

impl Journal {
    fn logic(&mut self, ctx: &Context, dialog: &mut Dialog<Command>, now_ms: i64) {
        let mut wishes = self.commands.take();
        wishes.extend(dialog.poll(ctx, now_ms));
        for wish in &wishes {
            self.ask(wish, dialog, now_ms);
        }
        // A dialog that was just asked for has to be polled once before it can wake the window.
        self.app.logic(wishes);
        if let Some(answer) = dialog.poll(ctx, now_ms) {
            self.app.logic(vec![answer]);
        }
        if let Some(it) = self.app.take_copied() {
            match it {
                Copied::Picture(it) => {
                    ctx.copy_image(ColorImage::from_rgba_unmultiplied([it.width, it.height], &it.rgba));
                }
                Copied::Rows(text, _) => ctx.copy_text(text),
            }
        }
        if let Some(wish) = self.app.take_window_wish() {
            fulfil(ctx, wish);
        }
        if let Some(wait) = self.app.next_wake_ms() {
            ctx.request_repaint_after(Duration::from_millis(wait.unsigned_abs()));
        }
    }

    /// Opens the dialog that `wish` asks for, if it asks for one.
    fn ask(&self, wish: &Command, dialog: &mut Dialog<Command>, now_ms: i64) {
        let none = Command::NoDialog;
        match wish {
            Command::PickImport => dialog.ask(now_ms, none(PathFor::Import), import_files()),
            Command::PickLeftOut => dialog.ask(now_ms, none(PathFor::LeftOut), left_out_place()),
            Command::PickExport { choice, file } => {
                let name = export_name(choice, *file, self.app.model.today());
                let place = export_place(choice.clone(), *file, name);
                dialog.ask(now_ms, none(PathFor::Export), place);
            }
            Command::PickScheduleFolder(every) => {
                dialog.ask(now_ms, none(PathFor::Schedule), schedule_folder(*every));
            }
            Command::PickChart { request, file } => {
                dialog.ask(now_ms, none(PathFor::Chart), chart_place(request.clone(), *file));
            }
            _ => {}
        }
    }
}

fn fulfil(ctx: &Context, wish: WindowWish) {
    match wish {
        WindowWish::Raise => {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
        WindowWish::Attention => {
            ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(UserAttentionType::Informational));
        }
    }
}

/// `afterrun-2026-11-24`, or `sleep-2026-11-24` for one table.
fn export_name(choice: &ExportChoice, file: ExportFile, today: Date) -> String {
    let what = match (file, choice.kinds.first()) {
        (ExportFile::Table, Some(kind)) => kind.word(),
        (ExportFile::Table, None) => ExportKind::Daily.word(),
        _ => "afterrun",
    };
    format!("{what}-{today}")
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut egui::RawInput) {
        self.typed_ahead.sort(&mut raw.events, ctx.text_edit_focused());
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        if self.typed_ahead.is_waiting() {
            ctx.request_repaint();
        }
        let focused = ctx.input(|input| input.focused);
        let came_back = focused && !std::mem::replace(&mut self.focused, focused);
        let now_ms = self.opening.clock.now_ms();
        match self.other_journal.poll(ctx, now_ms) {
            Some(Ok(path)) => {
                self.opening.journal = path;
                self.shown = shown(ctx, &self.opening);
            }
            Some(Err(NoDialog)) => self.shown = Shown::Problem(fl!("problem-no-dialog")),
            None => {}
        }
        let Shown::Journal(journal) = &mut self.shown else {
            return;
        };
        if came_back {
            journal.app.gained_focus();
        }
        // Not the input of the last picture: there may have been none since the window was hidden.
        let (shown, front) = ctx.input(|input| (input.raw.viewport().visible() != Some(false), input.raw.focused));
        journal.app.window_is(shown, front);
        journal.logic(ctx, &mut self.dialog, now_ms);
        let look = journal.app.model.look;
        if self.look.replace(look) != Some(look) {
            apply_look(ctx, look);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        ui.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(fl!("app-name")));
        match &mut self.shown {
            Shown::Journal(it) => {
                if ui.input(|input| input.events.iter().any(is_touch)) {
                    let was_looking = it.app.model.is_looking();
                    it.app.touched();
                    if !was_looking {
                        // What is told only to who looks is drawn in time from now on.
                        ui.request_repaint();
                    }
                }
                show(ui, &it.app.model, &mut it.state, &mut it.commands);
                if !it.commands.is_empty() {
                    ui.request_repaint();
                }
            }
            Shown::Problem(sentence) => match problem_ui(ui, sentence) {
                Some(Wish::Again) => self.shown = shown(ui, &self.opening),
                Some(Wish::Another) => {
                    let now_ms = self.opening.clock.now_ms();
                    self.other_journal.ask(now_ms, Err(NoDialog), journal_file());
                    // It has to be polled once before it can wake the window.
                    ui.request_repaint();
                }
                Some(Wish::Close) => ui.send_viewport_cmd(egui::ViewportCommand::Close),
                None => {}
            },
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// Whether somebody is at the window: a key, the pointer, a wheel.
fn is_touch(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Paste(_)
            | Event::PointerMoved(_)
            | Event::PointerButton { .. }
            | Event::MouseWheel { .. }
            | Event::Touch { .. }
            | Event::AccessKitActionRequest(_)
    )
}

fn apply_look(ctx: &Context, look: Look) {
    ctx.set_theme(match look.theme {
        ThemeChoice::System => ThemePreference::System,
        ThemeChoice::Light => ThemePreference::Light,
        ThemeChoice::Dark => ThemePreference::Dark,
    });
    ctx.set_zoom_factor(f32::from(look.text_percent) / 100.0);
}
