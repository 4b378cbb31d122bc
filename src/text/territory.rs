//! The territory that an adaptation is for.

use crate::identifier::{Commune, Department, Line, Qpv, Region, Siren};

/// The territory of an adaptation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Territory {
    /// Its name.
    pub name: Line,
    /// Its kind and official code.
    pub code: TerritoryCode,
    /// Its department: told by the front matter or by the code; none for a region or an intercommunality
    /// that does not say.
    pub department: Option<Department>,
}

/// A territory's kind, with the official code of that kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TerritoryCode {
    /// A region, by INSEE code.
    Region(Region),
    /// A department, by INSEE code.
    Department(Department),
    /// An intercommunality, by SIREN.
    Intercommunality(Siren),
    /// A commune, by INSEE code.
    Commune(Commune),
    /// A *quartier prioritaire*, by its code.
    Neighbourhood(Qpv),
}

impl TerritoryCode {
    /// The kinds, as front matter writes them.
    pub const KINDS: [&str; 5] = [
        "region",
        "department",
        "intercommunality",
        "commune",
        "neighbourhood",
    ];

    /// Reads a code of that kind.
    ///
    /// Returns `None` when the kind does not exist or the code has not its form.
    pub fn parse(kind: &str, code: &str) -> Option<Self> {
        match kind {
            "region" => Region::parse(code).ok().map(Self::Region),
            "department" => Department::parse(code).ok().map(Self::Department),
            "intercommunality" => Siren::parse(code).ok().map(Self::Intercommunality),
            "commune" => Commune::parse(code).ok().map(Self::Commune),
            "neighbourhood" => Qpv::parse(code).ok().map(Self::Neighbourhood),
            _ => None,
        }
    }

    /// The kind, as front matter writes it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Region(_) => "region",
            Self::Department(_) => "department",
            Self::Intercommunality(_) => "intercommunality",
            Self::Commune(_) => "commune",
            Self::Neighbourhood(_) => "neighbourhood",
        }
    }

    /// The code, as front matter writes it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Region(code) => code.as_str(),
            Self::Department(code) => code.as_str(),
            Self::Intercommunality(code) => code.as_str(),
            Self::Commune(code) => code.as_str(),
            Self::Neighbourhood(code) => code.as_str(),
        }
    }

    /// The department that the code tells.
    pub fn department(&self) -> Option<Department> {
        match self {
            Self::Region(_) | Self::Intercommunality(_) => None,
            Self::Department(code) => Some(code.clone()),
            Self::Commune(code) => code.department(),
            Self::Neighbourhood(code) => code.department(),
        }
    }
}
