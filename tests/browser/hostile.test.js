// Names that try to be something else, from the signed file to the screen: every page, the feed, the badges, the previews
// and the search show them as text. A dialog, a line in the console, a report of the policy or a page wider than its
// screen fails.

import assert from "node:assert/strict";
import { relative } from "node:path";
import { after, before, test } from "node:test";
import { hasBrowser, launch, overflows, serve, watchedPage } from "./support/browser.js";
import { hostileProject, NAMES, ofText } from "./support/hostile.js";
import { files, run, site } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";

/** @type {string} */
let top;
/** @type {import("playwright-core").Browser} */
let chrome;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  if (!hasBrowser) return;
  const project = await hostileProject();
  run("paraphe", ["-C", project, "check"]);
  top = site(project);
  server = await serve(top);
  chrome = await launch();
});

after(async () => {
  await chrome?.close();
  server?.stop();
});

/** A page on which everything that a name could set off is a fault. */
async function guarded() {
  const context = await chrome.newContext({ viewport: { width: 320, height: 640 } });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  const { page, wrong } = await watchedPage(context);
  page.on("dialog", (dialog) => {
    wrong.push(`dialog ${dialog.message()} at ${page.url()}`);
    return dialog.dismiss();
  });
  page.on("popup", () => wrong.push("a window"));
  return { page, wrong };
}

/** What stands in a page that no template wrote. It runs in the page. */
function intruders() {
  const scripts = [...document.scripts].filter((script) => script.type !== "application/ld+json" && !new URL(script.src).pathname.startsWith("/a/b/"));
  const handlers = [...document.querySelectorAll("*")].filter((element) => element.getAttributeNames().some((name) => name.startsWith("on")));
  const links = [...document.querySelectorAll("[href], [src]")].filter((element) => /^\s*(javascript|data):/i.test(element.getAttribute("href") ?? element.getAttribute("src") ?? ""));
  for (const { textContent } of document.querySelectorAll("script[type='application/ld+json']")) JSON.parse(textContent);
  return [...scripts, ...handlers, ...links, ...document.querySelectorAll("[src=x], b, iframe, object, base")].map((element) => element.outerHTML.slice(0, 100));
}

test("every page shows them as text, in its box", { skip }, async () => {
  const { page, wrong } = await guarded();
  const pages = files(top, ".html").map((file) => relative(top, file)).filter((path) => path !== "verificateur.html");
  assert.ok(pages.length > 3 * NAMES.length, `${pages.length} pages`);
  const headings = new Set();
  for (const path of pages) {
    await page.goto(server.url + path);
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      if (await overflows(page)) wrong.push(`${path}: wider than ${width}`);
    }
    wrong.push(...(await page.evaluate(intruders)).map((found) => `${path}: ${found}`));
    headings.add((await page.locator("h1").textContent())?.trim());
    const check = page.locator("[data-check-here] button").first();
    if (await check.count()) {
      await check.click();
      await page.locator("article.check").first().waitFor();
      assert.equal(await page.locator("article.check.faulty").count(), 0, path);
      wrong.push(...(await page.evaluate(intruders)).map((found) => `${path}, checked: ${found}`));
    }
  }
  await page.context().close();
  assert.deepEqual(wrong, []);
  assert.deepEqual(NAMES.filter((name) => !headings.has(name)), []);
});

test("the search finds them and shows them as text", { skip }, async () => {
  const { page, wrong } = await guarded();
  await page.goto(`${server.url}signataires.html`);
  await page.waitForFunction(() => document.querySelectorAll("#page-text option").length > 20);
  for (const name of NAMES) {
    await page.fill("#page-search", name.slice(0, 60));
    await page.waitForFunction(() => document.querySelector(".search-result")?.textContent !== "");
    wrong.push(...(await page.evaluate(intruders)));
  }
  const options = await page.locator("#page-text option").allTextContents();
  assert.deepEqual(NAMES.filter((name) => !options.includes(ofText(name))), []);
  await page.goto(`${server.url}signataires.html?q=${encodeURIComponent(NAMES[0])}&t=${encodeURIComponent(NAMES[1])}`);
  await page.waitForFunction(() => document.querySelector(".search-result")?.textContent !== "");
  await page.context().close();
  assert.deepEqual(wrong, []);
});

test("the feed, the badges and the previews hold them", { skip }, async () => {
  const { page, wrong } = await guarded();
  await page.goto(`${server.url}index.html`);
  const feed = await page.evaluate(async (address) => {
    const xml = new DOMParser().parseFromString(await (await fetch(address)).text(), "application/xml");
    const elements = [...xml.querySelectorAll("*")];
    return {
      sound: !xml.querySelector("parsererror") && elements.every(({ namespaceURI }) => namespaceURI === "http://www.w3.org/2005/Atom"),
      text: xml.documentElement.textContent,
    };
  }, `${server.url}feed.xml`);
  assert.equal(feed.sound, true);
  // The withdrawn one is not named.
  assert.deepEqual(NAMES.filter((name) => name !== NAMES[14] && !feed.text.includes(name)), []);
  const badges = files(top, ".svg").filter((file) => file.includes("/badges/"));
  assert.ok(badges.length >= 4 * NAMES.length, `${badges.length} badges`);
  for (const badge of badges) {
    await page.goto(server.url + relative(top, badge));
    const fault = await page.evaluate(() => {
      const svg = document.documentElement;
      if (svg.localName !== "svg" || document.querySelector("parsererror")) return "no picture";
      const strange = [...document.querySelectorAll("script, a, image, foreignObject, style ~ style")].map(({ localName }) => localName);
      const [, , width, height] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
      const outside = [...document.querySelectorAll("text")].filter((text) => {
        const box = text.getBBox();
        return box.x < 0 || box.x + box.width > width || box.y + box.height > height + 4;
      });
      return [...strange, ...outside.map((text) => `outside: ${text.textContent.slice(0, 30)}`)].join();
    });
    if (fault) wrong.push(`${relative(top, badge)}: ${fault}`);
  }
  await page.goto(`${server.url}index.html`);
  for (const preview of files(top, ".png")) {
    const width = await page.evaluate(async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image.naturalWidth;
    }, server.url + relative(top, preview));
    if (width !== 1200) wrong.push(`${preview}: ${width}`);
  }
  await page.context().close();
  assert.deepEqual(wrong, []);
});
