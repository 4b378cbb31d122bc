// Every kind of page is valid HTML, in both languages and in both themes.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { faults } from "./support/html.js";
import { files, ROOT, site, variant } from "./support/paraphe.js";

test("every page of the demonstration is valid", async () => {
  const pages = files(site(ROOT), ".html");
  assert.ok(pages.length > 40, `${pages.length} pages`);
  assert.deepEqual(await faults(pages), []);
});

test("so is every page of it in the plain theme, and in English", async () => {
  const plain = variant("theme: default", "theme: plain");
  assert.ok(existsSync(join(plain, "static/plain.css")));
  const english = variant("language: fr", "language: en");
  assert.ok(existsSync(join(english, "charter_sign.html")));
  for (const top of [plain, english]) {
    const pages = files(top, ".html");
    assert.ok(pages.length > 40, `${pages.length} pages`);
    assert.deepEqual(await faults(pages), []);
  }
});
