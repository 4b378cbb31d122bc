// Every bad input has its sentence, in both languages, and nothing typed is lost. A row of a table is one input.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { concat, toBase64, uint32, utf8, wireString } from "../../themes/default/static/js/format/bytes.js";
import { axe, serve } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { agree, introduce, keyFile, says, signWith } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const LANGUAGES = {
  fr: { set: stage("bad-fr"), sign: "charte_signer.html", verify: "verifier.html", checker: "verificateur.html" },
  en: { set: stage("bad-en", { language: "en" }), sign: "charter_sign.html", verify: "verify.html", checker: "checker.html" },
};
const { folder } = LANGUAGES.fr.set;
const refused = (name) => join(vectors, "refuse", name);
const NAME = "Association des Mots tapés";
const LARGE = 100 * 1024 * 1024;
let key;

/** A key file as ssh-keygen writes one for a key that stays in a token. */
function hardwareKey() {
  const options = concat(wireString("0123456789abcdef"), uint32(16));
  const front = concat(utf8("openssh-key-v1\0"), wireString("aes256-ctr"), wireString("bcrypt"), wireString(options));
  const key = concat(wireString("sk-ssh-ed25519@openssh.com"), wireString(new Uint8Array(32)), wireString("ssh:"));
  const blob = toBase64(concat(front, uint32(1), wireString(key), wireString(new Uint8Array(64))));
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${blob}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

/** A new file. @param {string} name @param {string | Uint8Array} content @param {number} [size] */
function put(name, content, size) {
  const path = join(folder, name);
  writeFileSync(path, content);
  if (size) truncateSync(path, size);
  return path;
}

/** What is given as a key, with what is then said. @type {[string, () => string, string, RegExp, RegExp][]} */
const KEYS = [
  ["a wrong passphrase", () => key, "autre", /pas celle de cette clé/, /not this key’s/],
  ["an RSA key", () => join(folder, "rsa"), "", /clé ssh-rsa\. Seules les clés Ed25519/, /ssh-rsa key\. Only Ed25519/],
  ["an ECDSA key", () => join(folder, "ecdsa"), "", /clé ecdsa-sha2-nistp256/, /ecdsa-sha2-nistp256 key/],
  ["a hardware key", () => put("hardware", hardwareKey()), "", /boîtier matériel/, /hardware token/],
  ["a truncated key", () => put("cut", readFileSync(key).subarray(0, 200)), "", /abîmé ou incomplet/, /damaged or incomplete/],
  ["100 MB as a key", () => put("large", "", LARGE), "", /trop grand/, /too large/],
];

/** What is given as the signature that is there. @type {[string, () => string, RegExp, RegExp][]} */
const PREVIOUS = [
  ["of another charter", () => refused("other-charter.yaml"), /une autre charte/, /another charter/],
  ["of which the text was changed", () => refused("body-changed.yaml"), /pas une signature valable/, /not a valid signature/],
  ["truncated", () => put("cut.yaml", sound().subarray(0, 700)), /pas une signature valable/, /not a valid signature/],
  ["of 100 MB", () => put("large.yaml", "", LARGE), /pas une signature valable/, /not a valid signature/],
];

const sound = () => readFileSync(join(vectors, "site/signatures/charter/version-ancienne-et-complete.yaml"));

/** What is given to the checker, with what is then said on the page. @type {[string, () => string | string[], RegExp, RegExp][]} */
const CHECKED = [
  ["a truncated file", () => put("t.yaml", sound().subarray(0, 700)), /Ne tient pas/, /Does not hold/],
  ["100 MB", () => put("l.yaml", "", LARGE), /plus que la limite/, /more than the limit/],
  ["another charter's file", () => refused("other-charter.yaml"), /pour une autre charte/, /for another charter/],
  ["a text that changed", () => refused("wrong-digest.yaml"), /L’empreinte n’est pas celle/, /The digest is not that/],
  ["the same file twice", () => [put("a.yaml", sound()), put("b.yaml", sound())], /En double, vérifiés une fois/, /There twice, checked once/],
  ["a private key", () => key, /Attention, clé privée/, /a private key/],
];

before(() => {
  if (skip) return;
  key = keyFile();
  execFileSync("ssh-keygen", ["-q", "-N", "", "-t", "rsa", "-b", "1024", "-f", join(folder, "rsa")]);
  execFileSync("ssh-keygen", ["-q", "-N", "", "-t", "ecdsa", "-f", join(folder, "ecdsa")]);
});

for (const [language, { set, sign, verify, checker }] of Object.entries(LANGUAGES)) {
  const said = (french, english) => (language === "fr" ? french : english);
  const typed = async (page) => assert.equal(await page.locator("#name").inputValue(), NAME);

  test(`keys that can't sign, ${language}`, { skip }, async () => {
    const { page, wrong, context } = await set.open(sign);
    await introduce(page, { name: NAME });
    await page.locator("#key-way-open").check();
    for (const [what, path, secret, french, english] of KEYS) {
      await page.locator("#key-file").setInputFiles(path());
      await page.locator("#key-secret").fill(secret);
      await page.locator("#key-open").click();
      await says(page, what === "a wrong passphrase" ? "key-secret-fault" : "key-file-fault", said(french, english)).catch((error) => assert.fail(`${what}: ${error}`));
      await typed(page);
    }
    await signWith(page, key);
    await typed(page);
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test(`signatures that can't be followed, ${language}`, { skip }, async () => {
    const { page, wrong, context } = await set.open(sign);
    await agree(page);
    await page.locator("#name").fill(NAME);
    await page.locator("#step-who [data-back]").click();
    await page.locator("input[name=mode][value=renew]").check();
    for (const [what, path, french, english] of PREVIOUS) {
      await page.locator("#previous-file").setInputFiles([]);
      await page.evaluate(() => (document.getElementById("previous-file-fault").textContent = ""));
      await page.locator("#previous-file").setInputFiles(path());
      await says(page, "previous-file-fault", said(french, english)).catch((error) => assert.fail(`${what}: ${error}`));
      await typed(page);
    }
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test(`files that do not hold, ${language}`, { skip }, async () => {
    const { page, wrong, context } = await set.open(verify);
    for (const [what, paths, french, english] of CHECKED) {
      await page.evaluate(() => (document.querySelector("#check-status").textContent = ""));
      await page.locator("#check-files").setInputFiles(paths());
      await page.waitForFunction(() => !/^$|…$/.test(document.querySelector("#check-status").textContent));
      const text = (await page.locator("#check-results").textContent()) + (await page.locator("#check-status").textContent());
      assert.match(text, said(french, english), what);
    }
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test(`a wrong clock, ${language}`, { skip }, async (run) => {
    const early = await serve(set.made.site, { date: "Mon, 01 Jun 2015 10:00:00 GMT" });
    run.after(() => early.stop());
    const { page, context } = await set.open(`${early.url}${sign}`);
    await agree(page);
    await page.locator("#name").fill(NAME);
    await page.locator("#name").blur();
    await says(page, "clock-note", said(/L’horloge de cet appareil semble fausse.*1er.juin.2015/, /device seems wrong.*1.June.2015/));
    await typed(page);
    await context.close();
  });

  test(`storage and clipboard denied, and the forge's tab blocked, ${language}`, { skip }, async () => {
    const { page, wrong, context } = await set.open("index.html");
    await context.addInitScript(() => {
      const deny = () => {
        throw new DOMException("denied", "SecurityError");
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(globalThis, name, { get: deny });
      Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("denied")) } });
      // What keeps a tab from opening lets the click come to nothing.
      addEventListener("click", (event) => event.target.matches("a[target=_blank]") && event.preventDefault());
    });
    await page.goto(set.server.url + sign);
    await introduce(page, { name: NAME });
    await signWith(page, key);
    await page.locator("#send-forge").click();
    assert.match(await page.locator("#send-forge-note").textContent(), said(/Si rien ne s’ouvre, téléchargez/, /If nothing opens, download/));
    await page.locator("#send-copy").click();
    await says(page, "send-status", /Ctrl\+C/);
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#send-download").click()]);
    const path = join(folder, `${language}-blocked.yaml`);
    await file.saveAs(path);
    assert.equal(readFileSync(path, "utf8"), await page.locator("#send-content").inputValue());
    await typed(page);
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test(`no Web Crypto, or a browser too old to read the scripts, ${language}`, { skip }, async () => {
    const words = said(/Ce navigateur n’a pas ce qu’il faut/, /This browser lacks what/);
    const { page, context } = await set.open("index.html");
    const look = async (address, id) => {
      await page.goto(set.server.url + address);
      await page.locator(`#${id}-old`).waitFor();
      assert.match(await page.locator(`#${id}-old`).innerText(), words);
      assert.equal(await page.locator(`#${id}`).isVisible(), false);
      assert.deepEqual(await axe(page), []);
    };
    const pages = [[sign, "sign"], [verify, "check"], [checker, "check"]];
    await context.route(/static\/(sign|check)\.js/, (route) => route.fulfill({ body: "let let = ;", contentType: "text/javascript" }));
    for (const [address, id] of pages.slice(0, 2)) await look(address, id);
    await context.unroute(/static\/(sign|check)\.js/);
    await context.addInitScript(() => Object.defineProperty(globalThis, "crypto", { value: {} }));
    for (const [address, id] of pages) await look(address, id);
    await context.close();
  });
}
