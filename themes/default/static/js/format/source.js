// The bytes of a signed file, up to where the signature starts.

import { latin1, readUtf8, sha256, toHex, unixLineEnds, utf8 } from "./bytes.js";
import { fault, spanIn } from "./fault.js";

/** The largest signed file, in bytes. */
export const SIZE_LIMIT = 16 * 1024;

/** The line between the body and the signature. */
export const SEPARATOR = "signature: |\n";

/** Marks of a private key, whatever program wrote it; the last is OpenSSH's magic in base64. */
const PRIVATE_KEY_MARKS = ["PRIVATE KEY-----", "b3BlbnNzaC1rZXktdjEA"];

/** A signed file as text with LF line ends, and what was found wrong with it so far. */
export class Source {
  /**
   * Reads the bytes of a file. When nothing further can be said of it (too large, not UTF-8, with a private key in it,
   * two states of a file in one, or no signed file at all) the text is empty and `unreadable` is set.
   * @param {Uint8Array} bytes
   * @param {number} [size] The whole file's, where it is so large that not all of it was read.
   */
  constructor(bytes, size = bytes.length) {
    /** @type {import("./fault.js").Fault[]} */
    this.faults = [];
    this.text = "";
    this.unreadable = true;
    this.bodyEnd = 0;
    if (size > SIZE_LIMIT) {
      this.faults.push(fault("file-too-large", null, { size, limit: SIZE_LIMIT }));
      return;
    }
    const raw = latin1(bytes);
    const key = findPrivateKey(raw);
    if (key >= 0) {
      // The key is not echoed: no source line, no column.
      const line = raw.slice(0, key).split("\n").length;
      this.faults.push(fault("private-key", { line, column: 1, length: 0, source: "" }));
      return;
    }
    const read = readUtf8(unixLineEnds(bytes));
    if (read.fault !== null) {
      this.faults.push(fault("not-utf8", spanIn(read.text, read.fault, read.fault + 1)));
      return;
    }
    const conflict = findConflict(read.text);
    if (conflict >= 0) {
      this.faults.push(fault("conflict-marker", spanIn(read.text, conflict, read.text.length)));
      return;
    }
    const separator = read.text.startsWith(SEPARATOR) ? 0 : read.text.indexOf("\n" + SEPARATOR) + 1;
    const found = separator > 0 || read.text.startsWith(SEPARATOR);
    if (!found && !read.text.split("\n").some(namesTheFormat)) {
      this.faults.push(fault("not-a-signed-file", null));
      return;
    }
    this.text = read.text;
    this.unreadable = false;
    this.bodyEnd = found ? separator : this.text.length;
    this.checkBytes();
  }

  checkBytes() {
    const { text } = this;
    if (text.startsWith("\ufeff")) this.fault("byte-order-mark", 0, 1);
    const lone = text.indexOf("\r");
    if (lone >= 0) this.fault("lone-carriage-return", lone, lone + 1);
    if (!text.endsWith("\n") || text.endsWith("\n\n")) {
      const end = text.replace(/\n+$/, "").length;
      this.fault("final-newline", end, end);
    }
  }

  /** The signed text: everything before the line `signature: |`. */
  body() {
    return this.text.slice(0, this.bodyEnd);
  }

  /** What follows the line `signature: |`; null when there is no such line. */
  armour() {
    return this.text.startsWith(SEPARATOR, this.bodyEnd) ? this.text.slice(this.armourStart()) : null;
  }

  /** Where the armour starts in the text. */
  armourStart() {
    return Math.min(this.bodyEnd + SEPARATOR.length, this.text.length);
  }

  /** The digest of the file, in hexadecimal. */
  async digest() {
    return toHex(await sha256(utf8(this.text)));
  }

  /**
   * Adds a fault at `start..end` of the text.
   * @param {string} code
   * @param {number} start
   * @param {number} end
   * @param {Record<string, string | number>} [args]
   */
  fault(code, start, end, args) {
    this.faults.push(fault(code, spanIn(this.text, start, end), args));
  }
}

/** Whether a line is, or was meant to be, the one that every signed file starts with. @param {string} line */
function namesTheFormat(line) {
  return /^[ \t\ufeff]*paraphe:/.test(line);
}

/**
 * Where the first mark starts that git leaves between two states of a file; -1 when there is none.
 * @param {string} text
 */
function findConflict(text) {
  /** @param {string} mark */
  const line = (mark) => (text.startsWith(mark) ? 0 : text.indexOf("\n" + mark) + 1 || -1);
  const first = line("<<<<<<< ");
  const last = line(">>>>>>> ");
  // Somebody may have taken the first mark away and left the others.
  return first >= 0 || last < 0 ? first : text.slice(0, last).lastIndexOf("\n=======\n") + 1 || -1;
}

/**
 * Where a private key starts in a file that is one character for each byte; -1 when there is none.
 * @param {string} raw
 */
export function findPrivateKey(raw) {
  const found = PRIVATE_KEY_MARKS.map((mark) => raw.indexOf(mark)).filter((at) => at >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}
