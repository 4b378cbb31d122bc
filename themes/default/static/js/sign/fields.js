// What a person types, tidied and checked. Nothing here touches the document.

import { checkSiren } from "../format/identifiers.js";
import { lineFaults } from "../format/line.js";
import { checkValue } from "../format/values.js";

/** @type {Record<string, (value: string) => string>} */
const TIDY = {
  "organisation.rna": (value) => value.replace(/[\s.-]/g, "").toUpperCase(),
  // A SIRET is the SIREN and five digits more.
  "organisation.siren": (value) => value.replace(/[\s.]/g, "").replace(/^(\d{9})\d{5}$/, "$1"),
  "organisation.insee": (value) => value.replace(/\s/g, "").toUpperCase(),
  "organisation.website": secure,
};

/** An address as browsers take it, in https: what is no address of a page is left as it is. @param {string} value */
function secure(value) {
  const [, rest] = /^(?:https?:)?\/\/(.*)$/i.exec(value) ?? [];
  if (rest !== undefined) return `https://${rest}`;
  // What follows a colon is a port where it is a number: else what stands before it says what kind of address this is.
  return value === "" || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(value) ? value : `https://${value}`;
}

/**
 * A value as the format wants it, as far as that can be done without asking: composed accents, single spaces.
 * @param {string} key @param {string} value
 */
export function tidy(key, value) {
  const spaced = value.normalize("NFC").replace(/[\t\n\v\f\r\u0085\u2000-\u200a\u2028\u2029\u205f\u3000\u1680]/g, " ");
  const single = spaced.replace(/\p{White_Space}{2,}/gu, (run) => (/^[\u00a0\u202f]+$/.test(run) ? run[0] : " "));
  // Marks that come along with a copied text and that nobody sees.
  const clean = single.replace(/[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const trimmed = clean.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  return TIDY[key]?.(trimmed) ?? trimmed;
}

/**
 * What is wrong with a tidied value.
 * @param {string} key @param {string} value @param {boolean} required
 * @returns {{ code: string, value: string } | null}
 */
export function checkField(key, value, required) {
  if (value === "") return required ? { code: "empty-value", value } : null;
  const [fault] = lineFaults(value);
  if (fault) return { code: fault.code, value: fault.character ?? value };
  const code = checkValue(key, value, "adherence");
  return code === null ? null : { code, value };
}

/**
 * What exactly is wrong with a number, for a person: which character, how many there are, which digit.
 * @param {string} code The code of the broken rule. @param {string} value
 * @returns {{ id: string, args: Record<string, string | number> }} The message without its prefix, and its arguments.
 */
export function reason(code, value) {
  const length = Array.from(value).length;
  if (code === "rna-form") {
    const stranger = Array.from(value).find((character) => !/[0-9A-Z]/.test(character));
    if (stranger) return { id: "number_character", args: { value: stranger } };
    return value.startsWith("W") ? { id: "rna_length", args: { n: length } } : { id: "rna_form", args: { value } };
  }
  if (code === "siren-form") {
    const stranger = Array.from(value).find((character) => !/[0-9]/.test(character));
    return stranger ? { id: "number_character", args: { value: stranger } } : { id: "siren_length", args: { n: length } };
  }
  if (code === "siren-check-digit") {
    const last = Array.from("0123456789").find((digit) => checkSiren(value.slice(0, 8) + digit) === null);
    return { id: "siren_check_digit", args: { n: last ?? "" } };
  }
  return { id: code.replace(/-/g, "_"), args: { value } };
}

/** A day as the format writes it. @param {Date} date */
export function isoDate(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * A name without case, accents and signs, to find a commune by.
 * @param {string} name
 */
export function plain(name) {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae");
  return bare.replace(/\bst\b/g, "saint").replace(/\bste\b/g, "sainte").replace(/[^a-z0-9]+/g, " ").trim();
}
