// An organisation that stands in the register already is told beforehand, by its numbers, its name and its short name.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { isOther, lookUpKnown } from "../../themes/default/static/js/sign/known.js";
import { axe } from "./support/browser.js";
import { generated, site } from "./support/paraphe.js";
import { agree, next, says } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const set = stage("known");

async function open(address = "charte_signer.html") {
  const { page, wrong } = await set.open(address);
  await agree(page);
  return { page, wrong };
}

test("the same RNA or SIREN under another short name is told with a link to its page", { skip }, async () => {
  const { page, wrong } = await open();
  await page.locator("#name").fill("Une tout autre association");
  await page.locator("#city").fill("Angers");
  await page.locator("#rna").fill("w491234567");
  await page.locator("#rna").blur();
  await says(page, "rna-known", /déjà dans le registre avec ce numéro RNA[^]*Elle a déjà signé ce texte/);
  const link = page.locator("#rna-known a");
  const answer = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
  assert.ok(answer.ok());
  assert.equal(await link.getAttribute("target"), "_blank");
  await page.locator("#rna").fill("");
  await page.locator("#rna").blur();
  await page.waitForFunction(() => document.querySelector("#rna-known").textContent === "");
  await page.locator("#siren").fill("732 829 320");
  await page.locator("#siren").blur();
  await says(page, "siren-known", /avec ce numéro SIREN/);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test("who goes on without having seen it is stopped once, and nothing typed is lost", { skip }, async () => {
  const { page, wrong } = await open();
  await page.locator("#name").fill("Une tout autre association");
  await page.locator("#city").fill("Angers");
  await page.locator("#siren").fill("732829320");
  await next(page, "who");
  await says(page, "who-fault", /ressemble à la vôtre/);
  assert.equal(await page.evaluate(() => document.activeElement.closest("[id]").id), "siren-known");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  assert.equal(await page.locator("#siren").inputValue(), "732829320");
  assert.deepEqual(wrong, []);
  await page.context().close();
});

test("the same name under another short name is told; another name under the same one too", { skip }, async () => {
  const named = (slug) => /name: "(.*)"/.exec(readFileSync(join(set.made.folder, `signatures/charter/${slug}.yaml`), "utf8"))[1];
  const { page, wrong } = await open();
  await page.locator("#slug").fill("tout-autrement");
  await page.locator("#name").fill(named("association-exemple").toUpperCase().normalize("NFD"));
  await page.locator("#name").blur();
  await says(page, "name-known", /qui a le même nom[^]*déjà signé ce texte/);
  await page.context().close();
  // Another text: the short name is somebody else's.
  const other = await open("territoires/exempleville-les-tilleuls_signer.html");
  await other.page.locator("#name").fill("Une tout autre association");
  await other.page.locator("#name").blur();
  await other.page.locator("#slug").fill("outre-mer");
  await other.page.locator("#slug").blur();
  await says(other.page, "slug-known", /sous ce nom court/);
  // The organisation itself, under its own short name, hears nothing.
  await other.page.locator("#name").fill(named("outre-mer"));
  await other.page.locator("#name").blur();
  await other.page.waitForFunction(() => document.querySelector("#slug-known").textContent === "");
  assert.equal(await other.page.locator("#name-known").textContent(), "");
  assert.deepEqual([...wrong, ...other.wrong], []);
  await other.page.context().close();
});

test("a register that can't be asked stops nobody", { skip }, async () => {
  const { page } = await open();
  await page.context().setOffline(true);
  await page.locator("#name").fill("Une tout autre association");
  await page.locator("#city").fill("Angers");
  await page.locator("#siren").fill("732829320");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  await page.context().close();
});

test("every organisation of a large register is found in small pieces", async () => {
  const top = site(generated(3000, 60));
  const folder = join(top, "search/known");
  const pieces = readdirSync(folder);
  const largest = Math.max(...pieces.map((name) => statSync(join(folder, name)).size));
  console.log(`${pieces.length} pieces, the largest ${largest} bytes`);
  assert.ok(pieces.length > 100 && largest < 16 * 1024);
  const depth = pieces[0].indexOf("_");
  const { fetch } = globalThis;
  globalThis.fetch = async (address) => new Response(readFileSync(join(top, String(address))));
  try {
    const all = new Map(pieces.flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8"))).map((one) => [one.join("|"), one]));
    assert.ok(all.size > 1000, `${all.size}`);
    for (const [slug, name, rna, siren] of Array.from(all.values()).filter((_, at) => at % 20 === 0)) {
      for (const typed of [{ slug }, { name }, { rna }, { siren }]) {
        if (Object.values(typed)[0] === "") continue;
        const found = await lookUpKnown("", depth, { slug: "", name: "", rna: "", siren: "", ...typed });
        assert.ok(found.some(({ known }) => known[0] === slug), `${slug} ${JSON.stringify(typed)}`);
      }
    }
  } finally {
    globalThis.fetch = fetch;
  }
});

test("who is somebody else under the same short name", () => {
  const typed = { name: "Régie du Port", rna: "W491234567", siren: "" };
  assert.equal(isOther(["x", "REGIE DU PORT", "", ""], typed), false);
  assert.equal(isOther(["x", "REGIE DU PORT", "W000000000", ""], typed), true);
  assert.equal(isOther(["x", "Ancien nom", "W491234567", "732829320"], typed), false);
  assert.equal(isOther(["x", "Ancien nom", "", ""], typed), true);
});
