//! Web addresses of organisations.

use url::Url;

/// An absolute `https:` URL (WHATWG URL Standard) without user name or password, in the spelling it came in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Website(Box<str>);

super::string_type!(Website);

/// Why a string is no acceptable address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebsiteError {
    /// It does not start with `https://`.
    NotHttps,
    /// It is no absolute URL with a host.
    Form,
    /// It holds a user name or a password.
    Credentials,
}

impl Website {
    /// Reads an address.
    ///
    /// # Errors
    /// [`WebsiteError`], in the order of its variants.
    pub fn parse(value: &str) -> Result<Self, WebsiteError> {
        // The standard also takes `https:host`, `HTTPS://host` and `https:\\host`: one spelling is enough here.
        let Some(rest) = value.strip_prefix("https://") else {
            return Err(WebsiteError::NotHttps);
        };
        if rest.starts_with('/') || value.contains(|c: char| c == '\\' || c.is_whitespace() || c.is_control())
        {
            return Err(WebsiteError::Form);
        }
        let url = Url::parse(value).map_err(|_| WebsiteError::Form)?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(WebsiteError::Credentials);
        }
        match url.host_str() {
            Some(host) if !host.is_empty() => Ok(Self(value.into())),
            _ => Err(WebsiteError::Form),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_https() {
        for right in [
            "https://regie.example.org/",
            "https://exemple.org",
            "https://x.org/é?a=b#@c",
            "https://x.org:8443/",
        ] {
            assert!(Website::parse(right).is_ok(), "{right}");
        }
        for (wrong, error) in [
            ("http://x.org/", WebsiteError::NotHttps),
            ("javascript:alert(1)", WebsiteError::NotHttps),
            ("HTTPS://x.org", WebsiteError::NotHttps),
            ("https:x.org", WebsiteError::NotHttps),
            ("https://", WebsiteError::Form),
            ("https:///x.org", WebsiteError::Form),
            ("https://x.org\\@y.org", WebsiteError::Form),
            ("https://x .org", WebsiteError::Form),
            ("https://x.org:99999/", WebsiteError::Form),
            ("https://me@x.org/", WebsiteError::Credentials),
            ("https://me:pw@x.org/", WebsiteError::Credentials),
            ("https://@x.org/", WebsiteError::Credentials),
        ] {
            assert_eq!(Website::parse(wrong), Err(error), "{wrong}");
        }
    }
}
