// Ed25519 private keys in OpenSSH's own file format (PROTOCOL.key): what `ssh-keygen` and `paraphe key` write and read.

import { concat, fromBase64, latin1, readUtf8, sameBytes, sha512, toBase64, uint32, utf8, Wire, wireString } from "./bytes.js";
import { publicKey } from "./ed25519-key.js";
import { keyBlob, readKey } from "./sshsig.js";
import { hash } from "../vendor/bcrypt-pbkdf.js";

/** The largest key file, in bytes. */
export const KEY_FILE_LIMIT = 64 * 1024;

/** The rounds of bcrypt-pbkdf that lock a new key: what `ssh-keygen` takes; an old telephone needs some seconds. */
const ROUNDS = 24;

/** More rounds than any key is locked with: a damaged file must not keep the browser busy for hours. */
const MOST_ROUNDS = 2000;

const BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
const END = "-----END OPENSSH PRIVATE KEY-----";
const MAGIC = "openssh-key-v1\0";

/** @typedef {{ name: string, key: number, iv: number, block: number }} Cipher Name for Web Crypto, sizes in bytes. */

/** @type {Record<string, Cipher>} */
const CIPHERS = {
  none: { name: "", key: 0, iv: 0, block: 8 },
  "aes256-ctr": { name: "AES-CTR", key: 32, iv: 16, block: 16 },
  "aes128-ctr": { name: "AES-CTR", key: 16, iv: 16, block: 16 },
  "aes256-gcm@openssh.com": { name: "AES-GCM", key: 32, iv: 12, block: 16 },
  "aes128-gcm@openssh.com": { name: "AES-GCM", key: 16, iv: 12, block: 16 },
};

/** @typedef {{ seed: Uint8Array, key: Uint8Array, comment: string }} PrivateKey A seed with its public key. */

/**
 * A key file, read but not yet opened.
 * @typedef {object} KeyFile
 * @property {Uint8Array} key The public key, which the file tells without its passphrase.
 * @property {boolean} locked
 * @property {Cipher} cipher
 * @property {Uint8Array} salt
 * @property {number} rounds
 * @property {Uint8Array} secret The private part; locked or not.
 */

/**
 * Why a file holds no private key that can sign here: `too-large`, `not-a-key`, `public-key`, `algorithm`, `hardware`,
 * `pem`, `putty`, `cipher`, `rounds`, `damaged` or `passphrase`.
 */
export class KeyFileError extends Error {
  /** @param {string} reason @param {string} [name] The name of the algorithm or cipher. */
  constructor(reason, name = "") {
    super(`${reason} ${name}`.trim());
    this.reason = reason;
    this.algorithm = name;
  }
}

/**
 * Makes a new key.
 * @param {string} comment
 * @returns {Promise<PrivateKey>}
 */
export async function generateKey(comment) {
  const seed = crypto.getRandomValues(new Uint8Array(32));
  return { seed, key: await publicKey(seed), comment };
}

/**
 * The key as a file, locked by a passphrase or, with an empty one, open.
 * @param {PrivateKey} key @param {string} passphrase
 * @param {(part: number) => void} [progress] Told how much of the work is done, from 0 to 1.
 */
export async function writeKey({ seed, key, comment }, passphrase, progress) {
  const cipher = CIPHERS[passphrase === "" ? "none" : "aes256-ctr"];
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const check = crypto.getRandomValues(new Uint8Array(4));
  const pair = concat(seed, key);
  const bare = concat(check, check, keyBlob(key), wireString(pair), wireString(comment));
  const padding = Uint8Array.from({ length: (cipher.block - (bare.length % cipher.block)) % cipher.block }, (_, at) => at + 1);
  const open = concat(bare, padding);
  const locked = passphrase !== "";
  const secret = locked ? await crypt("encrypt", cipher, passphrase, salt, ROUNDS, open, progress) : open;
  const blob = concat(
    utf8(MAGIC),
    wireString(locked ? "aes256-ctr" : "none"),
    wireString(locked ? "bcrypt" : "none"),
    wireString(locked ? concat(wireString(salt), uint32(ROUNDS)) : ""),
    uint32(1),
    wireString(keyBlob(key)),
    wireString(secret),
  );
  return [BEGIN, ...(toBase64(blob).match(/.{1,70}/g) ?? []), END, ""].join("\n");
}

/**
 * Reads a key file.
 * @param {Uint8Array} bytes
 * @returns {KeyFile}
 * @throws {KeyFileError} Which names what the file is instead.
 */
export function readKeyFile(bytes) {
  if (bytes.length > KEY_FILE_LIMIT) throw new KeyFileError("too-large");
  const blob = unarmour(bytes);
  const damaged = () => new KeyFileError("damaged");
  if (!sameBytes(blob.subarray(0, MAGIC.length), utf8(MAGIC))) throw damaged();
  const wire = new Wire(blob.subarray(MAGIC.length));
  const [cipherName, kdfName, options] = [wire.string(), wire.string(), wire.string()];
  const count = wire.number();
  const [publicPart, secret] = [wire.string(), wire.string()];
  if (!cipherName || !kdfName || !options || count !== 1 || !publicPart || !secret) throw damaged();
  const key = ed25519Key(publicPart);
  const named = latin1(cipherName);
  const cipher = Object.keys(CIPHERS).includes(named) ? CIPHERS[named] : null;
  if (!cipher) throw new KeyFileError("cipher", named.slice(0, 64));
  const tag = cipher.name === "AES-GCM" ? 16 : 0;
  if (wire.rest.length !== tag || secret.length % cipher.block !== 0) throw damaged();
  const whole = concat(secret, wire.rest);
  const locked = cipher.key > 0;
  if (!locked) return { key, locked, cipher, salt: new Uint8Array(), rounds: 0, secret: whole };
  const kdf = new Wire(options);
  const salt = kdf.string();
  const rounds = kdf.number();
  if (latin1(kdfName) !== "bcrypt" || !salt?.length || !rounds) throw damaged();
  if (rounds > MOST_ROUNDS) throw new KeyFileError("rounds");
  return { key, locked, cipher, salt, rounds, secret: whole };
}

/**
 * Opens a key file; the passphrase counts only where it is locked.
 * @param {KeyFile} file @param {string} passphrase
 * @param {(part: number) => void} [progress] Told how much of the work is done, from 0 to 1.
 * @returns {Promise<PrivateKey>}
 * @throws {KeyFileError}
 */
export async function openKey(file, passphrase, progress) {
  const { cipher, salt, rounds } = file;
  let open = file.secret;
  if (file.locked) {
    if (passphrase === "") throw new KeyFileError("passphrase");
    open = await crypt("decrypt", cipher, passphrase, salt, rounds, file.secret, progress);
  }
  const wire = new Wire(open);
  const check = wire.number();
  // Two equal numbers tell a right passphrase from a wrong one.
  if (check === null || check !== wire.number()) throw new KeyFileError(file.locked ? "passphrase" : "damaged");
  const [algorithm, key, pair, comment] = [wire.string(), wire.string(), wire.string(), wire.string()];
  const padded = wire.rest.every((byte, at) => byte === at + 1);
  if (!algorithm || !key || pair?.length !== 64 || !comment || !padded) throw new KeyFileError("damaged");
  const seed = pair.slice(0, 32);
  const own = await publicKey(seed);
  if (![key, pair.subarray(32), file.key].every((other) => sameBytes(other, own))) throw new KeyFileError("damaged");
  return { seed, key: own, comment: readUtf8(comment).text };
}

/**
 * The bytes between the lines of an OpenSSH private key.
 * @param {Uint8Array} bytes
 */
function unarmour(bytes) {
  const text = latin1(bytes).replace(/^\xef\xbb\xbf/, "").trim();
  if (!text.startsWith(BEGIN)) throw new KeyFileError(...whatElse(text));
  if (!text.endsWith(END)) throw new KeyFileError("damaged");
  const blob = fromBase64(text.slice(BEGIN.length, -END.length).replace(/\s+/g, ""));
  if (!blob) throw new KeyFileError("damaged");
  return blob;
}

/**
 * What a file is that is no OpenSSH private key.
 * @param {string} text
 * @returns {[string, string?]}
 */
function whatElse(text) {
  if (text.startsWith("PuTTY-User-Key-File")) return ["putty"];
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return ["pem"];
  const line = /^(ssh-|ecdsa-sha2-|sk-ssh-|sk-ecdsa-|webauthn-sk-)/.test(text);
  return [line || /^-{4,5} ?BEGIN [A-Z0-9 ]*PUBLIC KEY/.test(text) ? "public-key" : "not-a-key"];
}

/** @param {Uint8Array} blob The public key's wire form. */
function ed25519Key(blob) {
  const read = readKey(blob);
  if ("key" in read) return read.key;
  const algorithm = String(read.args?.algorithm ?? "");
  if (algorithm.startsWith("sk-")) throw new KeyFileError("hardware", algorithm);
  if (algorithm !== "") throw new KeyFileError("algorithm", algorithm);
  throw new KeyFileError("damaged");
}

/**
 * Locks or unlocks the private part.
 * @param {"encrypt" | "decrypt"} way @param {Cipher} cipher @param {string} passphrase
 * @param {Uint8Array} salt @param {number} rounds @param {Uint8Array} bytes
 * @param {(part: number) => void} [progress]
 */
async function crypt(way, cipher, passphrase, salt, rounds, bytes, progress) {
  const derived = await bcryptPbkdf(utf8(passphrase), salt, rounds, cipher.key + cipher.iv, progress);
  const key = await crypto.subtle.importKey("raw", derived.subarray(0, cipher.key), cipher.name, false, [way]);
  const iv = derived.subarray(cipher.key);
  const parameters = cipher.name === "AES-CTR" ? { name: "AES-CTR", counter: iv, length: 128 } : { name: "AES-GCM", iv };
  try {
    return new Uint8Array(await crypto.subtle[way](parameters, key, /** @type {Uint8Array<ArrayBuffer>} */ (bytes)));
  } catch {
    // Only AES-GCM can tell that the key is wrong.
    throw new KeyFileError("passphrase");
  }
}

/**
 * bcrypt_pbkdf of OpenBSD around the library's hash, with a pause after each round, so that the page stays alive.
 * @param {Uint8Array} passphrase @param {Uint8Array} salt @param {number} rounds @param {number} length
 * @param {(part: number) => void} [progress]
 */
async function bcryptPbkdf(passphrase, salt, rounds, length, progress) {
  const blocks = Math.ceil(length / 32);
  const locked = await sha512(passphrase);
  const out = new Uint8Array(length);
  for (let block = 0; block < blocks; block += 1) {
    const sum = new Uint8Array(32);
    let salted = await sha512(concat(salt, uint32(block + 1)));
    for (let round = 0; round < rounds; round += 1) {
      const one = new Uint8Array(32);
      hash(locked, salted, one);
      for (const [at, byte] of one.entries()) sum[at] ^= byte;
      salted = await sha512(one);
      progress?.((block * rounds + round + 1) / (blocks * rounds));
      await new Promise((resolve) => setTimeout(resolve));
    }
    // The blocks are dealt out like cards, one byte of each in turn.
    for (const [at, byte] of sum.entries()) {
      if (at * blocks + block < length) out[at * blocks + block] = byte;
    }
  }
  return out;
}
