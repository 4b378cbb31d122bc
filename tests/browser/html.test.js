// Every kind of page is valid HTML, in both languages and in both themes.

import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { faults } from "./support/html.js";
import { files, folder, ROOT, site } from "./support/paraphe.js";

test("every page of the demonstration is valid", async () => {
  const pages = files(site(ROOT), ".html");
  assert.ok(pages.length > 40, `${pages.length} pages`);
  assert.deepEqual(await faults(pages), []);
});

/** The demonstration with another line in its configuration, built. @param {string} line @param {string} other */
function otherwise(line, other) {
  const project = join(folder(), "project");
  for (const name of ["content", "signatures", "paraphe.yaml"]) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  }
  const configuration = readFileSync(join(ROOT, "paraphe.yaml"), "utf8");
  assert.ok(configuration.includes(line));
  writeFileSync(join(project, "paraphe.yaml"), configuration.replace(line, other));
  return site(project);
}

test("so is every page of it in the plain theme, and in English", async () => {
  const plain = otherwise("theme: default", "theme: plain");
  assert.ok(existsSync(join(plain, "static/plain.css")));
  const english = otherwise("language: fr", "language: en");
  assert.ok(existsSync(join(english, "charter_sign.html")));
  for (const top of [plain, english]) {
    const pages = files(top, ".html");
    assert.ok(pages.length > 40, `${pages.length} pages`);
    assert.deepEqual(await faults(pages), []);
  }
});
