//! Who is where: organisations and territories by department.

use super::TextView;
use crate::gazetteer;
use crate::identifier::{Department, Rna};
use crate::register::{Register, Standing};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A department that has an organisation or a territory.
#[derive(Debug)]
pub struct DepartmentView {
    /// Its INSEE code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The organisations, by name: index of the entry that names each.
    pub organisations: Vec<u32>,
    /// The territories' texts, as indices of texts, by the territory's name.
    pub territories: Vec<usize>,
}

/// The departments in the order of their codes, and for each of the register's organisations where its own stands among
/// them. `organisations` and `territories` come in the order to keep.
pub fn group(
    register: &Register,
    texts: &[TextView<'_>],
    organisations: &[u32],
    territories: &[usize],
) -> (Vec<DepartmentView>, Vec<Option<u16>>) {
    let mut found: BTreeMap<&'static str, DepartmentView> = BTreeMap::new();
    for at in territories {
        let front = &texts[*at].versions.shown().front;
        let code = front
            .territory
            .as_ref()
            .and_then(|territory| territory.department.as_ref());
        if let Some(view) = code.and_then(|code| entry_of(&mut found, code.as_str())) {
            view.territories.push(*at);
        }
    }
    let codes: Vec<Option<Department>> = organisations
        .par_iter()
        .with_min_len(256)
        .map(|at| of_organisation(register, *at))
        .collect();
    for (at, code) in organisations.iter().zip(codes) {
        if let Some(view) = code.and_then(|code| entry_of(&mut found, code.as_str())) {
            view.organisations.push(*at);
        }
    }
    let departments: Vec<DepartmentView> = found.into_values().collect();
    let mut homes = vec![None; register.organisations.len()];
    for (number, view) in (0..).zip(&departments) {
        for at in &view.organisations {
            homes[register.organisations.number_of(*at)] = Some(number);
        }
    }
    (departments, homes)
}

fn entry_of<'f>(
    found: &'f mut BTreeMap<&'static str, DepartmentView>,
    code: &str,
) -> Option<&'f mut DepartmentView> {
    let known = gazetteer::department(code)?;
    let new = || DepartmentView {
        code: known.code,
        name: known.name,
        organisations: Vec::new(),
        territories: Vec::new(),
    };
    Some(found.entry(known.code).or_insert_with(new))
}

/// The department of the organisation that the entry at `headline` names: that of its commune, or of a territory whose
/// text it signed, or of the prefecture that gave it its RNA number.
fn of_organisation(register: &Register, headline: u32) -> Option<Department> {
    let named = &register.entries[headline as usize].adherence.organisation;
    if let Some(department) = named.insee.as_ref().and_then(|commune| commune.department()) {
        return Some(department);
    }
    let signed = register.organisations.around(headline);
    let of_territory = signed.iter().find_map(|at| {
        let entry = &register.entries[*at as usize];
        let text = register
            .text(&entry.adherence.text)
            .filter(|_| entry.standing != Standing::Withdrawn)?;
        text.shown().front.territory.as_ref()?.department.clone()
    });
    of_territory.or_else(|| named.rna.as_ref().and_then(of_rna))
}

/// The department in an RNA number, for those of mainland France and Corsica.
fn of_rna(rna: &Rna) -> Option<Department> {
    rna.as_str()
        .get(1..3)
        .and_then(|code| Department::parse(code).ok())
}
