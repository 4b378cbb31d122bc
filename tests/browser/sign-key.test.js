// A key is held for one signature: who begins anew, or opens another one, signs with nothing that was there before.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test, { before } from "node:test";
import { introduce, keyFile, next, PASSPHRASE, says, signWith } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const PAGE = "charte_signer.html";
const set = stage("key");
/** @type {string} */
let first;
/** @type {string} */
let second;
before(() => {
  if (skip) return;
  first = keyFile();
  second = keyFile();
});

const fingerprint = (key) => /SHA256:\S+/.exec(execFileSync("ssh-keygen", ["-l", "-f", `${key}.pub`]).toString())?.[0];

/** Opens a key, without going on. @param {import("playwright-core").Page} page @param {string} key */
async function openKey(page, key) {
  await page.locator("#key-way-open").check();
  await page.locator("#key-file").setInputFiles(key);
  await page.locator("#key-secret").fill(PASSPHRASE);
  await page.locator("#key-open").click();
  await says(page, "key-status", new RegExp(fingerprint(key)?.replace(/[+/]/g, "\\$&") ?? "none"));
}

/** Tries to go on, which has to fail for want of a key. @param {import("playwright-core").Page} page */
async function wants(page) {
  await next(page, "key");
  await says(page, "key-fault", /Il faut d’abord une clé/);
  assert.ok(await page.locator("#step-key").isVisible());
}

test("once the key is open, the focus is where one goes on", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await openKey(page, first);
  assert.ok(await page.locator("#step-key [data-next]").evaluate((button) => button === document.activeElement));
  assert.deepEqual(wrong, []);
  await context.close();
});

test("another file, or another way, and the key that was open signs no more", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await openKey(page, first);
  await page.locator("#key-file").setInputFiles(second);
  assert.equal(await page.locator("#key-status").textContent(), "");
  await wants(page);
  // A passphrase that opens nothing leaves nothing open.
  await openKey(page, first);
  await page.locator("#key-secret").fill("autre chose");
  await page.locator("#key-open").click();
  await says(page, "key-secret-fault", /pas celle de cette clé/);
  await wants(page);
  await openKey(page, first);
  await page.locator("#key-way-new").check();
  await wants(page);
  await openKey(page, second);
  await next(page, "key");
  await page.locator("#step-check").waitFor();
  assert.equal(await page.locator("[data-fact=key] + dd").textContent(), fingerprint(second));
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a key that opens too late, once something else was chosen, is held by nobody", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await page.locator("#key-way-open").check();
  await page.locator("#key-file").setInputFiles(first);
  await page.locator("#key-secret").fill(PASSPHRASE);
  await page.evaluate(() => {
    document.querySelector("#key-open").click();
    document.querySelector("#key-way-new").click();
  });
  await page.waitForTimeout(1500);
  assert.equal(await page.locator("#key-status").textContent(), "");
  await wants(page);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a key that was made goes when another one is made, with its file", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  for (const id of ["key-passphrase", "key-repeat"]) await page.locator(`#${id}`).fill(PASSPHRASE);
  await page.locator("#key-make").click();
  await page.locator("#key-save").waitFor();
  await page.locator("#key-save").click();
  await page.locator("#key-way-open").check();
  await page.locator("#key-way-new").check();
  assert.equal(await page.locator("#key-save").isVisible(), false);
  assert.equal(await page.locator("#key-save").getAttribute("href"), null);
  await wants(page);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("who has signed and begins anew, or leaves and comes back, opens the key again", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await signWith(page, first);
  for (const step of ["send", "check", "key", "who"]) await page.locator(`#step-${step} [data-back]`).click();
  await next(page, "read");
  await page.locator("#name").fill("Une autre association");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  assert.match(await page.locator("#key-status").textContent() ?? "", /a oublié la clé précédente/);
  assert.equal(await page.locator("#key-secret").inputValue(), "");
  assert.equal(await page.evaluate(() => document.querySelector("#key-file").files.length), 0);
  await wants(page);
  // The page as it comes back from the browser's memory.
  await openKey(page, first);
  await next(page, "key");
  await page.locator("#step-check").waitFor();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  await next(page, "check");
  await says(page, "key-fault", /Il faut d’abord une clé/);
  await page.locator("#step-key").waitFor();
  assert.deepEqual(wrong, []);
  await context.close();
});

test("who goes back from a signed file to sign for another organisation opens that one's key", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await signWith(page, first);
  for (const step of ["send", "check", "key"]) await page.locator(`#step-${step} [data-back]`).click();
  // A detail that is put right is signed with the same key.
  await page.locator("#rna").fill("W491234599");
  for (const step of ["who", "key"]) await next(page, step);
  await page.locator("#step-check").waitFor();
  for (const step of ["check", "key"]) await page.locator(`#step-${step} [data-back]`).click();
  await page.locator("#slug").fill("une-autre-association");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  await wants(page);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("another choice at the start lets go of the key", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await openKey(page, first);
  for (const step of ["key", "who"]) await page.locator(`#step-${step} [data-back]`).click();
  // Nothing is signed yet: who only looks again at the text keeps the key.
  for (const step of ["read", "who", "key"]) await next(page, step);
  await page.locator("#step-check").waitFor();
  for (const step of ["check", "key", "who"]) await page.locator(`#step-${step} [data-back]`).click();
  await page.locator("input[name=mode][value=renew]").check();
  await page.locator("input[name=mode][value=new]").check();
  for (const step of ["read", "who"]) await next(page, step);
  await page.locator("#step-key").waitFor();
  await wants(page);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a passphrase can be shown where a key is made and where one is opened, and nothing mends its spelling", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  for (const [way, box, ids] of /** @type {[string, string, string[]][]} */ ([
    ["key-way-new", "key-show", ["key-passphrase", "key-repeat"]], ["key-way-open", "key-secret-show", ["key-secret"]],
  ])) {
    await page.locator(`#${way}`).check();
    const traits = () => page.evaluate((ids) => ids.map((id) => {
      const input = /** @type {HTMLInputElement} */ (document.getElementById(id));
      return [input.type, input.spellcheck, input.autocapitalize, input.getAttribute("autocorrect"), /-password$/.test(input.autocomplete)].join(" ");
    }), ids);
    assert.deepEqual(await traits(), ids.map(() => "password false none off true"));
    await page.locator(`#${box}`).check();
    assert.deepEqual(await traits(), ids.map(() => "text false none off true"));
  }
  await openKey(page, first);
  // Once it has served it is hidden again.
  assert.equal(await page.locator("#key-secret").getAttribute("type"), "password");
  assert.equal(await page.locator("#key-secret-show").isChecked(), false);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a word about a passphrase does not stay once it is written anew", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await page.locator("#key-passphrase").fill("court");
  await page.locator("#key-make").click();
  await says(page, "key-passphrase-fault", /trop courte/);
  await page.locator("#key-passphrase").pressSequentially(" ou");
  assert.equal(await page.locator("#key-passphrase-fault").textContent(), "");
  assert.equal(await page.locator("#key-passphrase").getAttribute("aria-invalid"), null);
  assert.deepEqual(wrong, []);
  await context.close();
});
