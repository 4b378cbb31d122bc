// SSH signatures: the blob of PROTOCOL.sshsig and its armour.

import { concat, fromBase64, lossyText, sameBytes, sha256, sha512, toBase64, uint32, utf8, Wire, wireString } from "./bytes.js";
import { splitLines } from "./body.js";

/** The namespace of every signature of this format. */
export const NAMESPACE = "paraphe";

const MAGIC = "SSHSIG";
const HASH = "sha512";
const ALGORITHM = "ssh-ed25519";
const BEGIN = "-----BEGIN SSH SIGNATURE-----";
const END = "-----END SSH SIGNATURE-----";
/** How many base64 characters `ssh-keygen` puts on a line. */
const COLUMNS = 70;

/**
 * What an SSH signature holds that is not the same for all of them.
 * @typedef {{ key: Uint8Array, signature: Uint8Array }} Seal
 */

/**
 * The broken rule, with the argument of its message.
 * @typedef {{ code: string, args?: Record<string, string | number> }} BlobFault
 */

/** @param {Uint8Array} key The 32 bytes of a public key. */
export function keyBlob(key) {
  return concat(wireString(ALGORITHM), wireString(key));
}

/** `ssh-ed25519 <base64>`, without a comment. @param {Uint8Array} key */
export function publicLine(key) {
  return `${ALGORITHM} ${toBase64(keyBlob(key))}`;
}

/** `SHA256:<base64>`, as `ssh-keygen -l` prints it. @param {Uint8Array} key */
export async function fingerprint(key) {
  return `SHA256:${toBase64(await sha256(keyBlob(key))).replace(/=+$/, "")}`;
}

/** The bytes that an Ed25519 key signs for a body (PROTOCOL.sshsig, section 3). @param {string} body */
export async function signedData(body) {
  const digest = await sha512(utf8(body));
  return concat(utf8(MAGIC), wireString(NAMESPACE), wireString(""), wireString(HASH), wireString(digest));
}

/** The armour as `ssh-keygen -Y sign` writes it, with a line feed at the end. @param {Seal} seal */
export function sealArmour(seal) {
  const signature = concat(wireString(ALGORITHM), wireString(seal.signature));
  const head = concat(utf8(MAGIC), uint32(1), wireString(keyBlob(seal.key)));
  return armour(concat(head, wireString(NAMESPACE), wireString(""), wireString(HASH), wireString(signature)));
}

/** The armour of a blob whose base64 this is. @param {string} encoded */
export function armourOf(encoded) {
  const lines = encoded.match(new RegExp(`.{1,${COLUMNS}}`, "g")) ?? [];
  return [BEGIN, ...lines, END, ""].join("\n");
}

/** @param {Uint8Array} blob */
function armour(blob) {
  return armourOf(toBase64(blob));
}

/**
 * Reads the armour of `source` and adds what is wrong to its faults.
 * @param {import("./source.js").Source} source
 * @returns {Seal | null}
 */
export function readSeal(source) {
  const text = source.armour();
  if (text === null) {
    const end = source.body().replace(/\n+$/, "").length;
    source.fault("signature-missing", end, end);
    return null;
  }
  const base = source.armourStart();
  const lineEnd = base + (text.includes("\n") ? text.indexOf("\n") : text.length);
  const read = unindent(text);
  if ("code" in read) {
    source.fault(read.code, base + read.start, base + read.end);
    return null;
  }
  const blob = fromBase64(read.encoded);
  if (!blob) {
    source.fault("armour-form", base, lineEnd);
    return null;
  }
  const different = firstDifference(text, blob);
  if (different) {
    source.fault("armour-not-canonical", base + different.start, base + different.end);
    return null;
  }
  const seal = readBlob(blob);
  if ("code" in seal) {
    source.fault(seal.code, base, lineEnd, seal.args);
    return null;
  }
  return seal;
}

/**
 * The base64 between the armour's first and last line, or the rule that a line breaks.
 * @param {string} text
 * @returns {{ encoded: string } | { code: string, start: number, end: number }}
 */
function unindent(text) {
  let encoded = "";
  let next = 0;
  let begun = false;
  let ended = false;
  for (const line of splitLines(text)) {
    const content = line.endsWith("\n") ? line.slice(0, -1) : line;
    const start = next;
    next += line.length;
    const code = armourLine(content, begun, ended);
    if (code !== null) return { code, start, end: start + content.length };
    const inner = content.slice(2);
    if (inner === BEGIN) begun = true;
    else if (inner === END) ended = true;
    else encoded += inner;
  }
  if (ended) return { encoded };
  return begun
    ? { code: "armour-form", start: text.length, end: text.length }
    : { code: "signature-missing", start: 0, end: 0 };
}

/**
 * The rule that one line of indented armour breaks.
 * @param {string} content @param {boolean} begun @param {boolean} ended
 */
function armourLine(content, begun, ended) {
  const bare = content.replace(/^[ \t\n\f\r]+|[ \t\n\f\r]+$/g, "");
  if (ended) {
    return content === "signature: |" || bare === BEGIN ? "signature-repeated" : "signature-trailing-text";
  }
  if (!content.startsWith("  ")) {
    if (bare === BEGIN || bare === END || (begun && isBase64(bare))) return "signature-indentation";
    return begun ? "armour-form" : "signature-missing";
  }
  const inner = content.slice(2);
  if (/^[ \t]/.test(inner)) return "signature-indentation";
  if (!begun) return inner === BEGIN ? null : "signature-missing";
  if (inner === BEGIN) return "signature-repeated";
  return inner === END || isBase64(inner) ? null : "armour-form";
}

/** @param {string} line */
function isBase64(line) {
  return /^[A-Za-z0-9+/=]+$/.test(line);
}

/**
 * The first line of the armour that is not what `ssh-keygen` would have written for `blob`.
 * @param {string} indented @param {Uint8Array} blob
 */
function firstDifference(indented, blob) {
  // A line feed that is missing at the end of the file has a code of its own.
  const expected = armour(blob).replace(/\n+$/, "").split("\n");
  let start = 0;
  const lines = indented.replace(/\n+$/, "").split("\n");
  for (const [at, line] of lines.entries()) {
    if (line !== `  ${expected[at]}`) return { start, end: start + line.length };
    start += line.length + 1;
  }
  return expected.length > lines.length ? { start, end: start } : null;
}

/**
 * Reads a blob, as far as the first field that is not as the format wants it.
 * @param {Uint8Array} blob
 * @returns {Seal | BlobFault}
 */
export function readBlob(blob) {
  const form = { code: "sshsig-form" };
  if (!sameBytes(blob.subarray(0, MAGIC.length), utf8(MAGIC))) return form;
  const wire = new Wire(blob.subarray(MAGIC.length));
  const version = wire.number();
  if (version === null) return form;
  if (version !== 1) return { code: "sshsig-version", args: { version } };
  const fields = [wire.string(), wire.string(), wire.string(), wire.string(), wire.string()];
  const [key, namespace, reserved, hash, signature] = fields;
  if (!key || !namespace || !reserved || !hash || !signature) return form;
  const read = readKey(key);
  if ("code" in read) return read;
  if (!sameBytes(namespace, utf8(NAMESPACE))) {
    return { code: "sshsig-namespace", args: { namespace: short(namespace) } };
  }
  if (reserved.length > 0) return { code: "sshsig-reserved" };
  if (!sameBytes(hash, utf8(HASH))) return { code: "sshsig-hash", args: { hash: short(hash) } };
  const bytes = readSignature(signature);
  if ("code" in bytes) return bytes;
  if (wire.rest.length > 0) return { code: "sshsig-trailing-bytes", args: { length: wire.rest.length } };
  return { key: read.key, signature: bytes.signature };
}

/**
 * The 32 bytes of a key's wire form (RFC 8709, section 4).
 * @param {Uint8Array} blob
 * @returns {{ key: Uint8Array } | BlobFault}
 */
export function readKey(blob) {
  const wire = new Wire(blob);
  const algorithm = wire.string();
  if (!algorithm) return { code: "sshsig-form" };
  if (!sameBytes(algorithm, utf8(ALGORITHM))) {
    return { code: "sshsig-key-type", args: { algorithm: short(algorithm) } };
  }
  const key = wire.string();
  return key?.length === 32 && wire.rest.length === 0 ? { key } : { code: "sshsig-form" };
}

/**
 * @param {Uint8Array} blob
 * @returns {{ signature: Uint8Array } | BlobFault}
 */
function readSignature(blob) {
  const wire = new Wire(blob);
  const algorithm = wire.string();
  const signature = wire.string();
  if (!algorithm || !signature) return { code: "sshsig-form" };
  if (!sameBytes(algorithm, utf8(ALGORITHM))) {
    return { code: "sshsig-key-type", args: { algorithm: short(algorithm) } };
  }
  if (wire.rest.length > 0) return { code: "sshsig-form" };
  if (signature.length !== 64) return { code: "sshsig-signature-length", args: { length: signature.length } };
  return { signature };
}

/** A field of a blob as a message may show it. @param {Uint8Array} field */
function short(field) {
  return lossyText(field.subarray(0, 64));
}
