// Bytes, text and their encodings: nothing here knows of signatures.

const encoder = new TextEncoder();

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function utf8(text) {
  return encoder.encode(text);
}

/**
 * Bytes as text with a replacement character for each fault, as Rust's `from_utf8_lossy`; a byte-order mark stays.
 * @param {Uint8Array} bytes
 */
export function lossyText(bytes) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/**
 * Bytes as text, or where the first fault is: its index in the lossy text.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, fault: number | null }}
 */
export function readUtf8(bytes) {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), fault: null };
  } catch {
    const text = lossyText(bytes);
    // A replacement character that stands in the file itself is no fault: the first that does not is.
    for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) {
      const start = utf8(text.slice(0, at)).length;
      const own = bytes[start] === 0xef && bytes[start + 1] === 0xbf && bytes[start + 2] === 0xbd;
      if (!own) return { text, fault: at };
    }
    return { text, fault: text.length };
  }
}

/**
 * Bytes as one character each, to look for ASCII in what may not be text.
 * @param {Uint8Array} bytes
 */
export function latin1(bytes) {
  let out = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    out += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return out;
}

/** @param {...Uint8Array} parts @returns {Uint8Array<ArrayBuffer>} */
export function concat(...parts) {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @param {Uint8Array} one @param {Uint8Array} other */
export function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/**
 * Every CR LF turned into LF; a lone CR stays.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function unixLineEnds(bytes) {
  if (!bytes.includes(13)) return bytes;
  return bytes.filter((byte, at) => byte !== 13 || bytes[at + 1] !== 10);
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  return btoa(latin1(bytes));
}

/**
 * Base64 in its one spelling: padded, nothing left over, no other character.
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer> | null}
 */
export function fromBase64(text) {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const binary = atob(text);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return btoa(binary) === text ? bytes : null;
}

/** @param {Uint8Array} bytes */
export function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {number} value @returns {Uint8Array<ArrayBuffer>} */
export function uint32(value) {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

/**
 * A string of SSH's wire format (RFC 4251, section 5).
 * @param {Uint8Array | string} value
 */
export function wireString(value) {
  const bytes = typeof value === "string" ? utf8(value) : value;
  return concat(uint32(bytes.length), bytes);
}

/** Reads SSH's wire format; each reader gives null when the bytes end too soon. */
export class Wire {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.rest = bytes;
  }

  /** @returns {number | null} */
  number() {
    if (this.rest.length < 4) return null;
    const value = new DataView(this.rest.buffer, this.rest.byteOffset).getUint32(0);
    this.rest = this.rest.subarray(4);
    return value;
  }

  /** @returns {Uint8Array | null} */
  string() {
    const before = this.rest;
    const length = this.number();
    if (length === null || length > this.rest.length) {
      this.rest = before;
      return null;
    }
    const value = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return value;
  }
}

/** @param {string} name @param {Uint8Array} bytes */
async function digest(name, bytes) {
  return new Uint8Array(await crypto.subtle.digest(name, /** @type {Uint8Array<ArrayBuffer>} */ (bytes)));
}

/** @param {Uint8Array} bytes */
export function sha512(bytes) {
  return digest("SHA-512", bytes);
}

/** @param {Uint8Array} bytes */
export function sha256(bytes) {
  return digest("SHA-256", bytes);
}

/**
 * The digest of a signed file, in hexadecimal: CR LF counts as LF.
 * @param {Uint8Array} bytes
 */
export async function fileDigest(bytes) {
  return toHex(await sha256(unixLineEnds(bytes)));
}

/**
 * The digest of a text, in hexadecimal: without a leading byte-order mark, and CR LF counts as LF.
 * @param {Uint8Array} bytes
 */
export function textDigest(bytes) {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return fileDigest(marked ? bytes.subarray(3) : bytes);
}
