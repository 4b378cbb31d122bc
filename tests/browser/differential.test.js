// Ten thousand documents, sound and damaged, on which the scripts and the Rust program must agree: the same codes at the
// same lines and columns.

import assert from "node:assert/strict";
import test from "node:test";
import { compare } from "./support/compare.js";
import { judgePairs } from "./support/pairs.js";

const COUNT = Number(process.env.PARAPHE_DOCUMENTS ?? 10000);
const SEED = Number(process.env.PARAPHE_SEED ?? 20261123);

test(`${COUNT} generated documents get the same verdict from both`, async () => {
  const tally = await compare(COUNT, SEED);
  console.log(Array.from(tally).sort().map(([code, count]) => `${code} ${count}`).join(", "));
  // The documents are only worth something when they try nearly every rule, and when many of them are sound.
  assert.ok(COUNT < 10000 || (tally.size > 72 && (tally.get("-") ?? 0) > 1500), `${tally.size} codes`);
});

for (const [where, inProject] of [["in a project", true], ["on their own", false]]) {
  test(`of signatures with attestations beside them, ${where}, both say the same`, async () => {
    const { theirs, ours } = await judgePairs(400, SEED, inProject);
    assert.ok(theirs.size > 600);
    for (const [path, verdict] of ours) assert.deepEqual(verdict, theirs.get(path), path);
    const worths = new Set(Array.from(theirs.values(), ({ worth }) => worth));
    assert.deepEqual([...worths].sort(), ["faulty", "sound", "stale"]);
  });
}
