//! Files read and checked: each by itself, or an attestation with the signature that it stands beside.

use super::files::{self, File};
use crate::diagnostic::Diagnostic;
use crate::project::files::Folder;
use crate::register::verdict::{self, AtHand, Attested, Given, Verdict};
use crate::signature::{Kind, SIZE_LIMIT};
use std::sync::Arc;

/// The folder that a thread read last, kept open for the next file in it.
#[derive(Default)]
pub struct Opened(Option<(Arc<files::Folder>, Opening)>);

type Opening = Result<Folder, Box<Diagnostic>>;

impl Opened {
    fn get(&mut self, folder: &Arc<files::Folder>) -> Result<&Folder, &Diagnostic> {
        let known = self.0.take().filter(|(known, _)| Arc::ptr_eq(known, folder));
        let open = || Folder::open(&folder.path, String::new()).map_err(Box::new);
        let (_, opened) = self.0.insert(known.unwrap_or_else(|| (folder.clone(), open())));
        opened.as_ref().map_err(|fault| &**fault)
    }
}

/// Whether `next` is the signature beside which `file`, an attestation, stands.
pub fn belong_together(file: &File, next: &File) -> bool {
    Arc::ptr_eq(&file.folder, &next.folder)
        && Kind::of_path(file.name()) == Kind::Attestation
        && Kind::beside(file.name()).is_some_and(|name| name == next.name())
}

/// A file as it was read.
struct Input {
    shown: String,
    bytes: Result<Vec<u8>, Diagnostic>,
}

impl Input {
    fn read(folder: &files::Folder, opened: Result<&Folder, &Diagnostic>, name: &str) -> Self {
        let shown = folder.shown(name);
        let bytes = match opened {
            Ok(opened) => opened.read(name, SIZE_LIMIT),
            Err(fault) => Err(fault.clone()),
        };
        let bytes = bytes.map_err(|mut fault| {
            shown.clone_into(&mut fault.place.path);
            fault
        });
        Self { shown, bytes }
    }

    fn given(&self) -> Result<Given<'_>, &Diagnostic> {
        let bytes = self.bytes.as_ref()?;
        Ok(Given {
            path: &self.shown,
            bytes,
        })
    }
}

/// Checks a file, or an attestation and its signature; `say` is given the path of each as it is shown, and the verdict.
pub fn check(at_hand: &AtHand, group: &[File], opened: &mut Opened, say: &mut dyn FnMut(&str, &Verdict)) {
    let (folder, name) = (&group[0].folder, group[0].name());
    let opened = opened.get(folder);
    let own = Input::read(folder, opened, name);
    let beside = Kind::beside(name)
        .filter(|name| folder.may_hold(name))
        .map(|name| Input::read(folder, opened, &name));
    let (signature, attestation) = match Kind::of_path(name) {
        Kind::Adherence => (Some(&own), beside.as_ref()),
        Kind::Attestation => (beside.as_ref(), Some(&own)),
    };
    let attested = attestation
        .and_then(|input| input.given().ok())
        .map(Attested::read);
    for (file, input) in group.iter().zip([&own].into_iter().chain(&beside)) {
        let verdict = match (input.given(), Kind::of_path(file.name())) {
            (Err(fault), _) => Verdict::refused(vec![fault.clone()]),
            (Ok(given), Kind::Adherence) => {
                verdict::signature(at_hand, given, file.place().as_deref(), attested.clone())
            }
            (Ok(given), Kind::Attestation) => {
                let attested = attested.clone().unwrap_or_else(|| Attested::read(given));
                verdict::attestation(at_hand, attested, signature.and_then(|input| input.given().ok()))
            }
        };
        say(&input.shown, &verdict);
    }
}
