// What a site has to do wherever it stands: at a root, in a folder, on a disk.

import assert from "node:assert/strict";
import { kinds } from "./kinds.js";

/** Notes each request of a page that gets nothing. @param {import("playwright-core").Page} page @param {string[]} wrong */
export function watchRequests(page, wrong) {
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Who leaves a page ends what it still waits for.
    if (why !== "net::ERR_ABORTED") wrong.push(`${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.url()}: ${response.status()}`);
  });
}

/**
 * Opens a page of each kind and works what there is to work: search, filters, the check of an organisation, its badges.
 * @param {import("playwright-core").Page} page
 * @param {string} base The address of the site, with the slash at its end.
 * @param {string} top The site's folder.
 */
export async function behaves(page, base, top) {
  for (const [kind, address] of kinds(top)) {
    // On a disk nothing answers for what is not there.
    if (kind === "not-found") continue;
    await page.goto(base + address);
    const styled = await page.evaluate(() => getComputedStyle(document.querySelector(".site-header nav ul")).listStyleType);
    assert.equal(styled, "none", `${address} without its styles`);
    const broken = await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].filter(({ status }) => status === "error").length));
    assert.equal(broken, 0, `${address}: fonts`);
  }
  await searches(page, base);
  await checks(page, base);
}

async function searches(page, base) {
  const shown = () => document.querySelectorAll("ul.signatures:not([hidden]) > li:not([hidden])").length;
  await page.goto(`${base}signataires.html`);
  await page.waitForFunction(() => document.querySelectorAll("#page-department option").length > 1);
  const all = await page.evaluate(shown);
  await page.fill("#page-search", "bobine");
  await page.waitForFunction(`(${shown})() === 1`);
  await page.fill("#page-search", "");
  await page.selectOption("#page-department", { index: 1 });
  await page.waitForFunction(`(${shown})() > 0 && (${shown})() < ${all}`);
  // The address carries the search, as from the home page.
  await page.goto(`${base}signataires.html?q=bobine`);
  await page.waitForFunction(`(${shown})() === 1`);
}

async function checks(page, base) {
  await page.goto(`${base}organisations/la-bobine.html`);
  await page.locator("[data-check-here] button").first().click();
  await page.locator("article.check.sound").first().waitFor();
  await page.locator("details.badge summary").first().click();
  await page.locator("details.badge").first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => [...document.querySelectorAll("details.badge[open] img")].every((image) => image.complete && image.naturalWidth > 0));
}
