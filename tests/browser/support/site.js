// What a built site would tell the scripts of its texts, read from the vectors' project without the Rust program.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { textDigest } from "../../../themes/default/static/js/format/bytes.js";
import { verdict } from "../../../themes/default/static/js/format/verdict.js";
import { vectors } from "./rust.js";

/** Every file below a folder. @param {string} folder @returns {string[]} */
export function filesIn(folder) {
  const found = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return found.filter((path) => statSync(path).isFile()).sort();
}

/** @returns {Promise<import("../../../themes/default/static/js/format/verdict.js").AtHand>} */
export async function vectorsAtHand() {
  const site = join(vectors, "site");
  const configuration = readFileSync(join(site, "paraphe.yaml"), "utf8");
  const texts = new Map();
  for (const path of filesIn(join(site, "content"))) {
    const bytes = readFileSync(path);
    const [, id, version] = /content\/(.*)\/([^/]+)\.md$/.exec(relative(site, path));
    const front = (key) => new RegExp(`^${key}: *"?(.*?)"?$`, "m").exec(bytes.toString())?.[1] ?? "";
    const versions = texts.get(id) ?? texts.set(id, []).get(id);
    versions.push({
      version,
      sha256: await textDigest(bytes),
      adopted: front("adopted"),
      declaration: front("declaration"),
      draft: front("status") === "draft",
    });
  }
  const value = (key) => new RegExp(`^ *-? *${key}: *"?(.*?)"?$`, "m").exec(configuration)[1];
  return {
    charter: value("charter"),
    texts: Array.from(texts, ([id, versions]) => ({ id, versions })),
    loose: [],
    stewards: [{ name: value("name"), key: value("key") }],
  };
}

/** The faults of a verdict in the words of `judge`. */
export function faultLine(faults) {
  const words = faults.map(({ code, span }) => {
    return span ? `${code}:${span.line}:${span.column}:${span.length}` : `${code}:1:0:0`;
  });
  return words.sort().join(" ") || "-";
}

/** What the scripts say of one file. */
export async function scriptVerdict(atHand, path, bytes) {
  return faultLine((await verdict(atHand, { name: path, bytes }, () => null)).faults);
}
