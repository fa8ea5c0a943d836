//! The order in which go-yaml prints the keys of a map: numbers inside names count as numbers, letters come last.

use crate::compose::value::{Data, Map, Member, Value};
use std::cmp::Ordering;
use std::sync::Arc;

/// `map` with its keys in order.
pub fn sorted(map: Map) -> Map {
    let mut pairs: Vec<(Arc<str>, Member)> = map.into_iter().collect();
    pairs.sort_by(|(a, _), (b, _)| compare(a, b));
    pairs.into_iter().collect()
}

/// `value` with the keys of every map below it in order.
pub fn sorted_deep(value: &Value) -> Value {
    let data = match &value.data {
        Data::Map(map) => {
            let pairs = map.iter().map(|(key, it)| {
                let member = Member { key: it.key.clone(), value: sorted_deep(&it.value) };
                (key.clone(), member)
            });
            Data::Map(sorted(pairs.collect()))
        }
        Data::List(items) => Data::List(items.iter().map(sorted_deep).collect()),
        other => other.clone(),
    };
    Value::new(data, value.origin.clone())
}

/// Compares two keys.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let Some(at) = a.iter().zip(&b).position(|(x, y)| x != y) else {
        return a.len().cmp(&b.len());
    };
    let (Some(&x), Some(&y)) = (a.get(at), b.get(at)) else { return Ordering::Equal };
    let digits = at > 0 && a.get(at - 1).is_some_and(|it| it.is_numeric());
    match (x.is_alphabetic(), y.is_alphabetic()) {
        (true, true) => return x.cmp(&y),
        (true, false) => return if digits { Ordering::Less } else { Ordering::Greater },
        (false, true) => return if digits { Ordering::Greater } else { Ordering::Less },
        (false, false) => {}
    }
    // Zeros behind other digits belong to the number that has begun.
    let before = a.iter().take(at).rev().take_while(|it| it.is_ascii_digit());
    let begun = (x == '0' || y == '0') && before.clone().any(|it| *it != '0');
    let (first, first_end) = number(&a, at, begun);
    let (second, second_end) = number(&b, at, begun);
    first.cmp(&second).then(first_end.cmp(&second_end)).then(x.cmp(&y))
}

/// The number at `at` and where it ends.
fn number(text: &[char], at: usize, begun: bool) -> (i64, usize) {
    let mut value = i64::from(begun);
    let mut end = at;
    while let Some(digit) = text.get(end).and_then(|it| it.to_digit(10)) {
        value = value.wrapping_mul(10).wrapping_add(i64::from(digit));
        end += 1;
    }
    (value, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_in_order() {
        let expected = ["", "_a", "{", "0", "1", "A1", "a b", "a-b", "a.b", "a_b", "a1", "a01", "a2", "a10", "ab", "é"];
        let mut keys = expected;
        keys.reverse();
        keys.sort_by(|a, b| compare(a, b));
        assert_eq!(keys, expected);
    }
}
