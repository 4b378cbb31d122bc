// What the scripts keep of Unicode is what the Rust program has, whatever the age of the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isForbidden } from "../../themes/default/static/js/format/unicode.js";
import { firstNotNfc } from "../../themes/default/static/js/format/nfc.js";
import { slugFrom } from "../../themes/default/static/js/format/identifiers.js";
import { ask, root } from "./support/rust.js";

test("the table of forbidden characters is the Rust program's", () => {
  const source = readFileSync(join(root, "themes/default/static/js/format/unicode.js"), "utf8");
  const quoted = source.match(/^ {2}"(.*)"/gm).map((line) => line.slice(3, -1));
  assert.equal(quoted.join(""), ask(["unicode"]).trim());
  for (const allowed of [0x20, 0xa0, 0xe9, 0x200c, 0x200d, 0x202f, 0x3000, 0x1f600, 0x10fb00 - 0x100000]) {
    assert.equal(isForbidden(allowed), false, allowed.toString(16));
  }
  for (const forbidden of [0, 0x7f, 0x85, 0xad, 0x378, 0x200b, 0x2028, 0x202e, 0xe000, 0xfeff, 0x10ffff]) {
    assert.equal(isForbidden(forbidden), true, forbidden.toString(16));
  }
});

test("a name gives the same slug", () => {
  const names = [
    "Régie de quartier « Les Tilleuls »", "L'Œuvre & Cie", "جمعية", "ab ".repeat(60), "ŁÓDŹ", "Straße", "Ørsted",
    "ﬁn №5 ½", "İstanbul", "Ⅷ", "Tāvana nō Te Fenua", "--a--", "", "Æsir", "e\u0301", "ΑΣ", "日本",
  ];
  assert.deepEqual(names.map(slugFrom), ask(["slugs"], Buffer.from(names.join("\n") + "\n")).split("\n").slice(0, -1));
});

/** The characters whose normalisation a browser of 2020 does not know, as the script names them. */
const NEWER = new RegExp(
  `([${Array.from(readFileSync(join(root, "themes/default/static/js/format/nfc.js"), "utf8").matchAll(/"([0-9a-f -]{3,})/g), ([, set]) =>
    set.trim().replace(/[0-9a-f]+/g, "\\u{$&}").replace(/ /g, ""),
  ).join("")}])`,
  "u",
);

/** What a text is to a browser that has never heard of those characters. It stands in for `normalize`. @this {string} */
function oldNormalize(form) {
  return String(this).split(NEWER).map((part, at) => (at % 2 === 0 ? normalize.call(part, form) : part)).join("");
}
const { normalize } = String.prototype;

/** Both, as a browser of today and as one of 2020 would have it. @param {string[]} texts */
function sameAsRust(texts) {
  const rust = ask(["nfc"], Buffer.from(`${texts.join("\n")}\n`)).split("\n").slice(0, -1).map(Number);
  const different = [];
  for (const now of [normalize, oldNormalize]) {
    String.prototype.normalize = now;
    for (const [at, text] of texts.entries()) {
      const ours = firstNotNfc(text);
      if (ours !== rust[at]) different.push([JSON.stringify(text), Array.from(text, (one) => one.codePointAt(0).toString(16)).join(" "), ours, rust[at], now.name]);
    }
    String.prototype.normalize = normalize;
  }
  assert.deepEqual(different.slice(0, 10), []);
  return rust;
}

test("every character is normalised as the Rust program has it, whatever the age of the browser", () => {
  const texts = [];
  for (let point = 0xa0; point < 0x110000; point += 1) {
    const ideograph = (point >= 0x3400 && point < 0xd7a4) || (point >= 0x20000 && point < 0x3fffd);
    if ((ideograph && point % 97 !== 0) || isForbidden(point)) continue;
    const one = String.fromCodePoint(point);
    texts.push(one, `a\u035d${one}\u0334b`, `d\u0316${one}\u0301`, `${one}\u0307`, `\u09c7${one}`);
  }
  const rust = sameAsRust(texts);
  assert.ok(texts.length > 100000 && rust.filter((at) => at >= 0).length > 2000, `${texts.length} texts`);
});

test("so is what the new ones make with each other", () => {
  const newer = [];
  for (let point = 0x500; point < 0x1f000; point += 1) if (NEWER.test(String.fromCodePoint(point))) newer.push(String.fromCodePoint(point));
  assert.ok(newer.length > 120, `${newer.length}`);
  const alphabet = [...newer, ..."adef", "\u0301", "\u0307", "\u0316", "\u0334", "\u030d", "\u094d", "\u1037", "\u0345", "\u05b0", "é"];
  let seed = 7;
  const pick = () => alphabet[(seed = (seed * 48271) % 2147483647) % alphabet.length];
  const texts = newer.flatMap((one) => alphabet.flatMap((other) => [one + other, `e${one}\u0307${other}`]));
  for (let times = 0; times < 30000; times += 1) texts.push(Array.from({ length: 2 + (times % 5) }, pick).join(""));
  sameAsRust(texts);
});
