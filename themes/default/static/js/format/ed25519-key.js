// Ed25519 keys and signing with them: Web Crypto where the browser has the curve, and else @noble/ed25519.

import { getPublicKeyAsync, signAsync } from "../vendor/noble-ed25519.js";
import { concat } from "./bytes.js";
import { hasNativeEd25519, owned } from "./ed25519.js";

/** A private key of PKCS #8 (RFC 8410) is this and the seed. */
const PKCS8 = Uint8Array.of(48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32);

/**
 * The public key of a seed.
 * @param {Uint8Array} seed
 * @returns {Promise<Uint8Array>}
 */
export function publicKey(seed) {
  // Web Crypto has no way to it but by exporting the private key, which not every browser can.
  return getPublicKeyAsync(seed);
}

/**
 * Signs `data` with the key of `seed`.
 * @param {Uint8Array} seed @param {Uint8Array} data
 * @returns {Promise<Uint8Array>}
 */
export async function sign(seed, data) {
  if (!(await hasNativeEd25519())) return signAsync(data, seed);
  try {
    const imported = await crypto.subtle.importKey("pkcs8", concat(PKCS8, seed), "Ed25519", false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("Ed25519", imported, owned(data)));
  } catch {
    // Some browsers had the curve for checking before they had it for keys of this form.
    return signAsync(data, seed);
  }
}
