// The kinds of pages that a site has.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { files } from "./paraphe.js";

/**
 * One page of each kind: its address, by its kind. The page for addresses that do not exist has links that start from the
 * site's own root.
 * @param {string} top A site's folder.
 * @returns {Map<string, string>}
 */
export function kinds(top) {
  const found = new Map();
  for (const page of files(top, ".html")) {
    const kind = /<body class="kind-([a-z-]+)/.exec(readFileSync(page, "utf8"))?.[1];
    if (kind && !found.has(kind)) found.set(kind, relative(top, page));
  }
  assert.ok(found.size >= 14, [...found.keys()].join());
  return found;
}
