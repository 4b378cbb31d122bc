// A signed file held against the texts it names, and an attestation against the signature beside it.

import { toBase64 } from "./bytes.js";
import { fingerprint, keyBlob } from "./sshsig.js";

/**
 * One version of a text, as the site publishes it.
 * @typedef {object} TextVersion
 * @property {string} version
 * @property {string} sha256
 * @property {string} adopted
 * @property {string} declaration
 * @property {boolean} [draft]
 */

/** @typedef {{ id: string, versions: TextVersion[] }} Text All versions of one text, the oldest first. */

/** @typedef {{ name: string, key: string }} Steward The key as `ssh-ed25519 <base64>`. */

/**
 * Checks what a signature file says of its text: charter, place, version, digest, declaration and date.
 * @param {import("./file.js").Reading} reading
 * @param {string | null} charter The charter's id, where it is known.
 * @param {string | null} place The text that the file's folder names, where it stands in one.
 * @param {Text[]} texts
 */
export function checkAgainstTexts(reading, charter, place, texts) {
  if (isOtherCharter(reading, charter)) return;
  const value = reading.values.get("text");
  if (value === undefined) return;
  if (place !== null && place !== value) {
    reading.fault("text-path", "text", { value, expected: place });
    return;
  }
  const text = texts.find(({ id }) => id === value);
  if (text) againstVersions(reading, text);
  else reading.fault("text-unknown", "text", { value });
}

/** @param {import("./file.js").Reading} reading @param {string | null} expected */
function isOtherCharter(reading, expected) {
  const value = reading.values.get("charter");
  if (expected === null || value === undefined || value === expected) return false;
  reading.fault("other-charter", "charter", { value, expected });
  return true;
}

/** @param {import("./file.js").Reading} reading @param {Text} text */
function againstVersions(reading, { id, versions }) {
  const { values } = reading;
  const version = values.get("version");
  if (version === undefined) return;
  const named = versions.find((one) => one.version === version);
  if (!named) {
    const known = versions.map((one) => one.version).join(", ");
    reading.fault("version-unknown", "version", { text: id, version, known });
    return;
  }
  const value = values.get("sha256");
  if (value !== undefined && value !== named.sha256) {
    const other = versions.find((one) => one.sha256 === value);
    const args = { text: id, version, expected: named.sha256, value };
    if (other) reading.fault("digest-of-other-version", "sha256", { ...args, actual: other.version });
    else reading.fault("digest-mismatch", "sha256", args);
  }
  if (named.draft) reading.fault("text-draft", "version", { text: id, version });
  const declaration = values.get("declaration");
  if (values.get("action") === "sign" && declaration !== undefined && declaration !== named.declaration) {
    reading.fault("declaration-differs", "declaration", { expected: named.declaration });
  }
  const date = values.get("date");
  if (date !== undefined && date < named.adopted) {
    reading.fault("date-before-adoption", "date", { date, adopted: named.adopted });
  }
}

/** @param {Steward[]} stewards @param {Uint8Array} key */
export function stewardOf(stewards, key) {
  const blob = toBase64(keyBlob(key));
  return stewards.find((steward) => steward.key.split(/\s+/)[1] === blob) ?? null;
}

/**
 * Checks that an attestation is one for this charter, by one of its stewards, and gives that steward's key; null where it
 * is nobody's, or not readable.
 * @param {import("./file.js").Reading} reading @param {string} charter @param {Steward[]} stewards
 */
export async function stewardsKey(reading, charter, stewards) {
  if (isOtherCharter(reading, charter) || !reading.seal) return null;
  const { key } = reading.seal;
  if (stewardOf(stewards, key)) return key;
  reading.fault("attestation-not-steward", "action", { fingerprint: await fingerprint(key) });
  return null;
}

/**
 * Checks what an attestation says of the signature beside it, and says whether it still counts.
 * @param {import("./file.js").Reading} reading
 * @param {string} charter
 * @param {Steward[]} stewards
 * @param {{ digest: string, name: string }} beside
 */
export async function checkAttestation(reading, charter, stewards, beside) {
  const key = await stewardsKey(reading, charter, stewards);
  if (!key) return false;
  if (reading.values.get("signature-sha256") !== beside.digest) {
    const args = { expected: beside.digest, fingerprint: await fingerprint(key) };
    reading.fault("attestation-stale", "signature-sha256", args);
    return false;
  }
  return checkAttestedName(reading, beside.name);
}

/**
 * Checks that an attestation names the organisation that the signature does which it is about.
 * @param {import("./file.js").Reading} reading
 * @param {string} name
 */
export function checkAttestedName(reading, name) {
  const value = reading.values.get("organisation");
  if (value === undefined || value === name) return true;
  reading.fault("attestation-name", "organisation", { value, expected: name });
  return false;
}
