//! What is new, what was known, and what becomes of both.
//!
//! The same run comes as a file of the watch, as a row of a service's table and as a note of the runner.
//! It is one run here: the record that is there is completed field by field, each field from the source that
//! knows it best ([`rank`]); what a hand entered always stays; and each source is remembered in the record's
//! detail, so that a later import of any of them changes nothing. Which records tell the same thing is
//! decided by their times ([`activity`], [`night`]) or their day ([`check_in`]), or by the name that both have in
//! their source ([`known`]). Everything happens in the order of the files, on one copy of what the journal
//! has ([`book`]); what came of it is written as one batch.

mod activity;
mod book;
mod check_in;
mod counts;
mod field;
mod join;
mod known;
mod night;
mod origin;
mod placing;
mod rank;
mod row;
mod tally;

pub(super) use origin::Origin;
pub(super) use tally::Tally;
