// The keyboard alone reaches everything and works it, and shows where it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hasBrowser, launch, serve, watchedPage } from "./support/browser.js";
import { kinds } from "./support/kinds.js";
import { generated, ROOT, site } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";

/** @type {import("playwright-core").Browser} */
let chrome;
/** @type {string} */
let demonstration;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {Awaited<ReturnType<typeof serve>>} */
let large;

before(async () => {
  if (!hasBrowser) return;
  chrome = await launch();
  demonstration = site(ROOT);
  server = await serve(demonstration, { under: "/" });
  large = await serve(site(generated(450, 3)));
});

after(async () => {
  await chrome?.close();
  server?.stop();
  large?.stop();
});

/** Notes each element that gets the focus, and whether one sees it. It runs in the page. */
function watchFocus() {
  const seen = (globalThis.seenFocus = []);
  const faults = (globalThis.focusFaults = []);
  const name = (element) => `${element.localName} ${(element.id || element.textContent).trim().slice(0, 30)}`;
  document.addEventListener("focusin", ({ target }) => {
    seen.push(target);
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const box = target.getBoundingClientRect();
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push(`${name(target)}: no outline`);
    if (box.width < 1 || box.height < 1) faults.push(`${name(target)}: nothing to see`);
    if (box.bottom < 0 || box.top > innerHeight) faults.push(`${name(target)}: out of sight`);
  });
}

/** What the keyboard should have come by, in the order of the page, and what it missed. It runs in the page. */
function missed() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const radios = (element) => element.type === "radio" && !element.checked && document.querySelector(`input[name="${element.name}"]:checked`);
  const wanted = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled && !radios(element));
  const seen = globalThis.seenFocus;
  const places = wanted.map((element) => seen.indexOf(element));
  const faults = wanted.filter((element, at) => places[at] < 0).map((element) => `missed ${element.outerHTML.slice(0, 80)}`);
  if (places.some((place, at) => place >= 0 && at > 0 && place < places[at - 1])) faults.push("not in the order of the page");
  if (!seen[0]?.matches(".skip")) faults.push("does not start with the link to the content");
  // What the keyboard passes over on the map stands in a list.
  const reached = new Set(seen.map((element) => element.href));
  for (const link of document.querySelectorAll(".map a")) {
    const address = new URL(link.getAttribute("href"), document.baseURI).href;
    if (!reached.has(address)) faults.push(`on the map only: ${address}`);
  }
  return { faults: [...faults, ...globalThis.focusFaults], count: wanted.length };
}

test("Tab reaches everything on every kind of page, in order and in sight", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext({ viewport: { width: 1280, height: 800 } }));
  const found = [];
  for (const [kind, address] of kinds(demonstration)) {
    await page.goto(server.url + address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    await page.evaluate(watchFocus);
    const most = await page.locator("a, button, input, select, textarea, summary, [tabindex]").count();
    for (let at = 0; at <= most; at += 1) await page.keyboard.press("Tab");
    const { faults, count } = await page.evaluate(missed);
    assert.ok(count > 8, `${kind}: ${count} things to reach`);
    found.push(...faults.map((fault) => `${kind}: ${fault}`));
  }
  await page.context().close();
  assert.deepEqual([...found, ...wrong], []);
});

test("the link to the content, the menu, folded parts and checking work with Enter and Space", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext());
  await page.goto(`${server.url}organisations/la-bobine.html`);
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(".skip").evaluate((link) => link === document.activeElement && link.getBoundingClientRect().height > 10), true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => Boolean(document.activeElement?.closest("main"))), true);
  for (const key of ["Enter", "Space"]) {
    const folded = page.locator("details:not([open]) > summary").first();
    await folded.focus();
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.hasAttribute("open")), true);
  }
  await page.locator("[data-check-here] button").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("article.check.sound").first().waitFor();
  await page.locator(".site-header nav a").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/territoires\.html$/);
  await page.context().close();
  assert.deepEqual(wrong, []);
});

test("search, filters and pages of a list work with the keyboard", { skip }, async () => {
  const { page, wrong } = await watchedPage(await chrome.newContext());
  const lines = page.locator("ul.signatures:not([hidden]) > li:not([hidden])");
  await page.goto(`${server.url}signataires.html`);
  await page.waitForFunction(() => document.querySelectorAll("#page-department option").length > 1);
  const all = await lines.count();
  await page.locator("#page-search").focus();
  await page.keyboard.type("bobine");
  await page.waitForFunction(() => document.querySelectorAll("ul.signatures > li:not([hidden])").length === 1);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "page-department");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction((all) => {
    const left = document.querySelectorAll("ul.signatures > li:not([hidden])").length;
    return left > 0 && left < all;
  }, all);
  await page.goto(`${large.url}signataires.html`);
  await page.locator(".pager a[rel=next]").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/signataires-2\.html/);
  await page.context().close();
  assert.deepEqual(wrong, []);
});
