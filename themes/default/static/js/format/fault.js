// A fault is a value: which rule is broken, where, and the ingredients of its message.

/**
 * @typedef {object} Span
 * @property {number} line The line, counted from 1.
 * @property {number} column The first character, counted from 1 in Unicode scalar values.
 * @property {number} length How many characters are meant.
 * @property {string} source The line itself. It may be hostile.
 */

/**
 * @typedef {object} Fault
 * @property {string} code The rule's stable name.
 * @property {"error" | "warning" | "note"} severity
 * @property {Span | null} span Null when the whole file is meant.
 * @property {Record<string, string | number>} args
 */

/** The codes that a signed file can get, in the order in which faults of one place are told. */
export const CODES = (
  "file-too-large file-unreadable not-utf8 not-a-signed-file byte-order-mark lone-carriage-return final-newline private-key " +
  "forbidden-character conflict-marker tab trailing-space comment blank-line document-marker anchor alias tag merge-key " +
  "flow-collection not-double-quoted escape indentation not-canonical key-order duplicate-key unknown-key " +
  "missing-key format-version not-nfc empty-value value-too-long outer-space double-space forbidden-space " +
  "action-unknown slug-form text-form version-form digest-form insee-form rna-form siren-form " +
  "siren-check-digit website-not-https website-form website-credentials date-form date-impossible " +
  "signature-missing signature-repeated signature-trailing-text signature-indentation armour-not-canonical " +
  "armour-form sshsig-form sshsig-version sshsig-key-type sshsig-namespace sshsig-reserved sshsig-hash " +
  "sshsig-signature-length sshsig-trailing-bytes key-encoding key-small-order signature-small-order " +
  "signature-not-reduced signature-mismatch other-charter text-path text-unknown version-unknown " +
  "digest-mismatch digest-of-other-version declaration-differs date-before-adoption text-draft " +
  "attestation-orphan attestation-stale attestation-not-steward attestation-name more-faults"
).split(" ");

/**
 * @param {string} code
 * @param {Span | null} span
 * @param {Record<string, string | number>} [args]
 * @returns {Fault}
 */
export function fault(code, span, args = {}) {
  const severity = code === "attestation-stale" ? "warning" : code === "more-faults" ? "note" : "error";
  return { code, severity, span, args };
}

/**
 * The part `start..end` of `text`, cut at the end of its first line.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {Span}
 */
export function spanIn(text, start, end) {
  const before = text.slice(0, start).split("\n");
  const lineStart = start - before[before.length - 1].length;
  const found = text.indexOf("\n", start);
  const lineEnd = found < 0 ? text.length : found;
  const stop = Math.min(Math.max(end, start), lineEnd);
  return {
    line: before.length,
    column: characters(text.slice(lineStart, start)) + 1,
    length: characters(text.slice(start, stop)),
    source: text.slice(lineStart, lineEnd),
  };
}

/** How many Unicode scalar values a string holds. @param {string} text */
export function characters(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** How many faults of one file are told one by one. */
const TOLD = 20;

/**
 * Faults in the order of the file, each once; where there are more than `TOLD`, one stands for all the others.
 * @param {Fault[]} faults
 */
export function inOrder(faults) {
  /** @param {Fault} fault */
  const rank = ({ code, span, args }) => ({
    numbers: span ? [1, span.line, span.column, span.length, CODES.indexOf(code)] : [0, 0, 0, 0, CODES.indexOf(code)],
    words: JSON.stringify([code, span, args]),
  });
  const ranked = faults.map((fault) => ({ fault, ...rank(fault) }));
  ranked.sort((one, other) => {
    for (const [at, number] of one.numbers.entries()) {
      if (number !== other.numbers[at]) return number - other.numbers[at];
    }
    return one.words < other.words ? -1 : Number(one.words > other.words);
  });
  const once = ranked.filter((entry, at) => at === 0 || entry.words !== ranked[at - 1].words);
  const told = once.slice(0, TOLD).map((entry) => entry.fault);
  if (once.length > TOLD) told.push(fault("more-faults", once[TOLD].fault.span, { count: once.length - TOLD }));
  return told;
}
