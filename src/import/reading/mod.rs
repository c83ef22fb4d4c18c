//! What readers of all formats share: what they are given ([`Task`], [`Input`]), how a file begins
//! ([`Head`]), what they give back ([`Found`]), and how tables are read ([`table`]).

mod found;
mod head;
mod input;
mod sleep;
pub(super) mod table;
mod task;

pub(super) use found::{Entry, Found, Reading, Refusal};
pub(super) use head::{HEAD_BYTES, Head};
pub(super) use input::Input;
pub(super) use sleep::{SHORTEST_SLEEP_S, is_nap};
#[cfg(test)]
pub(super) use task::tests::with_task;
pub(super) use task::{Task, ten_bytes};
