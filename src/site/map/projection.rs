//! From longitude and latitude to the units of the map.

use crate::gazetteer::Point;
use std::f64::consts::FRAC_PI_4;
use std::sync::OnceLock;

/// The radius of the Earth and the length of a degree, in kilometres, as `make.py` has them.
const RADIUS: f64 = 6371.0;
const DEGREE: f64 = 111.195;

/// A box of the map with its own projection.
#[derive(Debug)]
pub(super) struct Frame {
    /// The department's code, `main` or `paris`.
    pub(super) name: &'static str,
    pub(super) x: u32,
    pub(super) y: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    conic: bool,
    /// Units for a kilometre.
    scale: f64,
    right: f64,
    down: f64,
    /// The latitude at which a plain frame is true to scale.
    latitude: f64,
}

/// All frames, the main one first.
pub(super) fn frames() -> &'static [Frame] {
    static LIST: OnceLock<Vec<Frame>> = OnceLock::new();
    LIST.get_or_init(|| {
        let row = |line: &'static str| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
            let whole = |at| cell(at).parse().unwrap_or_default();
            let real = |at| cell(at).parse().unwrap_or_default();
            Frame {
                name: cell(0),
                x: whole(1),
                y: whole(2),
                width: whole(3),
                height: whole(4),
                conic: cell(5) == "lambert",
                scale: real(6),
                right: real(7),
                down: real(8),
                latitude: real(9),
            }
        };
        include_str!("frames.tsv").lines().map(row).collect()
    })
}

impl Frame {
    /// Where a point of the Earth lies on the map, to the nearest unit.
    pub(super) fn place(&self, point: Point) -> (i32, i32) {
        let (east, south) = if self.conic {
            conic(point)
        } else {
            let east = point.lon * self.latitude.to_radians().cos() * DEGREE;
            (east, -point.lat * DEGREE)
        };
        let x = east * self.scale + self.right;
        let y = south * self.scale + self.down;
        (x.round() as i32, y.round() as i32)
    }

    /// Whether a place on the map lies in the frame.
    pub(super) fn holds(&self, (x, y): (i32, i32)) -> bool {
        let inside = |at: i32, start: u32, length: u32| {
            u32::try_from(at).is_ok_and(|at| (start..=start + length).contains(&at))
        };
        inside(x, self.x, self.width) && inside(y, self.y, self.height)
    }
}

/// Lambert's conformal conic projection on a sphere, parallels 44° and 49°, meridian 3°: kilometres to the east and
/// to the south of 46.5° (Snyder, *Map Projections: A Working Manual*, 1987, formulas 15-1 to 15-3).
fn conic(point: Point) -> (f64, f64) {
    let tangent = |latitude: f64| (FRAC_PI_4 + latitude.to_radians() / 2.0).tan();
    let cosine = |latitude: f64| latitude.to_radians().cos();
    let cone = (cosine(44.0) / cosine(49.0)).ln() / (tangent(49.0) / tangent(44.0)).ln();
    let factor = cosine(44.0) * tangent(44.0).powf(cone) / cone * RADIUS;
    let distance = factor / tangent(point.lat).powf(cone);
    let angle = cone * (point.lon - 3.0).to_radians();
    let middle = factor / tangent(46.5).powf(cone);
    (distance * angle.sin(), distance * angle.cos() - middle)
}
