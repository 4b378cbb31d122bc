// Organisations that stand in the register already, looked up piece by piece: see `src/site/known.rs`.

import { toHex, sha256, utf8 } from "../format/bytes.js";
import { slugFrom } from "../format/identifiers.js";
import { ask } from "./ask.js";

/**
 * An organisation as it signed: its short name, its name, its RNA and SIREN, empty where it has none.
 * @typedef {[slug: string, name: string, rna: string, siren: string]} Known
 */

/**
 * What one organisation has in common with what a person types.
 * @typedef {object} Match
 * @property {"rna" | "siren" | "name" | "slug"} by
 * @property {Known} known
 */

/** @type {Map<string, Promise<Known[]>>} */
const loaded = new Map();

/**
 * The organisations that one value may lead to. None when the site can't be asked: a person can always go on.
 * @param {string} root @param {number} depth @param {string} value
 */
async function piece(root, depth, value) {
  const name = toHex(await sha256(utf8(value))).slice(0, depth);
  const asked = loaded.get(name) ?? ask(`${root}search/known/${name}_.json`).then((answer) => {
    if (!answer) throw new Error(name);
    return answer.ok ? answer.json() : [];
  });
  loaded.set(name, asked);
  return asked.catch(() => {
    loaded.delete(name);
    return /** @type {Known[]} */ ([]);
  });
}

/**
 * The organisations with the same number, the same name but for case, accents and signs, or the same short name.
 * @param {string} root @param {number} depth
 * @param {{ name: string, slug: string, rna: string, siren: string }} typed
 * @returns {Promise<Match[]>} The surest first, each organisation once.
 */
export async function lookUpKnown(root, depth, { name, slug, rna, siren }) {
  const folded = slugFrom(name);
  /** @type {[Match["by"], string, (known: Known) => boolean][]} */
  const ways = [
    ["rna", rna, (known) => known[2] === rna],
    ["siren", siren, (known) => known[3] === siren],
    ["name", folded, (known) => slugFrom(known[1]) === folded],
    ["slug", slug, (known) => known[0] === slug],
  ];
  /** @type {Map<string, Match>} */
  const found = new Map();
  const pieces = await Promise.all(ways.map(([, value]) => (value === "" ? [] : piece(root, depth, value))));
  for (const [at, [by, , same]] of ways.entries()) {
    for (const known of pieces[at]) {
      if (same(known) && !found.has(known[0])) found.set(known[0], { by, known });
    }
  }
  return Array.from(found.values());
}

/**
 * Whether an organisation of the same short name is somebody else, as far as its name and numbers tell.
 * @param {Known} known @param {{ name: string, rna: string, siren: string }} typed
 */
export function isOther([, name, rna, siren], typed) {
  const differ = (/** @type {string} */ one, /** @type {string} */ other) => one !== "" && other !== "" && one !== other;
  if (differ(rna, typed.rna) || differ(siren, typed.siren)) return true;
  const same = (rna !== "" && rna === typed.rna) || (siren !== "" && siren === typed.siren);
  return !same && slugFrom(name) !== slugFrom(typed.name);
}
