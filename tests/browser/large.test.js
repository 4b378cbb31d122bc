// Two thousand signatures over a hundred real territories: valid pages, links that lead somewhere, and as light as promised.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { faults } from "./support/html.js";
import { kinds } from "./support/kinds.js";
import { files, generated, site } from "./support/paraphe.js";

/** @type {string} */
let top;
/** @type {string[]} */
let pages;

before(() => {
  top = site(generated(2000, 100));
  pages = files(top, ".html");
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
      if (!existsSync(file) || !anchor) return !existsSync(file);
      // The checking page takes a signature's path there, and loads the file.
      if (/^signatures\//.test(anchor)) return !file.endsWith("/verifier.html") || !existsSync(resolve(dirname(file), anchor));
      return !anchors(file).has(decodeURIComponent(anchor));
    })
    .map((link) => `${page}: ${link}`);
}

test("its pages are valid, and every link leads somewhere", async () => {
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

/** How much a file weighs on its way, in bytes. @param {string} file */
const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/**
 * What a browser needs to show a page: itself, its styles (those for paper too), its scripts, and the head of the search's
 * index where the search is on the page. Fonts, pictures and the pieces of the index that a search asks for are not
 * counted. Nor are the scripts that sign and check, which have a limit of their own in `check.test.js`.
 * @param {string} page
 */
function weight(page) {
  const html = readFileSync(page, "utf8");
  const own = /(?:\/|^)(?:sign|check)(?:-data)?\.js$/;
  const asked = [...html.matchAll(/<link rel="stylesheet" href="([^"?]+)|<script src="([^"?]+)/g)]
    .map(([, style, script]) => style ?? script)
    .filter((path) => !own.test(path))
    .map((path) => (path.startsWith("/") ? join(top, path) : resolve(dirname(page), path)));
  assert.ok(["site.css", "print.css"].every((name) => asked.some((path) => path.endsWith(`/${name}`))), page);
  if (html.includes('class="search-result"')) asked.push(join(top, "search/index.js"));
  return [page, ...asked].reduce((sum, file) => sum + weigh(file), 0);
}

test("every page is as light as promised", () => {
  const kilobytes = 1024;
  const heaviest = new Map(Array.from(kinds(top).keys(), (kind) => [kind, 0]));
  const found = [];
  for (const page of pages.filter((page) => !page.endsWith("/verificateur.html"))) {
    const html = readFileSync(page, "utf8");
    const kind = /<body class="kind-([a-z-]+)/.exec(html)?.[1] ?? "";
    const lines = html.match(/<li class="signature"/g)?.length ?? 0;
    const limit = kind === "home" ? 40 : lines > 100 ? 60 : 30;
    const bytes = weight(page);
    heaviest.set(kind, Math.max(heaviest.get(kind) ?? 0, bytes));
    if (bytes > limit * kilobytes) found.push(`${relative(top, page)}: ${bytes}`);
  }
  console.log(Array.from(heaviest, ([kind, bytes]) => `${kind} ${bytes}`).join(", "));
  assert.deepEqual(found, []);
  assert.ok(pages.some((page) => (readFileSync(page, "utf8").match(/<li class="signature"/g)?.length ?? 0) === 200));
  const fonts = files(top, ".woff2").reduce((sum, font) => sum + statSync(font).size, 0);
  assert.ok(fonts > 0 && fonts <= 90 * kilobytes, `fonts: ${fonts}`);
});

test("little stands between a telephone and the first words of a page", () => {
  // What a server sends at once, before it waits for a first answer: ten segments of 1,460 bytes, less the head.
  const once = 14_300;
  /** @param {string} file */
  const sent = (file) => gzipSync(readFileSync(join(top, file))).length;
  const firsts = ["index.html", "territoires.html", "static/site.css"].map((file) => [file, sent(file)]);
  console.log(firsts.map(([file, bytes]) => `${file} ${bytes}`).join(", "));
  assert.deepEqual(firsts.filter(([, bytes]) => bytes > once), []);
  const letters = ["eb-garamond", "eb-garamond-italic", "public-sans"].map((name) => `static/fonts/${name}.woff2`);
  assert.ok(letters.reduce((sum, file) => sum + statSync(join(top, file)).size, 0) <= 51_200);
});
