//! Columns: where the points of the layers stand. Each wants to stand level with its neighbors; none may come nearer to the
//! next than a gap. Among all such places the ones with the least squared distance are found exactly (pooling neighbors
//! that push each other), so that chains come out straight.

use crate::scene::graph::Point;
use crate::scene::layers::{Layers, number};

/// Room between two columns: for curves and their labels.
pub const COLUMN_GAP: f64 = 112.0;
/// Room between two cards of one column.
pub const GAP: f64 = 32.0;
/// Room that a passing edge gets in a column.
const PASSAGE: f64 = 16.0;
/// So many passes to each side let the places settle.
const PASSES: usize = 6;
/// Places are multiples of this, so that cards look placed by hand; card heights are too.
const GRID: f64 = 8.0;

/// Left top corners of the cards, which have these sizes.
pub fn places(layers: &Layers, sizes: &[(f64, f64)]) -> Vec<Point> {
    let height = |point: usize| sizes.get(point).map_or(PASSAGE, |it| it.1);
    let mut centers = stacked(layers, &height);
    for pass in 0..PASSES * 2 {
        let rightward = pass % 2 == 0;
        let neighbors = if rightward { &layers.left } else { &layers.right };
        let count = layers.columns.len();
        for step in 0..count {
            let column = &layers.columns[if rightward { step } else { count - 1 - step }];
            let wishes: Vec<f64> = column.iter().map(|it| wish(*it, neighbors, &centers)).collect();
            let weights: Vec<f64> = column.iter().map(|it| 1.0 + number(neighbors[*it].len())).collect();
            for (point, center) in column.iter().zip(separated(column, &wishes, &weights, &height)) {
                centers[*point] = center;
            }
        }
    }
    let tops: Vec<f64> = (0..layers.cards).map(|it| snapped(centers[it] - height(it) / 2.0)).collect();
    let top = tops.iter().copied().fold(f64::INFINITY, f64::min);
    let mut places = vec![Point::default(); layers.cards];
    let mut x = 0.0;
    for column in &layers.columns {
        let cards = column.iter().filter(|it| **it < layers.cards);
        let width = cards.clone().map(|it| sizes[*it].0).fold(0.0, f64::max);
        for card in cards {
            places[*card] = Point::new(x, tops[*card] - top);
        }
        x += width + COLUMN_GAP;
    }
    places
}

/// Each column stacked from 0, as a start.
fn stacked(layers: &Layers, height: &impl Fn(usize) -> f64) -> Vec<f64> {
    let mut centers = vec![0.0; layers.left.len()];
    for column in &layers.columns {
        let mut y = 0.0;
        for point in column {
            centers[*point] = y + height(*point) / 2.0;
            y += height(*point) + GAP;
        }
        for point in column {
            centers[*point] -= y / 2.0;
        }
    }
    centers
}

/// Where a point wants to stand: at the median of its neighbors, or where it is.
fn wish(point: usize, neighbors: &[Vec<usize>], centers: &[f64]) -> f64 {
    let mut all: Vec<f64> = neighbors[point].iter().map(|it| centers[*it]).collect();
    all.sort_by(f64::total_cmp);
    match all.len() {
        0 => centers[point],
        count if count % 2 == 1 => all[count / 2],
        count => f64::midpoint(all[count / 2 - 1], all[count / 2]),
    }
}

/// The centers nearest to the wishes that keep order and distance: points that would come too near are pooled and stand
/// as one block at their common mean.
fn separated(column: &[usize], wishes: &[f64], weights: &[f64], height: &impl Fn(usize) -> f64) -> Vec<f64> {
    // Offset of each point from the first one when all stand as near as they may.
    let mut offsets = vec![0.0];
    for pair in column.windows(2) {
        let last = offsets.last().copied().unwrap_or(0.0);
        offsets.push(last + f64::midpoint(height(pair[0]), height(pair[1])) + GAP);
    }
    // Blocks as (sum of weighted wishes of the block's start, weight, number of points).
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    for ((wish, weight), offset) in wishes.iter().zip(weights).zip(&offsets) {
        let mut block = ((wish - offset) * weight, *weight, 1);
        while let Some(last) = blocks.last().filter(|it| it.0 / it.1 > block.0 / block.1) {
            block = (block.0 + last.0, block.1 + last.1, block.2 + last.2);
            blocks.pop();
        }
        blocks.push(block);
    }
    let starts = blocks.iter().flat_map(|(sum, weight, count)| std::iter::repeat_n(sum / weight, *count));
    starts.zip(&offsets).map(|(start, offset)| start + offset).collect()
}

/// The nearest place on the grid.
pub fn snapped(value: f64) -> f64 {
    (value / GRID).round() * GRID
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_is_straight_and_a_fork_is_even() {
        let sizes = [(200.0, 56.0); 4];
        let chain = places(&Layers::new(3, &[(0, 1), (1, 2)]), &sizes[..3]);
        assert_eq!(chain, [Point::new(0.0, 0.0), Point::new(312.0, 0.0), Point::new(624.0, 0.0)]);
        let fork = places(&Layers::new(3, &[(0, 1), (0, 2)]), &sizes[..3]);
        let middle = f64::midpoint(fork[1].y, fork[2].y);
        assert!((fork[0].y - middle).abs() <= GRID, "{fork:?}");
        assert!((fork[2].y - fork[1].y) >= 56.0 + GAP - GRID, "{fork:?}");
    }
}
