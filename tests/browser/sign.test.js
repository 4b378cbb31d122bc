// The signing page as a person uses it, on a telephone's screen.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { axe, overflows } from "./support/browser.js";
import { skip, stage } from "./support/stage.js";

const PASSPHRASE = "quatre mots bien choisis";
const PATH = "signatures/charter/regie-du-port.yaml";
const set = stage("sign");
const { folder, open } = set;

const next = (page, step) => page.locator(`#step-${step} [data-next]`).click();

async function agree(page) {
  await page.locator("#agree-read").check();
  await page.locator("#agree-mandate").check();
  await next(page, "read");
}

async function download(page, selector, name) {
  const [event] = await Promise.all([page.waitForEvent("download"), page.locator(selector).click()]);
  const path = join(folder, name);
  await event.saveAs(path);
  return { path, suggested: event.suggestedFilename() };
}

async function fillWho(page) {
  await page.locator("#name").fill("  Régie   du Port ");
  await page.locator("#department").selectOption("49");
  await page.waitForFunction(() => document.querySelectorAll("#cities option").length > 100);
  await page.locator("#city").fill("angers");
  await page.locator("#city").blur();
  await page.waitForFunction(() => document.querySelector("#insee").value === "49007");
  assert.equal(await page.locator("#city").inputValue(), "Angers");
  await page.locator("#siren").fill("100 000 009");
}

async function makeKey(page) {
  await page.locator("#key-passphrase").fill(PASSPHRASE);
  await page.locator("#key-repeat").fill(PASSPHRASE);
  await page.locator("#key-make").click();
  await page.locator("#key-save").waitFor();
  return download(page, "#key-save", "key");
}

test("a person signs on a telephone, and every tool accepts what comes out", { skip }, async () => {
  const { page, wrong, context } = await open("charte_signer.html");
  const looked = [];
  const look = async (step) => {
    looked.push(...(await axe(page)).map((found) => `${step}: ${found}`));
    if (await overflows(page)) looked.push(`${step} overflows`);
  };
  await look("read");
  await next(page, "read");
  assert.match(await page.locator("#read-fault").textContent(), /Cochez/);
  await agree(page);
  await look("who");
  assert.equal(await page.evaluate(() => document.activeElement.id), "head-who");
  await fillWho(page);
  assert.equal(await page.locator("#slug").inputValue(), "regie-du-port");
  await page.locator("#rna").fill("491234567");
  await page.locator("#rna").blur();
  assert.match(await page.locator("#rna-fault").textContent(), /W suivi de neuf/);
  await look("who with a fault");
  await next(page, "who");
  await page.waitForFunction(() => document.activeElement.id === "rna");
  await page.locator("#rna").fill("w491234568");
  await page.locator("#rna").blur();
  assert.equal(await page.locator("#rna").inputValue(), "W491234568");
  await page.locator("#named").check();
  await page.locator("#person").fill("Camille Exemple");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  await look("key");
  await next(page, "key");
  assert.match(await page.locator("#key-fault").textContent(), /clé/);
  await page.locator("#key-passphrase").fill("court");
  await page.locator("#key-make").click();
  assert.match(await page.locator("#key-passphrase-fault").textContent(), /trop courte/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "key-passphrase");
  await look("key with a fault");
  const key = await makeKey(page);
  assert.equal(key.suggested, "regie-du-port-key");
  await next(page, "key");
  await page.locator("#step-check").waitFor();
  await look("check");
  const preview = await page.locator("#preview").textContent();
  await next(page, "check");
  await page.locator("#step-send").waitFor();
  await look("send");
  const file = await download(page, "#send-download", "regie-du-port.yaml");
  assert.equal(file.suggested, "regie-du-port.yaml");
  const signed = readFileSync(file.path, "utf8");
  assert.ok(signed.startsWith(`${preview}signature: |\n`));
  assert.match(signed, /name: "Régie du Port"\n {2}city: "Angers"\n {2}insee: "49007"\n {2}rna: "W491234568"/);
  const link = new URL(await page.locator("#send-forge").getAttribute("href"));
  assert.equal(link.searchParams.get("filename"), PATH);
  assert.equal(link.searchParams.get("value"), signed);
  assert.deepEqual(looked, []);
  assert.deepEqual(wrong, []);
  await context.close();

  // The program, ssh-keygen, and the key with its passphrase.
  writeFileSync(join(set.made.folder, PATH), signed);
  const checked = set.made.run("check");
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  execFileSync("chmod", ["600", key.path]);
  const line = execFileSync("ssh-keygen", ["-y", "-P", PASSPHRASE, "-f", key.path]).toString();
  assert.match(line, /^ssh-ed25519 \S+ regie-du-port-key/);
  const [body, armour] = signed.split("signature: |\n");
  writeFileSync(join(folder, "body.sig"), armour.replace(/^ {2}/gm, ""));
  const args = ["-Y", "check-novalidate", "-n", "paraphe", "-s", join(folder, "body.sig")];
  assert.match(execFileSync("ssh-keygen", args, { input: body }).toString(), /Good "paraphe" signature/);
  assert.equal(set.made.run("build").status, 0);
});

test("the program signs with the key that was made here, and a key of the program's signs here", { skip }, async () => {
  const secret = join(folder, "passphrase");
  writeFileSync(secret, `${PASSPHRASE}\n`);
  const options = ["--key", join(folder, "key"), "--passphrase-file", secret, "--name", "Régie du Port", "--city", "Angers", "-y"];
  const signed = set.made.run("sign", "territories/exempleville-les-tilleuls", "--organisation-id", "regie-du-port", ...options);
  assert.equal(signed.status, 0, signed.stdout + signed.stderr);
  const shownKey = set.made.run("key", "show", join(folder, "key")).stdout;
  const checked = set.made.run("check");
  assert.equal(checked.status, 0, checked.stdout + checked.stderr);
  const own = join(folder, "own-key");
  assert.equal(set.made.run("key", "new", own, "--passphrase-file", secret).status, 0);

  const { page, wrong, context } = await open("charte_signer.html");
  await agree(page);
  await page.locator("#name").fill("Association du Programme");
  await page.locator("#city").fill("Angers");
  await next(page, "who");
  await page.locator("#key-way-open").check();
  for (const [path, shown] of [[join(folder, "key"), shownKey], [own, set.made.run("key", "show", own).stdout]]) {
    await page.locator("#key-file").setInputFiles(path);
    await page.locator("#key-secret").fill(PASSPHRASE);
    await page.locator("#key-open").click();
    const [print] = /SHA256:\S+/.exec(shown);
    await page.waitForFunction((print) => document.querySelector("#key-status").textContent.includes(print), print);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the name is now taken, and the file that is there can be followed by its key", { skip }, async () => {
  const { page, wrong, context } = await open("charte_signer.html");
  await agree(page);
  await fillWho(page);
  await next(page, "who");
  await page.locator("#slug-fault", { hasText: "déjà signé" }).waitFor();
  await page.locator("#step-who [data-back]").click();
  for (const [mode, pattern] of [["renew", /action: "sign"/], ["withdraw", /action: "withdraw"[^]*declaration: "Nous partons."/]]) {
    await page.locator(`input[name=mode][value=${mode}]`).check();
    await page.locator("#previous-file").setInputFiles(join(folder, "regie-du-port.yaml"));
    await page.waitForFunction(() => /bonne/.test(document.querySelector("#previous-status").textContent));
    await next(page, "read");
    assert.equal(await page.locator("#name").inputValue(), "Régie du Port");
    assert.equal(await page.locator("#person").inputValue(), "Camille Exemple");
    if (mode === "withdraw") {
      await next(page, "who");
      await page.waitForFunction(() => document.activeElement.id === "reason");
      await page.locator("#reason").fill("Nous partons.");
    }
    await next(page, "who");
    await page.locator("#step-key").waitFor();
    await page.locator("#key-file").setInputFiles(join(folder, "key"));
    if (mode === "renew") {
      await page.locator("#key-secret").fill("autre chose");
      await page.locator("#key-open").click();
      await page.waitForFunction(() => /pas celle/.test(document.querySelector("#key-secret-fault").textContent));
    }
    await page.locator("#key-secret").fill(PASSPHRASE);
    await page.locator("#key-open").click();
    await page.waitForFunction(() => /SHA256:/.test(document.querySelector("#key-status").textContent));
    await next(page, "key");
    assert.equal(await page.locator("#other-key").isVisible(), false);
    await next(page, "check");
    await page.locator("#step-send").waitFor();
    assert.match(await page.locator("#send-forge").getAttribute("href"), /\/edit\/main\/signatures\/charter\/regie-du-port\.yaml$/);
    const { path } = await download(page, "#send-download", `${mode}.yaml`);
    assert.match(readFileSync(path, "utf8"), pattern);
    writeFileSync(join(set.made.folder, PATH), readFileSync(path));
    assert.equal(set.made.run("check").status, 0);
    for (const step of ["send", "check", "key", "who"]) await page.locator(`#step-${step} [data-back]`).click();
  }
  assert.deepEqual(wrong, []);
  await context.close();
});
