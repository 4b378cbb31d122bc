// Names and numbers with a form. Each check gives null when the value is good, or else the code of the broken rule.

import { isSoundHost } from "./punycode.js";

/** @param {string} value */
export function checkSlug(value) {
  return value.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? null : "slug-form";
}

/** @param {string} value */
export function checkTextId(value) {
  if (value === "charter") return null;
  const slug = value.startsWith("territories/") ? value.slice("territories/".length) : "";
  return checkSlug(slug) === null ? null : "text-form";
}

/** @param {string} value */
export function checkVersion(value) {
  return value.length <= 39 && /^(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){0,3}$/.test(value) ? null : "version-form";
}

/**
 * Compares two versions number by number: `1.10` is later than `1.9`.
 * @param {string} one @param {string} other
 */
export function compareVersions(one, other) {
  const ours = one.split(".").map(Number);
  const theirs = other.split(".").map(Number);
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const difference = (ours[at] ?? -1) - (theirs[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @param {string} value */
export function checkDigest(value) {
  return /^[0-9a-f]{64}$/.test(value) ? null : "digest-form";
}

/** @param {string} value */
export function checkInsee(value) {
  return /^([0-9]{5}|2[AB][0-9]{3})$/.test(value) ? null : "insee-form";
}

/** @param {string} value */
export function checkRna(value) {
  return /^W[0-9A-Z]{9}$/.test(value) ? null : "rna-form";
}

/** @param {string} value */
export function checkSiren(value) {
  if (!/^[0-9]{9}$/.test(value)) return "siren-form";
  let sum = 0;
  for (const [place, digit] of Array.from(value).reverse().entries()) {
    const number = Number(digit) * (1 + (place % 2));
    sum += number > 9 ? number - 9 : number;
  }
  return sum % 10 === 0 ? null : "siren-check-digit";
}

/** @param {string} value */
export function checkDate(value) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (!found) return "date-form";
  const [year, month, day] = found.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? null : "date-impossible";
}

/** @param {string} value */
export function checkWebsite(value) {
  // The URL standard also takes `https:host`, `HTTPS://host` and `https:\\host`: one spelling is enough here.
  if (!value.startsWith("https://")) return "website-not-https";
  const rest = value.slice("https://".length);
  if (rest.startsWith("/") || /[\\\p{White_Space}\p{Cc}]/u.test(value)) return "website-form";
  try {
    // Chromium escapes what the URL standard leaves alone or refuses: an asterisk may stand, what stands for a space may
    // not; and it reads as an escape what only stands for a per cent sign.
    if (/^[^/?#]*[\uff05\ufe6a]/.test(rest)) return "website-form";
    const hostname = new URL(value).hostname.replace(/%2a/gi, "*");
    if (!/^(\[[0-9a-f:.]+\]|[^\p{Cc} #%/:<>?@[\\\]^|]+)$/u.test(hostname) || !isSoundHost(hostname)) return "website-form";
  } catch {
    return "website-form";
  }
  return rest.split(/[/?#]/)[0].includes("@") ? "website-credentials" : null;
}

/**
 * A slug made from a name: accents dropped, ligatures spelled out, everything else a hyphen; empty when nothing is left.
 * @param {string} name
 */
export function slugFrom(name) {
  /** @type {Record<string, string>} */
  const spelled = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };
  let slug = "";
  for (const character of name.normalize("NFKD").toLowerCase()) {
    if (/[a-z0-9]/.test(character)) slug += character;
    else if (spelled[character]) slug += spelled[character];
    else if (!/\p{M}/u.test(character) && slug !== "" && !slug.endsWith("-")) slug += "-";
  }
  return slug.slice(0, 80).replace(/-+$/, "");
}
