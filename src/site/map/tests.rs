use super::*;
use crate::gazetteer::neighbourhoods;
use crate::identifier::{Line, Qpv};

/// The polygons of a path's data: `M x y l dx dy … z`, all whole numbers of `GRID` units.
fn polygons(path: &str) -> Vec<Vec<(i32, i32)>> {
    path.split('M').skip(1).map(polygon).collect()
}

fn polygon(path: &str) -> Vec<(i32, i32)> {
    let spaced = path.trim_end_matches('z').replace('l', " ").replace('-', " -");
    let numbers: Vec<i32> = spaced
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect();
    let mut at = (0, 0);
    let (pairs, rest) = numbers.as_chunks::<2>();
    assert!(rest.is_empty(), "{path}");
    pairs
        .iter()
        .map(|[x, y]| {
            at = (at.0 + GRID * x, at.1 + GRID * y);
            at
        })
        .collect()
}

/// How far a place lies outside the outline; 0 inside.
fn outside(path: &str, place: (i32, i32)) -> f64 {
    let (x, y) = (f64::from(place.0), f64::from(place.1));
    let mut inside = false;
    let mut nearest = f64::MAX;
    for polygon in polygons(path) {
        for (at, end) in polygon.iter().enumerate() {
            let start = polygon[(at + polygon.len() - 1) % polygon.len()];
            let [(ax, ay), (bx, by)] = [start, *end].map(|(x, y)| (f64::from(x), f64::from(y)));
            if (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax {
                inside = !inside;
            }
            let (dx, dy) = (bx - ax, by - ay);
            let along = (((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
            nearest = nearest.min((ax + along * dx - x).hypot(ay + along * dy - y));
        }
    }
    if inside { 0.0 } else { nearest }
}

fn outline(code: &str) -> &'static Outline {
    outlines()
        .iter()
        .rev()
        .find(|outline| outline.code == code)
        .unwrap()
}

fn neighbourhood(code: &str) -> Territory {
    Territory {
        name: Line::parse("Quartier").unwrap(),
        code: TerritoryCode::parse("neighbourhood", code).unwrap(),
        department: Qpv::parse(code).unwrap().department(),
    }
}

#[test]
fn every_department_has_an_outline() {
    for department in gazetteer::departments() {
        let inhabited = !matches!(department.code, "984" | "989");
        let count = outlines()
            .iter()
            .filter(|outline| outline.code == department.code)
            .count();
        let expected = match department.code {
            "75" | "92" | "93" | "94" => 2,
            _ => usize::from(inhabited),
        };
        assert_eq!(count, expected, "{department:?}");
    }
    for outline in outlines() {
        assert_eq!(outside(outline.path, outline.spot), 0.0, "{}", outline.code);
        let frame = frames().iter().find(|frame| frame.name == outline.frame).unwrap();
        for place in polygons(outline.path).into_iter().flatten() {
            assert!(frame.holds(place), "{} {place:?}", outline.code);
        }
    }
}

#[test]
fn neighbourhoods_lie_in_their_departments() {
    let mut off: Vec<(f64, &str)> = Vec::new();
    for known in neighbourhoods() {
        let territory = neighbourhood(known.code);
        let department = territory.department.clone().unwrap();
        let (place, _) = place(&territory).unwrap();
        let distance = outside(outline(department.as_str()).path, place);
        if distance > 0.0 {
            off.push((distance, known.code));
        }
    }
    off.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (worst, code) = off.first().copied().unwrap_or_default();
    println!(
        "{} of {} outside, the farthest {worst:.1} units ({code})",
        off.len(),
        neighbourhoods().len()
    );
    // A place on the shore may be rounded to the unit outside: less than a pixel of the drawn map.
    assert!(worst < 1.0, "{off:?}");
}

#[test]
fn classes_grow() {
    let ranges = |most| -> Vec<(usize, usize, usize)> {
        classes(most)
            .iter()
            .map(|class| (class.number, class.from, class.to))
            .collect()
    };
    assert_eq!(ranges(0), []);
    assert_eq!(ranges(1), [(5, 1, 1)]);
    assert_eq!(ranges(2), [(3, 1, 1), (5, 2, 2)]);
    assert_eq!(ranges(5).len(), 5);
    assert_eq!(ranges(7), [(2, 1, 2), (4, 3, 4), (5, 5, 7)]);
    assert_eq!(
        ranges(32),
        [(1, 1, 2), (2, 3, 4), (3, 5, 8), (4, 9, 16), (5, 17, 32)]
    );
    for most in 1..300 {
        let ranges = ranges(most);
        assert!(
            ranges.first().unwrap().1 == 1 && ranges.last().unwrap().2 == most,
            "{most}: {ranges:?}"
        );
        assert!(
            ranges.is_sorted_by(|a, b| a.0 < b.0 && a.2 + 1 == b.1),
            "{most}: {ranges:?}"
        );
    }
}

#[test]
fn dots_at_one_place_stay_apart() {
    let territory = neighbourhood("QP049001");
    let mark = |address: &str| Mark {
        territory: &territory,
        count: 0,
        address: address.to_owned(),
    };
    let map = map(&BTreeMap::new(), vec![mark("a"), mark("b"), mark("c")]);
    let places: Vec<(i32, i32)> = map.dots.iter().map(|dot| (dot.x, dot.y)).collect();
    assert_eq!(places[0], outline("49").spot);
    assert!(places[0] != places[1] && places[1] != places[2], "{places:?}");
    assert_eq!(outside(outline("49").path, places[2]), 0.0);
}

#[test]
fn many_dots_are_small_and_nearer_to_each_other() {
    let territory = neighbourhood("QP049001");
    let marks = |count: usize| {
        (0..count).map(|_| Mark {
            territory: &territory,
            count: 0,
            address: String::new(),
        })
    };
    let nearest = |dots: &[DotValue<'_>]| {
        let away = |dot: &DotValue<'_>| (dot.x - dots[0].x).pow(2) + (dot.y - dots[0].y).pow(2);
        dots[1..].iter().map(away).min().unwrap_or_default()
    };
    let few = map(&BTreeMap::new(), marks(FEW).collect());
    assert!(!few.crowded && nearest(&few.dots[..3]) >= LARGE.pow(2));
    let many = map(&BTreeMap::new(), marks(FEW + 1).collect());
    let apart = nearest(&many.dots[..3]);
    assert!(
        many.crowded && (SMALL.pow(2)..LARGE.pow(2)).contains(&apart),
        "{apart}"
    );
}

#[test]
fn every_kind_of_territory_has_a_place() {
    for (kind, code, department) in [
        ("region", "53", None),
        ("region", "01", None),
        ("department", "29", Some("29")),
        ("department", "974", Some("974")),
        ("intercommunality", "242900314", None),
        ("commune", "29019", Some("29")),
        ("commune", "01001", Some("01")),
        ("neighbourhood", "QN97411M", Some("974")),
    ] {
        let territory = Territory {
            name: Line::parse("Nom").unwrap(),
            code: TerritoryCode::parse(kind, code).unwrap(),
            department: department.map(|code| Department::parse(code).unwrap()),
        };
        assert!(place(&territory).is_some(), "{kind} {code}");
    }
}
