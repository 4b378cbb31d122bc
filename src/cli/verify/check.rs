//! Files read and checked: many at once, an attestation with the signature that it stands beside.

use super::files::{self, File};
use crate::diagnostic::{Code, Diagnostic};
use crate::import;
use crate::project::files::Folder;
use crate::register::verdict::{self, AtHand, Given, Read, Verdict};
use crate::signature::{Kind, Reading, SIZE_LIMIT};
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
            Ok(opened) if folder.is_listed() => opened.read(name, SIZE_LIMIT),
            Ok(opened) => opened.read_unknown(name, SIZE_LIMIT),
            Err(fault) => Err(fault.clone()),
        };
        let bytes = bytes.map_err(|mut fault| {
            shown.clone_into(&mut fault.place.path);
            fault
        });
        Self { shown, bytes }
    }

    /// The file; without bytes when they could not be read.
    fn given(&self) -> Given<'_> {
        Given {
            path: &self.shown,
            bytes: self.bytes.as_deref().unwrap_or_default(),
        }
    }

    fn reading(&self, kind: Kind) -> Read<'_> {
        let bytes = self.bytes.as_ref().map_err(Diagnostic::clone)?;
        Reading::new(&self.shown, bytes, kind)
    }
}

/// The input, when it could be read.
fn there(input: &Option<Input>) -> Option<&Input> {
    input.as_ref().filter(|input| input.bytes.is_ok())
}

/// The files that are looked at together: a signature and the attestation beside it, as far as they are there.
struct Pair<'a> {
    /// Those of them that a verdict is wanted of.
    asked: &'a [File],
    signature: Option<Input>,
    attestation: Option<Input>,
}

/// What the files of a [`Pair`] say.
struct Readings<'a> {
    signature: Option<Read<'a>>,
    attestation: Option<Read<'a>>,
}

impl<'a> Pair<'a> {
    fn read(asked: &'a [File], opened: &mut Opened) -> Self {
        let (folder, name) = (&asked[0].folder, asked[0].name());
        let opened = opened.get(folder);
        let own = Some(Input::read(folder, opened, name));
        let beside = Kind::beside(name)
            .filter(|name| folder.may_hold(name))
            .map(|name| Input::read(folder, opened, &name));
        let (signature, attestation) = match Kind::of_path(name) {
            Kind::Adherence => (own, beside),
            Kind::Attestation => (beside, own),
        };
        Self {
            asked,
            signature,
            attestation,
        }
    }

    fn readings(&self) -> Readings<'_> {
        // An attestation is held against the bytes of the signature alone.
        let is_signature = |file: &File| Kind::of_path(file.name()) == Kind::Adherence;
        let signature = self
            .signature
            .as_ref()
            .filter(|_| self.asked.iter().any(is_signature));
        let attestation = self.attestation.as_ref();
        Readings {
            signature: signature.map(|input| input.reading(Kind::Adherence)),
            attestation: attestation.map(|input| input.reading(Kind::Attestation)),
        }
    }

    fn judge(&self, at_hand: &AtHand, readings: Readings<'_>, say: &mut dyn FnMut(Given<'_>, &Verdict)) {
        let Readings {
            mut signature,
            attestation,
        } = readings;
        for file in self.asked {
            let (input, verdict) = match Kind::of_path(file.name()) {
                Kind::Adherence => {
                    let beside = attestation.clone().filter(|_| there(&self.attestation).is_some());
                    let judge = |read| verdict::signature(at_hand, read, file.place().as_deref(), beside);
                    (&self.signature, signature.take().map(judge))
                }
                Kind::Attestation => {
                    let beside = there(&self.signature).map(Input::given);
                    let judge = |read| verdict::attestation(at_hand, read, beside);
                    (&self.attestation, attestation.clone().map(judge))
                }
            };
            if let (Some(input), Some(verdict)) = (input, verdict) {
                say(input.given(), &verdict);
            }
        }
    }
}

/// What a refused file would be worth had its way not changed it; none where that is not what is wrong with it.
pub fn as_signed(at_hand: &AtHand, file: Given<'_>, verdict: &Verdict) -> Option<Verdict> {
    let faults = verdict.outcome.as_ref().err()?;
    // Nothing comes before a key that is lost.
    let is_read = |fault: &Diagnostic| !matches!(fault.code, Code::PrivateKey | Code::FileTooLarge);
    if !faults.iter().all(is_read) {
        return None;
    }
    let bytes = import::as_signed(file.bytes)?;
    let kind = import::kind(&bytes);
    let reading = Reading::new(file.path, &bytes, kind);
    Some(match kind {
        Kind::Adherence => verdict::signature(at_hand, reading, None, None),
        Kind::Attestation => verdict::attestation(at_hand, reading, None),
    })
}

/// Checks groups of files that belong together, of one file or two: `say` is given each file, with its path as it is
/// shown, and the verdict.
pub fn check(
    at_hand: &AtHand,
    groups: &[&[File]],
    opened: &mut Opened,
    say: &mut dyn FnMut(Given<'_>, &Verdict),
) {
    let pairs: Vec<Pair<'_>> = groups.iter().map(|group| Pair::read(group, opened)).collect();
    let mut readings: Vec<Readings<'_>> = pairs.iter().map(Pair::readings).collect();
    let each = readings
        .iter_mut()
        .flat_map(|pair| [&mut pair.signature, &mut pair.attestation]);
    let mut each: Vec<&mut Reading<'_>> = each.flatten().flatten().collect();
    Reading::check_seals(&mut each);
    for (pair, readings) in pairs.iter().zip(readings) {
        pair.judge(at_hand, readings, say);
    }
}
