// The scripts in Chromium, as the site serves them: the vectors and ten thousand generated documents get the verdict, the
// code and the place that the Rust program gives them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import test from "node:test";
import { compare } from "./support/compare.js";
import { rustVerdicts, table, vectors } from "./support/rust.js";
import { faultLine, filesIn, vectorsAtHand } from "./support/site.js";
import { skip, stage } from "./support/stage.js";

const COUNT = Number(process.env.PARAPHE_DOCUMENTS ?? 10000);
const set = stage("chromium");

/**
 * The verdicts of the modules that the page at hand can load.
 * @param {import("playwright-core").Page} page
 */
const inPage = (page) => async (atHand, documents) => {
  const given = documents.map(({ path, bytes }) => [path, Buffer.from(bytes).toString("base64")]);
  const found = await page.evaluate(
    async ([atHand, given]) => {
      const { verdict } = await import(new URL("static/js/format/verdict.js", document.baseURI).href);
      const verdicts = [];
      for (const [name, base64] of given) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const { faults } = await verdict(atHand, { name, bytes }, () => null);
        verdicts.push(faults.map(({ code, span }) => ({ code, span })));
      }
      return verdicts;
    },
    [atHand, given],
  );
  return found.map(faultLine);
};

test(`in Chromium, ${COUNT} generated documents get the program's verdict`, { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const tally = await compare(COUNT, 20261124, inPage(page));
  assert.ok(COUNT < 10000 || (tally.size > 72 && (tally.get("-") ?? 0) > 1500), `${tally.size} codes`);
  assert.deepEqual(wrong, []);
  await context.close();
});

test("in Chromium, every vector gets the program's verdict", { skip }, async () => {
  const { page, wrong, context } = await set.open("verifier.html");
  const site = join(vectors, "site");
  const good = filesIn(join(site, "signatures")).map((path) => ({ path: relative(site, path), bytes: readFileSync(path) }));
  const bad = table("refuse/index.tsv").map(([file, path]) => ({ path, bytes: readFileSync(join(vectors, "refuse", file)) }));
  const files = [...good, ...bad];
  const verdicts = await inPage(page)(await vectorsAtHand(), files);
  assert.deepEqual(verdicts, rustVerdicts(files));
  assert.equal(verdicts.filter((said) => said === "-").length, good.length);
  assert.deepEqual(wrong, []);
  await context.close();
});
