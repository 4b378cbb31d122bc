// What is to be said of the files that a person gave, in the order in which it matters to a reader.

import { lossyText, unixLineEnds, utf8 } from "../format/bytes.js";
import { Reading } from "../format/file.js";
import { changes, putRight } from "../format/put-right.js";
import { verdict, worth } from "../format/verdict.js";

/** @typedef {import("../format/verdict.js").AtHand} AtHand */
/** @typedef {import("../format/verdict.js").Given} Given */
/** @typedef {import("../format/verdict.js").Verdict} Verdict */

/**
 * A verdict, whether the lines end as on Windows, and where a file was changed by the way it came, what that did and the verdict on it as it was.
 * @typedef {{ found: Verdict, windows: boolean, way: { changes: string[], before: Verdict } | null }} Judgement
 */

/** What a file is refused for because of the texts at hand, though it may be as it was signed. */
const ABOUT_THE_TEXT = new Set(["text-unknown", "version-unknown", "digest-mismatch", "digest-of-other-version"]);

/** What is told by its fault alone: of such a file nothing else is looked at. */
const SPEAK_FOR_THEMSELVES = new Set(["private-key", "file-too-large", "file-unreadable", "not-a-signed-file"]);

/**
 * @param {AtHand} atHand @param {Given} file @param {(path: string) => Given | null} find
 * @returns {Promise<Judgement>}
 */
export async function judge(atHand, file, find) {
  const found = await verdict(atHand, file, find);
  const windows = file.bytes.includes(13);
  const isRead = !found.faults.some(({ code }) => code === "private-key" || code === "file-too-large");
  if (worth(found) !== "faulty" || found.intact || !isRead) return { found, windows, way: null };
  const text = lossyText(unixLineEnds(file.bytes));
  const right = putRight(text);
  if (right === null || right === text) return { found, windows, way: null };
  const attests = right.startsWith('paraphe: 1\naction: "attest"');
  const stem = file.name.replace(/(\.attestation)?\.\w+$/, "");
  const name = `${stem}${attests ? ".attestation" : ""}.yaml`;
  const before = await verdict(atHand, { name, bytes: utf8(right) }, find);
  // Of one that was signed misspelt, the signature says nothing about what was put right.
  const isForged = reason(before) === "altered" && !(await new Reading(file.bytes, found.kind).isSealed());
  const isRight = before.intact || isForged;
  return { found, windows, way: isRight ? { changes: changes(text, right), before } : null };
}

/**
 * Why a file does not hold, in one word; null when its faults say it best.
 * @param {Verdict} found
 * @returns {"altered" | "other_text" | "other_charter" | "not_steward" | "against" | "form" | null}
 */
export function reason({ faults, intact, subject, kind }) {
  const codes = faults.map(({ code }) => code);
  if (codes.length === 0) return subject.state === "different" && kind === "adherence" ? "other_text" : null;
  if (codes.some((code) => SPEAK_FOR_THEMSELVES.has(code))) return null;
  if (codes.includes("signature-mismatch")) return "altered";
  if (codes.includes("other-charter")) return intact ? "other_charter" : "altered";
  if (codes.includes("attestation-not-steward")) return intact ? "not_steward" : "form";
  if (!faults.every(({ code }) => isAgainst(code))) return "form";
  if (!intact) return "altered";
  return codes.some((code) => ABOUT_THE_TEXT.has(code)) ? "other_text" : "against";
}

/** Whether a fault is one that only the site's texts show. @param {string} code */
function isAgainst(code) {
  return ABOUT_THE_TEXT.has(code) || ["text-path", "text-draft", "declaration-differs", "date-before-adoption"].includes(code);
}

/**
 * @typedef {object} GivenText
 * @property {string} name
 * @property {string} sha256
 * @property {string | null} title What it says its title and version are.
 * @property {string | null} version
 */

/**
 * What a text is: `genuine` when it is one that the site publishes, `altered` when it goes by the name of one, else
 * `unknown`; with the title and version that this is about.
 * @param {(AtHand["texts"][number] & { title: string })[]} texts @param {GivenText} given
 * @returns {{ state: "genuine" | "altered" | "unknown", text: string, version: string }}
 */
export function judgeText(texts, given) {
  for (const { title, versions } of texts) {
    const same = versions.find(({ sha256 }) => sha256 === given.sha256);
    if (same) return { state: "genuine", text: title, version: same.version };
  }
  const [, place, file] = /(?:^|\/)content\/(charter|territories\/[^/]+)\/([^/]+)\.md$/.exec(given.name) ?? [];
  const named = texts.find(({ id, title }) => (place === undefined ? title === given.title : id === place));
  const version = file ?? given.version ?? "";
  const is = named?.versions.some((one) => one.version === version);
  return is ? { state: "altered", text: named?.title ?? "", version } : { state: "unknown", text: given.title ?? given.name, version };
}
