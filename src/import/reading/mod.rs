//! What readers of all formats share: what they are given ([`Task`], [`Input`]), how a file begins
//! ([`Head`]), what they give back ([`Found`]), how tables are read ([`table`]), and what sports are called
//! ([`sport`]).

mod found;
mod head;
mod input;
pub(super) mod sport;
pub(super) mod table;
mod task;

pub(super) use found::{Entry, Found, Reading, Refusal};
pub(super) use head::{HEAD_BYTES, Head};
pub(super) use input::Input;
#[cfg(test)]
pub(super) use task::tests::with_task;
pub(super) use task::{Task, ten_bytes};
