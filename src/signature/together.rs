//! The strict check of many Ed25519 signatures at once.

use super::ed25519;
use super::sshsig::{Seal, signed_data};
use curve25519_dalek::{EdwardsPoint, Scalar};
use sha2::{Digest as _, Sha512};

/// Of each body with the seal that was read below it, whether there is one and [`ed25519::check`] passes it.
///
/// This is the same equation (RFC 8032, 5.1.7, without cofactor): R must be the encoding of S·B − k·A. Encoding a point
/// takes the inverse of a number, a seventh of the whole check. The library makes the inverses of many from one, so that
/// each check is still exact and stands for itself: nothing is weighed or summed over several signatures, as in what is
/// usually called batch verification, which takes signatures that others refuse.
pub(super) fn pass<'a>(sealed: impl Iterator<Item = (&'a [u8], Option<&'a Seal>)>) -> Vec<bool> {
    let mut points = Vec::new();
    let wanted: Vec<Option<&[u8]>> = sealed
        .map(|(body, seal)| {
            let seal = seal?;
            points.push(expected(body, seal)?);
            Some(&seal.signature[..32])
        })
        .collect();
    let mut encoded = EdwardsPoint::compress_batch_alloc(&points).into_iter();
    let mut passes = |r: &[u8]| encoded.next().is_some_and(|point| point.as_bytes() == r);
    wanted.into_iter().map(|r| r.is_some_and(&mut passes)).collect()
}

/// What R has to be for `seal` to hold of `body`; nothing when no R would do.
fn expected(body: &[u8], seal: &Seal) -> Option<EdwardsPoint> {
    let (r, s) = seal.signature.split_first_chunk::<32>()?;
    let key = ed25519::strong_point(seal.key.as_bytes())?;
    if ed25519::is_small_order(r) {
        return None;
    }
    let s = Option::from(Scalar::from_canonical_bytes(s.try_into().ok()?))?;
    let hash = Sha512::new()
        .chain_update(r)
        .chain_update(seal.key.as_bytes())
        .chain_update(signed_data(body));
    let k = Scalar::from_bytes_mod_order_wide(&hash.finalize().into());
    Some(EdwardsPoint::vartime_double_scalar_mul_basepoint(&k, &-key, &s))
}

#[cfg(test)]
mod tests {
    use super::super::ed25519::tests::weak_encodings;
    use super::super::key::PublicKey;
    use super::*;
    use curve25519_dalek::constants::EIGHT_TORSION;
    use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

    type Case = (Vec<u8>, Seal);

    fn seal(key: [u8; 32], signature: [u8; 64]) -> Seal {
        Seal {
            key: PublicKey::from_bytes(key),
            signature,
        }
    }

    fn sound(seed: u8) -> Case {
        let (secret, body) = (SigningKey::from_bytes(&[seed; 32]), vec![seed; 7]);
        let signature = secret.sign(&signed_data(&body)).to_bytes();
        (body, seal(secret.verifying_key().to_bytes(), signature))
    }

    /// What dalek's own strict check says.
    fn is_strictly_sound((body, seal): &Case) -> bool {
        VerifyingKey::from_bytes(seal.key.as_bytes()).is_ok_and(|key| {
            key.verify_strict(&signed_data(body), &Signature::from_bytes(&seal.signature))
                .is_ok()
        })
    }

    /// How many of the cases pass, after each was seen to do so exactly when it does by itself and for dalek: in batches
    /// of every size up to nine, between sound ones.
    fn count(cases: &[Case]) -> usize {
        let alone: Vec<bool> = cases
            .iter()
            .map(|(body, seal)| ed25519::check(body, seal).is_ok())
            .collect();
        for (case, passes) in cases.iter().zip(&alone) {
            assert_eq!(is_strictly_sound(case), *passes, "{case:?}");
        }
        let (first, last) = (sound(1), sound(2));
        for size in 1..10 {
            for (cases, alone) in cases.chunks(size).zip(alone.chunks(size)) {
                let batch = [&first].into_iter().chain(cases).chain([&last]);
                let found = pass(batch.map(|(body, seal)| (&body[..], Some(seal))));
                assert!(found[0] && found[found.len() - 1]);
                assert_eq!(&found[1..found.len() - 1], alone, "{cases:?}");
            }
        }
        alone.into_iter().filter(|passes| *passes).count()
    }

    #[test]
    fn sound_ones_pass_and_no_changed_bit_does() {
        let cases: Vec<Case> = (0..40).map(sound).collect();
        assert_eq!(count(&cases), cases.len());
        let (body, seal) = sound(7);
        let mut cases = vec![(b"another body".to_vec(), seal)];
        for bit in 0..512 {
            let mut changed = (body.clone(), seal);
            changed.1.signature[bit / 8] ^= 1 << (bit % 8);
            cases.push(changed);
        }
        for bit in 0..256 {
            let mut key = *seal.key.as_bytes();
            key[bit / 8] ^= 1 << (bit % 8);
            cases.push((body.clone(), self::seal(key, seal.signature)));
        }
        assert_eq!(count(&cases), 0);
        assert!(pass([(&body[..], None)].into_iter()) == [false] && pass([].into_iter()).is_empty());
    }

    /// Keys and R with a part of small order: what checks with a cofactor, or of many sums, would take.
    #[test]
    fn what_only_looser_checks_take_is_refused() {
        let secret = Scalar::from_bytes_mod_order([9; 32]);
        let nonce = Scalar::from_bytes_mod_order([11; 32]);
        let mut cases = Vec::new();
        for body in 0..24_u8 {
            for (weak_key, weak_r) in EIGHT_TORSION
                .iter()
                .flat_map(|a| EIGHT_TORSION.iter().map(move |b| (a, b)))
            {
                let key = (EdwardsPoint::mul_base(&secret) + weak_key).compress().to_bytes();
                let r = (EdwardsPoint::mul_base(&nonce) + weak_r).compress().to_bytes();
                let hash = Sha512::new()
                    .chain_update(r)
                    .chain_update(key)
                    .chain_update(signed_data(&[body]));
                let s = nonce + Scalar::from_bytes_mod_order_wide(&hash.finalize().into()) * secret;
                let mut signature = [0; 64];
                signature[..32].copy_from_slice(&r);
                signature[32..].copy_from_slice(s.as_bytes());
                cases.push((vec![body], seal(key, signature)));
            }
        }
        let taken = count(&cases);
        // Those without any such part, and the eighth of the others where it happens to cancel out.
        assert!(
            taken > 24 && taken < cases.len() / 4,
            "{taken} of {}",
            cases.len()
        );
    }

    #[test]
    fn odd_encodings_are_refused() {
        let (body, good) = sound(5);
        let mut points = weak_encodings();
        points.extend([[2; 32], [0xff; 32], *good.key.as_bytes()]);
        points.extend(good.signature.first_chunk());
        let mut order_more = [0; 32];
        order_more.copy_from_slice(&good.signature[32..]);
        let mut carry = 0;
        for (byte, more) in order_more.iter_mut().zip(ed25519::ORDER) {
            let sum = u16::from(*byte) + u16::from(more) + carry;
            (*byte, carry) = (sum as u8, sum >> 8);
        }
        let mut one = [0; 32];
        one[0] = 1;
        let mut scalars = vec![[0; 32], one, ed25519::ORDER, order_more, [0xff; 32]];
        scalars.extend(good.signature.last_chunk());
        let mut cases = Vec::new();
        for key in &points {
            for r in &points {
                for s in &scalars {
                    let mut signature = [0; 64];
                    signature[..32].copy_from_slice(r);
                    signature[32..].copy_from_slice(s);
                    cases.push((body.clone(), seal(*key, signature)));
                }
            }
        }
        assert_eq!(count(&cases), 1);
    }
}
