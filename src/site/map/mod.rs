//! The map: departments shaded by their number of signatories, and a dot for each adapted territory.
//!
//! This room computes where things lie; the theme's component `map` draws them. Everything on the map also stands in
//! a list beside it.

mod coast;
mod projection;
mod spread;

use crate::gazetteer;
use crate::identifier::Department;
use crate::text::{Territory, TerritoryCode};
use coast::Place;
use projection::{Frame, frames};
use serde::Serialize;
use spread::Spread;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Where the outlines come from, to be named where the map is shown.
pub const SOURCE: gazetteer::Source = gazetteer::Source {
    title: "Admin 1 – States, Provinces, 1:10m",
    publisher: "Natural Earth",
    licence: "domaine public",
    licence_url: "https://www.naturalearthdata.com/about/terms-of-use/",
};

/// The frame of mainland France and Corsica.
const MAIN: &str = "main";

/// The frame of Paris and the departments around it.
const PARIS: &str = "paris";

/// How many units of the map a step of an outline's path is, as `make.py` has it.
const GRID: i32 = 2;

/// The outline of a department in one frame.
#[derive(Debug)]
struct Outline {
    code: &'static str,
    frame: &'static str,
    /// A place for a dot inside it.
    spot: (i32, i32),
    /// The data of an SVG path, in steps of `GRID` units.
    path: &'static str,
}

/// All outlines, main frame first, then by frame and code.
fn outlines() -> &'static [Outline] {
    static LIST: OnceLock<Vec<Outline>> = OnceLock::new();
    LIST.get_or_init(|| {
        let row = |line: &'static str| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (code, frame) = (cell(), cell());
            let mut number = || cell().parse().unwrap_or_default();
            let spot = (number(), number());
            let path = cell();
            Outline {
                code,
                frame,
                spot,
                path,
            }
        };
        include_str!("outlines.tsv").lines().map(row).collect()
    })
}

/// A department to be shaded.
#[derive(Clone, Debug)]
pub struct Shade {
    /// How many signatories it has.
    pub count: usize,
    /// Its page.
    pub address: String,
}

/// A territory to be marked.
#[derive(Clone, Debug)]
pub struct Mark<'a> {
    /// The territory.
    pub territory: &'a Territory,
    /// How many signatories its text has.
    pub count: usize,
    /// Its page.
    pub address: String,
}

/// The map, as the template draws it. Lengths are in the units of its view box.
#[derive(Debug, Serialize)]
pub struct MapValue<'a> {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// By how much the paths of the outlines are to be enlarged.
    pub scale: i32,
    /// The classes of the shading in use, the lightest first.
    pub classes: Vec<ClassValue>,
    /// The boxes beside the main map.
    pub insets: Vec<InsetValue>,
    /// The outlines, those of the main map first.
    pub outlines: Vec<OutlineValue>,
    /// A dot for each territory that has a place.
    pub dots: Vec<DotValue<'a>>,
    /// Whether there are so many dots that they are to be small.
    pub crowded: bool,
}

/// A class of the shading: departments with `from` to `to` signatories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ClassValue {
    /// Its number, 1 to 5.
    pub number: usize,
    /// The smallest number of signatories.
    pub from: usize,
    /// The largest number of signatories.
    pub to: usize,
}

/// A box beside the main map.
#[derive(Debug, Serialize)]
pub struct InsetValue {
    /// The department's code, or `paris`.
    pub code: &'static str,
    /// The department's name in one or two lines; none for `paris`.
    pub lines: Vec<&'static str>,
    /// Its left edge.
    pub x: u32,
    /// Its upper edge.
    pub y: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// The outline of a department.
#[derive(Debug, Serialize)]
pub struct OutlineValue {
    /// The department's code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether it stands in a box beside the main map.
    pub inset: bool,
    /// The data of the SVG path.
    pub path: &'static str,
    /// The class of its shading, 1 to 5; 0 without signatories.
    pub class: usize,
    /// How many signatories it has.
    pub count: usize,
    /// Its page, when it has one.
    pub address: Option<String>,
}

/// The dot of a territory.
#[derive(Debug, Serialize)]
pub struct DotValue<'a> {
    /// Its place from the left.
    pub x: i32,
    /// Its place from above.
    pub y: i32,
    /// The territory's name.
    pub name: &'a str,
    /// Its kind: `region`, `department`, `intercommunality`, `commune` or `neighbourhood`.
    pub kind: &'static str,
    /// How many signatories its text has.
    pub count: usize,
    /// Its page.
    pub address: String,
}

/// Draws up the map.
///
/// `shades` has the departments by INSEE code; those with neither signatory nor page may be left out.
pub fn map<'a>(shades: &BTreeMap<&str, Shade>, marks: Vec<Mark<'a>>) -> MapValue<'a> {
    let most = shades.values().map(|shade| shade.count).max().unwrap_or_default();
    let classes = classes(most);
    let insets: Vec<InsetValue> = frames()
        .iter()
        .filter(|frame| frame.name != MAIN)
        .map(inset)
        .collect();
    let outlines = outlines().iter().map(|outline| {
        let shade = shades.get(outline.code);
        let count = shade.map_or(0, |shade| shade.count);
        let class = classes
            .iter()
            .find(|class| (class.from..=class.to).contains(&count));
        OutlineValue {
            code: outline.code,
            name: gazetteer::department_name(outline.code).unwrap_or_default(),
            inset: outline.frame != MAIN,
            path: outline.path,
            class: class.map_or(0, |class| class.number),
            count,
            address: shade.map(|shade| shade.address.clone()),
        }
    });
    let crowded = marks.len() > FEW;
    MapValue {
        width: frames()[0].width,
        height: LABEL
            + frames()
                .iter()
                .map(|frame| frame.y + frame.height)
                .max()
                .unwrap_or_default(),
        scale: GRID,
        outlines: outlines.collect(),
        dots: dots(marks, if crowded { SMALL } else { LARGE }),
        crowded,
        classes,
        insets,
    }
}

/// The room below a box for its name.
const LABEL: u32 = 50;

/// A long name is broken where a word ends nearest to its middle.
fn lines(name: &'static str) -> Vec<&'static str> {
    let middle = name.len() / 2;
    let breaks = name.match_indices(['-', ' ']).map(|(at, _)| at + 1);
    match breaks
        .min_by_key(|at| at.abs_diff(middle))
        .filter(|_| name.len() > 14)
    {
        Some(at) => vec![&name[..at], &name[at..]],
        None => vec![name],
    }
}

fn inset(frame: &Frame) -> InsetValue {
    InsetValue {
        code: frame.name,
        lines: gazetteer::department_name(frame.name)
            .map(lines)
            .unwrap_or_default(),
        x: frame.x,
        y: frame.y,
        width: frame.width,
        height: frame.height,
    }
}

/// At most five classes for counts from 1 to `most`, each larger than the one before by about the same factor.
fn classes(most: usize) -> Vec<ClassValue> {
    let most = most.min(1_000_000);
    // Among small numbers that factor is at least two: steps of one or two signatories would say nothing.
    let count = if most > 5 { most.ilog2().min(4) + 1 } else { 5 };
    let mut classes: Vec<ClassValue> = Vec::new();
    let mut from = 1;
    for number in 1..=count {
        if from > most {
            break;
        }
        // The smallest whole number that is at least `most` to the power of number / count; small counts stand alone.
        let target = (most as u128).pow(number);
        let mut to = from;
        while most > 5 && (to as u128).pow(count) < target {
            to += 1;
        }
        let number = number as usize;
        classes.push(ClassValue { number, from, to });
        from = to + 1;
    }
    // Few classes are spread over the shades, so that the fullest department is always the darkest.
    let (count, spread) = (classes.len(), |at: usize, count: usize| {
        5 - (count - 1 - at) * 5 / count.max(1)
    });
    for (at, class) in classes.iter_mut().enumerate() {
        class.number = spread(at, count);
    }
    classes
}

/// Up to how many dots are large.
const FEW: usize = 300;

/// How wide a dot is at most with its ring, as the theme draws it: a large one, and one of many.
const LARGE: i32 = 20;
const SMALL: i32 = 12;

/// A dot for each territory that has a place; those that would touch lie beside each other, `apart` from each other.
fn dots(marks: Vec<Mark<'_>>, apart: i32) -> Vec<DotValue<'_>> {
    let mut spread = Spread::new(apart);
    let mut dots = Vec::with_capacity(marks.len());
    for mark in marks {
        let Some((spot, land)) = place(mark.territory) else {
            continue;
        };
        let (x, y) = spread.put(spot, land);
        dots.push(DotValue {
            x,
            y,
            name: mark.territory.name.as_str(),
            kind: mark.territory.code.kind(),
            count: mark.count,
            address: mark.address,
        });
    }
    dots
}

/// Where the dot of a territory lies, and the outline that it should not leave; none when nothing tells it.
fn place(territory: &Territory) -> Option<(Place, Option<&'static str>)> {
    if let TerritoryCode::Region(region) = &territory.code {
        return Some((middle_of_region(region.as_str())?, None));
    }
    let department = territory.department.as_ref().map(Department::as_str);
    let point = gazetteer::point(&territory.code);
    let known = point.and_then(|point| {
        let frame = frame_at(department, point)?;
        let place = frame.place(point);
        // Only these lie in one department as a whole.
        let whole = matches!(
            territory.code,
            TerritoryCode::Neighbourhood(_) | TerritoryCode::Commune(_)
        );
        let land = outlines()
            .iter()
            .find(|outline| whole && outline.frame == frame.name && Some(outline.code) == department);
        let land = land.map(|land| land.path);
        Some((land.map_or(place, |land| coast::ashore(land, place)), land))
    });
    known.or_else(|| Some((spot_of(department?)?, None)))
}

/// The frame for a point: the one of its department, or whichever box it falls in.
fn frame_at(department: Option<&str>, point: gazetteer::Point) -> Option<&'static Frame> {
    let frame = |name: &str| frames().iter().find(|frame| frame.name == name);
    match department {
        Some("75" | "92" | "93" | "94") => frame(PARIS),
        Some(code) if code.len() == 2 => frame(MAIN),
        Some(code) => frame(code),
        None => frames().iter().find(|frame| frame.holds(frame.place(point))),
    }
}

/// A place inside the department, in its box when it has one.
fn spot_of(department: &str) -> Option<(i32, i32)> {
    outlines()
        .iter()
        .rev()
        .find(|outline| outline.code == department)
        .map(|outline| outline.spot)
}

/// The middle of a region's departments.
fn middle_of_region(region: &str) -> Option<(i32, i32)> {
    let departments = gazetteer::departments()
        .iter()
        .filter(|department| department.region == region);
    let spots: Vec<(i32, i32)> = departments
        .filter_map(|department| outlines().iter().find(|outline| outline.code == department.code))
        .map(|outline| outline.spot)
        .collect();
    let count = i32::try_from(spots.len()).ok().filter(|count| *count > 0)?;
    let sum = spots
        .iter()
        .fold((0, 0), |sum, spot| (sum.0 + spot.0, sum.1 + spot.1));
    Some((sum.0 / count, sum.1 / count))
}

#[cfg(test)]
mod tests;
