//! Why now and why not yet, what a step is good for, how well that is known, and when not to do it.
//!
//! Each rule that holds stands here with its name, so that nobody has to wonder what the program thinks.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{FontFamily, FontId, Label, TextStyle, Ui};
use lucide_icons::Icon;

use super::notes::StepNotes;
use super::step::Shown;
use crate::domain::protocol::{Reason, StepState, StepView};
use crate::fl;
use crate::theme;
use crate::ui::widgets::{fold, icon};

/// Why the step waits or is closed, for those that do.
pub fn held_back_ui(ui: &mut Ui, view: &StepView) {
    let reasons = in_order(view.held_back());
    let can_begin = view.state.is_under_way() || view.state == StepState::Ready;
    if reasons.is_empty() || can_begin || view.state.is_over() {
        return;
    }
    let title = match view.state {
        StepState::NotApplicable => fl!("reasons-left"),
        StepState::Blocked { until: None } => fl!("reasons-closed"),
        _ => fl!("reasons-not-yet"),
    };
    ui.label(theme::label(ui, title));
    for reason in reasons {
        reason_ui(ui, Icon::Lock, reason);
    }
}

/// All that is said quietly under a step.
pub fn reasons_ui(ui: &mut Ui, shown: &Shown, notes: &mut StepNotes) {
    let view = shown.view;
    let remarks = in_order(view.remarks());
    // Of what is over or closed for good there is no more to say.
    if !remarks.is_empty() && !view.state.is_settled() {
        let can_begin = view.state.is_under_way() || view.state == StepState::Ready;
        let title = if can_begin {
            fl!("reasons-now")
        } else {
            fl!("reasons-also")
        };
        ui.label(theme::label(ui, title));
        for reason in remarks {
            reason_ui(ui, Icon::Dot, reason);
        }
        ui.add_space(theme::GAP);
    }
    let step = &view.step;
    line_ui(ui, Icon::Sprout, &step.why());
    line_ui(
        ui,
        Icon::BookOpen,
        &fl!(
            "reasons-evidence",
            level = step.evidence.name(),
            finding = step.finding()
        ),
    );
    line_ui(ui, Icon::ShieldAlert, &step.caution());
    if !step.sources.is_empty() {
        sources_ui(ui, &step.sources, &mut notes.unfolded.sources);
    }
}

/// Safety first, then as the rules stand.
fn in_order<'r>(reasons: impl Iterator<Item = &'r Reason>) -> Vec<&'r Reason> {
    let mut reasons: Vec<_> = reasons.collect();
    reasons.sort_by_key(|it| it.rule.tier);
    reasons
}

/// A rule's sentence with its name.
fn reason_ui(ui: &mut Ui, mark: Icon, reason: &Reason) {
    ruled_ui(ui, Some(mark), &reason.sentence(), &reason.rule.id);
}

/// A sentence with the name of the rule that says it.
pub fn ruled_ui(ui: &mut Ui, mark: Option<Icon>, sentence: &str, rule: &str) {
    let it = theme::palette(ui);
    let body = TextStyle::Body.resolve(ui.style());
    let note = FontId::new(theme::NOTE, FontFamily::Proportional);
    let mut job = LayoutJob::default();
    job.append(sentence, 0.0, TextFormat::simple(body, it.second_ink));
    // The blank is for those who listen.
    job.append(
        &format!(" {rule}"),
        theme::GAP / 2.0,
        TextFormat::simple(note, it.third_ink),
    );
    if let Some(mark) = mark {
        marked_ui(ui, mark, job);
    } else {
        wrapped_ui(ui, job);
    }
}

fn line_ui(ui: &mut Ui, mark: Icon, text: &str) {
    let body = TextStyle::Body.resolve(ui.style());
    let ink = theme::palette(ui).second_ink;
    marked_ui(
        ui,
        mark,
        LayoutJob::single_section(text.to_owned(), TextFormat::simple(body, ink)),
    );
}

/// An icon beside the first line of words that wrap.
fn marked_ui(ui: &mut Ui, mark: Icon, job: LayoutJob) {
    ui.horizontal_top(|ui| {
        icon(ui, mark, 18.0, theme::palette(ui).third_ink);
        wrapped_ui(ui, job);
    });
}

fn wrapped_ui(ui: &mut Ui, mut job: LayoutJob) {
    job.wrap = TextWrapping::wrap_at_width(ui.available_width());
    ui.add(Label::new(job).wrap());
}

fn sources_ui(ui: &mut Ui, sources: &[String], unfolded: &mut bool) {
    fold(ui, &fl!("reasons-sources"), unfolded);
    if *unfolded {
        for source in sources {
            ui.add(Label::new(theme::note(ui, source.as_str())).wrap());
        }
    }
}
