// The checking page, the button of an organisation's page, and the checker as one file.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { axe, overflows, PHONE } from "./support/browser.js";
import { checkWebsite } from "../../themes/default/static/js/format/identifiers.js";
import { WEBSITES } from "./support/generate.js";
import { table, vectors } from "./support/rust.js";
import { skip, stage } from "./support/stage.js";

const signature = join(vectors, "site/signatures/charter/version-ancienne-et-complete.yaml");
const ARMOUR = `-----BEGIN OPENSSH PRIVATE KEY-----\n${"b3BlbnNzaC1rZXktdjEA".repeat(3)}\n`;
const set = stage("check");
const { folder, open } = set;

/** Gives files to the checker and waits for what it says. */
async function check(page, files, input = "#check-files") {
  await page.evaluate(() => (document.querySelector("#check-status").textContent = ""));
  await page.locator(input).setInputFiles(files);
  await page.waitForFunction(() => !/^$|…$/.test(document.querySelector("#check-status").textContent), null, { timeout: 60000 });
  return page.locator("#check-status").textContent();
}

const codes = (page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll("article.check"), (article) => [
      article.querySelector(".file").textContent,
      Array.from(article.querySelectorAll("[data-code]"), (item) => `${item.dataset.code} ${item.dataset.line}`).join(", "),
    ]),
  );

test("in Chromium, every file to refuse gets the program's code and line", { skip }, async () => {
  const copy = join(folder, "refused");
  for (const [file, path] of table("refuse/index.tsv")) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(join(vectors, "refuse", file), join(copy, path));
  }
  const { page, wrong, context } = await open("verifier.html");
  await check(page, copy, "#check-folder");
  const expected = new Map(table("expected.tsv").map(([file, code, line]) => [file, `${code} ${line}`]));
  const wanted = table("refuse/index.tsv").map(([file, path]) => [`refused/${path}`, expected.get(file)]);
  assert.deepEqual(Object.fromEntries(await codes(page)), Object.fromEntries(wanted));
  assert.deepEqual(await axe(page), []);
  assert.equal(await overflows(page), false);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("Chromium and Node take the same web addresses", { skip }, async () => {
  const { page, context } = await open("verifier.html");
  const theirs = await page.evaluate(async (websites) => {
    const { checkWebsite } = await import(new URL("static/js/format/identifiers.js", document.baseURI).href);
    return websites.map(checkWebsite);
  }, WEBSITES);
  assert.deepEqual(theirs, WEBSITES.map(checkWebsite));
  assert.equal(checkWebsite("https://xn--bcher-kva.example/"), null);
  assert.equal(checkWebsite("https://xn--a/"), "website-form");
  await context.close();
});

test("a whole copy of the site holds, with its texts and stewards", { skip }, async () => {
  const { page, wrong, context } = await open("verifier.html");
  const copy = join(folder, "copy");
  cpSync(join(set.made.site, "signatures"), join(copy, "signatures"), { recursive: true });
  cpSync(join(set.made.site, "content"), join(copy, "content"), { recursive: true });
  const said = await check(page, copy, "#check-folder");
  assert.match(said, /Bons.: 9\. Ne tiennent pas.: 0\./);
  const text = await page.locator("#check-results").textContent();
  assert.match(text, /Un garant l’a attestée.: Comité d'exemple/);
  assert.match(text, /a retiré son adhésion/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("each bad input has its sentence", { skip }, async () => {
  const { page, wrong, context } = await open("verifier.html");
  const put = (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const sound = readFileSync(signature);
  assert.match(await check(page, put("note.pdf", "%PDF")), /Aucun fichier de signature.*Laissés de côté.*note\.pdf/);
  const large = put("large.yaml", "");
  truncateSync(large, 100 * 1024 * 1024);
  await check(page, large);
  assert.deepEqual(await codes(page), [["large.yaml", "file-too-large 1"]]);
  await check(page, put("cut.yaml", sound.subarray(0, sound.length - 90)));
  assert.match((await codes(page))[0][1], /armour-form|final-newline|signature-missing/);
  assert.match(await check(page, [put("a.yaml", sound), put("b.yaml", sound)]), /En double.*b\.yaml/);
  assert.match(await check(page, put("id_ed25519", ARMOUR)), /clé privée.*id_ed25519/);
  await check(page, put("other.yaml", readFileSync(join(vectors, "refuse/other-charter.yaml"))));
  assert.equal((await codes(page))[0][1], "other-charter 3");
  await check(page, put("changed.yaml", readFileSync(join(vectors, "refuse/wrong-digest.yaml"))));
  assert.equal((await codes(page))[0][1], "digest-mismatch 6");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an organisation's page checks what it holds, in place", { skip }, async () => {
  const organisation = "organisations/version-ancienne-et-complete.html";
  for (const address of [organisation, pathToFileURL(join(set.made.site, organisation)).href]) {
    const { page, wrong, context } = await open(address);
    await page.locator("[data-check-here] button").click();
    await page.locator("article.check").nth(1).waitFor();
    assert.equal(await page.locator("article.check.sound").count(), 2);
    assert.match(await page.locator("article.check").first().textContent(), /Un garant l’a attestée/);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(wrong, []);
    // What the page shows is what is checked.
    await page.reload();
    await page.evaluate(() => (document.querySelector("pre code[id^=page-body]").firstChild.data += " "));
    await page.locator("[data-check-here] button").click();
    await page.locator("article.check.faulty").first().waitFor();
    await context.close();
  }
});

test("a link to the checker brings the file along", { skip }, async () => {
  const { page, wrong, context } = await open("verifier.html#signatures/charter/version-ancienne-et-complete.yaml");
  await page.locator("article.check").nth(1).waitFor();
  assert.equal(await page.locator("article.check.sound").count(), 2);
  await page.goto(`${set.server.url}verifier.html#signatures/charter/personne.yaml`);
  await page.waitForFunction(() => /n’a pas pu être chargé/.test(document.querySelector("#check-status").textContent));
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the checker as one file works from a stick, without a network, and is what its digest says", { skip }, async () => {
  const bytes = readFileSync(join(set.made.site, "verificateur.html"));
  const stick = join(folder, "stick.html");
  writeFileSync(stick, bytes);
  const digest = createHash("sha256").update(bytes).digest("hex");
  assert.ok(readFileSync(join(set.made.site, "verifier.html"), "utf8").includes(digest));
  const { page, wrong, context } = await open(pathToFileURL(stick).href, { offline: true });
  await check(page, [signature, signature.replace(".yaml", ".attestation.yaml")]);
  assert.deepEqual(await codes(page), [
    ["version-ancienne-et-complete.attestation.yaml", ""],
    ["version-ancienne-et-complete.yaml", ""],
  ].sort(([one]) => (one.includes("attestation") ? 1 : -1)));
  assert.equal(await page.locator("article.check.sound").count(), 2);
  await check(page, join(vectors, "refuse/body-changed.yaml"));
  assert.deepEqual(await codes(page), [["body-changed.yaml", "signature-mismatch 13"]]);
  assert.deepEqual(await axe(page), []);
  assert.equal(await overflows(page), false);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("without scripts or Web Crypto the page says what else there is", { skip }, async () => {
  const off = await open("verifier.html", { javaScriptEnabled: false });
  assert.equal(await off.page.locator("#check").isVisible(), false);
  assert.match(await off.page.locator("main").innerText(), /scripts sont désactivés[^]*ssh-keygen/);
  await off.context.close();
  const context = await set.browser.newContext(PHONE);
  await context.addInitScript(() => Object.defineProperty(globalThis, "crypto", { value: {} }));
  const page = await context.newPage();
  await page.goto(`${set.server.url}verifier.html`);
  assert.equal(await page.locator("#check-old").isVisible(), true);
  await context.close();
});

test("the checker works where Web Crypto has no Ed25519", { skip }, async () => {
  const context = await set.browser.newContext(PHONE);
  await context.addInitScript(() => {
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = (...args) => (args[2] === "Ed25519" ? Promise.reject(new Error("none")) : importKey.apply(crypto.subtle, args));
  });
  const page = await context.newPage();
  await page.goto(`${set.server.url}verifier.html`);
  assert.match(await check(page, [signature, join(vectors, "refuse/body-changed.yaml")]), /Bons.: 1\. Ne tiennent pas.: 1\./);
  await context.close();
});

test("the scripts are as light as promised", { skip }, () => {
  const weight = (...names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(set.made.site, "static", name)), { level: 9 }).length, 0);
  const [checker, signer] = [weight("check.js", "check-data.js"), weight("sign.js", "sign-data.js")];
  console.log(`checking ${checker} bytes, signing ${signer} bytes, compressed`);
  assert.ok(checker <= 30 * 1024 && signer <= 45 * 1024);
});
