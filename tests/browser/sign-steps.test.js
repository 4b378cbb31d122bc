// The way through the steps: forth, back, with Enter, with the browser's own buttons, and what is asked of the site.

import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { dateFault } from "../../themes/default/static/js/sign/dates.js";
import { axe } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { agree, introduce, keyFile, next, PASSPHRASE, says, signWith } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const PAGE = "charte_signer.html";
const set = stage("steps");
const MINE = join(vectors, "site/signatures/charter/version-nouvelle.yaml");
let key;
before(() => {
  if (!skip) key = keyFile();
});

const shown = (page) => page.evaluate(() => document.querySelector("section[id^=step-]:not([hidden])").id.slice(5));
const arrived = (page, step) => page.locator(`#step-${step}`).waitFor();

test("the browser's own way back leads to the step before, and forward leads past nothing", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page, { name: "Association du Retour" });
  await page.goBack();
  await arrived(page, "who");
  assert.equal(await page.locator("#name").inputValue(), "Association du Retour");
  assert.equal(await page.evaluate(() => document.activeElement.id), "head-who");
  await page.locator("#name").fill("");
  await page.evaluate(() => history.forward());
  await page.waitForTimeout(200);
  assert.equal(await shown(page), "who");
  await page.locator("#name").fill("Association du Retour");
  await next(page, "who");
  await signWith(page, key);
  for (const step of ["check", "key", "who", "read"]) {
    if (step === "key") await page.goBack();
    else await page.locator("section:not([hidden]) > .buttons [data-back]").click();
    await arrived(page, step);
  }
  await next(page, "read");
  await next(page, "who");
  await signWith(page, key);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("the first step leads to what is missing, and says it there", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  const at = () => page.evaluate(() => document.activeElement.id);
  await next(page, "read");
  await says(page, "read-fault", /Cochez/);
  assert.equal(await at(), "agree-read");
  await page.locator("#agree-read").check();
  await next(page, "read");
  assert.equal(await at(), "agree-mandate");
  await page.locator("input[name=mode][value=renew]").check();
  await next(page, "read");
  await says(page, "previous-file-fault", /Choisissez d’abord/);
  assert.equal(await at(), "previous-file");
  assert.deepEqual(await axe(page), []);
  await page.locator("#previous-file").setInputFiles(MINE);
  await says(page, "previous-status", /bonne/);
  assert.equal(await page.locator("#previous-file-fault").textContent(), "");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("Enter does what the next button does, and twice pressed is once done", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#name").fill("Association de la Touche");
  await page.locator("#name").press("Enter");
  await says(page, "city-fault", /À remplir/);
  await page.locator("#city").fill("Angers");
  await page.locator("#siren").fill("100 000 009");
  await page.locator("#siren").press("Enter");
  await page.locator("#siren").press("Enter").catch(() => null);
  await arrived(page, "key");
  assert.equal(await page.locator("#siren").inputValue(), "100000009");
  await page.locator("#key-passphrase").fill(PASSPHRASE);
  await page.locator("#key-passphrase").press("Enter");
  await says(page, "key-repeat-fault", /pas les mêmes/);
  assert.equal(await page.locator("#key-repeat").getAttribute("aria-invalid"), "true");
  await page.locator("#key-repeat").fill(PASSPHRASE);
  await page.locator("#key-repeat").press("Enter");
  await page.locator("#key-save").waitFor();
  assert.equal(await page.locator("#key-repeat-fault").textContent(), "");
  // Once there is a key, Enter makes no other: it goes on, as far as it may.
  await page.locator("#key-repeat").press("Enter");
  await says(page, "key-fault", /Enregistrez d’abord/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a key keeps its name, and one that can't be made costs nothing", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  for (const id of ["key-passphrase", "key-repeat"]) await page.locator(`#${id}`).fill(PASSPHRASE);
  await page.evaluate(() => {
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = () => {
      crypto.subtle.importKey = importKey;
      return Promise.reject(new Error("no"));
    };
  });
  await page.locator("#key-make").click();
  await says(page, "key-fault", /n’a pas pu être créée/);
  assert.ok(await page.locator("#key-make").isEnabled());
  await page.locator("#key-make").click();
  await page.locator("#key-save").waitFor();
  await page.locator("#step-key [data-back]").click();
  await page.locator("#slug").fill("autre-nom");
  await next(page, "who");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#key-save").click()]);
  assert.equal(file.suggestedFilename(), "association-du-port-key");
  await says(page, "key-status", /association-du-port-key/);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a browser that fails to sign says so, and the next try may work", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await introduce(page);
  await page.evaluate(() => {
    const { digest } = crypto.subtle;
    crypto.subtle.digest = (name, data) => {
      if (document.querySelector("#step-check").hidden) return digest.call(crypto.subtle, name, data);
      crypto.subtle.digest = digest;
      return Promise.reject(new Error("no"));
    };
  });
  await page.locator("#key-way-open").check();
  await page.locator("#key-file").setInputFiles(key);
  await page.locator("#key-secret").fill(PASSPHRASE);
  await page.locator("#key-secret").press("Enter");
  await says(page, "key-status", /SHA256:/);
  await next(page, "key");
  await next(page, "check");
  await says(page, "check-fault", /n’y est pas arrivé/);
  await next(page, "check");
  await arrived(page, "send");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a forge's tab that never opened has not taken the file: leaving still warns", { skip }, async () => {
  for (const opens of [false, true]) {
    const { page, wrong, context } = await set.open(PAGE);
    let asked = 0;
    page.on("dialog", (dialog) => {
      asked += 1;
      return dialog.accept();
    });
    await introduce(page);
    await signWith(page, key);
    await page.evaluate((opens) => {
      document.querySelector("#send-forge").addEventListener("click", (event) => {
        event.preventDefault();
        if (opens) document.dispatchEvent(new Event("visibilitychange"));
      });
    }, opens);
    await page.locator("#send-forge").click();
    await page.reload();
    assert.equal(asked, opens ? 0 : 1);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});

test("each field tells the telephone what it is for", { skip }, async () => {
  const { page, context } = await set.open(PAGE);
  const traits = await page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll("#sign input:not([type=radio], [type=checkbox], [type=file])"), (input) => [
        input.id,
        [input.type, input.autocomplete, input.inputMode, input.getAttribute("autocapitalize"), input.required].join(" "),
      ]),
    ),
  );
  assert.deepEqual(traits, {
    name: "text organization   true", city: "text address-level2   true", insee: "text off  characters false",
    rna: "text off  characters false", siren: "text off numeric  false", website: "url url   false", person: "text name   true",
    role: "text organization-title   false", reason: "text off   true", slug: "text off  none true", date: "date off   true",
    "key-passphrase": "password new-password  none false", "key-repeat": "password new-password  none false",
    "key-secret": "password current-password  none false",
  });
  const small = await page.evaluate(() => {
    for (const part of document.querySelectorAll("#sign [hidden]")) if (!part.matches("#sign-old")) part.hidden = false;
    const all = document.querySelectorAll("#sign :is(button, input, select, a.action, summary, label:has(> input))");
    return Array.from(all)
      .filter((one) => one.getBoundingClientRect().height < (one.matches("summary") ? 24 : 40) && !one.closest("label"))
      .map((one) => one.outerHTML.slice(0, 80));
  });
  assert.deepEqual(small, []);
  await context.close();
});

test("a day to come, and the day of a withdrawal, are refused", async () => {
  const clock = Date.parse("2026-11-24T12:00:00Z");
  const id = (...args) => dateFault(...args)?.id ?? null;
  assert.equal(id("2026-11-24", "2026-01-15", null, clock), null);
  assert.equal(id("2026-11-25", "2026-01-15", null, clock), null);
  assert.equal(id("2026-11-27", "2026-01-15", null, clock), "date_to_come");
  assert.equal(id("2062-11-27", "2026-01-15", null, null), null);
  assert.equal(id("2025-11-24", "2026-01-15", null, clock), "date_before_adoption");
  assert.equal(id("2026-05-01", "2026-01-15", { date: "2026-05-02", withdrawn: false }, clock), "date_before_previous");
  assert.equal(id("2026-05-02", "2026-01-15", { date: "2026-05-02", withdrawn: false }, clock), null);
  assert.equal(id("2026-05-02", "2026-01-15", { date: "2026-05-02", withdrawn: true }, clock), "date_of_withdrawal");
});

test("a day to come is told on the page, from the site's clock", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#name").fill("Association du Futur");
  await page.locator("#city").fill("Angers");
  await page.locator("#date").fill("2062-01-01");
  await next(page, "who");
  await says(page, "date-fault", /Cette date est à venir/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "date");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a signature saved under another name finds its place; one that the site does not know is doubted", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  const renamed = join(set.folder, "Notre Signature (2).yaml");
  copyFileSync(MINE, renamed);
  await page.locator("input[name=mode][value=renew]").check();
  await page.locator("#previous-file").setInputFiles(renamed);
  await says(page, "previous-status", /bonne/);
  await agree(page);
  await page.waitForFunction(() => document.querySelector("#slug").value === "version-nouvelle");
  assert.equal(await page.locator("#slug-note").textContent(), "");
  await page.locator("#slug").fill("inconnue");
  await page.locator("#slug").blur();
  await says(page, "slug-note", /Le site n’a pas, pour ce texte/);
  // It may have been sent a minute ago: one can go on.
  await next(page, "who");
  await arrived(page, "key");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a withdrawal is called one from its last look to its mail", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await page.locator("input[name=mode][value=withdraw]").check();
  await page.locator("#previous-file").setInputFiles(MINE);
  await says(page, "previous-status", /bonne/);
  assert.match(await page.locator("#step-read").innerText(), /avait déclaré[^]*Nous avons décidé de retirer notre adhésion[^]*J’ai mandat pour la retirer/);
  await agree(page);
  assert.match(await page.locator("#step-who").innerText(), /la raison du retrait, le nom court et la date sont obligatoires/);
  await page.locator("#reason").fill("Nous retirons notre adhésion.");
  await next(page, "who");
  await arrived(page, "key");
  await signWith(page, key);
  assert.match(await page.locator("#step-send").innerText(), /Le retrait est signé, et vérifié[^]*si vous signez de nouveau un jour/);
  await page.locator("#step-send [data-back]").click();
  await says(page, "check-summary", /va retirer son adhésion à/);
  assert.match(await page.locator("#head-check").innerText(), /Relire et se retirer/);
  assert.equal(await page.locator("[data-progress=check]").innerText(), "Relire et se retirer");
  assert.equal(await page.locator("#step-check [data-next]").innerText(), "Signer le retrait");
  await next(page, "check");
  await arrived(page, "send");
  assert.equal(await page.locator("#send-after-sign").isVisible(), false);
  assert.match(await page.locator("#send-after-withdraw").innerText(), /met fin à l’adhésion/);
  const mail = new URL(await page.locator("#send-mail").getAttribute("href"));
  assert.match(mail.searchParams.get("subject"), /^Retrait/);
  assert.match(mail.searchParams.get("body"), /le retrait de notre adhésion[^]*signatures\/charter\/version-nouvelle\.yaml/);
  // The mail comes first; what is there is replaced by hand: the button to copy comes before the forge.
  const order = await page.evaluate(() => Array.from(document.querySelectorAll(".ways > li :is(a, button)"), ({ id }) => id));
  assert.deepEqual(order, ["send-download", "send-mail", "send-copy", "send-forge"]);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a site that does not answer holds nobody up for long", { skip }, async () => {
  const { page, context } = await set.open(PAGE);
  await agree(page);
  await context.route(/signatures|known|communes/, () => {});
  await page.locator("#name").fill("Association du Silence");
  await page.locator("#city").fill("Angers");
  const start = Date.now();
  await next(page, "who");
  await arrived(page, "key");
  assert.ok(Date.now() - start < 15000);
  await context.close();
});

test("what is changed while the site is asked is checked as well", { skip }, async () => {
  const { page, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#name").fill("Association du Silence");
  await page.locator("#city").fill("Angers");
  await page.waitForTimeout(600);
  // The site takes its time to answer.
  await context.route(/signatures\/charter/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await next(page, "who");
  await page.locator("#city").fill("");
  await says(page, "city-fault", /./);
  await page.waitForTimeout(1500);
  assert.equal(await page.locator("#step-who").isVisible(), true);
  await context.close();
});
