//! Ed25519 private keys in OpenSSH's own file format (PROTOCOL.key).

use super::key::{ALGORITHM, PublicKey};
use super::signer::{Signer, SignerError};
use super::sshsig::{Seal, Wire, signed_data};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{Cipher, Kdf, LineEnding};
use zeroize::Zeroizing;

/// The largest key file, in bytes.
pub const KEY_FILE_LIMIT: usize = 64 * 1024;

/// The rounds of bcrypt-pbkdf that lock a new key: four times what `ssh-keygen` takes, half a second.
const ROUNDS: u32 = 64;

/// More rounds than any key is locked with: a damaged file must not keep the program busy for hours.
const MOST_ROUNDS: u32 = 20_000;

const BEGIN: &str = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END: &str = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC: &[u8] = b"openssh-key-v1\0";

/// An Ed25519 private key (RFC 8032), wiped from memory when it goes.
pub struct PrivateKey {
    signing: SigningKey,
    comment: String,
}

/// A private key that its passphrase still locks.
pub struct LockedKey {
    file: ssh_key::PrivateKey,
    public: PublicKey,
}

/// What a key file holds.
#[derive(Debug)]
pub enum KeyFile {
    /// A private key that anyone who has the file can use.
    Open(PrivateKey),
    /// A private key that needs a passphrase.
    Locked(LockedKey),
}

/// Why a file holds no private key that can sign here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFileError {
    /// Larger than [`KEY_FILE_LIMIT`].
    TooLarge,
    /// No key at all.
    NotAKey,
    /// A public key, which can't sign.
    PublicKey,
    /// A key of another algorithm; its name.
    Algorithm(String),
    /// A key that never leaves a security token; its algorithm's name.
    Hardware(String),
    /// A key in PEM or PKCS#8 form, as OpenSSL writes it.
    Pem,
    /// A key in PuTTY's form.
    Putty,
    /// A key locked with a cipher that this program does not have; its name.
    Cipher(String),
    /// A key of the right kind that can't be read.
    Damaged,
    /// The passphrase is not this key's.
    WrongPassphrase,
    /// The operating system gave no random bytes.
    NoRandomness,
}

impl std::fmt::Display for KeyFileError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge => write!(out, "larger than {KEY_FILE_LIMIT} bytes"),
            Self::NotAKey => out.write_str("not a key"),
            Self::PublicKey => out.write_str("a public key, not a private one"),
            Self::Algorithm(name) => write!(out, "a {name} key, not an {ALGORITHM} one"),
            Self::Hardware(name) => write!(out, "a {name} key of a security token"),
            Self::Pem => out.write_str("a key in PEM form"),
            Self::Putty => out.write_str("a key in PuTTY's form"),
            Self::Cipher(name) => write!(out, "locked with the unknown cipher {name}"),
            Self::Damaged => out.write_str("a damaged key"),
            Self::WrongPassphrase => out.write_str("another passphrase is needed"),
            Self::NoRandomness => out.write_str("the system has no random bytes to give"),
        }
    }
}

impl std::error::Error for KeyFileError {}

impl PrivateKey {
    /// A new key from the operating system's randomness.
    ///
    /// # Errors
    /// [`KeyFileError::NoRandomness`].
    pub fn generate() -> Result<Self, KeyFileError> {
        let mut seed = Zeroizing::new([0; 32]);
        random(seed.as_mut_slice())?;
        Ok(Self::from_seed(&seed))
    }

    /// The key that these 32 bytes make (RFC 8032, section 5.1.5).
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self {
            signing: SigningKey::from_bytes(seed),
            comment: String::new(),
        }
    }

    /// The same key with another comment, which the key file and the public line repeat.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = comment.into();
        self
    }

    /// The public key.
    pub fn public(&self) -> PublicKey {
        PublicKey::from_bytes(self.signing.verifying_key().to_bytes())
    }

    /// The key's comment; it may be foreign text.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Signs a body (PROTOCOL.sshsig, section 3).
    pub fn sign(&self, body: &[u8]) -> Seal {
        Seal {
            key: self.public(),
            signature: self.signing.sign(&signed_data(body)).to_bytes(),
        }
    }

    /// The key as `ssh-keygen` writes it: locked by `passphrase` (aes256-ctr, bcrypt), or open without one.
    ///
    /// # Errors
    /// [`KeyFileError::NoRandomness`]; an empty passphrase is [`KeyFileError::WrongPassphrase`].
    pub fn to_openssh(&self, passphrase: Option<&str>) -> Result<Zeroizing<String>, KeyFileError> {
        let pair = KeypairData::from(Ed25519Keypair::from(&self.signing));
        let mut key =
            ssh_key::PrivateKey::new(pair, self.comment.as_str()).map_err(|_| KeyFileError::Damaged)?;
        if let Some(passphrase) = passphrase {
            let mut salt = [0; 16];
            let mut check = [0; 4];
            random(&mut salt)?;
            random(&mut check)?;
            let kdf = Kdf::Bcrypt {
                salt: salt.to_vec(),
                rounds: ROUNDS,
            };
            key = key
                .encrypt_with(Cipher::Aes256Ctr, kdf, u32::from_be_bytes(check), passphrase)
                .map_err(|_| KeyFileError::WrongPassphrase)?;
        }
        key.to_openssh(LineEnding::LF).map_err(|_| KeyFileError::Damaged)
    }
}

impl Signer for PrivateKey {
    fn public(&self) -> PublicKey {
        self.public()
    }

    fn sign(&self, body: &[u8]) -> Result<Seal, SignerError> {
        Ok(self.sign(body))
    }
}

impl std::fmt::Debug for PrivateKey {
    /// Shows the public key only.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PrivateKey({})", self.public().fingerprint())
    }
}

impl std::fmt::Debug for LockedKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "LockedKey({})", self.public.fingerprint())
    }
}

impl LockedKey {
    /// The public key, which the file tells without its passphrase.
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// Opens the key.
    ///
    /// # Errors
    /// [`KeyFileError::WrongPassphrase`], or [`KeyFileError::Damaged`] when the passphrase is right.
    pub fn unlock(&self, passphrase: &str) -> Result<PrivateKey, KeyFileError> {
        let opened = self.file.decrypt(passphrase).map_err(|error| match error {
            ssh_key::Error::Crypto => KeyFileError::WrongPassphrase,
            _ => KeyFileError::Damaged,
        })?;
        from_opened(&opened, self.public)
    }
}

impl KeyFile {
    /// Reads a file that `ssh-keygen` or this program wrote.
    ///
    /// # Errors
    /// [`KeyFileError`], which names what the file is instead.
    pub fn read(bytes: &[u8]) -> Result<Self, KeyFileError> {
        if bytes.len() > KEY_FILE_LIMIT {
            return Err(KeyFileError::TooLarge);
        }
        let blob = unarmour(bytes)?;
        let public = Header::read(&blob)?.public()?;
        let file = ssh_key::PrivateKey::from_bytes(&blob).map_err(|_| KeyFileError::Damaged)?;
        if file.is_encrypted() {
            let sound = matches!(file.kdf(), Kdf::Bcrypt { salt, rounds }
                if !salt.is_empty() && (1..=MOST_ROUNDS).contains(rounds));
            if sound {
                Ok(Self::Locked(LockedKey { file, public }))
            } else {
                Err(KeyFileError::Damaged)
            }
        } else {
            from_opened(&file, public).map(Self::Open)
        }
    }

    /// The public key, which the file tells in either state.
    pub fn public(&self) -> PublicKey {
        match self {
            Self::Open(key) => key.public(),
            Self::Locked(key) => key.public(),
        }
    }
}

/// Fills `bytes` from the operating system's randomness.
fn random(bytes: &mut [u8]) -> Result<(), KeyFileError> {
    getrandom::fill(bytes).map_err(|_| KeyFileError::NoRandomness)
}

fn from_opened(file: &ssh_key::PrivateKey, public: PublicKey) -> Result<PrivateKey, KeyFileError> {
    let pair = file.key_data().ed25519().ok_or(KeyFileError::Damaged)?;
    let key = PrivateKey {
        signing: SigningKey::try_from(pair).map_err(|_| KeyFileError::Damaged)?,
        comment: String::from_utf8_lossy(file.comment().as_bytes()).into_owned(),
    };
    if key.public() == public {
        Ok(key)
    } else {
        Err(KeyFileError::Damaged)
    }
}

/// The bytes between the lines of an OpenSSH private key, or what the file is instead.
fn unarmour(bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| KeyFileError::NotAKey)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii();
    let Some(rest) = text.strip_prefix(BEGIN) else {
        return Err(instead(text));
    };
    let inner = rest.strip_suffix(END).ok_or(KeyFileError::Damaged)?;
    let encoded: Zeroizing<String> = Zeroizing::new(inner.split_ascii_whitespace().collect());
    STANDARD
        .decode(encoded.as_bytes())
        .map(Zeroizing::new)
        .map_err(|_| KeyFileError::Damaged)
}

/// What a file is that is no OpenSSH private key.
fn instead(text: &str) -> KeyFileError {
    let first = text.lines().next().unwrap_or_default();
    let word = first.split_ascii_whitespace().next().unwrap_or_default();
    if first.starts_with("PuTTY-User-Key-File-") {
        KeyFileError::Putty
    } else if first.starts_with("-----BEGIN ") && first.contains("PUBLIC KEY") || is_public_algorithm(word) {
        KeyFileError::PublicKey
    } else if first.starts_with("-----BEGIN ") && first.contains("PRIVATE KEY") {
        KeyFileError::Pem
    } else {
        KeyFileError::NotAKey
    }
}

fn is_public_algorithm(word: &str) -> bool {
    ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-", "webauthn-sk-"]
        .iter()
        .any(|start| word.starts_with(start))
}

/// The part of a key file that no passphrase hides.
struct Header<'a> {
    cipher: &'a [u8],
    key: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(blob: &'a [u8]) -> Result<Self, KeyFileError> {
        let mut wire = Wire(blob.strip_prefix(MAGIC).ok_or(KeyFileError::Damaged)?);
        let mut string = || wire.string().ok_or(KeyFileError::Damaged);
        let (cipher, _kdf, _options) = (string()?, string()?, string()?);
        if wire.number() != Some(1) {
            return Err(KeyFileError::Damaged);
        }
        let key = wire.string().ok_or(KeyFileError::Damaged)?;
        Ok(Self { cipher, key })
    }

    fn public(&self) -> Result<PublicKey, KeyFileError> {
        let algorithm = Wire(self.key).string().ok_or(KeyFileError::Damaged)?;
        let name = |bytes: &[u8]| String::from_utf8_lossy(&bytes[..bytes.len().min(64)]).into_owned();
        if algorithm != ALGORITHM.as_bytes() {
            let name = name(algorithm);
            return Err(if name.starts_with("sk-") {
                KeyFileError::Hardware(name)
            } else {
                KeyFileError::Algorithm(name)
            });
        }
        let cipher = std::str::from_utf8(self.cipher)
            .ok()
            .and_then(|name| Cipher::new(name).ok());
        // Triple DES is older than Ed25519 keys: no file needs it.
        if cipher.is_none_or(|cipher| cipher == Cipher::TdesCbc) {
            return Err(KeyFileError::Cipher(name(self.cipher)));
        }
        PublicKey::from_blob(self.key).ok_or(KeyFileError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::check;

    fn key() -> PrivateKey {
        PrivateKey::from_seed(&[7; 32]).with_comment("Régie « Les Tilleuls »")
    }

    fn error(file: &str) -> KeyFileError {
        KeyFile::read(file.as_bytes()).unwrap_err()
    }

    #[test]
    fn an_open_key_survives_its_file() {
        let file = key().to_openssh(None).unwrap();
        let KeyFile::Open(read) = KeyFile::read(file.as_bytes()).unwrap() else {
            panic!("locked")
        };
        assert_eq!(read.public(), key().public());
        assert_eq!(read.comment(), key().comment());
        let windows = file.replace('\n', "\r\n");
        assert_eq!(
            KeyFile::read(windows.as_bytes()).unwrap().public(),
            key().public()
        );
    }

    #[test]
    fn a_locked_key_wants_its_passphrase() {
        let file = key().to_openssh(Some("mot de passe é")).unwrap();
        let KeyFile::Locked(read) = KeyFile::read(file.as_bytes()).unwrap() else {
            panic!("open")
        };
        assert_eq!(read.public(), key().public());
        assert_eq!(
            read.unlock("mot de passe").unwrap_err(),
            KeyFileError::WrongPassphrase
        );
        assert_eq!(read.unlock("").unwrap_err(), KeyFileError::WrongPassphrase);
        assert_eq!(read.unlock("mot de passe é").unwrap().public(), key().public());
        assert_eq!(
            key().to_openssh(Some("")).unwrap_err(),
            KeyFileError::WrongPassphrase
        );
    }

    #[test]
    fn what_it_signs_holds() {
        let seal = key().sign(b"corps\n");
        assert_eq!(check(b"corps\n", &seal), Ok(()));
        assert!(check(b"corps", &seal).is_err());
    }

    #[test]
    fn two_new_keys_differ() {
        assert_ne!(
            PrivateKey::generate().unwrap().public(),
            PrivateKey::generate().unwrap().public()
        );
    }

    #[test]
    fn other_files_are_named_for_what_they_are() {
        assert_eq!(error(""), KeyFileError::NotAKey);
        assert_eq!(error("bonjour"), KeyFileError::NotAKey);
        assert_eq!(error(&key().public().to_openssh()), KeyFileError::PublicKey);
        assert_eq!(error("ssh-rsa AAAA x"), KeyFileError::PublicKey);
        assert_eq!(error("-----BEGIN PUBLIC KEY-----\n"), KeyFileError::PublicKey);
        assert_eq!(error("-----BEGIN PRIVATE KEY-----\n"), KeyFileError::Pem);
        assert_eq!(error("-----BEGIN RSA PRIVATE KEY-----\n"), KeyFileError::Pem);
        assert_eq!(error("PuTTY-User-Key-File-3: ssh-ed25519\n"), KeyFileError::Putty);
        assert_eq!(error(&format!("{BEGIN}\nAAAA\n{END}\n")), KeyFileError::Damaged);
        assert_eq!(error(&format!("{BEGIN}\nAAAA\n")), KeyFileError::Damaged);
        assert_eq!(error(&" ".repeat(KEY_FILE_LIMIT + 1)), KeyFileError::TooLarge);
    }

    #[test]
    fn no_cut_or_bent_file_breaks_the_reader() {
        let file = key().to_openssh(None).unwrap();
        for end in 0..file.len() {
            assert!(
                KeyFile::read(&file.as_bytes()[..end]).is_err() || end + 1 == file.len(),
                "{end}"
            );
        }
        let start = BEGIN.len() + 1;
        for at in start..file.len() - END.len() - 2 {
            let mut bent = file.as_bytes().to_vec();
            bent[at] = if bent[at] == b'A' { b'B' } else { b'A' };
            let same = KeyFile::read(&bent).is_ok_and(|read| read.public() == key().public());
            let wrong = KeyFile::read(&bent).is_err();
            assert!(same || wrong, "{at}");
        }
    }
}
