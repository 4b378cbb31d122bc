// The strict check of an Ed25519 signature: Web Crypto where the browser has the curve, and else @noble/ed25519. Web
// Crypto alone takes keys and points that the strict check refuses: they are refused here first.

import { Point } from "../vendor/noble-ed25519.js";
import { concat, sameBytes, sha512 } from "./bytes.js";

/** 2²⁵⁵ − 19. */
const P = 2n ** 255n - 19n;
/** The order of the base point. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
/** The curve's d, −121665/121666. */
const D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
/** The y coordinate of two of the points of order 8; the other two have its negative. */
const EIGHTH = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n;
/** The y coordinates of the eight points of small order. */
const SMALL = [0n, 1n, P - 1n, EIGHTH, P - EIGHTH];

/** @param {Uint8Array} bytes */
function littleEndian(bytes) {
  return bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** The y coordinate of an encoded point. @param {Uint8Array} bytes */
function coordinate(bytes) {
  return littleEndian(bytes) & (2n ** 255n - 1n);
}

/** Whether some point of the curve has that y: (y² − 1)/(dy² + 1) must be a square. @param {bigint} y */
function isOnCurve(y) {
  const square = (y * y) % P;
  let base = (((square + P - 1n) % P) * ((D * square + 1n) % P)) % P;
  let power = 1n;
  for (let exponent = (P - 1n) / 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) power = (power * base) % P;
    base = (base * base) % P;
  }
  return power !== P - 1n;
}

/**
 * Checks that `seal` is a signature of `data`: RFC 8032 without cofactor, S below the group order, neither A nor R of
 * small order nor in another than their canonical encoding. What passes here passes with every other verifier.
 * @param {Uint8Array} data
 * @param {import("./sshsig.js").Seal} seal
 * @returns {Promise<string | null>} The code of the broken rule; null when the signature holds.
 */
export async function checkSeal(data, { key, signature }) {
  const a = coordinate(key);
  if (a >= P || !isOnCurve(a)) return "key-encoding";
  if (SMALL.includes(a)) return "key-small-order";
  if (littleEndian(signature.subarray(32)) >= ORDER) return "signature-not-reduced";
  const r = coordinate(signature.subarray(0, 32));
  if (r >= P || SMALL.includes(r)) return "signature-small-order";
  if (await verify(data, key, signature)) return null;
  return isOnCurve(r) ? "signature-mismatch" : "signature-small-order";
}

/** @type {Promise<boolean> | null} */
let native = null;

/** Whether Web Crypto has the curve: some browsers in use do not yet. */
export function hasNativeEd25519() {
  native ??= crypto.subtle
    .importKey("raw", SAMPLE, "Ed25519", false, ["verify"])
    .then(() => true)
    .catch(() => false);
  return native;
}

/** The first public key of RFC 8032's examples. */
const SAMPLE = Uint8Array.from(
  atob("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
  (character) => character.charCodeAt(0),
);

/** @param {Uint8Array} data @param {Uint8Array} key @param {Uint8Array} signature */
async function verify(data, key, signature) {
  if (!(await hasNativeEd25519())) return verifySlowly(data, key, signature);
  const imported = await crypto.subtle.importKey("raw", owned(key), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, owned(signature), owned(data));
}

/**
 * The equation R = SB − kA on noble's points: its own `verify` multiplies by the cofactor, which the strict check
 * does not.
 * @param {Uint8Array} data @param {Uint8Array} key @param {Uint8Array} signature
 */
export async function verifySlowly(data, key, signature) {
  const r = signature.subarray(0, 32);
  const k = littleEndian(await sha512(concat(r, key, data))) % ORDER;
  const s = littleEndian(signature.subarray(32));
  const difference = Point.BASE.multiply(s, false).add(Point.fromBytes(key).negate().multiply(k, false));
  return sameBytes(difference.toBytes(), r);
}

/** Bytes as Web Crypto takes them: none of ours are shared. @param {Uint8Array} bytes */
export function owned(bytes) {
  return /** @type {Uint8Array<ArrayBuffer>} */ (bytes);
}
