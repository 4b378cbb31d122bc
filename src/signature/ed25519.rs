//! The strict check of an Ed25519 signature, and the name of what is wrong when it fails.

use super::sshsig::{Seal, signed_data};
use crate::diagnostic::Code;
use ed25519_dalek::{Signature, VerifyingKey};

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
    let key = VerifyingKey::from_bytes(bytes).map_err(|_| Code::KeyEncoding)?;
    let signature = Signature::from_bytes(&seal.signature);
    key.verify_strict(&signed_data(body), &signature)
        .map_err(|_| fault(&key, &seal.signature))
}

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
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

fn is_below_order(scalar: &[u8]) -> bool {
    scalar.iter().rev().cmp(ORDER.iter().rev()).is_lt()
}
