// The same site does the same at a root, in a folder and from a disk.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { behaves, watchRequests } from "./support/behaviour.js";
import { hasBrowser, launch, serve, watchedPage } from "./support/browser.js";
import { ROOT, site } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";

/** @type {string} */
let top;
/** @type {import("playwright-core").Browser} */
let chrome;

before(async () => {
  if (!hasBrowser) return;
  top = site(ROOT);
  chrome = await launch();
});

after(() => chrome?.close());

for (const place of ["/", "/a/b/", "file:"]) {
  test(`at ${place}`, { skip }, async () => {
    const server = place === "file:" ? undefined : await serve(top, { under: place });
    const { page, wrong } = await watchedPage(await chrome.newContext());
    watchRequests(page, wrong);
    await behaves(page, server?.url ?? `${pathToFileURL(top).href}/`, top);
    await page.context().close();
    server?.stop();
    assert.deepEqual(wrong, []);
  });
}

test("a server that nobody stops, as when a test fails, does not keep the tests from ending", () => {
  const script = 'const { serve } = await import("./support/browser.js"); await serve("."); console.log("served");';
  const options = /** @type {const} */ ({ cwd: import.meta.dirname, encoding: "utf8", timeout: 60_000 });
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], options);
  assert.equal(stdout, "served\n");
  assert.equal(status, 0, "not ended by the clock");
});
