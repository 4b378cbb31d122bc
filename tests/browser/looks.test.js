// The site as people meet it: nothing breaks out of a narrow screen, nothing that axe finds, nothing in the console,
// whatever the names are; and the search among signatories.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, hasBrowser, launch, overflows, serve, watchedPage } from "./support/browser.js";
import { kinds } from "./support/kinds.js";
import { generated, ROOT, site } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";

/** Names that no box is made for. */
const NAMES = ["W".repeat(300), "جمعية الجسر – الحي الكبير", "👩‍👩‍👧‍👦🎉".repeat(40), "<script>alert(1)</script>"];

/** @type {import("playwright-core").Browser} */
let chrome;
/** @type {string} */
let demonstration;
/** @type {{ url: string, stop: () => void }} */
let server;

before(async () => {
  if (!hasBrowser) return;
  chrome = await launch();
  demonstration = site(ROOT);
  server = await serve(demonstration, { under: "/" });
});

after(async () => {
  await chrome?.close();
  server?.stop();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`every kind of page passes axe and fits narrow screens, ${colorScheme}`, { skip }, async () => {
    const { page, wrong } = await watchedPage(await chrome.newContext({ colorScheme }));
    const found = [];
    for (const [kind, address] of kinds(demonstration)) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(server.url + address);
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
      found.push(...(await axe(page)).map((fault) => `${kind}: ${fault}`));
      // A screen of 1,280 by 800 at twice the size, and a telephone of long ago.
      for (const [width, height] of [[640, 400], [320, 640]]) {
        await page.setViewportSize({ width, height });
        if (await overflows(page)) found.push(`${kind}: wider than ${width}`);
      }
    }
    await page.context().close();
    assert.deepEqual([...found, ...wrong], []);
  });
}

test("letters of twice the size fit a telephone, and leave room for names", { skip }, async () => {
  const { page } = await watchedPage(await chrome.newContext({ viewport: { width: 320, height: 640 } }));
  const found = [];
  for (const [kind, address] of kinds(demonstration)) {
    await page.goto(server.url + address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
      document.querySelectorAll("details").forEach((part) => (part.open = true));
    });
    if (await overflows(page)) found.push(kind);
    const names = await page.locator(".bars tbody th").evaluateAll((all) => all.map((name) => name.clientWidth));
    if (names.some((width) => width < 120)) found.push(`${kind}: no room for names`);
    const said = await page.locator(":is(.facts dd, .sheet h2):visible").evaluateAll((all) => all.map((fact) => fact.clientWidth));
    if (said.some((width) => width < 100)) found.push(`${kind}: no room for facts`);
  }
  await page.context().close();
  assert.deepEqual(found, []);
});

test("names beside bars and the heads of charts stand in one line at every width", { skip }, async () => {
  const { page } = await watchedPage(await chrome.newContext());
  for (const width of [320, 360, 660, 820, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${server.url}chiffres.html`);
    const lines = await page.locator("tbody th a", { hasText: "Finistère" }).evaluate((name) => name.getClientRects().length);
    assert.equal(lines, 1, `${width}`);
    const broken = await page.locator(".chart thead .end").evaluateAll((heads) => {
      const range = document.createRange();
      const words = heads.filter((head) => !/\s/.test(head.textContent) && head.checkVisibility());
      return words.filter((head) => (range.selectNodeContents(head), range.getClientRects().length > 1)).map((head) => head.textContent);
    });
    assert.deepEqual(broken, [], `${width}`);
  }
  await page.context().close();
});

test("on paper commands are read whole", { skip }, async () => {
  const { page } = await watchedPage(await chrome.newContext({ viewport: { width: 640, height: 900 } }));
  await page.emulateMedia({ media: "print" });
  for (const address of ["verifier.html", "signer.html"]) {
    await page.goto(server.url + address);
    const cut = await page.locator("pre").evaluateAll((all) => all.filter((pre) => pre.scrollWidth > pre.clientWidth).length);
    assert.equal(cut, 0, address);
  }
  await page.context().close();
});

test("in forced colours only what was added or removed has a bar", { skip }, async () => {
  const { page } = await watchedPage(await chrome.newContext({ forcedColors: "active" }));
  await page.goto(`${server.url}charte_comparaison.html`);
  const bars = await page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    return Array.from(document.querySelectorAll(".comparison .block"), (block) => {
      const marked = block.matches(".added, .removed");
      return [marked, getComputedStyle(block).borderInlineStartColor !== ground];
    });
  });
  assert.ok(bars.some(([marked]) => marked) && bars.some(([marked]) => !marked));
  for (const [marked, seen] of bars) assert.equal(seen, marked);
  await page.context().close();
});

test("names of any shape stay in their boxes", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext({ viewport: { width: 320, height: 640 } }));
  const found = [];
  for (const [kind, address] of kinds(demonstration)) {
    for (const name of NAMES) {
      await page.goto(server.url + address);
      await page.evaluate((name) => {
        const places = document.querySelectorAll("bdi, h1, .territories a, .departments a, .tree a, .bars a, .site-title span");
        places.forEach((place) => (place.textContent = name));
      }, name);
      if (await overflows(page)) found.push(`${kind}: ${name.slice(0, 12)}`);
    }
  }
  await page.context().close();
  assert.deepEqual([...found, ...wrong], []);
});

test("signatories are found without their accents, on one page and in the index of a large register", { skip }, async () => {
  const large = await serve(site(generated(450, 40)));
  for (const { url } of [server, large]) {
    const { page, wrong } = await watchedPage(await chrome.newContext());
    await page.goto(`${url}signataires.html`);
    await page.waitForFunction(() => document.querySelectorAll("#page-department option").length > 1);
    const name = (await page.locator("ul.signatures li > a bdi").nth(3).textContent()) ?? "";
    const asked = name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
    const lines = page.locator("ul.signatures:not([hidden]) > li:not([hidden])");
    await page.fill("#page-search", asked);
    await lines.filter({ hasText: name }).first().waitFor();
    await page.waitForFunction(() => document.querySelector(".search-result")?.textContent !== "");
    await page.goto(`${url}signataires.html?q=zzzzzz`);
    await page.waitForFunction(() => /Aucune/.test(document.querySelector(".search-result")?.textContent ?? ""));
    assert.equal(await lines.count(), 0);
    await page.context().close();
    assert.deepEqual(wrong, []);
  }
  large.stop();
});

test("who follows a link out of a search and comes back finds it as it was", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext());
  const lines = page.locator("ul.signatures:not([hidden]) > li:not([hidden])");
  const found = async () => {
    await page.waitForFunction(() => /^1 organisation/.test(document.querySelector(".search-result")?.textContent ?? ""));
    assert.equal(await lines.count(), 1);
  };
  await page.goto(`${server.url}signataires.html`);
  await page.waitForFunction(() => document.querySelectorAll("#page-department option").length > 1);
  const wanted = { q: "bob", d: "59", t: "charter", s: "1" };
  await page.fill("#page-search", wanted.q);
  await page.selectOption("#page-department", { label: "Nord (59)" });
  await page.selectOption("#page-text", { index: 1 });
  await page.selectOption("#page-state", wanted.s);
  await found();
  // The address says it, in words that another build of the site understands too.
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), wanted);
  await lines.locator("a").first().click();
  await page.waitForURL(/organisations\/la-bobine/);
  await page.goBack();
  await found();
  assert.equal(await page.inputValue("#page-department"), wanted.d);
  // What is emptied again leaves nothing behind.
  await page.fill("#page-search", "");
  for (const id of ["department", "text", "state"]) await page.selectOption(`#page-${id}`, "");
  assert.equal(new URL(page.url()).search, "");
  for (const address of ["territoires.html", "index.html"]) {
    await page.goto(server.url + address);
    await page.fill("#page-search", "bobine");
    await page.press("#page-search", "Enter");
    await page.waitForURL(/signataires\.html\?q=bobine/);
    await found();
    await page.goBack();
    await page.waitForURL(new RegExp(address));
    assert.equal(await page.inputValue("#page-search"), "bobine");
  }
  await page.context().close();
  assert.deepEqual(wrong, []);
});

test("the index of the search comes after the page, and what was asked before it came is answered", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext());
  await page.context().route(/search\/index\.js/, async (route) => {
    await page.evaluate(() => performance.mark("asked"));
    await page.fill("#page-search", "zzzzzz");
    await route.continue();
  });
  await page.goto(`${server.url}signataires.html`);
  await page.waitForFunction(() => /Aucune/.test(document.querySelector(".search-result")?.textContent ?? ""));
  const [asked, loaded] = await page.evaluate(() => [
    performance.getEntriesByName("asked")[0].startTime,
    performance.getEntriesByType("navigation")[0].toJSON().loadEventStart,
  ]);
  assert.ok(asked >= loaded && loaded > 0, `${asked}, ${loaded}`);
  await page.context().close();
  assert.deepEqual(wrong, []);
});
