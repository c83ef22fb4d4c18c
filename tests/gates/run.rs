//! Many lives, in threads, counted up in their order: the result is the same for any number of threads.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// One thread: what is counted is the lives, not the threads within one.
pub const ALONE: NonZero<usize> = NonZero::<usize>::MIN;

/// `work` of `from..to`, in their order.
pub fn in_threads<T: Send>(threads: usize, from: usize, to: usize, work: &(impl Fn(usize) -> T + Sync)) -> Vec<T> {
    let next = AtomicUsize::new(from);
    let share = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= to {
                return done;
            }
            done.push((at, work(at)));
        }
    };
    let mut all: Vec<(usize, T)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut all = share();
        for other in others {
            all.extend(other.join().unwrap());
        }
        all
    });
    all.sort_by_key(|it| it.0);
    all.into_iter().map(|it| it.1).collect()
}

/// Results of `work` on 0, 1, 2 … until `enough` of them are `Some`, or twenty times as many were asked for;
/// and how many that took.
pub fn until<T: Send>(threads: usize, enough: usize, work: &(impl Fn(usize) -> Option<T> + Sync)) -> (Vec<T>, usize) {
    let (mut found, mut asked) = (Vec::new(), 0);
    while found.len() < enough && asked < 20 * enough {
        let batch = in_threads(threads, asked, asked + enough.min(500), work);
        for result in batch {
            if found.len() < enough {
                asked += 1;
                found.extend(result);
            }
        }
    }
    (found, asked)
}
