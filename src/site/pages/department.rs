//! What is in a department: its territories and its organisations.

use super::Page;
use super::lists::organisation;
use crate::diagnostic::Diagnostic;
use crate::site::values::{DepartmentValue, PagerValue, TextValue};

pub(super) fn render(page: Page<'_, '_>, at: usize, number: usize) -> Result<(), Vec<Diagnostic>> {
    let model = page.model;
    let view = &model.departments[at];
    let section = model.addresses.territories(1);
    let title = match number {
        1 => view.name.to_owned(),
        _ => format!("{} – {}", view.name, model.words.count("page_number", number)),
    };
    let mut values = page.values("department", &title, None, &section);
    let total = view.organisations.len();
    let shown = &view.organisations[PagerValue::range(number, total)];
    let organisations: Vec<_> = shown.iter().map(|at| organisation(model, *at)).collect();
    let territories: Vec<TextValue<'_>> = match number {
        1 => view
            .territories
            .iter()
            .map(|at| model.text_value(&model.texts[*at]))
            .collect(),
        _ => Vec::new(),
    };
    let pager = PagerValue::new(number, total, |page| model.addresses.department(view.code, page));
    values.insert("department", &DepartmentValue::new(model, view));
    values.insert("organisations", &organisations);
    values.insert("territories", &territories);
    values.insert("pager", &pager);
    page.render("department", &values)
}
