// Whether a text is in Unicode's normalisation form C. A browser knows only the characters of its day: what came after
// Unicode 13, which every browser that reads these scripts has, is told to it by way of older characters that behave the
// same, so that the same file gets the same verdict everywhere. What Unicode has once normalised it never changes.

/**
 * Newer characters in hexadecimal, after an older one that is ordered and composed as they are: the marks, by combining
 * class, and the letters that compose with a dot above.
 */
const STAND_INS = [
  ["\u0334", "1d25b-1d25c"],
  ["\u1037", "c3c"],
  ["\u094d", "1715 11070 113ce-113d0 11f41-11f42 1612f"],
  ["\u05b0", "5c8"],
  ["\u05bc", "5c9"],
  ["\u{1d165}", "1d250-1d252 1d25f 1d280-1d281"],
  ["\u302a", "1dfa"],
  [
    "\u0316",
    "899-89b 8cf-8d2 1ac3-1ac4 1aca 1add 1ae6 1aee-1aef 10ecc-10ecd 10ef0-10ef2 10ef4 10ef6 10efa-10efb 10efd-10eff 10f83 " +
      "10f85 1d127-1d128 1e4ee 1e5ef",
  ],
  [
    "\u030d",
    "897-898 89c-89f 8ca-8ce 1ac1-1ac2 1ac5-1ac9 1acb-1adc 1ade-1ae5 1ae7-1aea 1aec-1aed 1af0 10d69-10d6d 10ecb 10ece-10ecf " +
      "10ef3 10ef5 10ef7-10ef9 10f82 10f84 1e08f 1e2ae 1e4ef 1e5ee 1e6e3 1e6e6 1e6ee-1e6ef 1e6f5",
  ],
  ["\u0315", "1e4ec-1e4ed"],
  ["\u035d", "1aeb"],
  ["f", "105d2 105da"],
];

/** Newer letters, and those that compose with them when they come right after, or that start with such a one: sets of both. */
const PAIRS = [
  ["11382 11390", "113c9"],
  ["11384", "113bb"],
  ["1138b", "113c2 113c5 113c7-113c8"],
  ["113c2", "113b8 113c2 113c5 113c7-113c9"],
  ["1611e", "1611e-16129"],
  ["16129 16122", "1611f"],
  ["16121", "1611f 16120"],
  ["16d67 16d63 16d69", "16d67-16d68"],
];

/** A set of characters as a regular expression writes it. @param {string} hexadecimal */
const set = (hexadecimal) => `[${hexadecimal.replace(/[0-9a-f]+/g, "\\u{$&}").replace(/ /g, "")}]`;

/** @type {[string, RegExp][]} */
const NEWER = STAND_INS.map(([older, newer]) => [older, new RegExp(set(newer), "gu")]);
const COMPOSING = new RegExp(PAIRS.map(([first, second]) => set(first) + set(second)).join("|"), "u");

/**
 * The index of the first character that normalisation would change; -1 when there is none.
 * @param {string} text
 */
export function firstNotNfc(text) {
  const pair = COMPOSING.exec(text);
  const told = NEWER.reduce((so, [older, newer]) => so.replace(newer, older), text);
  const composed = told.normalize("NFC");
  const paired = pair ? Array.from(text.slice(0, pair.index)).length : Infinity;
  if (composed === told) return pair ? paired : -1;
  const theirs = Array.from(composed);
  return Math.min(paired, Array.from(told).findIndex((character, at) => character !== theirs[at]));
}
