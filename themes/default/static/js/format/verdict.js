// One signed file, checked as a stranger would: with the texts and stewards' keys at hand, or with none.

import { checkAgainstTexts, checkAttestation, checkAttestedName, stewardOf, stewardsKey } from "./against.js";
import { fileDigest } from "./bytes.js";
import { Reading } from "./file.js";
import { checkSlug, checkTextId } from "./identifiers.js";
import { kindOf } from "./schema.js";
import { fingerprint } from "./sshsig.js";

/**
 * What a file can be held against.
 * @typedef {object} AtHand
 * @property {string | null} charter The charter's id, where a site is known.
 * @property {import("./against.js").Text[]} texts
 * @property {{ sha256: string, name: string }[]} loose Other texts, by digest.
 * @property {import("./against.js").Steward[]} stewards
 */

/**
 * A file with its path, as far as that is known, and its size where not all of it was read.
 * @typedef {{ name: string, bytes: Uint8Array, size?: number }} Given
 */

/**
 * What is known of one signed file.
 * @typedef {object} Verdict
 * @property {import("./schema.js").Kind} kind
 * @property {import("./fault.js").Fault[]} faults
 * @property {import("./values.js").Values} values
 * @property {string | null} fingerprint
 * @property {string | null} digest The digest of the file.
 * @property {{ state: "same", name: string } | { state: "different" } | { state: "absent" }} subject Whether what was
 *   signed is at hand: the text, or for an attestation the signature file.
 * @property {string | null} steward Who vouches for a signature, or made an attestation.
 * @property {import("./fault.js").Fault[]} unsound What is wrong with the attestation beside a signature.
 * @property {boolean} intact Whether the file is as its key signed it, whatever else is wrong with it.
 */

/**
 * The text that a file's folder names: of `…/signatures/charter/x.yaml` it is `charter`.
 * @param {string} path
 * @returns {string | null}
 */
export function placeOf(path) {
  const found = /(?:^|\/)signatures\/(charter|territories\/[^/]+)\/([^/]+?)(\.attestation)?\.yaml$/.exec(path);
  return found && checkTextId(found[1]) === null && checkSlug(found[2]) === null ? found[1] : null;
}

/**
 * @param {AtHand} atHand
 * @param {Given} file
 * @param {(path: string) => Given | null} find Finds another file by its path.
 * @returns {Promise<Verdict>}
 */
export async function verdict(atHand, file, find) {
  const kind = kindOf(file.name);
  const reading = new Reading(file.bytes, kind, file.size);
  const spelt = reading.sound;
  if (kind === "adherence" && atHand.charter !== null && !reading.source.unreadable) {
    checkAgainstTexts(reading, atHand.charter, placeOf(file.name), atHand.texts);
  }
  const intact = await isIntact(reading, spelt);
  if (kind === "attestation" && atHand.charter !== null && !reading.source.unreadable) {
    await stewardsKey(reading, atHand.charter, atHand.stewards);
  }
  const beside = kind === "attestation" ? find(file.name.replace(/\.attestation\.yaml$/, ".yaml")) : null;
  const attested = await signatureAtHand(reading, beside);
  if (beside && attested.state === "same") {
    const name = new Reading(beside.bytes, "adherence", beside.size).values.get("organisation.name");
    if (name !== undefined) checkAttestedName(reading, name);
  }
  const signed = reading.sound && reading.seal ? reading.seal : null;
  /** @type {Verdict} */
  const found = {
    kind,
    faults: reading.faults(),
    values: reading.values,
    fingerprint: signed && (await fingerprint(signed.key)),
    digest: signed && (await reading.source.digest()),
    subject: { state: "absent" },
    steward: null,
    unsound: [],
    intact,
  };
  if (kind === "adherence") {
    found.subject = textAtHand(atHand, reading);
    if (signed) await vouch(atHand, found, find(file.name.replace(/\.yaml$/, ".attestation.yaml")));
  } else {
    found.subject = attested;
    if (signed) found.steward = stewardOf(atHand.stewards, signed.key)?.name ?? null;
  }
  return found;
}

/**
 * Checks the signature, and says whether the file is as its key signed it: one that names another text may well be.
 * @param {Reading} reading @param {boolean} spelt Whether the file itself keeps every rule.
 */
async function isIntact(reading, spelt) {
  if (!reading.sound) return spelt && reading.isSealed();
  await reading.checkSeal();
  return reading.sound;
}

/**
 * What a file is worth, as the program says it: `stale` when it holds, but an attestation counts no more, the one beside
 * it or itself, because the signature file has changed since.
 * @param {Verdict} found
 * @returns {"sound" | "stale" | "faulty"}
 */
export function worth({ kind, faults, subject, unsound }) {
  const different = subject.state === "different";
  if (faults.length > 0 || unsound.some(({ severity }) => severity === "error")) return "faulty";
  if (different && kind === "adherence") return "faulty";
  return different || unsound.length > 0 ? "stale" : "sound";
}

/**
 * @param {AtHand} atHand @param {Reading} reading
 * @returns {Verdict["subject"]}
 */
function textAtHand({ texts, loose }, { values }) {
  const sha256 = values.get("sha256");
  if (sha256 === undefined) return { state: "absent" };
  for (const { id, versions } of texts) {
    const version = versions.find((one) => one.sha256 === sha256);
    if (version) return { state: "same", name: `content/${id}/${version.version}.md` };
  }
  const text = loose.find((one) => one.sha256 === sha256);
  if (text) return { state: "same", name: text.name };
  const known = texts.some(({ id }) => id === values.get("text"));
  return loose.length === 0 && !known ? { state: "absent" } : { state: "different" };
}

/**
 * @param {Reading} reading @param {Given | null} signature
 * @returns {Promise<Verdict["subject"]>}
 */
async function signatureAtHand({ values }, signature) {
  const sha256 = values.get("signature-sha256");
  if (!signature || sha256 === undefined) return { state: "absent" };
  const same = (await fileDigest(signature.bytes)) === sha256;
  return same ? { state: "same", name: signature.name } : { state: "different" };
}

/**
 * Adds what the attestation beside a sound signature is worth.
 * @param {AtHand} atHand @param {Verdict} found @param {Given | null} file
 */
async function vouch(atHand, found, file) {
  if (!file) return;
  const reading = new Reading(file.bytes, "attestation", file.size);
  await reading.checkSeal();
  // Without the site nobody knows who the stewards are: a word of a stranger is no word.
  if (atHand.charter === null && !reading.source.unreadable) return;
  const { values } = found;
  const beside = { digest: found.digest ?? "", name: values.get("organisation.name") ?? "" };
  const counts = await checkAttestation(reading, values.get("charter") ?? "", atHand.stewards, beside);
  found.unsound = reading.faults();
  if (reading.sound && counts && reading.seal) {
    found.steward = stewardOf(atHand.stewards, reading.seal.key)?.name ?? null;
  }
}
