//! Names and numbers with a form: parsed once, then held as a type. A value that exists is valid.

mod codes;
mod date;
mod digest;
mod insee;
mod line;
mod qpv;
mod rna;
mod short;
mod siren;
mod slug;
mod text_id;
mod version;
mod website;

pub use date::{Date, DateError};
pub use digest::{Digest, DigestError, canonical_text, unix_line_ends};
pub use insee::{Commune, Department, InseeError, Region};
pub use line::{Line, LineError, LineFault, is_allowed_space, is_forbidden};
pub use qpv::{Qpv, QpvError};
pub use rna::{Rna, RnaError};
pub use siren::{Siren, SirenError};
pub use slug::{Slug, SlugError};
pub use text_id::{TextId, TextIdError};
pub use version::{Version, VersionError};
pub use website::{Website, WebsiteError};

/// Implements `Display` and `AsRef<str>` for a type that wraps one string.
macro_rules! string_type {
    ($type:ty) => {
        impl std::fmt::Display for $type {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl $type {
            /// The value as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}
use string_type;
