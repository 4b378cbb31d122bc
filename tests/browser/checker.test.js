// The checker as one file, in English: the same bytes from build to build, what its digest says, and at work from a disk
// with the network off. The pages too go on once they are loaded.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { vectors } from "./support/rust.js";
import { says } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const set = stage("checker", { language: "en" });
const FILES = [join(vectors, "site/signatures/charter/association-exemple.yaml"), join(vectors, "refuse/body-changed.yaml")];

test("built again, it has the same bytes, and the page about checking tells their digest", { skip }, () => {
  const path = join(set.made.site, "checker.html");
  const first = readFileSync(path);
  assert.equal(set.made.run("build", "-o", join(set.folder, "again")).status, 0);
  assert.deepEqual(readFileSync(join(set.folder, "again/checker.html")), first);
  const digest = createHash("sha256").update(first).digest("hex");
  assert.ok(readFileSync(join(set.made.site, "verify.html"), "utf8").includes(digest));
});

test("from a disk with the network off, and on the page once it is loaded", { skip }, async () => {
  const stick = join(set.folder, "stick.html");
  copyFileSync(join(set.made.site, "checker.html"), stick);
  for (const address of [pathToFileURL(stick).href, "verify.html"]) {
    const { page, wrong, context } = await set.open(address);
    await context.setOffline(true);
    await page.locator("#check-files").setInputFiles(FILES);
    await says(page, "check-status", /Sound: 1\. Not holding: 1\./);
    assert.match(await page.locator("article.check.faulty [data-code]").getAttribute("data-code"), /^signature-mismatch$/);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});
