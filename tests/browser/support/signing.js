// The steps of the signing page, as a person takes them.

import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The passphrase of the keys that tests make. */
export const PASSPHRASE = "quatre mots bien choisis";

/** @typedef {import("playwright-core").Page} Page */

/** A key file that ssh-keygen wrote, quick to open. */
export function keyFile() {
  const path = join(mkdtempSync(join(tmpdir(), "paraphe-key-")), "key");
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", PASSPHRASE, "-a", "2", "-f", path]);
  return path;
}

/** @param {Page} page @param {string} step */
export const next = (page, step) => page.locator(`#step-${step} [data-next]`).click();

/** Waits until an element says something. @param {Page} page @param {string} id @param {RegExp} pattern */
export const says = (page, id, { source }) =>
  page.waitForFunction(([id, source]) => new RegExp(source).test(document.getElementById(id)?.textContent ?? ""), [id, source]);

/** @param {Page} page */
export async function agree(page) {
  await page.locator("#agree-read").check();
  await page.locator("#agree-mandate").check();
  await next(page, "read");
}

/** From the first step to the key. @param {Page} page @param {Record<string, string>} [fields] Values by the inputs' ids. */
export async function introduce(page, fields = {}) {
  await agree(page);
  for (const [id, value] of Object.entries({ name: "Association du Port", city: "Angers", ...fields })) {
    await page.locator(`#${id}`).fill(value);
  }
  await next(page, "who");
  await page.locator("#step-key").waitFor();
}

/** From the key to the signed file. @param {Page} page @param {string} key The key's file. */
export async function signWith(page, key) {
  await page.locator("#key-way-open").check();
  await page.locator("#key-file").setInputFiles(key);
  await page.locator("#key-secret").fill(PASSPHRASE);
  await page.locator("#key-open").click();
  await says(page, "key-status", /SHA256:/);
  await next(page, "key");
  await next(page, "check");
  await page.locator("#step-send").waitFor();
}
