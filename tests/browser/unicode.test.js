// What the scripts keep of Unicode is what the Rust program has, whatever the age of the browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isForbidden } from "../../themes/default/static/js/format/unicode.js";
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
