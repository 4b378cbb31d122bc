//! The front matter of a text: YAML between two lines `---`.

use super::{FrontMatter, Parent, Territory, TerritoryCode};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::identifier::{Department, Digest, TextId, Version};
use crate::yaml::{self, Fields};
use std::ops::Range;

/// The largest number of characters in a summary: one paragraph.
const SUMMARY_LIMIT: usize = 1000;

/// Where the YAML stands in `source`, and where the Markdown after it starts.
///
/// # Errors
/// When the text does not start with a line `---`, or no second one follows.
pub fn split(path: &str, source: &str) -> Result<(Range<usize>, usize), Diagnostic> {
    let missing = || {
        let kind = if path.starts_with("content/pages/") {
            "page"
        } else {
            "text"
        };
        Diagnostic::new(Code::FrontMatterMissing, Place::in_text(path, source, 0, 0)).with("kind", kind)
    };
    let rest = source.strip_prefix("---\n").ok_or_else(missing)?;
    let mut at = source.len() - rest.len();
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok((4..at, at + line.len()));
        }
        at += line.len();
    }
    Err(missing())
}

/// Reads the front matter at `range` of `source`, the text `id` in `version`.
///
/// Returns what could be read, complete only when there are no faults, and the faults.
pub fn read(
    path: &str,
    source: &str,
    range: Range<usize>,
    id: &TextId,
    version: &Version,
) -> (Option<FrontMatter>, Vec<Diagnostic>) {
    let tree = match yaml::parse(path, source, range) {
        Ok(tree) => tree,
        Err(fault) => return (None, vec![fault]),
    };
    let mut fields = Fields::new(path, source, tree);
    let title = fields.required_line("title");
    if let Some(named) = fields.required("version", Code::VersionForm, Version::parse)
        && named.value != *version
    {
        let fault = fields.diagnostic(Code::VersionPath, &named.range);
        fields.faults.push(
            fault
                .with("value", named.value.as_str())
                .with("expected", version.as_str()),
        );
    }
    let adopted = fields.required_date("adopted");
    let declaration = fields.required_line("declaration");
    let summary = fields.line("summary", SUMMARY_LIMIT);
    let draft = read_status(&mut fields);
    let (adapts, territory) = match id {
        TextId::Charter => {
            read_charter(&mut fields);
            (None, None)
        }
        TextId::Territory(_) => (read_parent(&mut fields), read_territory(&mut fields)),
    };
    let sound = matches!(id, TextId::Charter) || (adapts.is_some() && territory.is_some());
    let front = match (title, adopted, declaration) {
        (Some(title), Some(adopted), Some(declaration)) if sound => Some(FrontMatter {
            title,
            adopted,
            declaration,
            summary,
            draft,
            adapts,
            territory,
        }),
        _ => None,
    };
    (front, fields.finish())
}

fn read_status(fields: &mut Fields<'_>) -> bool {
    let Some(status) = fields.text("status") else {
        return false;
    };
    if status.value != "draft" {
        let fault = fields
            .diagnostic(Code::StatusUnknown, &status.range)
            .with("value", status.value.as_str());
        fields.faults.push(fault.near(&status.value, ["draft"]));
    }
    true
}

fn read_charter(fields: &mut Fields<'_>) {
    for key in ["adapts", "territory"] {
        if let Some(node) = fields.take(key) {
            let fault = fields
                .diagnostic(Code::CharterAdapts, &node.range)
                .with("key", key);
            fields.faults.push(fault);
        }
    }
}

fn read_parent(fields: &mut Fields<'_>) -> Option<Parent> {
    if !fields.has("adapts") {
        fields.missing("adapts");
        return None;
    }
    let mut inner = fields.open("adapts")?;
    let text = inner.required("text", Code::TextForm, TextId::parse);
    let version = inner.required("version", Code::VersionForm, Version::parse);
    let sha256 = inner.required("sha256", Code::DigestForm, Digest::parse);
    fields.close(inner);
    Some(Parent {
        text: text?.value,
        version: version?.value,
        sha256: sha256?.value,
    })
}

fn read_territory(fields: &mut Fields<'_>) -> Option<Territory> {
    if !fields.has("territory") {
        fields.missing("territory");
        return None;
    }
    let mut inner = fields.open("territory")?;
    let name = inner.required_line("name");
    let kind = inner.required_text("kind");
    let code = inner.required_text("code");
    let department = inner.parse("department", Code::DepartmentUnknown, Department::parse);
    let known = kind
        .as_ref()
        .filter(|kind| TerritoryCode::KINDS.contains(&kind.value.as_str()));
    if let (Some(kind), None) = (&kind, known) {
        let fault = inner
            .diagnostic(Code::KindUnknown, &kind.range)
            .with("value", kind.value.as_str());
        inner.faults.push(fault.near(&kind.value, TerritoryCode::KINDS));
    }
    let mut parsed = None;
    if let (Some(kind), Some(code)) = (known, &code) {
        parsed = TerritoryCode::parse(&kind.value, &code.value);
        if parsed.is_none() {
            let fault = inner.diagnostic(Code::TerritoryCodeForm, &code.range);
            inner.faults.push(
                fault
                    .with("value", code.value.as_str())
                    .with("kind", kind.value.as_str()),
            );
        }
    }
    let told = parsed.as_ref().and_then(TerritoryCode::department);
    if let (Some(told), Some(department)) = (&told, &department)
        && *told != department.value
    {
        let fault = inner.diagnostic(Code::DepartmentDiffers, &department.range);
        inner.faults.push(
            fault
                .with("value", department.value.as_str())
                .with("expected", told.as_str()),
        );
    }
    fields.close(inner);
    Some(Territory {
        name: name?,
        code: parsed?,
        department: department.map(|found| found.value).or(told),
    })
}
