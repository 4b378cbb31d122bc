// Looks at one site behind a web server, for `tests/servers`.
//
//   node servers.js FOLDER ADDRESS

import assert from "node:assert/strict";
import { behaves, watchRequests } from "./support/behaviour.js";
import { launch, watchedPage } from "./support/browser.js";
import { files } from "./support/paraphe.js";

/** What a browser or a reader of feeds needs to be told, by the ending of a file's name. */
const TYPES = [
  [".html", /^text\/html/], [".css", /^text\/css/], [".js", /^(text|application)\/javascript/], [".svg", /^image\/svg\+xml/],
  [".json", /^application\/json/], [".xml", /^(text|application)\/xml/], [".woff2", /^font\/woff2/], [".png", /^image\/png/],
  // No browser is given these to run: anything but a page will do.
  [".yaml", /^(?!text\/html|image\/svg|application\/xhtml)/], [".md", /^(?!text\/html|image\/svg|application\/xhtml)/],
];

const [top, base] = process.argv.slice(2);

for (const [ending, wanted] of TYPES) {
  const [file] = files(top, ending);
  const response = await fetch(base + file.slice(top.length + 1));
  assert.equal(response.status, 200, file);
  assert.match(response.headers.get("content-type") ?? "", wanted, `${base}: ${file}`);
}

const index = await fetch(base);
assert.match(await index.text(), /<body class="kind-home"/, "the folder shows its index");
const folder = await fetch(base.replace(/\/$/, ""));
assert.match(await folder.text(), /<body class="kind-home"/, "so does its name without a slash");

const chrome = await launch();
const { page, wrong } = await watchedPage(await chrome.newContext());
page.on("console", (message) => wrong.push(`console: ${message.text()}`));
watchRequests(page, wrong);
await behaves(page, base, top);
assert.deepEqual(wrong, []);
const missing = await page.goto(`${base}territoires/nowhere/at/all.html`);
assert.equal(missing?.status(), 404);
assert.equal(await page.locator("body.kind-not-found").count(), 1, "the page for addresses that do not exist");
const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".site-header nav ul")).listStyleType);
assert.equal(styled, "none", "with its styles");
// The missing page itself is what the server was asked for; nothing else may be missing.
const strange = wrong.filter((line) => !line.includes("/nowhere/at/all.html") && !line.includes("404 (Not Found)"));
assert.deepEqual(strange, []);
await chrome.close();
console.log(`${base} is sound`);
