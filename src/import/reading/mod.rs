//! What readers of all formats share: what they are given ([`Task`], [`Input`]), how a file begins
//! ([`Head`]), what they give back ([`Found`]); how tables ([`table`]) and the lists of JSON ([`item`]) are read,
//! and in them numbers ([`number`], [`cells`]), lengths of time ([`clock`]) and dates ([`moment`], [`dates`]); what
//! columns are called in the languages of a service ([`columns`]); what sports are called
//! ([`sport`]), and which habit or supplement a name means ([`catalogue`]).

pub(super) mod catalogue;
pub(super) mod cells;
pub(super) mod clock;
pub(super) mod columns;
pub(super) mod dates;
mod found;
mod head;
mod input;
pub(super) mod item;
pub(super) mod json;
pub(super) mod moment;
mod months;
pub(super) mod night;
pub(super) mod number;
pub(super) mod place;
pub(super) mod session;
pub(super) mod sport;
pub(super) mod table;
mod task;
pub(super) mod track;
pub(super) mod xml;

pub(super) use found::{Entry, Found, Reading, Refusal};
pub(super) use head::{HEAD_BYTES, Head};
pub(super) use input::Input;
#[cfg(test)]
pub(super) use task::tests::{with_journal, with_options, with_task};
pub(super) use task::{Task, ten_bytes};
