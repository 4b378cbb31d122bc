// From the text to the signed file, and through the checking page, with the keyboard alone, in light and in dark; each
// step is held against axe on the way.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { axe, overflows } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { keyFile, PASSPHRASE, says } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const set = stage("keyboard");
const DESKTOP = { isMobile: false, hasTouch: false, viewport: { width: 1280, height: 900 } };

/** A person without a pointer. @param {import("playwright-core").Page} page */
function hands(page) {
  const press = (key) => page.keyboard.press(key);
  return {
    press,
    /** Goes on with Tab until that element has the focus, which has to show. */
    async to(selector) {
      for (let tries = 0; tries < 60; tries += 1) {
        await press("Tab");
        const state = await page.evaluate((wanted) => {
          const at = document.activeElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          return { there: at.matches(wanted), shows: outlineStyle !== "none" && parseFloat(outlineWidth) > 0 };
        }, selector);
        if (state.there) return assert.ok(state.shows, `the focus can't be seen at ${selector}`);
      }
      return assert.fail(`${selector} can't be reached`);
    },
    type: (text) => page.keyboard.type(text),
    /** The heading of a step takes the focus when the step is shown. */
    arrived: (step) => page.waitForFunction((id) => document.activeElement.id === id, `head-${step}`),
  };
}

for (const colorScheme of ["light", "dark"]) {
  test(`the whole way to a signed file, ${colorScheme}`, { skip }, async () => {
    const { page, wrong, context } = await set.open("charte_signer.html", { ...DESKTOP, colorScheme });
    const { press, to, type, arrived } = hands(page);
    const looked = [];
    const look = async (step) => {
      looked.push(...(await axe(page)).map((found) => `${step}: ${found}`));
      if (await overflows(page)) looked.push(`${step} overflows`);
    };
    await look("read");
    await to("#agree-read");
    await press("Space");
    await to("#agree-mandate");
    await press("Space");
    await to("#step-read [data-next]");
    await press("Enter");

    await arrived("who");
    await to("#name");
    await type("Association du Clavier");
    await to("#department");
    await type("49");
    await page.waitForFunction(() => document.querySelectorAll("#cities option").length > 100);
    await to("#city");
    await type("saint-barthelemy-d'anjou");
    await to("#insee");
    await page.waitForFunction(() => document.querySelector("#insee").value === "49267");
    assert.equal(await page.locator("#city").inputValue(), "Saint-Barthélemy-d'Anjou");
    await to("#siren");
    await type("732829321");
    await to("#website");
    await says(page, "siren-fault", /mal recopié/);
    await look("who, with a mistake");
    await to("#step-who [data-next]");
    await press("Enter");
    // The mistake gets the focus.
    await page.waitForFunction(() => document.activeElement.id === "siren");
    await press("Control+A");
    await type("732829320");
    await to("#step-who [data-next]");
    await press("Enter");
    // An organisation with this number is known: its link gets the focus, and one goes on from there.
    await page.waitForFunction(() => document.activeElement.closest("#siren-known"));
    await look("who, known");
    await to("#step-who [data-next]");
    await press("Enter");

    await arrived("key");
    await look("key");
    await to("#key-passphrase");
    await type(PASSPHRASE);
    await to("#key-repeat");
    await type(PASSPHRASE);
    await to("#key-make");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "key-save");
    await look("key made");
    const [key] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
    assert.equal(key.suggestedFilename(), "association-du-clavier-key");
    await to("#step-key [data-next]");
    await press("Enter");

    await arrived("check");
    await look("check");
    await to("#step-check [data-next]");
    await press("Enter");

    await arrived("send");
    await look("send");
    await to("#send-download");
    const [file] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
    const path = join(set.folder, `${colorScheme}.yaml`);
    await file.saveAs(path);
    assert.match(readFileSync(path, "utf8"), /name: "Association du Clavier"\n[^]*insee: "49267"\n[^]*END SSH SIGNATURE/);
    await to("#send-mail");
    await to("#send-forge");
    await to("#send-copy");
    await to("#send-details summary");
    await press("Enter");
    await look("send, opened");
    assert.deepEqual([...looked, ...wrong], []);
    await context.close();
  });

  test(`a key that is there, and the checker, ${colorScheme}`, { skip }, async () => {
    const { page, wrong, context } = await set.open("charte_signer.html", { ...DESKTOP, colorScheme });
    const { press, to, type, arrived } = hands(page);
    // While somebody listens, no dialog of the system is opened: waiting alone may begin to listen after the key.
    page.on("filechooser", () => {});
    const give = async (files) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Enter")]);
      await chooser.setFiles(files);
    };
    await to("#agree-read");
    await press("Space");
    await to("#agree-mandate");
    await press("Space");
    await to("#step-read [data-next]");
    await press("Enter");
    await arrived("who");
    await to("#name");
    await type("Association du Clavier");
    await to("#city");
    // No department, no commune: a person can go on.
    await type("Papeete");
    await to("#step-who [data-next]");
    await press("Enter");
    await arrived("key");
    await to("#key-way-new");
    await press("ArrowDown");
    await to("#key-file");
    await give(keyFile());
    await to("#key-secret");
    await type(PASSPHRASE);
    await to("#key-open");
    await press("Enter");
    await says(page, "key-status", /SHA256:/);
    assert.deepEqual(await axe(page), []);

    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(`${set.server.url}verifier.html`);
    await to("#check-files");
    await give([join(vectors, "site/signatures/charter/association-exemple.yaml"), join(vectors, "refuse/body-changed.yaml")]);
    await says(page, "check-status", /Bons.: 1\. Ne tiennent pas.: 1\./);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("signing again, withdrawing, and checking in place, with the keyboard alone", { skip }, async () => {
  const { page, wrong, context } = await set.open("charte_signer.html", DESKTOP);
  const { press, to, type, arrived } = hands(page);
  page.on("filechooser", () => {});
  page.on("dialog", (dialog) => dialog.accept());
  const give = async (files) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("Enter")]);
    await chooser.setFiles(files);
  };
  const key = keyFile();
  for (const [mode, times] of [["renew", 1], ["withdraw", 2]]) {
    await page.goto(`${set.server.url}charte_signer.html`);
    await to("input[name=mode]");
    for (let time = 0; time < times; time += 1) await press("ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.value), mode);
    await to("#previous-file");
    await give(join(vectors, "site/signatures/charter/version-nouvelle.yaml"));
    await says(page, "previous-status", /bonne/);
    for (const id of ["#agree-read", "#agree-mandate"]) {
      await to(id);
      await press("Space");
    }
    await to("#step-read [data-next]");
    await press("Enter");
    await arrived("who");
    if (mode === "withdraw") {
      await to("#reason");
      await type("Nous partons.");
    }
    await to("#step-who [data-next]");
    await press("Enter");
    await arrived("key");
    await to("#key-file");
    await give(key);
    await to("#key-secret");
    await type(PASSPHRASE);
    // Enter in the passphrase opens the key.
    await press("Enter");
    await says(page, "key-status", /SHA256:/);
    await to("#step-key [data-next]");
    await press("Enter");
    await arrived("check");
    assert.deepEqual(await axe(page), []);
    await to("#step-check [data-next]");
    await press("Enter");
    await arrived("send");
    await to("#send-copy");
    await to("#send-forge");
    assert.match(await page.locator("#send-content").inputValue(), mode === "renew" ? /action: "sign"/ : /action: "withdraw"/);
    assert.deepEqual(await axe(page), []);
  }
  await page.goto(`${set.server.url}organisations/version-ancienne-et-complete.html`);
  await to("[data-check-here] button");
  await press("Enter");
  await page.locator("article.check.sound").first().waitFor();
  await to("[data-check-here] a");
  await press("Enter");
  await page.locator("#check-results article.check.sound").nth(1).waitFor();
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await context.close();
});
