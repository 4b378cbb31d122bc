//! Dots on the coast. The outlines are coarse, so that a place by the sea may lie beside the drawn land.

use super::GRID;

/// A place on the map.
pub(super) type Place = (i32, i32);

/// `place`, or the nearest place on the outline when it lies outside. `path` is the outline's path data, as
/// `outlines.tsv` has it: `M x y l dx dy … z`, whole numbers of `GRID` units.
pub(super) fn ashore(path: &str, place: Place) -> Place {
    let (x, y) = real(place);
    let mut inside = false;
    let mut nearest = (f64::MAX, (x, y));
    for corners in path.split('M').skip(1).map(corners) {
        let before = corners.iter().cycle().skip(corners.len().saturating_sub(1));
        for (start, end) in before.zip(&corners) {
            let ((ax, ay), (bx, by)) = (real(*start), real(*end));
            if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
                inside = !inside;
            }
            let (dx, dy) = (bx - ax, by - ay);
            let along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
            let along = if along.is_finite() {
                along.clamp(0.0, 1.0)
            } else {
                0.0
            };
            let found = (ax + along * dx, ay + along * dy);
            let distance = (found.0 - x).hypot(found.1 - y);
            if distance < nearest.0 {
                nearest = (distance, found);
            }
        }
    }
    if inside {
        return place;
    }
    let (x, y) = nearest.1;
    (x.round() as i32, y.round() as i32)
}

fn real(place: Place) -> (f64, f64) {
    (f64::from(place.0), f64::from(place.1))
}

/// The corners of one ring of an outline.
fn corners(ring: &str) -> Vec<Place> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    for letter in ring.chars().chain([' ']) {
        if !letter.is_ascii_digit() && !number.is_empty() && number != "-" {
            numbers.extend(number.parse::<i32>());
            number.clear();
        }
        if letter.is_ascii_digit() || letter == '-' {
            number.push(letter);
        }
    }
    let mut at = (0, 0);
    let step = |pair: &[i32; 2]| {
        at = (at.0 + GRID * pair[0], at.1 + GRID * pair[1]);
        at
    };
    numbers.as_chunks::<2>().0.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A square of ten units with a hole of two in it, and an island beside it.
    const PATH: &str = "M5 5l5 0 0 5-5 0zM7 7l1 0 0 1-1 0zM15 5l1 0 0 1-1 0z";

    #[test]
    fn rings_are_read() {
        assert_eq!(
            corners("5 5l5 0 0 5-5 0z"),
            [(10, 10), (20, 10), (20, 20), (10, 20)]
        );
        assert_eq!(corners("1-2l-3-4z"), [(2, -4), (-4, -12)]);
        assert_eq!(corners(""), []);
    }

    #[test]
    fn a_place_on_land_stays_and_one_at_sea_comes_ashore() {
        assert_eq!(ashore(PATH, (12, 13)), (12, 13));
        assert_eq!(ashore(PATH, (31, 11)), (31, 11));
        assert_eq!(ashore(PATH, (5, 15)), (10, 15));
        assert_eq!(ashore(PATH, (22, 23)), (20, 20));
        assert_eq!(ashore(PATH, (28, 11)), (30, 11));
        assert_eq!(ashore("", (1, 1)), (1, 1));
    }
}
