//! Badges and link previews of all texts, put into the site.

use super::faults::Faults;
use super::inputs::Inputs;
use super::model::{Model, TextView, territory_name};
use super::output::Staging;
use super::picture::{Badge, Claim, Ground, Preview, Size};
use crate::identifier::Digest;
use rayon::prelude::*;

/// The words of a text's link preview.
struct Words {
    site: String,
    title: String,
    below: String,
    foot: String,
}

impl Words {
    fn of(model: &Model<'_>, view: &TextView<'_>) -> Self {
        let text = view.versions.shown();
        let version = model
            .words
            .about("version_number", "version", text.version.as_str());
        let date = model.words.date(text.front.adopted);
        let foot = match model.project.configuration.demonstration {
            true => format!(
                "{version} · {date} · {}",
                model.words.plain("demonstration_short")
            ),
            false => format!("{version} · {date}"),
        };
        let typeset = |line: &str| super::words::typeset(line, model.language);
        let title = typeset(text.front.title.as_str());
        let site = typeset(model.project.configuration.title.as_str());
        Self {
            site: if site == title { String::new() } else { site },
            title,
            below: model.words.count("signatories_count", view.counts.signatories),
            foot,
        }
    }

    fn preview(&self) -> Preview<'_> {
        Preview {
            site: &self.site,
            title: &self.title,
            below: &self.below,
            foot: &self.foot,
        }
    }
}

/// Writes the badges of every text, and its link preview where the last site has not the same already.
pub fn write(model: &Model<'_>, inputs: &Inputs, staging: &Staging, faults: &Faults) {
    let claim = Claim::new(model.words.plain("badge_claim"));
    model.texts.par_iter().enumerate().for_each(|(at, view)| {
        if faults.is_stopped() {
            return;
        }
        let preview = model
            .previews
            .get(at)
            .map_or(Ok(()), |address| write_preview(model, view, address, staging));
        if let Err(error) =
            preview.and_then(|()| write_badges(model, view, &claim, &inputs.of_badges(at), staging))
        {
            faults.add_output(&error);
        }
    });
}

fn write_badges(
    model: &Model<'_>,
    view: &TextView<'_>,
    claim: &Claim<'_>,
    inputs: &Digest,
    staging: &Staging,
) -> Result<(), super::output::OutputError> {
    for size in Size::ALL {
        let badge = Badge {
            claim,
            text: territory_name(view.versions),
            size,
        };
        // Nothing is drawn while every badge can be taken over.
        let mut drawn = None;
        for ground in Ground::ALL {
            let address = model.addresses.badge(&view.versions.id, ground, size);
            if staging.keep_made(&[(inputs, &address)]) {
                continue;
            }
            let drawn = drawn.get_or_insert_with(|| badge.draw());
            staging.write_from(Some(inputs), &address, drawn.svg(ground).as_bytes())?;
        }
    }
    Ok(())
}

fn write_preview(
    model: &Model<'_>,
    view: &TextView<'_>,
    address: &str,
    staging: &Staging,
) -> Result<(), super::output::OutputError> {
    let words = Words::of(model, view);
    let preview = words.preview();
    if staging.keep(address, |bytes| preview.is_shown_by(bytes))? {
        return Ok(());
    }
    match preview.png() {
        Some(png) => staging.write(address, &png),
        None => Ok(()),
    }
}
