// The strings of a signed file: one line of clean Unicode.

import { firstNotNfc } from "./nfc.js";
import { isForbidden } from "./unicode.js";

/** The largest number of characters in a string. */
export const LINE_LIMIT = 300;

/**
 * What is wrong with a string, and at which character (counted from 0).
 * @typedef {object} LineFault
 * @property {string} code
 * @property {number} at
 * @property {string} [character] The character that may not stand there, as `U+202E`.
 * @property {number} [length] How many characters there are, when they are too many.
 */

/**
 * Every rule that `value` breaks, each once, at its first place.
 * @param {string} value
 * @returns {LineFault[]}
 */
export function lineFaults(value) {
  if (value === "") return [{ code: "empty-value", at: 0 }];
  /** @type {Map<string, LineFault>} */
  const faults = new Map();
  /** @param {LineFault} fault */
  const add = (fault) => {
    if (!faults.has(fault.code)) faults.set(fault.code, fault);
  };
  const all = Array.from(value);
  let before = false;
  for (const [at, character] of all.entries()) {
    const point = character.codePointAt(0) ?? 0;
    const forbidden = isForbidden(point);
    const space = /\p{White_Space}/u.test(character);
    if (forbidden) add({ code: "forbidden-character", at, character: codePoint(point) });
    if (space && at === 0) add({ code: "outer-space", at });
    if (space && before) add({ code: "double-space", at: at - 1 });
    if (space && !forbidden && !/[ \u00a0\u202f]/.test(character)) {
      add({ code: "forbidden-space", at, character: codePoint(point) });
    }
    before = space;
  }
  if (before) add({ code: "outer-space", at: all.length - 1 });
  if (all.length > LINE_LIMIT) add({ code: "value-too-long", at: LINE_LIMIT, length: all.length });
  const changed = firstNotNfc(value);
  if (changed >= 0) add({ code: "not-nfc", at: changed });
  return Array.from(faults.values());
}

/** @param {number} point */
function codePoint(point) {
  return `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
}
