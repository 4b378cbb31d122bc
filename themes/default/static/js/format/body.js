// The one spelling of a body, read line by line. It is a small part of YAML with exactly one way to write each
// value, so it is read by its own grammar; each departure is named for what it is.

import { RULES } from "./schema.js";

/** @typedef {{ value: string | null, start: number, end: number }} Scalar */

/**
 * Reads the body of `source` in the form of `kind`, and adds what is wrong to its faults.
 * @param {import("./source.js").Source} source
 * @param {import("./schema.js").Kind} kind
 * @returns {Map<string, Scalar>} For each key its string; null where its spelling is wrong.
 */
export function readBody(source, kind) {
  const reader = new BodyReader(source, RULES[kind]);
  let start = 0;
  for (const line of splitLines(source.body())) {
    const content = line.endsWith("\n") ? line.slice(0, -1) : line;
    const marked = start === 0 && content.startsWith("\ufeff");
    if (marked) reader.line(1, content.slice(1));
    else reader.line(start, content);
    start += line.length;
  }
  reader.missing();
  return reader.scalars;
}

/**
 * The lines of a text, each with its line feed.
 * @param {string} text
 * @returns {string[]}
 */
export function splitLines(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

class BodyReader {
  /**
   * @param {import("./source.js").Source} source
   * @param {import("./schema.js").Rule[]} rules
   */
  constructor(source, rules) {
    this.source = source;
    this.rules = rules;
    /** @type {Map<string, Scalar>} */
    this.scalars = new Map();
    /** Where each key that is there stands. @type {Map<string, number>} */
    this.places = new Map();
    /** The mapping that two more spaces belong to. @type {string | null} */
    this.parent = null;
    /** The index of the first rule that may still come. */
    this.next = 0;
    /** A mapping in another spelling: what it holds can't be said to be missing. @type {string | null} */
    this.opaque = null;
  }

  /** @param {string} expected @param {number} start @param {number} end */
  notCanonical(expected, start, end) {
    this.source.fault("not-canonical", start, end, { expected });
  }

  /** @param {number} start @param {string} line */
  line(start, line) {
    const content = line.replace(/^[ \t]+/, "");
    const indent = line.length - content.length;
    const at = start + indent;
    if (/^[ \t\n\f\r]*$/.test(content)) {
      this.source.fault("blank-line", start, start + line.length);
      return;
    }
    const tab = line.slice(0, indent).indexOf("\t");
    if (tab >= 0) this.source.fault("tab", start + tab, start + tab + 1);
    const trimmed = content.replace(/[ \t]+$/, "");
    if (trimmed.length < content.length) {
      this.source.fault("trailing-space", at + trimmed.length, at + content.length);
    }
    const code = notAKey(trimmed);
    if (code) {
      this.source.fault(code, at, at + trimmed.length);
      return;
    }
    const colon = trimmed.indexOf(":");
    if (colon < 0) {
      this.notCanonical('key: "…"', at, at + trimmed.length);
      return;
    }
    const word = trimmed.slice(0, colon);
    if (/^["']/.test(word) || word.endsWith(" ")) {
      this.notCanonical('key: "…"', at, at + word.length);
      return;
    }
    const expected = this.parent === null ? 0 : 2;
    if (indent !== 0 && indent !== expected && tab < 0) {
      this.source.fault("indentation", start, at, { expected });
    }
    if (indent === 0) this.parent = null;
    this.key(word, at, trimmed.slice(colon + 1), at + colon + 1);
  }

  /** @param {string} word @param {number} at @param {string} rest @param {number} restAt */
  key(word, at, rest, restAt) {
    const { parent } = this;
    const index = this.rules.findIndex((rule) => rule.parent === parent && rule.word === word);
    if (index < 0) {
      this.source.fault("unknown-key", at, at + word.length, { key: word });
      return;
    }
    const rule = this.rules[index];
    if (this.places.has(rule.key)) {
      this.source.fault("duplicate-key", at, at + word.length, { key: rule.key });
      return;
    }
    if (index < this.next) {
      const before = this.rules.slice(0, index).filter((other) => other.parent === parent);
      const after = before.length > 0 ? before[before.length - 1].word : "";
      this.source.fault("key-order", at, at + word.length, { key: rule.key, after });
    }
    this.next = Math.max(this.next, index + 1);
    this.places.set(rule.key, at);
    if (rule.form !== "mapping") {
      this.scalars.set(rule.key, this.scalar(rule, rest, restAt));
      return;
    }
    this.parent = rule.key;
    if (rest !== "") {
      this.opaque = rule.key;
      const code = lexical(rest.replace(/^\p{White_Space}+/u, "")) ?? "not-canonical";
      this.source.fault(code, restAt, restAt + rest.length, { key: rule.key, expected: `${word}:` });
    }
  }

  /**
   * @param {import("./schema.js").Rule} rule @param {string} rest @param {number} restAt
   * @returns {Scalar}
   */
  scalar(rule, rest, restAt) {
    const written = rest.replace(/^[ \t]+/, "");
    const spaces = rest.length - written.length;
    const start = restAt + spaces;
    const end = start + written.length;
    const nothing = { value: null, start, end };
    const tab = rest.slice(0, spaces).indexOf("\t");
    if (tab >= 0) this.source.fault("tab", restAt + tab, restAt + tab + 1);
    else if (spaces !== 1 && written !== "") this.notCanonical(`${rule.word}: …`, restAt, start);
    if (rule.form === "one") {
      this.formatVersion(written, start, end);
      return nothing;
    }
    const code = lexical(written);
    if (code) {
      this.source.fault(code, start, end, { key: rule.key });
      return nothing;
    }
    return this.quoted(written.slice(1), start + 1) ?? nothing;
  }

  /** @param {string} written @param {number} start @param {number} end */
  formatVersion(written, start, end) {
    if (written === "1") return;
    const code = lexical(written);
    if (/^[0-9.]+$/.test(written) && written !== "01") {
      this.source.fault("format-version", start, end, { version: written });
    } else if (code && code !== "not-double-quoted") {
      this.source.fault(code, start, end);
    } else {
      this.notCanonical("paraphe: 1", start, end);
    }
  }

  /**
   * Reads the rest of a string after its opening quote.
   * @param {string} rest @param {number} at
   * @returns {Scalar | null}
   */
  quoted(rest, at) {
    let value = "";
    let from = 0;
    let sound = true;
    for (;;) {
      const offset = rest.slice(from).search(/["\\]/);
      if (offset < 0) {
        this.notCanonical('"…"', at + rest.length, at + rest.length);
        return null;
      }
      const stop = from + offset;
      value += rest.slice(from, stop);
      if (rest[stop] === '"') {
        this.afterQuote(rest.slice(stop + 1), at + stop + 1);
        return { value: sound ? value : null, start: at, end: at + stop };
      }
      const escaped = String.fromCodePoint(rest.codePointAt(stop + 1) ?? 0).slice(0, rest.length - stop - 1);
      from = stop + 1 + escaped.length;
      if (escaped === '"' || escaped === "\\") {
        value += escaped;
      } else {
        this.source.fault("escape", at + stop, at + from, { escape: rest.slice(stop, from) });
        sound = false;
      }
    }
  }

  /** @param {string} rest @param {number} at */
  afterQuote(rest, at) {
    const tail = rest.replace(/^[ \t]+/, "");
    if (tail.startsWith("#")) this.source.fault("comment", at + rest.length - tail.length, at + rest.length);
    else if (rest !== "") this.notCanonical('"…"', at, at + rest.length);
  }

  /** Reports each required key that is missing where it should stand: before the next key that is there. */
  missing() {
    for (const [index, rule] of this.rules.entries()) {
      const open = rule.parent === null || (this.places.has(rule.parent) && this.opaque !== rule.parent);
      if (!rule.required || !open || this.places.has(rule.key)) continue;
      const later = this.rules.slice(index).find((other) => this.places.has(other.key));
      const at = (later && this.places.get(later.key)) ?? this.source.bodyEnd;
      this.source.fault("missing-key", at, at, { key: rule.key });
    }
  }
}

/** What a line is when it is not `key: value`. @param {string} content */
function notAKey(content) {
  if (content.startsWith("#")) return "comment";
  if (content.startsWith("%") || content === "---" || content === "..." || content.startsWith("--- ")) {
    return "document-marker";
  }
  if (content.startsWith("<<")) return "merge-key";
  if (/^[}\]]/.test(content)) return "flow-collection";
  const code = lexical(content);
  return code === "not-double-quoted" ? null : code;
}

/** What a value is when it does not start with a double quote. @param {string} written */
function lexical(written) {
  switch (written[0]) {
    case '"':
      return null;
    case "&":
      return "anchor";
    case "*":
      return "alias";
    case "!":
      return "tag";
    case "{":
    case "[":
      return "flow-collection";
    case "#":
      return "comment";
    default:
      return "not-double-quoted";
  }
}
