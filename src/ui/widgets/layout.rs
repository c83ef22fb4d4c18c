//! Pages, columns and rows: the same margins and the same folding on every screen.

use egui::{Align, Id, Layout, Margin, Response, RichText, Ui, UiBuilder, vec2};

use crate::fl;
use crate::theme;

/// Whether the window is wide enough for two columns.
pub fn is_wide(ui: &Ui) -> bool {
    ui.content_rect().width() >= theme::TWO_COLUMNS_FROM
}

/// A page that scrolls, with the margins of every page. `salt` keeps its scroll position apart.
pub fn page<R>(ui: &mut Ui, salt: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    page_at(ui, salt, None, content)
}

/// Left and right of the content of a page.
pub fn page_side(ui: &Ui) -> f32 {
    let wide = ui.content_rect().width() >= theme::RAIL_WORDS_FROM;
    if wide { theme::MARGIN } else { theme::BETWEEN }
}

/// Above the content of a page.
pub const PAGE_TOP: f32 = 24.0;

/// The same, scrolled to `offset` where one is given.
pub fn page_at<R>(ui: &mut Ui, salt: &str, offset: Option<f32>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let side = page_side(ui);
    let mut area = egui::ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]);
    if let Some(offset) = offset {
        area = area.vertical_scroll_offset(offset);
    }
    let shown = area.show(ui, |ui| {
        let margin = Margin {
            left: side as i8,
            right: side as i8,
            top: PAGE_TOP as i8,
            bottom: theme::MARGIN as i8,
        };
        egui::Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| {
                ui.set_width(ui.available_width().min(theme::PAGE));
                ui.spacing_mut().item_spacing.y = theme::BETWEEN;
                content(ui)
            })
            .inner
    });
    name_scroll_bar(ui, shown.id);
    shown.inner
}

/// Names the vertical bar of the scroll area called `area`, where it has one.
pub fn name_scroll_bar(ui: &Ui, area: Id) {
    let bar = area.with(1_usize);
    if ui.has_accesskit_node(bar) {
        ui.accesskit_node_builder(bar, |node| node.set_label(fl!("scroll-bar")));
    }
}

/// Draws once more where what lies in the middle of the window got another size, which is known only afterwards:
/// or it would jump there under the pointer.
pub fn keep_centred(ui: &Ui, shown: &Response) {
    let (id, size) = (shown.id.with("size"), shown.rect.size());
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_insert_with(id, || size), size));
    if before != size {
        ui.request_repaint();
    }
}

/// A title, which those who listen find as one.
pub fn heading(ui: &mut Ui, text: RichText) {
    let words = text.text().to_owned();
    let title = ui.label(text);
    ui.accesskit_node_builder(title.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(words);
        node.clear_value();
    });
}

/// Two columns, the first taking `share` of the width; under each other where the window is narrow.
pub fn columns(ui: &mut Ui, share: f32, first: impl FnOnce(&mut Ui), second: impl FnOnce(&mut Ui)) {
    if !is_wide(ui) {
        first(ui);
        second(ui);
        return;
    }
    let room = ui.available_rect_before_wrap();
    let left = ((room.width() - theme::BETWEEN) * share).round();
    let gap = ui.spacing().item_spacing;
    let mut column = |salt: &str, x: f32, width: f32, content: &mut dyn FnMut(&mut Ui)| {
        let rect = egui::Rect::from_min_size(room.min + vec2(x, 0.0), vec2(width, room.height()));
        let builder = UiBuilder::new()
            .id_salt(salt)
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min));
        let mut child = ui.new_child(builder);
        child.spacing_mut().item_spacing = gap;
        content(&mut child);
        child.min_rect().height()
    };
    let (mut first, mut second) = (Some(first), Some(second));
    let heights = [
        column("first", 0.0, left, &mut |ui| {
            if let Some(it) = first.take() {
                it(ui);
            }
        }),
        column(
            "second",
            left + theme::BETWEEN,
            room.width() - left - theme::BETWEEN,
            &mut |ui| {
                if let Some(it) = second.take() {
                    it(ui);
                }
            },
        ),
    ];
    ui.allocate_space(vec2(room.width(), heights[0].max(heights[1])));
}

/// A row whose second part stands at the right edge: a title and what belongs to it.
pub fn row(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        left(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
}
