//! The strict check of an Ed25519 signature, and the name of what is wrong when it fails.

use super::sshsig::{Seal, signed_data};
use crate::diagnostic::Code;
use curve25519_dalek::EdwardsPoint;
use ed25519_dalek::{Signature, Verifier as _, VerifyingKey};
use std::cell::RefCell;

/// Checks that `seal` is a signature of `body`.
///
/// The check is the strict one of `format.md`: RFC 8032 without cofactor, S below the group order, neither A nor R
/// of small order nor in another than their canonical encoding. What passes here passes with every other verifier.
///
/// # Errors
/// The code of the broken rule.
pub fn check(body: &[u8], seal: &Seal) -> Result<(), Code> {
    let bytes = seal.key.as_bytes();
    if !is_reduced_coordinate(bytes) {
        return Err(Code::KeyEncoding);
    }
    let key = decoded(bytes).ok_or(Code::KeyEncoding)?;
    if holds_strictly(&key, &signed_data(body), &seal.signature) {
        Ok(())
    } else {
        Err(fault(&key, &seal.signature))
    }
}

/// The point that a key is, if its bytes are a regular encoding of one that is not of small order.
pub(super) fn strong_point(bytes: &[u8; 32]) -> Option<EdwardsPoint> {
    let strong = is_reduced_coordinate(bytes) && !is_small_order(bytes);
    Some(decoded(bytes).filter(|_| strong)?.to_edwards())
}

/// How many keys a thread keeps decoded.
const KEYS: usize = 16;

/// The key with these bytes, if they are those of a point.
///
/// Decoding takes a fifth of a check, and a few stewards sign many files: the keys that a thread met last are kept.
fn decoded(bytes: &[u8; 32]) -> Option<VerifyingKey> {
    thread_local! {
        static LAST: RefCell<Vec<VerifyingKey>> = const { RefCell::new(Vec::new()) };
    }
    LAST.with_borrow_mut(|last| {
        if let Some(at) = last.iter().position(|key| key.as_bytes() == bytes) {
            last[..=at].rotate_right(1);
            return Some(last[0]);
        }
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        last.truncate(KEYS - 1);
        last.insert(0, key);
        Some(key)
    })
}

/// The verdict of dalek's `verify_strict`, without decompressing R.
///
/// `verify` computes R anew, encodes it and compares the bytes: what it takes is the canonical encoding of a point, so
/// R is of small order exactly when its bytes are one of the eight canonical encodings of such points.
fn holds_strictly(key: &VerifyingKey, data: &[u8], signature: &[u8; 64]) -> bool {
    signature.first_chunk().is_some_and(|r| !is_small_order(r))
        && !key.is_weak()
        && key.verify(data, &Signature::from_bytes(signature)).is_ok()
}

/// Whether the y coordinate of `encoded` is that of one of the eight points of small order, written below 2²⁵⁵ − 19.
///
/// What is so of a point's canonical encoding is so of the point; nothing else has that y coordinate.
pub(super) fn is_small_order(encoded: &[u8; 32]) -> bool {
    SMALL_ORDER
        .iter()
        .any(|y| encoded[..31] == y[..31] && encoded[31] & 0x7f == y[31])
}

/// The y coordinates of the points whose order divides 8, little-endian.
#[rustfmt::skip]
const SMALL_ORDER: [[u8; 32]; 5] = [
    // 1: the neutral element.
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    // -1: order 2.
    [0xec, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
     0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    // 0: order 4.
    [0; 32],
    // Order 8.
    [0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98, 0xf0, 0xd5, 0xdf,
     0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53, 0xfc, 0x05],
    [0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67, 0x0f, 0x2a, 0x20,
     0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac, 0x03, 0x7a],
];

/// Which rule a refused signature breaks.
fn fault(key: &VerifyingKey, signature: &[u8; 64]) -> Code {
    let (r, s) = signature.split_at(32);
    if key.is_weak() {
        return Code::KeySmallOrder;
    }
    if !is_below_order(s) {
        return Code::SignatureNotReduced;
    }
    let point = <&[u8; 32]>::try_from(r)
        .ok()
        .and_then(|r| VerifyingKey::from_bytes(r).ok().map(|point| (r, point)));
    match point {
        Some((r, point)) if is_reduced_coordinate(r) && !point.is_weak() => Code::SignatureMismatch,
        _ => Code::SignatureSmallOrder,
    }
}

/// Whether the y coordinate of an encoded point is below 2²⁵⁵ − 19, which RFC 8032 (5.1.3) demands.
fn is_reduced_coordinate(bytes: &[u8; 32]) -> bool {
    let high = bytes[31] & 0x7f == 0x7f && bytes[1..31].iter().all(|byte| *byte == 0xff);
    !(high && bytes[0] >= 0xed)
}

/// The order of the base point, little-endian.
pub(super) const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

fn is_below_order(scalar: &[u8]) -> bool {
    scalar.iter().rev().cmp(ORDER.iter().rev()).is_lt()
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::key::PublicKey;
    use super::*;
    use ed25519_dalek::{Signer as _, SigningKey};

    #[test]
    fn a_key_that_was_met_before_checks_the_same() {
        let keys: Vec<SigningKey> = (0..40).map(|seed| SigningKey::from_bytes(&[seed; 32])).collect();
        for round in 0..3_usize {
            for (at, key) in keys.iter().enumerate().chain(keys.iter().enumerate().rev()) {
                let body = [round as u8, at as u8];
                let other = &keys[(at + 1) % keys.len()];
                let seal = |key: &SigningKey, by: &SigningKey| Seal {
                    key: PublicKey::from_bytes(key.verifying_key().to_bytes()),
                    signature: by.sign(&signed_data(&body)).to_bytes(),
                };
                assert_eq!(check(&body, &seal(key, key)), Ok(()));
                assert_eq!(check(&body, &seal(key, other)), Err(Code::SignatureMismatch));
            }
        }
    }

    /// Every encoding of a point of small order, canonical or not, told by dalek.
    pub(in crate::signature) fn weak_encodings() -> Vec<[u8; 32]> {
        let mut found = Vec::new();
        for y in SMALL_ORDER {
            for high in [0, 0x80] {
                let mut encoded = y;
                encoded[31] |= high;
                found.push(encoded);
                // The same y with the field's order added, where that still fits.
                let mut more = encoded;
                if y[1..].iter().all(|byte| *byte == 0) {
                    more = [0xff; 32];
                    more[0] = 0xed + y[0];
                    more[31] = 0x7f | high;
                }
                found.push(more);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn small_order_is_what_dalek_says_it_is() {
        let mut points = std::collections::BTreeSet::new();
        for encoded in weak_encodings() {
            let Ok(key) = VerifyingKey::from_bytes(&encoded) else {
                continue;
            };
            assert!(key.is_weak(), "{encoded:?}");
            assert_eq!(
                is_small_order(&encoded),
                is_reduced_coordinate(&encoded),
                "{encoded:?}"
            );
            points.insert(key.to_edwards().compress().to_bytes());
        }
        assert_eq!(points.len(), 8);
        assert!(points.iter().all(is_small_order));
        let key = SigningKey::from_bytes(&[7; 32]).verifying_key();
        assert!(!is_small_order(key.as_bytes()));
    }

    #[test]
    fn the_verdict_is_the_strict_one() {
        let secret = SigningKey::from_bytes(&[7; 32]);
        let mut keys = vec![secret.verifying_key()];
        keys.extend(
            weak_encodings()
                .iter()
                .filter_map(|encoded| VerifyingKey::from_bytes(encoded).ok()),
        );
        let sound = secret.sign(b"data").to_bytes();
        let mut points = weak_encodings();
        points.extend([sound[..32].try_into().unwrap(), [2; 32]]);
        let scalars: [[u8; 32]; 4] = [sound[32..].try_into().unwrap(), [0; 32], ORDER, {
            let mut one = [0; 32];
            one[0] = 1;
            one
        }];
        let mut taken = 0;
        for key in &keys {
            for point in &points {
                for scalar in &scalars {
                    let mut signature = [0; 64];
                    signature[..32].copy_from_slice(point);
                    signature[32..].copy_from_slice(scalar);
                    let strict = key
                        .verify_strict(b"data", &Signature::from_bytes(&signature))
                        .is_ok();
                    assert_eq!(holds_strictly(key, b"data", &signature), strict, "{signature:?}");
                    taken += usize::from(strict);
                }
            }
        }
        assert_eq!(taken, 1);
    }
}
