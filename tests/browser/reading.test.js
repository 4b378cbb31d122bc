// What one reads: footnotes beside the text where there is room, and the plain theme.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { axe, hasBrowser, launch, overflows, serve, watchedPage } from "./support/browser.js";
import { files, variant } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";

/** A page with notes that are close together, one of them long, one named twice, one in a table. */
const NOTES = `---
title: "Notes"
---

## Une partie

Trois notes[^a] de suite[^b] dans une[^c] phrase.

| un | deux |
| --- | --- |
| trois | quatre[^d] |

${"Un paragraphe sans note, assez long pour prendre plusieurs lignes. ".repeat(12)}

La première encore[^a], et la dernière[^e].

[^a]: ${"Une note longue, qui pousse les suivantes vers le bas. ".repeat(4)}
[^b]: Une courte, avec une adresse, <https://example.org/un/chemin/assez/long/pour/deborder/de/la/marge>.
[^c]: Une autre.
[^d]: D’un tableau.
[^e]: La dernière.
`;

/** @type {import("playwright-core").Browser} */
let chrome;

before(async () => {
  if (hasBrowser) chrome = await launch();
});

after(() => chrome?.close());

/** Where the notes, their numbers and the last words before them are. @param {import("playwright-core").Page} page */
function places(page) {
  return page.evaluate(() => {
    const box = (/** @type {Element | null} */ part) => {
      const { left, right, top, bottom } = /** @type {Element} */ (part).getBoundingClientRect();
      return { left, right, top, bottom };
    };
    const notes = [...document.querySelectorAll(".notes > ol > li")];
    const last = document.querySelector(".text > p:last-of-type");
    return {
      notes: notes.map(box),
      numbers: notes.map((_, at) => box(document.getElementById(`noteref-${at + 1}`))),
      last: box(last),
      window: document.documentElement.clientWidth,
    };
  });
}

test("footnotes stand beside their numbers where there is room, and at the end elsewhere and on paper", { skip }, async () => {
  const top = variant("theme: default", "theme: default", { "content/pages/notes.md": NOTES });
  const server = await serve(top, { under: "/" });
  const { page, wrong } = await watchedPage(await chrome.newContext({ viewport: { width: 1280, height: 800 } }));
  await page.goto(`${server.url}notes.html`);
  const wide = await places(page);
  assert.equal(wide.notes.length, 5);
  wide.notes.forEach((note, at) => {
    const number = wide.numbers[at];
    assert.ok(note.left > wide.last.right && note.right <= wide.window, `note ${at + 1} is in the margin`);
    const above = at > 0 ? wide.notes[at - 1].bottom : 0;
    assert.ok(note.top >= above, `note ${at + 1} is below the one before`);
    // At the height of its number, or pushed down by the note before it.
    assert.ok(Math.abs(note.top - Math.max(number.top, above)) < 24, `note ${at + 1}: ${note.top}, ${number.top}, ${above}`);
  });
  assert.equal(await overflows(page), false);
  assert.deepEqual(await axe(page), []);
  for (const change of [() => page.setViewportSize({ width: 1000, height: 800 }), () => page.emulateMedia({ media: "print" })]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await change();
    const narrow = await places(page);
    assert.ok(narrow.notes.every((note) => note.top >= narrow.last.bottom), "at the end");
  }
  await page.context().close();
  server.stop();
  assert.deepEqual(wrong, []);
});

test("the plain theme passes axe and fits narrow screens, light and dark", { skip }, async () => {
  const top = variant("theme: default", "theme: plain");
  const server = await serve(top, { under: "/" });
  const found = [];
  const organisations = files(join(top, "organisations"), ".html");
  const all = files(top, ".html").filter((path) => !path.includes("/organisations/"));
  assert.ok(all.length > 30 && organisations.length > 20);
  const pages = [...all, organisations[0], ...organisations.filter((path) => readFileSync(path, "utf8").includes(".attestation.yaml")).slice(0, 1)];
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const context = await chrome.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
    const { page, wrong } = await watchedPage(context);
    for (const path of pages) {
      const address = relative(top, path);
      await page.goto(server.url + address);
      if (await overflows(page)) found.push(`${address}: wider than 320`);
      found.push(...(await axe(page)).map((fault) => `${address}: ${fault}`));
    }
    found.push(...wrong);
    await context.close();
  }
  server.stop();
  assert.deepEqual(found, []);
});

test("the plain theme breaks no word of a table on a telephone", { skip }, async () => {
  const server = await serve(variant("theme: default", "theme: plain"), { under: "/" });
  const { page } = await watchedPage(await chrome.newContext({ viewport: { width: 360, height: 640 } }));
  await page.goto(`${server.url}charte.html`);
  const broken = await page.locator(".table :is(th, td)").evaluateAll((cells) => cells.flatMap((cell) => {
    const text = /** @type {Text} */ (cell.firstChild);
    return Array.from(text.data.matchAll(/\p{L}+/gu)).filter(({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range.getClientRects().length > 1;
    }).map(([word]) => word);
  }));
  await page.context().close();
  server.stop();
  assert.deepEqual(broken, []);
});
