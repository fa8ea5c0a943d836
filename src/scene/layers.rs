//! Layers: which column a card of the automatic layout stands in, and in which order. Every edge goes from left to right,
//! an edge over several columns holds a place free in each, and the order is the one with the fewest crossings found.

use std::collections::BTreeSet;

/// So many sweeps look for an order with fewer crossings.
const SWEEPS: usize = 12;

/// A part of the scene as numbers: cards, then the free places that long edges hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layers {
    /// Number of cards; the points from here on are held places.
    pub cards: usize,
    /// The columns from left to right, each from top to bottom.
    pub columns: Vec<Vec<usize>>,
    /// For each point its neighbors in the column to the left.
    pub left: Vec<Vec<usize>>,
    /// For each point its neighbors in the column to the right.
    pub right: Vec<Vec<usize>>,
}

impl Layers {
    /// Layers of `cards` cards with `edges`, each to be drawn from left to right.
    pub fn new(cards: usize, edges: &[(usize, usize)]) -> Self {
        let edges = without_cycles(cards, edges);
        let ranks = ranks(cards, &edges);
        let mut layers = Self { cards, ..Self::default() };
        layers.columns = vec![Vec::new(); ranks.iter().max().map_or(0, |it| it + 1)];
        (layers.left, layers.right) = (vec![Vec::new(); cards], vec![Vec::new(); cards]);
        for (card, rank) in ranks.iter().enumerate() {
            layers.columns[*rank].push(card);
        }
        for (from, to) in edges {
            layers.join(from, to, &ranks);
        }
        layers.settle_order();
        layers
    }

    /// Adds an edge, with a held place in each column that it passes.
    fn join(&mut self, from: usize, to: usize, ranks: &[usize]) {
        let mut last = from;
        for column in ranks[from] + 1..ranks[to] {
            let held = self.left.len();
            self.left.push(vec![last]);
            self.right.push(Vec::new());
            self.right[last].push(held);
            self.columns[column].push(held);
            last = held;
        }
        self.right[last].push(to);
        self.left[to].push(last);
    }

    /// Sweeps to and fro, each column ordered by its neighbors, and keeps the best order seen.
    fn settle_order(&mut self) {
        self.order_by_neighbors(true);
        let (mut best, mut fewest) = (self.columns.clone(), self.crossings());
        for sweep in 0..SWEEPS {
            if fewest == 0 {
                break;
            }
            self.order_by_neighbors(sweep % 2 == 1);
            self.exchange();
            let crossings = self.crossings();
            if crossings < fewest {
                (best, fewest) = (self.columns.clone(), crossings);
            }
        }
        self.columns = best;
    }

    /// Orders every column by the mean place of its neighbors to the left, or to the right; ties keep their order.
    fn order_by_neighbors(&mut self, rightward: bool) {
        let count = self.columns.len();
        for step in 1..count {
            let at = if rightward { step } else { count - 1 - step };
            let known = if rightward { at - 1 } else { at + 1 };
            let places = self.places(known);
            let neighbors = if rightward { &self.left } else { &self.right };
            let own = self.places(at);
            let mean = |point: usize| {
                let all = &neighbors[point];
                let sum: usize = all.iter().map(|it| places[*it]).sum();
                if all.is_empty() { number(own[point]) } else { number(sum) / number(all.len()) }
            };
            let mut keyed: Vec<(f64, usize)> = self.columns[at].iter().map(|it| (mean(*it), *it)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.columns[at] = keyed.into_iter().map(|(_, it)| it).collect();
        }
    }

    /// Exchanges neighbors of a column where that saves crossings.
    fn exchange(&mut self) {
        for at in 0..self.columns.len() {
            let left = if at > 0 { self.places(at - 1) } else { Vec::new() };
            let right = if at + 1 < self.columns.len() { self.places(at + 1) } else { Vec::new() };
            for upper in 1..self.columns[at].len() {
                let (a, b) = (self.columns[at][upper - 1], self.columns[at][upper]);
                let cost = |a: usize, b: usize| {
                    inversions(&self.left[a], &self.left[b], &left) + inversions(&self.right[a], &self.right[b], &right)
                };
                if cost(b, a) < cost(a, b) {
                    self.columns[at].swap(upper - 1, upper);
                }
            }
        }
    }

    /// The place in its column of each point of a column; 0 for all others.
    fn places(&self, column: usize) -> Vec<usize> {
        let mut places = vec![0; self.left.len()];
        for (place, point) in self.columns[column].iter().enumerate() {
            places[*point] = place;
        }
        places
    }

    /// How many pairs of edges cross.
    pub fn crossings(&self) -> usize {
        (1..self.columns.len()).map(|at| self.crossings_before(at)).sum()
    }

    /// Crossings between a column and the one before it: inversions, counted with a tree of sums.
    fn crossings_before(&self, column: usize) -> usize {
        let places = self.places(column - 1);
        let mut sums = vec![0; self.columns[column - 1].len() + 1];
        let (mut total, mut seen) = (0, 0);
        for point in &self.columns[column] {
            let mut ends: Vec<usize> = self.left[*point].iter().map(|it| places[*it]).collect();
            ends.sort_unstable();
            total += ends.iter().map(|it| seen - sum_to(&sums, *it)).sum::<usize>();
            for end in &ends {
                add(&mut sums, *end);
            }
            seen += ends.len();
        }
        total
    }
}

/// Crossings of the edges of `a`, which stands above `b`, with those of `b`.
fn inversions(a: &[usize], b: &[usize], places: &[usize]) -> usize {
    a.iter().map(|x| b.iter().filter(|y| places[**y] < places[*x]).count()).sum()
}

/// Counts one more at `at`.
fn add(sums: &mut [usize], at: usize) {
    let mut index = at + 1;
    while index < sums.len() {
        sums[index] += 1;
        index += index & index.wrapping_neg();
    }
}

/// How many were counted from 0 to `at`.
fn sum_to(sums: &[usize], at: usize) -> usize {
    let (mut index, mut total) = (at + 1, 0);
    while index > 0 {
        total += sums[index];
        index -= index & index.wrapping_neg();
    }
    total
}

/// A small count as a number.
#[allow(clippy::cast_precision_loss, reason = "counts of cards are far below 2^52")]
pub fn number(count: usize) -> f64 {
    count as f64
}

/// The edges, each once and none to itself, with those turned round that would close a cycle.
fn without_cycles(cards: usize, edges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut out = vec![Vec::new(); cards];
    for (from, to) in edges.iter().filter(|(from, to)| from != to) {
        out[*from].push(*to);
    }
    let (mut result, mut seen) = (Vec::new(), BTreeSet::new());
    // 0 not met, 1 on the way, 2 done.
    let mut state = vec![0_u8; cards];
    for start in 0..cards {
        let mut way = vec![(start, 0)];
        while let Some((card, next)) = way.pop().filter(|(card, _)| state[*card] < 2) {
            state[card] = 1;
            let Some(to) = out[card].get(next).copied() else {
                state[card] = 2;
                continue;
            };
            way.push((card, next + 1));
            let edge = if state[to] == 1 { (to, card) } else { (card, to) };
            if seen.insert(edge) {
                result.push(edge);
            }
            if state[to] == 0 {
                way.push((to, 0));
            }
        }
    }
    result
}

/// The column of each card: as far left as its edges allow, then moved where its edges are shortest.
fn ranks(cards: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let (mut before, mut after) = (vec![Vec::new(); cards], vec![Vec::new(); cards]);
    for (from, to) in edges {
        before[*to].push(*from);
        after[*from].push(*to);
    }
    let order = topological(&before, &after);
    let mut ranks = vec![0; cards];
    for card in &order {
        ranks[*card] = before[*card].iter().map(|it| ranks[*it] + 1).max().unwrap_or(0);
    }
    for _ in 0..4 {
        for card in order.iter().rev() {
            let last = after[*card].iter().map(|it| ranks[*it] - 1).min();
            if let Some(last) = last.filter(|_| after[*card].len() > before[*card].len()) {
                ranks[*card] = last;
            }
        }
    }
    ranks
}

/// The cards, each behind those that have an edge to it.
fn topological(before: &[Vec<usize>], after: &[Vec<usize>]) -> Vec<usize> {
    let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..before.len()).filter(|it| waits[*it] == 0).collect();
    let mut next = 0;
    while let Some(card) = order.get(next).copied() {
        next += 1;
        for to in &after[card] {
            waits[*to] -= 1;
            if waits[*to] == 0 {
                order.push(*to);
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_has_a_column_each_and_a_late_start_stands_by_its_target() {
        let layers = Layers::new(4, &[(0, 1), (1, 2), (3, 2)]);
        assert_eq!(layers.columns, [vec![0], vec![1, 3], vec![2]]);
    }

    #[test]
    fn a_cycle_and_an_edge_to_itself_do_no_harm() {
        let layers = Layers::new(3, &[(0, 1), (1, 2), (2, 0), (1, 1)]);
        assert_eq!(layers.columns.len(), 3);
        assert_eq!(layers.columns.iter().flatten().filter(|it| **it < 3).count(), 3);
    }

    #[test]
    fn crossings_are_counted_and_removed() {
        let crossed = Layers {
            cards: 4,
            columns: vec![vec![0, 1], vec![2, 3]],
            left: vec![vec![], vec![], vec![1], vec![0]],
            right: vec![vec![3], vec![2], vec![], vec![]],
        };
        assert_eq!(crossed.crossings(), 1);
        assert_eq!(Layers::new(4, &[(0, 3), (1, 2)]).crossings(), 0);
    }

    #[test]
    fn a_long_edge_holds_places_on_its_way() {
        let layers = Layers::new(3, &[(0, 1), (1, 2), (0, 2)]);
        assert_eq!(layers.columns[1].len(), 2);
        assert_eq!(layers.left.len(), 4);
    }
}
