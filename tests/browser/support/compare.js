// Generated documents, judged by the scripts and by the Rust program.

import assert from "node:assert/strict";
import { document, Numbers } from "./generate.js";
import { rustVerdicts } from "./rust.js";
import { scriptVerdict, vectorsAtHand } from "./site.js";

/**
 * @typedef {import("../../../themes/default/static/js/format/verdict.js").AtHand} AtHand
 * @typedef {{ path: string, bytes: Uint8Array }} Document
 */

/** The scripts' verdicts, here in Node. @param {AtHand} atHand @param {Document[]} documents */
async function here(atHand, documents) {
  const verdicts = [];
  for (const { path, bytes } of documents) verdicts.push(await scriptVerdict(atHand, path, bytes));
  return verdicts;
}

/**
 * Fails when any document gets two verdicts; gives how often each code was found.
 * @param {number} count @param {number} seed
 * @param {(atHand: AtHand, documents: Document[]) => Promise<string[]>} [scripts] Who runs the scripts.
 */
export async function compare(count, seed, scripts = here) {
  const atHand = await vectorsAtHand();
  const numbers = new Numbers(seed);
  const documents = [];
  for (let at = 0; at < count; at += 1) documents.push(await document(numbers, atHand));
  const rust = rustVerdicts(documents);
  assert.equal(rust.length, count);
  const ours = await scripts(atHand, documents);
  const tally = new Map();
  const different = [];
  for (const [at, { path, bytes }] of documents.entries()) {
    if (ours[at] !== rust[at]) different.push({ at, path, ours: ours[at], rust: rust[at], text: Buffer.from(bytes).toString() });
    for (const code of new Set(rust[at].split(" ").map((word) => word.split(":")[0]))) {
      tally.set(code, (tally.get(code) ?? 0) + 1);
    }
  }
  assert.equal(different.length, 0, JSON.stringify(different.slice(0, 5), null, 1));
  return tally;
}
