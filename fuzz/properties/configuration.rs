//! `paraphe.yaml`, which a change under review may bring along.

use super::said;
use paraphe::identifier::{Website, is_forbidden};
use paraphe::project::{CONFIGURATION, Configuration};
use paraphe::signature::PublicKey;

/// What is accepted can go into pages and feeds as it is; what is refused is told.
pub fn holds(data: &[u8]) {
    let configuration = match Configuration::read(data) {
        Ok(configuration) => configuration,
        Err(faults) => return said::of(data, CONFIGURATION, &faults),
    };
    let addresses = [
        &configuration.url,
        &configuration.repository,
        &configuration.contact,
    ];
    for address in addresses.into_iter().flatten() {
        let odd = address
            .chars()
            .find(|c| is_forbidden(*c) || c.is_whitespace() || "\"<>\\".contains(*c));
        assert_eq!(odd, None, "{address:?}");
    }
    if let Some(url) = &configuration.url {
        assert!(url.ends_with('/') && url.starts_with("http"), "{url:?}");
        assert!(!url.contains(['?', '#', '@']), "{url:?}");
    }
    if let Some(repository) = &configuration.repository {
        assert!(
            Website::parse(repository).is_ok() && !repository.ends_with('/'),
            "{repository:?}"
        );
    }
    if let Some(contact) = &configuration.contact {
        assert_eq!(contact.matches('@').count(), 1, "{contact:?}");
    }
    for steward in &configuration.stewards {
        assert_eq!(
            PublicKey::parse(&steward.key.to_openssh()).as_ref(),
            Ok(&steward.key)
        );
    }
}
