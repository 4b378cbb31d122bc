// Every kind of page is valid HTML.

import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { files, folder, generated, ROOT, site } from "./support/paraphe.js";

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

test("so is every page of it in the plain theme", async () => {
  const project = join(folder(), "project");
  for (const name of ["content", "signatures", "paraphe.yaml"]) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  }
  const configuration = readFileSync(join(ROOT, "paraphe.yaml"), "utf8");
  writeFileSync(join(project, "paraphe.yaml"), configuration.replace("theme: default", "theme: plain"));
  const top = site(project);
  assert.ok(existsSync(join(top, "static/plain.css")));
  const pages = files(top, ".html");
  assert.ok(pages.length > 40, `${pages.length} pages`);
  assert.deepEqual(await faults(pages), []);
});

/** The internal links of a page that lead nowhere. @param {string} page @param {(file: string) => Set<string>} anchors */
function broken(page, anchors) {
  const html = readFileSync(page, "utf8");
  const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map((found) => found[1].replaceAll("&amp;", "&"));
  return links
    .filter((link) => !/^(https?|mailto|data):/.test(link))
    .filter((link) => {
      const [path, anchor] = link.split("#");
      const file = path ? resolve(dirname(page), decodeURIComponent(path.split("?")[0])) : page;
      return !existsSync(file) || (anchor && !anchors(file).has(decodeURIComponent(anchor)));
    })
    .map((link) => `${page}: ${link}`);
}

test("2,000 signatures over 100 real territories: valid pages, and every link leads somewhere", async () => {
  const top = site(generated(2000, 100));
  const pages = files(top, ".html");
  assert.ok(pages.length > 1900, `${pages.length} pages`);
  const known = new Map();
  const anchors = (file) => {
    if (!known.has(file)) {
      const ids = readFileSync(file, "utf8").matchAll(/ id="([^"]*)"/g);
      known.set(file, new Set([...ids].map((found) => found[1])));
    }
    return known.get(file);
  };
  // A page at the root of nothing in particular: its links start from the address of publication.
  const linked = pages.filter((page) => !page.endsWith("/404.html"));
  assert.deepEqual(linked.flatMap((page) => broken(page, anchors)), []);
  const sample = pages.filter((page, at) => !page.includes("/organisations/") || at % 40 === 0);
  assert.deepEqual(await faults(sample), []);
});
