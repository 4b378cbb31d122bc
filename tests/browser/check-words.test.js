// What the checker says in plain words: of a file that was altered, of another text, of a text alone, of an attestation
// that counts no more or never did, of what a mail did to a file.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileDigest, utf8 } from "../../themes/default/static/js/format/bytes.js";
import { writeBody } from "../../themes/default/static/js/format/write.js";
import { axe, overflows } from "./support/browser.js";
import { Numbers, signed, soundValues } from "./support/generate.js";
import { vectors } from "./support/rust.js";
import { vectorsAtHand } from "./support/site.js";
import { skip, stage } from "./support/stage.js";

const set = stage("check-words");
const NAME = "association-exemple";
const SIGNATURE = readFileSync(join(vectors, `site/signatures/charter/${NAME}.yaml`), "utf8");
const ATTESTATION = readFileSync(join(vectors, "site/signatures/charter/version-ancienne-et-complete.attestation.yaml"), "utf8");
const TEXT = readFileSync(join(vectors, "site/content/charter/1.0.md"), "utf8");

/** Writes files into a folder of their own. @param {string} name @param {Record<string, string>} files */
function put(name, files) {
  const paths = Object.entries(files).map(([path, content]) => {
    const whole = join(set.folder, name, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
    return whole;
  });
  return { paths, folder: join(set.folder, name) };
}

/**
 * Gives files to the checker: the state and the kind of each by its name, its words, and those of the whole.
 * @param {import("playwright-core").Page} page @param {string | string[]} files
 */
async function check(page, files, input = "#check-files") {
  await page.evaluate(() => (document.querySelector("#check-status").textContent = ""));
  await page.locator(input).setInputFiles(files);
  await page.waitForFunction(() => !/^$|…$/.test(document.querySelector("#check-status").textContent), null, { timeout: 60000 });
  const said = await page.locator("#check-status").textContent();
  const found = await page.evaluate(() =>
    Array.from(document.querySelectorAll("article.check"), (article) => {
      const name = article.querySelector(".file").textContent.replace(/.*\//, "");
      return [name, [article.className.replace("check ", ""), article.querySelector("strong").textContent, article.textContent]];
    }),
  );
  return { said, found: Object.fromEntries(found) };
}

/** The verdict on one file. @param {import("playwright-core").Page} page @param {string} name @param {string} content */
async function one(page, name, content) {
  const { paths } = put("one", { [name]: content });
  const { said, found } = await check(page, paths);
  assert.equal(Object.keys(found).length, 1, said);
  return [...found[name], said];
}

test("an altered file, another text and a text alone have a verdict each", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const [kind, state, words] = await one(page, "a.yaml", SIGNATURE.replace("Exempleville", "Exemplevilla"));
  assert.deepEqual([kind, state], ["faulty", "Modifié"]);
  assert.match(words, /n’est plus tel qu’il a été signé.*origine.*signature-mismatch/);
  // A digit of the digest changed is a change too, though what is then wrong is the text.
  const digest = /sha256: "(.)/.exec(SIGNATURE)[1];
  const other = SIGNATURE.replace(`sha256: "${digest}`, `sha256: "${digest === "0" ? "1" : "0"}`);
  assert.deepEqual((await one(page, "a.yaml", other)).slice(0, 2), ["faulty", "Modifié"]);

  const values = soundValues(new Numbers(1), await vectorsAtHand());
  values.set("text", "charter").set("version", "1.0").set("sha256", "0".repeat(64));
  const [, of, why] = await one(page, "a.yaml", await signed(writeBody(values, "adherence")));
  assert.equal(of, "Autre texte");
  assert.match(why, /tel qu’il a été signé, mais ce qui a été signé n’est pas le texte publié/);

  const [good, genuine, same, said] = await one(page, "1.0.md", TEXT.replaceAll("\n", "\r\n"));
  assert.deepEqual([good, genuine], ["sound", "Texte authentique"]);
  assert.match(same, /version 1\.0.*SHA-256/);
  assert.match(said, /Textes authentiques.: 1\. Modifiés ou inconnus.: 0\./);
  const [bad, altered, how] = await one(page, "charte.md", `${TEXT} `);
  assert.deepEqual([bad, altered], ["faulty", "Texte modifié"]);
  assert.match(how, /version 1\.0.*n’est pas le texte publié/);
  assert.equal((await one(page, "autre.md", "# Autre\n"))[1], "Texte inconnu");
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an attestation that counts no more takes nothing from the signature", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const { folder } = put("stale", {
    [`signatures/charter/${NAME}.yaml`]: SIGNATURE,
    [`signatures/charter/${NAME}.attestation.yaml`]: ATTESTATION,
  });
  const { said, found } = await check(page, folder, "#check-folder");
  assert.match(said, /Bons.: 2\. Ne tiennent pas.: 0\. Parmi les bons, touchés.*: 2\./);
  const [kind, state, words] = found[`${NAME}.yaml`];
  assert.deepEqual([kind, state], ["stale", "Attestation périmée"]);
  assert.match(words, /La signature est bonne.*ne compte plus.*attestation-stale/);
  assert.equal(found[`${NAME}.attestation.yaml`][0], "stale");
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an attestation by a stranger, or for another charter, is told", { skip }, async () => {
  const { page, context } = await set.open("verifier.html");
  const attest = async (charter) =>
    signed(writeBody(new Map([
      ["action", "attest"], ["charter", charter], ["signature-sha256", await fileDigest(utf8(SIGNATURE))],
      ["organisation", "Association d'exemple"], ["method", "Aucune"], ["date", "2026-06-03"],
    ]), "attestation"));
  const name = `${NAME}.attestation.yaml`;
  const [kind, , words] = await one(page, name, await attest("charte-exemple"));
  assert.equal(kind, "faulty");
  assert.match(words, /n’est pas un garant de cette charte.*attestation-not-steward/);
  assert.match((await one(page, name, await attest("autre")))[2], /pour une autre charte.*other-charter/);
  const { paths } = put("strange", { [name]: await attest("charte-exemple"), [`${NAME}.yaml`]: SIGNATURE });
  const { said, found } = await check(page, paths);
  assert.match(said, /Bons.: 0\. Ne tiennent pas.: 2\./);
  assert.match(found[`${NAME}.yaml`][2], /La signature elle-même est bonne, mais l’attestation/);
  await context.close();
});

test("of what a mail did to a file it is said what, and whether it holds all the same", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const lines = (change) => SIGNATURE.trimEnd().split("\n").map(change).join("\n") + "\n";
  const ways = [
    ["a.yaml", lines((line) => `${line} `), /espaces au début ou à la fin/],
    ["a.yaml", lines((line) => line.trimStart()), /espaces au début ou à la fin/],
    ["a.yaml", lines((line) => `> ${line}`), /marques de citation/],
    ["a.yaml", `${SIGNATURE}\n`, /lignes vides/],
    ["message.txt", `Bonjour,\r\n\r\n${lines((line) => `${line}\u00a0\r`)}\r\nCordialement\r\n`, /texte avant ou après.*espaces/],
  ];
  for (const [name, content, pattern] of ways) {
    const [kind, state, words] = await one(page, name, content);
    assert.deepEqual([kind, state], ["faulty", "Abîmé en chemin"], pattern.source);
    assert.match(words, pattern);
    assert.match(words, /Remis comme il a été signé, il est bon.*Association d'exemple/);
  }
  const forged = await one(page, "a.yaml", lines((line) => `> ${line}`).replace("Exempleville", "Exemplevilla"));
  assert.equal(forged[1], "Modifié");
  assert.match(forged[2], /marques de citation.*même remis en forme, il ne tient pas.*n’est plus tel qu’il a été signé/);
  // An empty file has one fault.
  const [, , nothing] = await one(page, "a.yaml", "");
  assert.equal(await page.locator("#check-results [data-code]").count(), 1, nothing);
  // The ends of lines of another system are no fault.
  const [windows, , ends] = await one(page, "a.yaml", SIGNATURE.replaceAll("\n", "\r\n"));
  assert.equal(windows, "sound");
  assert.match(ends, /comme sous Windows.: cela ne compte pas/);
  assert.doesNotMatch((await one(page, "a.yaml", SIGNATURE))[2], /Windows/);
  assert.deepEqual(await axe(page), []);
  assert.equal(await overflows(page), false);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a whole site holds no private key, and a key is found whatever it is called", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const { said, found } = await check(page, set.made.site, "#check-folder");
  assert.doesNotMatch(said, /clé privée/);
  assert.match(said, /Bons.: 9\. Ne tiennent pas.: 0\. Textes authentiques.: 3\. Modifiés ou inconnus.: 0\./);
  assert.equal(found["1.0.md"][1], "Texte authentique");
  const { paths } = put("key", { "cle.txt": `-----BEGIN OPENSSH PRIVATE KEY-----\r\n${"A".repeat(70)}\r\n`, "cle.ppk": "PuTTY-User-Key-File-3: ssh-ed25519\n" });
  assert.match((await check(page, paths)).said, /clé privée.: cle\.txt, cle\.ppk/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an address that names a signature leads to its verdict, and the days are written out", { skip }, async () => {
  for (const reducedMotion of [/** @type {const} */ ("reduce"), /** @type {const} */ ("no-preference")]) {
    const { page, wrong, context } = await set.open(`verifier.html#signatures/charter/${NAME}.yaml`, { reducedMotion });
    await page.waitForFunction(() => document.activeElement?.matches("article.check"));
    await page.waitForFunction(() => Math.abs(document.activeElement.getBoundingClientRect().top) < 60);
    assert.match(await page.locator("article.check").textContent(), /le 1er\u00a0juin\u00a02026/);
    await page.evaluate(() => (location.hash = "#signatures/charter/personne.yaml"));
    await page.waitForFunction(() => document.activeElement?.id === "check-status");
    assert.deepEqual(wrong, []);
    await context.close();
  }
});

test("the page says what is proved, what is not, and what to do when a file does not hold", { skip }, async () => {
  const { page, context } = await set.open("verifier.html", { javaScriptEnabled: false });
  const text = await page.locator("main").innerText();
  assert.match(text, /prouve que celui qui détient la clé[^]*ne prouve pas[^]*liste est complète[^]*viennent du site lui-même[^]*Si un fichier ne tient pas[^]*gardez le fichier/);
  assert.equal(await page.locator("section[aria-labelledby=page-failing] a[href^=mailto]").count(), 1);
  await context.close();
});

test("verdicts are headings that a listener goes through, and all is reached by keyboard at four times the size", { skip }, async () => {
  for (const address of ["verifier.html", "verificateur.html"]) {
    const { page, wrong, context } = await set.open(address, { viewport: { width: 320, height: 256 } });
    const { paths } = put("heard", { "bon.yaml": SIGNATURE, "faux.yaml": SIGNATURE.replace("Exempleville", "Exemplevilla") });
    await check(page, paths);
    const heard = await page.getByRole("heading", { level: 3 }).allTextContents();
    assert.deepEqual(heard.slice(0, 2), ["✓ Bon bon.yaml", "✗ Modifié faux.yaml"]);
    await page.getByRole("article", { name: "Modifié faux.yaml" }).waitFor();
    await page.getByLabel("Fichiers").focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "check-folder");
    await page.keyboard.press("Tab");
    // What scrolls sideways can be scrolled without a mouse.
    assert.equal(await page.evaluate(() => document.activeElement.matches("article.faulty pre")), true);
    assert.deepEqual(await axe(page), []);
    assert.equal(await overflows(page), false);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});
