//! Where to look for a digest in a sorted list: digests are spread evenly, so their first bits tell nearly the place.

use crate::identifier::Digest;
use std::ops::Range;

/// Where in a sorted list the digests with the same first bits begin.
#[derive(Debug, Default)]
pub(super) struct Buckets {
    /// One more than there are buckets; empty for an empty list.
    starts: Vec<u32>,
    bits: u32,
}

impl Buckets {
    /// The buckets of a sorted list, of about one digest each.
    pub(super) fn new<'a>(sorted: impl ExactSizeIterator<Item = &'a Digest>) -> Self {
        let length = sorted.len();
        if length == 0 || u32::try_from(length).is_err() {
            return Self::default();
        }
        let bits = length.ilog2().max(1);
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (at, digest) in (0..).zip(sorted) {
            let bucket = bucket_of(digest, bits);
            while starts.len() <= bucket {
                starts.push(at);
            }
        }
        starts.resize((1 << bits) + 1, length as u32);
        Self { starts, bits }
    }

    /// The part of the list that a digest can only be in.
    pub(super) fn around(&self, digest: &Digest) -> Range<usize> {
        if self.starts.is_empty() {
            return 0..0;
        }
        let bucket = bucket_of(digest, self.bits);
        self.starts[bucket] as usize..self.starts[bucket + 1] as usize
    }
}

fn bucket_of(digest: &Digest, bits: u32) -> usize {
    let [a, b, c, d, ..] = *digest.as_bytes();
    (u32::from_be_bytes([a, b, c, d]) >> (32 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digest_is_found_and_no_other() {
        for length in [0, 1, 2, 3, 100, 5000] {
            let mut list: Vec<Digest> = (0..length).map(|at: u32| Digest::of(&at.to_be_bytes())).collect();
            list.extend([Digest::from_bytes([0; 32]), Digest::from_bytes([255; 32])]);
            list.truncate(length as usize);
            list.sort_unstable();
            let buckets = Buckets::new(list.iter());
            for (at, digest) in list.iter().enumerate() {
                assert!(buckets.around(digest).contains(&at));
            }
            let longest = list.iter().map(|digest| buckets.around(digest).len()).max();
            assert!(longest.unwrap_or_default() < 20, "{longest:?} of {length}");
            let other = buckets.around(&Digest::of(b"other"));
            assert!(!list[other].contains(&Digest::of(b"other")));
        }
    }
}
