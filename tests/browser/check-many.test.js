// What a folder may hold, and what an address may say, when somebody means the checker ill: it says so in words, stays
// alive, and shows nothing for what it is not.

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import test from "node:test";
import { axe, overflows } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { says } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const set = stage("many");
const SOUND = join(vectors, "site/signatures/charter/association-exemple.yaml");

/** Gives files to the page as a folder that a person drops or chooses would. It runs in the page. */
function give(files) {
  const input = document.querySelector("#check-folder");
  const list = files.map(({ path, text, count }) =>
    Array.from({ length: count ?? 1 }, (_, at) => {
      const file = new File([text.replace("%d", at)], path.slice(path.lastIndexOf("/") + 1));
      Object.defineProperty(file, "webkitRelativePath", { value: path.replace("%d", at) });
      return file;
    }),
  );
  Object.defineProperty(input, "files", { value: list.flat(), configurable: true });
  input.dispatchEvent(new Event("change"));
}

test("a folder of 50,000 files is read as far as is told, and the page stays alive", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const text = `${readFileSync(SOUND, "utf8").slice(0, -60)}%d`;
  await page.evaluate(give, [{ path: "copie/signatures/charter/a-%d.yaml", text, count: 50000 }]);
  await says(page, "check-status", /Vérification en cours.: [\d\u202f]+ sur 20\u202f000/);
  // Meanwhile something else is given: that alone is shown in the end.
  await page.locator("#check-files").setInputFiles(SOUND);
  await says(page, "check-status", /Bons.: 1\. Ne tiennent pas.: 0\./);
  await page.waitForTimeout(500);
  assert.equal(await page.locator("article.check").count(), 1);
  await page.evaluate(give, [{ path: "copie/signatures/charter/a-%d.yaml", text: `%d\n${text}`, count: 20001 }]);
  await page.waitForFunction(() => /^Bons/.test(document.querySelector("#check-status").textContent), null, { timeout: 120000 });
  const said = await page.locator("#check-status").textContent();
  assert.match(said, /Ne tiennent pas.: 20\u202f000\. .*les 300 premiers.*19\u202f700 sont seulement comptés.*les 20\u202f000 premiers fichiers ont été lus/);
  assert.equal(await page.locator("article.check").count(), 300);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("what is given while a file is still being checked is alone shown in the end", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const text = readFileSync(SOUND, "utf8");
  // Digests take their time: the first file is still being checked when the second is there.
  await page.evaluate(() => {
    const { digest } = SubtleCrypto.prototype;
    let asked = 0;
    SubtleCrypto.prototype.digest = async function (...args) {
      if ((asked += 1) === 1) await new Promise((resolve) => setTimeout(resolve, 800));
      return digest.apply(this, args);
    };
  });
  await page.evaluate(give, [{ path: "first.yaml", text }]);
  await page.waitForTimeout(100);
  await page.evaluate(give, [{ path: "second.yaml", text }]);
  await page.waitForTimeout(1500);
  assert.deepEqual(await page.locator("article.check bdi.file").allTextContents(), ["second.yaml"]);
  assert.match(await page.locator("#check-status").textContent(), /Bons.: 1\. Ne tiennent pas.: 0\./);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("names and values that turn the line around are written out", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const name = "\u202egnp.eriapmoc\u2066<img src=x onerror=alert(1)>.yaml";
  await page.evaluate(give, [
    { path: name, text: "paraphe: 1\n\u202ekey\u0007: \"x\"\n__proto__: \"x\"\nconstructor: \"y\"\ntoString: \"z\"\n" },
    { path: "x\u202e.bin", text: "x" },
  ]);
  await says(page, "check-status", /^Bons/);
  const text = (await page.locator("#check-results").textContent()) + (await page.locator("#check-status").textContent());
  assert.equal(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text.replace(/\n/g, "")), false, JSON.stringify(text));
  assert.match(text, /\\u\{202e\}/);
  for (const key of ["__proto__", "constructor", "toString"]) assert.ok(text.includes(key), key);
  assert.equal(await page.locator("#check-results img").count(), 0);
  assert.equal(await overflows(page), false);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a file that can't be read is named, and the others are checked", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function () {
      return this.size === 7 ? Promise.reject(new DOMException("gone", "NotReadableError")) : arrayBuffer.call(this);
    };
  });
  const text = readFileSync(SOUND, "utf8");
  await page.evaluate(give, [{ path: "x/gone.yaml", text: "1234567" }, { path: "x/a.yaml", text }]);
  await says(page, "check-status", /Bons.: 1\. Ne tiennent pas.: 0\. Impossibles à lire.: x\/gone\.yaml/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the same bytes under another text are another file, and the size told is the file's own", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const folder = join(set.folder, "copy");
  const elsewhere = join(folder, "signatures/territories/exempleville-les-tilleuls");
  mkdirSync(join(folder, "signatures/charter"), { recursive: true });
  mkdirSync(elsewhere, { recursive: true });
  copyFileSync(SOUND, join(folder, "signatures/charter/a.yaml"));
  copyFileSync(SOUND, join(elsewhere, "a.yaml"));
  writeFileSync(join(folder, "signatures/charter/large.yaml"), "x".repeat(5 * 1024 * 1024));
  await page.locator("#check-folder").setInputFiles(folder);
  await says(page, "check-status", /Bons.: 1\. Ne tiennent pas.: 2\./);
  assert.equal(await page.locator("[data-code=text-path]").count(), 1);
  assert.match(await page.locator("[data-code=file-too-large]").textContent(), /5\u202f242\u202f880 octets/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("an address that names nothing is passed over", { skip }, async () => {
  for (const hash of ["#%", "#%E0%A4%A", "#signatures/../../etc/passwd.yaml", "#//evil.example/x.yaml", "#page-meaning"]) {
    const { page, wrong, context } = await set.open(`verifier.html${hash}`);
    await page.waitForTimeout(100);
    assert.equal(await page.locator("#check-status").textContent(), "");
    assert.deepEqual(wrong, [], hash);
    await context.close();
  }
});

test("from an organisation's page everything comes along; from a disk it is said how else", { skip }, async () => {
  const organisation = "organisations/version-ancienne-et-complete.html";
  const { page, wrong, context } = await set.open(organisation);
  await page.getByRole("link", { name: "L’ouvrir dans la page de vérification" }).first().click();
  await page.locator("article.check").nth(1).waitFor();
  assert.equal(await page.locator("article.check.sound").count(), 2);
  assert.deepEqual(wrong, []);
  await context.close();
  const disk = await set.open(pathToFileURL(join(set.made.site, organisation)).href);
  await disk.page.getByRole("link", { name: "L’ouvrir dans la page de vérification" }).first().click();
  await says(disk.page, "check-status", /version-ancienne-et-complete\.yaml n’a pas pu être chargé.*choisissez-le ici/);
  assert.deepEqual(disk.wrong, []);
  await disk.context.close();
});

test("what is dropped and can't be opened is named", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  await page.evaluate(() => {
    const broken = { isFile: false, fullPath: "/fermé", createReader: () => ({ readEntries: (_, failed) => failed(new Error("closed")) }) };
    const event = new Event("drop", { cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items: [{ webkitGetAsEntry: () => broken }], files: [] } });
    document.dispatchEvent(event);
  });
  await says(page, "check-status", /Impossibles à lire.: fermé/);
  assert.deepEqual(wrong, []);
  await context.close();
});
