//! Official places: departments, regions, *quartiers prioritaires*, and the communes that have one.
//!
//! The lists are embedded, read at first use and searched by halves.

use crate::text::TerritoryCode;
use std::sync::OnceLock;

/// An open list that this room holds a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Source {
    /// What the list is, in French as its publisher calls it.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Its licence.
    pub licence: &'static str,
    /// Where the licence can be read.
    pub licence_url: &'static str,
}

/// The lists behind this room, to be named wherever their content is shown.
pub const SOURCES: [Source; 2] = [
    Source {
        title: "Quartiers prioritaires de la politique de la ville, liste 2024 (décret n° 2023-1314)",
        publisher: "Agence nationale de la cohésion des territoires",
        licence: "Licence Ouverte 2.0",
        licence_url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    },
    Source {
        title: "Code officiel géographique et composition des intercommunalités \
                (@etalab/decoupage-administratif 6.0.0)",
        publisher: "Insee, DGCL ; mise en forme Etalab",
        licence: "Licence Ouverte 2.0",
        licence_url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    },
];

/// A point of the Earth: WGS 84, degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Longitude, east positive.
    pub lon: f64,
    /// Latitude, north positive.
    pub lat: f64,
}

/// A *quartier prioritaire* of the 2024 list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neighbourhood {
    /// Its code.
    pub code: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// The INSEE codes of its communes, separated by spaces.
    pub communes: &'static str,
    /// A place for a dot: the mean of its outline's points.
    pub point: Point,
}

/// A commune that has a *quartier prioritaire*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commune {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The SIREN of the intercommunalities that it belongs to, separated by spaces: one, or two in the
    /// *métropole du Grand Paris*.
    pub intercommunalities: &'static str,
}

/// A department or an overseas collectivity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The code of its region; empty for a collectivity that is in none.
    pub region: &'static str,
}

/// A region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// All neighbourhoods of the 2024 list, by code.
pub fn neighbourhoods() -> &'static [Neighbourhood] {
    static LIST: OnceLock<Vec<Neighbourhood>> = OnceLock::new();
    LIST.get_or_init(|| {
        rows(include_str!("qpv.tsv"), |[code, name, communes, lon, lat]| {
            let (lon, lat) = (lon.parse().unwrap_or_default(), lat.parse().unwrap_or_default());
            let point = Point { lon, lat };
            Neighbourhood {
                code,
                name,
                communes,
                point,
            }
        })
    })
}

/// All communes that have a neighbourhood of the 2024 list, by code.
pub fn communes() -> &'static [Commune] {
    static LIST: OnceLock<Vec<Commune>> = OnceLock::new();
    LIST.get_or_init(|| {
        rows(
            include_str!("communes.tsv"),
            |[code, name, intercommunalities]| Commune {
                code,
                name,
                intercommunalities,
            },
        )
    })
}

/// Every commune, as a department's code with the codes and names of its communes, by name.
pub fn all_communes() -> impl Iterator<Item = (&'static str, Vec<(String, &'static str)>)> {
    let parts = include_str!("all-communes.txt").split('=').skip(1);
    parts.filter_map(|part| {
        let (department, lines) = part.split_once('\n')?;
        let commune = |line: &'static str| {
            let (end, name) = line.split_once(' ')?;
            Some((format!("{department}{end}"), name))
        };
        Some((department, lines.lines().filter_map(commune).collect()))
    })
}

/// All departments and overseas collectivities, by code.
pub fn departments() -> &'static [Department] {
    static LIST: OnceLock<Vec<Department>> = OnceLock::new();
    LIST.get_or_init(|| {
        rows(include_str!("departments.tsv"), |[code, name, region]| {
            Department { code, name, region }
        })
    })
}

/// All regions, by code.
pub fn regions() -> &'static [Region] {
    static LIST: OnceLock<Vec<Region>> = OnceLock::new();
    LIST.get_or_init(|| rows(include_str!("regions.tsv"), |[code, name]| Region { code, name }))
}

/// The neighbourhood of that code; none for a code that is not of the 2024 list.
pub fn neighbourhood(code: &str) -> Option<&'static Neighbourhood> {
    find(neighbourhoods(), code, |place| place.code)
}

/// The commune of that code, or the one that a code of an arrondissement of Paris, Lyon or Marseille belongs to;
/// none where there is no *quartier prioritaire*.
pub fn commune(code: &str) -> Option<&'static Commune> {
    let whole = match code.get(..3) {
        Some("751") => "75056",
        Some("132") => "13055",
        Some("693") if code >= "69381" => "69123",
        _ => code,
    };
    find(communes(), whole, |place| place.code)
}

/// The department or overseas collectivity of that code.
pub fn department(code: &str) -> Option<&'static Department> {
    find(departments(), code, |place| place.code)
}

/// The name of the department or overseas collectivity of that code.
pub fn department_name(code: &str) -> Option<&'static str> {
    department(code).map(|place| place.name)
}

/// The region of that code.
pub fn region(code: &str) -> Option<&'static Region> {
    find(regions(), code, |place| place.code)
}

/// The name of the region of that code.
pub fn region_name(code: &str) -> Option<&'static str> {
    region(code).map(|place| place.name)
}

/// A place for a dot in that territory: the neighbourhood itself, or the middle of the neighbourhoods of a commune
/// or an intercommunality.
///
/// None for departments and regions, which have an outline, and where no neighbourhood of the 2024 list is known.
pub fn point(territory: &TerritoryCode) -> Option<Point> {
    match territory {
        TerritoryCode::Region(_) | TerritoryCode::Department(_) => None,
        TerritoryCode::Neighbourhood(code) => neighbourhood(code.as_str()).map(|place| place.point),
        TerritoryCode::Commune(code) => {
            let whole = commune(code.as_str())?.code;
            middle(|place| place.communes.split(' ').any(|commune| commune == whole))
        }
        TerritoryCode::Intercommunality(siren) => middle(|place| {
            place.communes.split(' ').filter_map(commune).any(|commune| {
                commune
                    .intercommunalities
                    .split(' ')
                    .any(|one| one == siren.as_str())
            })
        }),
    }
}

/// The middle of the neighbourhoods that `belongs` takes.
fn middle(belongs: impl Fn(&Neighbourhood) -> bool) -> Option<Point> {
    let points = neighbourhoods()
        .iter()
        .filter(|place| belongs(place))
        .map(|place| place.point);
    let (count, lon, lat) = points.fold((0_u32, 0.0, 0.0), |(count, lon, lat), point| {
        (count + 1, lon + point.lon, lat + point.lat)
    });
    (count > 0).then(|| Point {
        lon: lon / f64::from(count),
        lat: lat / f64::from(count),
    })
}

/// The lines of an embedded list, cut at their tabs.
fn rows<const N: usize, T>(list: &'static str, row: impl Fn([&'static str; N]) -> T) -> Vec<T> {
    let cut = |line: &'static str| {
        let mut cells = line.split('\t');
        row(std::array::from_fn(|_| cells.next().unwrap_or_default()))
    };
    list.lines().map(cut).collect()
}

fn find<T>(list: &'static [T], code: &str, key: impl Fn(&T) -> &'static str) -> Option<&'static T> {
    list.binary_search_by(|place| key(place).cmp(code))
        .ok()
        .map(|at| &list[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::{Department as DepartmentCode, Qpv};

    fn point_of(kind: &str, code: &str) -> Option<Point> {
        point(&TerritoryCode::parse(kind, code).unwrap())
    }

    #[test]
    fn lists_are_whole_and_in_order() {
        assert_eq!(neighbourhoods().len(), 1584);
        assert!(neighbourhoods().is_sorted_by(|a, b| a.code < b.code));
        assert!(communes().is_sorted_by(|a, b| a.code < b.code));
        assert!(departments().is_sorted_by(|a, b| a.code < b.code));
        assert!(regions().is_sorted_by(|a, b| a.code < b.code));
        for place in neighbourhoods() {
            let code = Qpv::parse(place.code).unwrap();
            assert!(
                department_name(code.department().unwrap().as_str()).is_some(),
                "{place:?}"
            );
            assert!(!place.name.is_empty() && place.point.lat != 0.0, "{place:?}");
            assert!(
                place.communes.split(' ').all(|code| commune(code).is_some()),
                "{place:?}"
            );
        }
        for department in departments() {
            assert!(DepartmentCode::parse(department.code).is_ok(), "{department:?}");
            assert!(
                department.region.is_empty() || region(department.region).is_some(),
                "{department:?}"
            );
        }
        assert_eq!((departments().len(), regions().len()), (109, 18));
    }

    #[test]
    fn names_places() {
        assert_eq!(neighbourhood("QN02A01M").unwrap().communes, "2A247");
        assert!(neighbourhood("QP049001").is_none());
        assert_eq!(department_name("974"), Some("La Réunion"));
        assert_eq!(region_name("53"), Some("Bretagne"));
        assert_eq!(commune("37261").unwrap().name, "Tours");
        assert_eq!(commune("75118").unwrap().name, "Paris");
        assert_eq!(commune("69381").unwrap().name, "Lyon");
    }

    #[test]
    fn puts_dots_where_neighbourhoods_are() {
        let brest = point_of("commune", "29019").unwrap();
        assert!(
            (brest.lon + 4.48).abs() < 0.1 && (brest.lat - 48.4).abs() < 0.05,
            "{brest:?}"
        );
        assert!(point_of("intercommunality", "200057867").is_some());
        assert_eq!(point_of("commune", "01001"), None);
        assert_eq!(point_of("department", "29"), None);
        assert_eq!(point_of("neighbourhood", "QP049001"), None);
    }
}
