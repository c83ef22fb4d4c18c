//! Finding the names among the words: the longest first, so that `ice bath` is not `ice`.

use super::lexicon::{Lexicon, Meaning};
use super::token::{Kind, Token};
use super::value::{Shape, shape};

/// Looks up the names, the longest first.
pub(super) fn named<'t>(lexicon: &Lexicon, tokens: &[Token<'t>]) -> Vec<Token<'t>> {
    let mut out: Vec<Token<'t>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let is_unit = token.joined && follows_number(&out) && lexicon.is_unit(token.text);
        if token.kind != Kind::Word || is_unit {
            out.push(token.clone());
            at += 1;
        } else if let Some((count, name)) = longest(lexicon, &tokens[at..]) {
            out.push(name);
            at += count;
        } else {
            out.extend(glued(lexicon, token));
            at += 1;
        }
    }
    out
}

/// Whether the last word is a number that may have its unit behind it: in `feel 4 hr 148` the 4 has its
/// name before it.
fn follows_number(tokens: &[Token]) -> bool {
    let (number, before) = match tokens {
        [.., before, number] => (number, before.meaning.as_ref()),
        [number] => (number, None),
        [] => return false,
    };
    shape(number.text) == Some(Shape::Bare) && !before.is_some_and(takes_number)
}

/// Whether a bare number follows this name.
fn takes_number(name: &Meaning) -> bool {
    matches!(
        name,
        Meaning::Field(_) | Meaning::Quality | Meaning::Region(_) | Meaning::Side(_) | Meaning::Body(_)
    )
}

/// The longest name that begins here, as one token, and how many words it has.
fn longest<'t>(lexicon: &Lexicon, tokens: &[Token<'t>]) -> Option<(usize, Token<'t>)> {
    let first = tokens.first()?;
    let follows = |it: &&Token| it.joined && it.kind == Kind::Word;
    let most = 1 + tokens[1..].iter().take_while(follows).count();
    (1..=most.min(lexicon.longest())).rev().find_map(|count| {
        let words: Vec<_> = tokens[..count].iter().map(|it| it.text).collect();
        let meaning = lexicon.find(&words.concat())?.clone();
        let name = Token {
            span: first.span.start..tokens[count - 1].span.end,
            meaning: Some(meaning),
            ..first.clone()
        };
        Some((count, name))
    })
}

/// A name with its number behind it, as in `rpe6` and `L4`, taken apart; else the word as it is.
fn glued<'t>(lexicon: &Lexicon, token: &Token<'t>) -> Vec<Token<'t>> {
    let digits = token.text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (name, number) = token.text.split_at(digits);
    let meaning = lexicon.find(name).filter(|it| takes_number(it));
    let (Some(meaning), Some(_)) = (meaning, shape(number)) else {
        return vec![token.clone()];
    };
    let middle = token.span.start + digits;
    vec![
        Token {
            span: token.span.start..middle,
            text: name,
            meaning: Some(meaning.clone()),
            ..token.clone()
        },
        Token {
            span: middle..token.span.end,
            text: number,
            comma: false,
            joined: true,
            ..token.clone()
        },
    ]
}
