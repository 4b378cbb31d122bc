//! Texts that come by request: what the official lists know of their territory.

use super::change::Touched;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::gazetteer;
use crate::register::{Role, Versions, role};
use crate::text::{TerritoryCode, Text};

/// Everything wrong with the texts that a change brings, beyond what is wrong with them anywhere.
pub fn check(touched: &[Touched], texts: &[Versions]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for file in touched.iter().filter(|file| file.inside && !file.is_deleted()) {
        let Ok(Role::Text(id, version)) = role(&file.path) else {
            continue;
        };
        let text = texts
            .iter()
            .filter(|versions| versions.id == id)
            .flat_map(|versions| &versions.versions)
            .find(|text| text.version == version);
        faults.extend(text.and_then(unknown_neighbourhood));
    }
    faults
}

/// A code of the form of the 2024 list that is not in it. The list of 2015 is no longer in force and not known here.
fn unknown_neighbourhood(text: &Text) -> Option<Diagnostic> {
    let TerritoryCode::Neighbourhood(code) = &text.front.territory.as_ref()?.code else {
        return None;
    };
    if !code.is_of_2024() || gazetteer::neighbourhood(code.as_str()).is_some() {
        return None;
    }
    let department = &code.as_str()[..5];
    let known = gazetteer::neighbourhoods().iter().map(|known| known.code);
    let mut fault = Diagnostic::new(Code::QpvUnknown, at(text, code.as_str())).with("value", code.as_str());
    fault.suggestion =
        nearest(code.as_str(), known.filter(|known| known.starts_with(department))).map(str::to_owned);
    Some(fault)
}

/// The place of `value` in the front matter.
fn at(text: &Text, value: &str) -> Place {
    let front = &text.source[..text.body_start];
    match front
        .find(&format!("code: {value}"))
        .or_else(|| front.find(&format!("code: \"{value}")))
    {
        Some(at) => {
            let start = at + front[at..].find(value).unwrap_or_default();
            Place::in_text(text.path(), &text.source, start, start + value.len())
        }
        None => Place::file(text.path()),
    }
}
