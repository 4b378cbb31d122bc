// Every kind of page is valid HTML.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { files, generated, ROOT, site } from "./support/paraphe.js";

const RULES = {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // A matter of taste that the templates settle for themselves.
    "no-trailing-whitespace": "off",
    "long-title": "off",
  },
};

/** What is wrong with the pages, a line each. @param {string[]} pages */
async function faults(pages) {
  const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
  const found = [];
  for (const page of pages) {
    const report = await validator.validateFile(page);
    for (const result of report.results) {
      for (const { line, column, ruleId, message } of result.messages) {
        found.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return found;
}

test("every page of the demonstration is valid", async () => {
  const pages = files(site(ROOT), ".html");
  assert.ok(pages.length > 40, `${pages.length} pages`);
  assert.deepEqual(await faults(pages), []);
});

test("lists in several pages are valid too", async () => {
  const top = site(generated(450, 40));
  const pages = files(top, ".html").filter((page) => !page.includes("/organisations/"));
  assert.ok(pages.includes(join(top, "signataires-2.html")));
  assert.deepEqual(await faults(pages), []);
});
