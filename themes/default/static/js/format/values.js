// The rules for the values of a signed file.

import { checkDate, checkDigest, checkInsee, checkRna, checkSiren, checkSlug, checkTextId, checkVersion, checkWebsite } from "./identifiers.js";
import { LINE_LIMIT, lineFaults } from "./line.js";

/** @typedef {Map<string, string>} Values The values that keep their own rules, by key. */

/** @type {Record<string, (value: string) => string | null>} */
const CHECKS = {
  charter: checkSlug,
  text: checkTextId,
  version: checkVersion,
  sha256: checkDigest,
  "signature-sha256": checkDigest,
  "organisation.insee": checkInsee,
  "organisation.rna": checkRna,
  "organisation.siren": checkSiren,
  "organisation.website": checkWebsite,
  date: checkDate,
};

/** @type {Record<import("./schema.js").Kind, RegExp>} */
const ACTIONS = { adherence: /^(sign|withdraw)$/, attestation: /^attest$/ };

/**
 * What is wrong with the value of `key`, once it is read.
 * @param {string} key @param {string} value @param {import("./schema.js").Kind} kind
 * @returns {string | null} The code of its own rule.
 */
export function checkValue(key, value, kind) {
  if (key === "action") return ACTIONS[kind].test(value) ? null : "action-unknown";
  const check = CHECKS[key];
  return check ? check(value) : null;
}

/**
 * Reads the values of a body, and adds what is wrong to the faults of `source`.
 * @param {import("./source.js").Source} source
 * @param {Map<string, import("./body.js").Scalar>} scalars
 * @param {import("./schema.js").Kind} kind
 * @returns {Values}
 */
export function readValues(source, scalars, kind) {
  const values = new Map();
  for (const [key, { value, start, end }] of scalars) {
    if (value === null) continue;
    const code = checkValue(key, value, kind);
    // A value with a form of its own needs no more checks when it has it; an address is a string like any other.
    const plain = !(key in CHECKS || key === "action") || key === "organisation.website";
    if (code === null && !plain) {
      values.set(key, value);
      continue;
    }
    const faults = lineFaults(value);
    for (const found of faults) {
      // A lone CR is told for the whole file already.
      if (found.character !== "U+000D") addLineFault(source, key, value, start, end, found);
    }
    if (faults.length > 0) continue;
    if (code === null) values.set(key, value);
    else source.fault(code, start, end, { key, value });
  }
  return values;
}

/**
 * @param {import("./source.js").Source} source @param {string} key @param {string} value
 * @param {number} start @param {number} end @param {import("./line.js").LineFault} found
 */
function addLineFault(source, key, value, start, end, found) {
  const [from, to] = writtenCharacter(source.text.slice(start, end), found.at);
  if (found.code === "empty-value") {
    source.fault(found.code, start - 1, end + 1, { key, value });
  } else if (found.code === "value-too-long") {
    source.fault(found.code, start + from, end, { key, length: found.length ?? 0, limit: LINE_LIMIT });
  } else {
    /** @type {Record<string, string>} */
    const args = found.character ? { key, character: found.character } : { key, value };
    source.fault(found.code, start + from, start + to, args);
  }
}

/**
 * Where the character at index `at` of a value stands in its written form, escapes and all.
 * @param {string} written @param {number} at
 */
function writtenCharacter(written, at) {
  const pieces = written.match(/\\?./gsu) ?? [];
  // Past the last character it is the end; the character itself is shown without what follows it.
  const start = pieces.slice(0, at).join("").length;
  const first = written.codePointAt(start);
  return [start, start + (first === undefined ? 0 : String.fromCodePoint(first).length)];
}
