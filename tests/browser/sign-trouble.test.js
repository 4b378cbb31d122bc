// What may go wrong on the signing page, and what the person then reads.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { pathToFileURL } from "node:url";
import { axe, PHONE, serve } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { skip, stage } from "./support/stage.js";

const PASSPHRASE = "quatre mots bien choisis";
const PAGE = "charter_sign.html";
const set = stage("trouble", { language: "en" });
const { folder, open } = set;
const KEY = join(folder, "key");
before(() => {
  if (!skip) execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", PASSPHRASE, "-a", "2", "-f", KEY]);
});

const next = (page, step) => page.locator(`#step-${step} [data-next]`).click();
const says = (page, id, pattern) =>
  page.waitForFunction(([id, source]) => new RegExp(source).test(document.getElementById(id).textContent), [id, pattern.source]);

/** Goes as far as the step of the key. */
async function toKey(page, name = "Port Association") {
  await page.locator("#agree-read").check();
  await page.locator("#agree-mandate").check();
  await next(page, "read");
  await page.locator("#name").fill(name);
  await page.locator("#city").fill("Angers");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
}

async function toSend(page) {
  await page.locator("#key-way-open").check();
  await page.locator("#key-file").setInputFiles(KEY);
  await page.locator("#key-secret").fill(PASSPHRASE);
  await page.locator("#key-open").click();
  await says(page, "key-status", /SHA256:/);
  await next(page, "key");
  await next(page, "check");
  await page.locator("#step-send").waitFor();
}

test("each file that is no usable key has its sentence", { skip }, async () => {
  const { page, wrong, context } = await open(PAGE);
  await toKey(page);
  await page.locator("#key-way-open").check();
  const keygen = (name, ...args) => execFileSync("ssh-keygen", ["-q", "-N", "", "-f", join(folder, name), ...args]);
  keygen("rsa", "-t", "rsa", "-b", "1024");
  keygen("ecdsa", "-t", "ecdsa");
  keygen("pem", "-t", "rsa", "-b", "1024", "-m", "PEM");
  writeFileSync(join(folder, "putty"), "PuTTY-User-Key-File-3: ssh-ed25519\n");
  writeFileSync(join(folder, "note"), "bonjour");
  writeFileSync(join(folder, "cut"), readFileSync(KEY).subarray(0, 200));
  writeFileSync(join(folder, "large"), "");
  truncateSync(join(folder, "large"), 100 * 1024 * 1024);
  const trials = [
    ["rsa", /ssh-rsa key\. Only Ed25519/], ["ecdsa", /ecdsa-sha2-nistp256 key/], ["pem", /PEM/], ["putty", /PuTTYgen/],
    ["note", /is not a key/], ["cut", /damaged or incomplete/], ["large", /too large/], ["key.pub", /public key/], ["key", /This key is locked/],
  ];
  for (const [name, pattern] of trials) {
    await page.locator("#key-file").setInputFiles(join(folder, name));
    await page.locator("#key-open").click();
    await says(page, name === "key" ? "key-secret-fault" : "key-file-fault", pattern);
  }
  assert.deepEqual(await axe(page), []);
  // Nothing typed is lost on the way.
  await page.locator("#step-key [data-back]").click();
  assert.equal(await page.locator("#name").inputValue(), "Port Association");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a file that is not one's own signature is told apart", { skip }, async () => {
  const { page, wrong, context } = await open(PAGE);
  await page.locator("input[name=mode][value=renew]").check();
  const give = async (path, pattern) => {
    await page.locator("#previous-file").setInputFiles(path);
    await says(page, pattern.source === "sound" ? "previous-status" : "previous-file-fault", pattern);
  };
  const refused = (name) => join(vectors, "refuse", name);
  await give(refused("other-charter.yaml"), /another charter/);
  await give(join(vectors, "site/signatures/territories/exempleville-les-tilleuls/corse.yaml"), /another text/);
  await give(refused("body-changed.yaml"), /not a valid signature/);
  await give(KEY, /private key/);
  await page.locator("#agree-read").check();
  await page.locator("#agree-mandate").check();
  await next(page, "read");
  await says(page, "previous-file-fault", /private key/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "previous-file");
  await give(join(vectors, "site/signatures/charter/version-nouvelle.yaml"), /sound/);
  await next(page, "read");
  await next(page, "who");
  await toSend(page).catch(() => null);
  // Another key than the one before: only with a steward.
  await page.locator("#step-send [data-back]").click();
  assert.equal(await page.locator("#other-key").isVisible(), true);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a wrong clock is noticed, and a date before the text's adoption refused", { skip }, async () => {
  const early = await serve(set.made.site, { date: "Mon, 01 Jun 2015 10:00:00 GMT" });
  const { page, context } = await open(`${early.url}charter_sign.html`);
  await page.locator("#agree-read").check();
  await page.locator("#agree-mandate").check();
  await next(page, "read");
  await page.locator("#name").fill("Port");
  await page.locator("#city").fill("Angers");
  await page.locator("#date").fill("2001-01-01");
  await page.locator("#name").blur();
  await says(page, "clock-note", /today is 1.June.2015/);
  await next(page, "who");
  await says(page, "date-fault", /adopted on/);
  await context.close();
  early.stop();
});

test("without leave to use the clipboard the content is there to copy by hand", { skip }, async () => {
  const { page, wrong, context } = await open(PAGE);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } });
  });
  await toKey(page);
  await toSend(page);
  await page.locator("#send-copy").click();
  await says(page, "send-status", /Ctrl\+C/);
  const chosen = await page.evaluate(() => {
    const box = document.getElementById("send-content");
    return box.value.slice(box.selectionStart, box.selectionEnd);
  });
  assert.ok(chosen.startsWith("paraphe: 1\n") && chosen.endsWith("END SSH SIGNATURE-----\n"));
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("leaving with an unsaved key warns, and without anything typed does not", { skip }, async () => {
  const { page, context } = await open(PAGE);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.locator("#agree-read").check();
  await page.reload();
  assert.deepEqual(asked, []);
  await toKey(page);
  await page.locator("#key-passphrase").fill(PASSPHRASE);
  await page.locator("#key-repeat").fill(PASSPHRASE);
  await page.locator("#key-make").click();
  await page.locator("#key-save").waitFor();
  await next(page, "key");
  await says(page, "key-fault", /First save/);
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await context.close();
});

test("with the network cut, and from a file, signing goes on", { skip }, async () => {
  const { page, context } = await open(PAGE);
  await context.setOffline(true);
  await toKey(page);
  await toSend(page);
  await context.close();
  const local = await open(pathToFileURL(join(set.made.site, "charter_sign.html")).href);
  await toKey(local.page);
  await toSend(local.page);
  await local.context.close();
});

test("without scripts, or in an old browser, the other ways stand there", { skip }, async () => {
  const off = await open(PAGE, { javaScriptEnabled: false });
  assert.equal(await off.page.locator("#sign").isVisible(), false);
  assert.match(await off.page.locator("main").innerText(), /Scripts are switched off[^]*ssh-keygen/);
  await off.context.close();
  const context = await set.browser.newContext(PHONE);
  await context.addInitScript(() => Object.defineProperty(globalThis, "crypto", { value: {} }));
  const page = await context.newPage();
  await page.goto(`${set.server.url}charter_sign.html`);
  assert.equal(await page.locator("#sign").isVisible(), false);
  assert.equal(await page.locator("#sign-old").isVisible(), true);
  assert.deepEqual(await axe(page), []);
  await context.close();
});
