// A whole signed file, from bytes to a checked document.

import { readBody } from "./body.js";
import { checkSeal } from "./ed25519.js";
import { inOrder } from "./fault.js";
import { Source } from "./source.js";
import { fingerprint, readSeal, signedData } from "./sshsig.js";
import { readValues } from "./values.js";

/** A signed file as far as it could be read, with everything wrong with it. */
export class Reading {
  /**
   * Everything but the cryptography is checked here: see `checkSeal`.
   * @param {Uint8Array} bytes
   * @param {import("./schema.js").Kind} kind
   * @param {number} [size] The whole file's, where it is so large that not all of it was read.
   */
  constructor(bytes, kind, size) {
    this.kind = kind;
    this.source = new Source(bytes, size);
    /** @type {Map<string, import("./body.js").Scalar>} */
    this.scalars = new Map();
    /** @type {import("./values.js").Values} */
    this.values = new Map();
    /** @type {import("./sshsig.js").Seal | null} */
    this.seal = null;
    if (this.source.unreadable) return;
    this.scalars = readBody(this.source, kind);
    this.values = readValues(this.source, this.scalars, kind);
    this.seal = readSeal(this.source);
  }

  /** Whether nothing is wrong so far. */
  get sound() {
    return this.source.faults.length === 0;
  }

  /**
   * Checks the signature, once everything else about the file is sound: a file whose body is misspelt is not what
   * its signer saw, so a mismatch would say nothing more.
   */
  async checkSeal() {
    if (!this.seal || !this.sound) return;
    const code = await this.sealFault(this.seal);
    if (code === null) return;
    const start = this.source.armourStart();
    const end = this.source.text.indexOf("\n", start);
    this.source.fault(code, start, end, { fingerprint: await fingerprint(this.seal.key) });
  }

  /** Whether the signature holds, whatever the file says. */
  async isSealed() {
    return this.seal !== null && (await this.sealFault(this.seal)) === null;
  }

  /** @param {import("./sshsig.js").Seal} seal */
  async sealFault(seal) {
    return checkSeal(await signedData(this.source.body()), seal);
  }

  /**
   * Adds a fault about the value of `key`; at the first line when the key is missing.
   * @param {string} code @param {string} key @param {Record<string, string | number>} args
   */
  fault(code, key, args) {
    const place = this.scalars.get(key) ?? { start: 0, end: Math.max(0, this.source.text.indexOf("\n")) };
    this.source.fault(code, place.start, place.end, args);
  }

  /** Everything wrong with the file, in its order. */
  faults() {
    return inOrder(this.source.faults);
  }
}
