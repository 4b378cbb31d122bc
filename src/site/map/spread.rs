//! Dots that would touch, moved apart so that each can be told from the others and be pointed at.

use super::coast::{Place, ashore};
use std::collections::BTreeMap;

/// How many places are tried around a dot's own.
const TRIES: u32 = 64;

/// The dots put down so far, by square of the map.
#[derive(Debug)]
pub(super) struct Spread {
    /// How far the middles of two dots are apart, if there is room: a dot with its ring is at most that wide.
    apart: i32,
    squares: BTreeMap<Place, Vec<Place>>,
    crowds: BTreeMap<Place, u32>,
}

impl Spread {
    /// A map without dots, for dots that are at most `apart` wide with their rings.
    pub(super) fn new(apart: i32) -> Self {
        Self {
            apart,
            squares: BTreeMap::new(),
            crowds: BTreeMap::new(),
        }
    }

    /// Puts a dot down at `spot`, or at the nearest free place around it, on `land` where that is the path data of an
    /// outline. Where all of that is taken, as in a city of a large register, it stays at its spot.
    pub(super) fn put(&mut self, spot: Place, land: Option<&str>) -> Place {
        let step = f64::from(self.apart) / 5.0;
        let free = (0..TRIES)
            .map(|number| around(spot, step, number))
            .find(|place| self.is_free(*place) && land.is_none_or(|land| ashore(land, *place) == *place));
        let place = free.unwrap_or_else(|| self.in_crowd(spot));
        self.squares.entry(self.square(place)).or_default().push(place);
        place
    }

    /// The next place around `spot` on which no dot lies exactly.
    fn in_crowd(&mut self, spot: Place) -> Place {
        let mut number = self.crowds.get(&spot).copied().unwrap_or_default();
        let step = f64::from(self.apart) * 0.55;
        let place = loop {
            let place = around(spot, step, number);
            number += 1;
            if !self
                .squares
                .get(&self.square(place))
                .is_some_and(|there| there.contains(&place))
            {
                break place;
            }
        };
        self.crowds.insert(spot, number);
        place
    }

    fn is_free(&self, place: Place) -> bool {
        let (across, down) = self.square(place);
        let beside = (across - 1..=across + 1).flat_map(|x| (down - 1..=down + 1).map(move |y| (x, y)));
        beside
            .filter_map(|square| self.squares.get(&square))
            .flatten()
            .all(|other| (other.0 - place.0).pow(2) + (other.1 - place.1).pow(2) >= self.apart.pow(2))
    }

    fn square(&self, place: Place) -> Place {
        (place.0.div_euclid(self.apart), place.1.div_euclid(self.apart))
    }
}

/// The place with this number (from 0) along a sunflower's spiral around `spot`, whose first is `step` away.
fn around(spot: Place, step: f64, number: u32) -> Place {
    let distance = step * f64::from(number).sqrt();
    let angle = 2.399_963 * f64::from(number);
    let away = |length: f64| length.round() as i32;
    (
        spot.0 + away(distance * angle.cos()),
        spot.1 + away(distance * angle.sin()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const APART: i32 = 20;

    fn nearest(places: &[Place]) -> i32 {
        let pairs = places
            .iter()
            .enumerate()
            .flat_map(|(at, one)| places[at + 1..].iter().map(move |other| (one, other)));
        let square = |(one, other): (&Place, &Place)| (one.0 - other.0).pow(2) + (one.1 - other.1).pow(2);
        pairs.map(square).min().unwrap_or(i32::MAX)
    }

    #[test]
    fn neighbours_do_not_touch_while_there_is_room() {
        let mut spread = Spread::new(APART);
        let places: Vec<Place> = [(100, 100), (104, 98), (100, 100), (97, 103), (300, 300)]
            .map(|spot| spread.put(spot, None))
            .to_vec();
        assert_eq!((places[0], places[4]), ((100, 100), (300, 300)));
        assert!(nearest(&places) >= APART.pow(2), "{places:?}");
    }

    #[test]
    fn dots_stay_on_land_and_near_even_in_a_crowd() {
        // A square of forty units.
        let land = "M50 50l20 0 0 20-20 0z";
        let mut spread = Spread::new(APART);
        let places: Vec<Place> = (0..30).map(|_| spread.put((120, 120), Some(land))).collect();
        assert!(nearest(&places[..4]) >= APART.pow(2), "{places:?}");
        let on_land = places.iter().filter(|place| ashore(land, **place) == **place);
        assert!(on_land.count() >= 4);
        let far = |place: &&Place| (place.0 - 120).pow(2) + (place.1 - 120).pow(2) > 60 * 60;
        assert_eq!(places.iter().find(far), None);
        let apart: std::collections::BTreeSet<Place> = places.iter().copied().collect();
        assert_eq!(apart.len(), places.len());
    }
}
