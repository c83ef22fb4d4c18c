//! Sharing a few large pieces of work among the processors.

use std::sync::atomic::{AtomicUsize, Ordering};

/// More threads than this have nothing to do.
const MOST_THREADS: usize = 4;

/// What `work` makes of each of `items`, in their order; those that come first are begun first.
pub(super) fn shared<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let in_turn = || {
        let turns = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = turns.map_while(|at| Some((at, work(items.get(at)?))));
        mine.collect::<Vec<_>>()
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done = std::thread::scope(|scope| {
        let helpers = (1..threads.min(items.len()).min(MOST_THREADS)).map(|_| scope.spawn(in_turn));
        let helpers: Vec<_> = helpers.collect();
        let mut done = in_turn();
        for helper in helpers {
            done.extend(helper.join().expect("the work does not fail"));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_comes_back_in_order() {
        let items: Vec<u32> = (0..1000).collect();
        assert_eq!(
            shared(&items, |it| it * 2),
            items.iter().map(|it| it * 2).collect::<Vec<_>>()
        );
        assert_eq!(shared(&[0; 0], |it| *it), [0; 0]);
    }
}
