// The files that every implementation must accept or refuse.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import test from "node:test";
import { writeBody, writeFile } from "../../themes/default/static/js/format/write.js";
import { Reading } from "../../themes/default/static/js/format/file.js";
import { kindOf } from "../../themes/default/static/js/format/schema.js";
import { sealArmour } from "../../themes/default/static/js/format/sshsig.js";
import { verdict, worth } from "../../themes/default/static/js/format/verdict.js";
import { table, vectors } from "./support/rust.js";
import { filesIn, vectorsAtHand } from "./support/site.js";

const atHand = await vectorsAtHand();
const site = join(vectors, "site");
const signed = filesIn(join(site, "signatures"));

const index = [...table("refuse/index.tsv"), ...table("refuse/more.tsv")];
const expected = new Map(table("expected.tsv").map(([file, code, line]) => [file, { code, line: Number(line) }]));

test("every file to refuse gets the code and line that the Rust program gives it", async () => {
  assert.equal(index.length, expected.size);
  for (const [file, path] of index) {
    const bytes = readFileSync(join(vectors, "refuse", file));
    const { faults } = await verdict(atHand, { name: path, bytes }, () => null);
    const seen = faults.map(({ code, span }) => ({ code, line: span?.line ?? 1 }));
    assert.deepEqual(seen, [expected.get(file)], file);
  }
});

test("every file of the site is accepted, with its text and its steward", async () => {
  assert.equal(signed.length, 9);
  const stewards = [];
  for (const path of signed) {
    const name = relative(site, path);
    const find = (other) => {
      const found = signed.find((one) => relative(site, one) === other);
      return found ? { name: other, bytes: readFileSync(found) } : null;
    };
    const found = await verdict(atHand, { name, bytes: readFileSync(path) }, find);
    assert.equal(worth(found), "sound", `${name}: ${JSON.stringify(found.faults)}`);
    assert.equal(found.subject.state, "same", name);
    if (found.steward) stewards.push(name);
  }
  assert.deepEqual(stewards, [
    "signatures/charter/version-ancienne-et-complete.attestation.yaml",
    "signatures/charter/version-ancienne-et-complete.yaml",
  ]);
});

test("what is accepted is written again as it was read", () => {
  for (const path of signed) {
    const bytes = readFileSync(path);
    const kind = kindOf(path);
    const { values, seal } = new Reading(bytes, kind);
    const again = writeFile(writeBody(values, kind), sealArmour(seal));
    assert.equal(again, bytes.toString().replaceAll("\r\n", "\n"), path);
  }
});

test("an attestation by itself is told when it names another than the signature that it is about", async () => {
  const bytes = readFileSync(join(site, "signatures/charter/version-ancienne-et-complete.attestation.yaml"));
  const text = readFileSync(join(site, "signatures/charter/version-ancienne-et-complete.yaml"), "utf8");
  // Its seal is broken by that, which is told too.
  const renamed = Buffer.from(text.replace(/^  name: ".*"$/m, '  name: "Une autre"'));
  const digest = createHash("sha256").update(renamed).digest("hex");
  const word = Buffer.from(bytes.toString().replace(/^signature-sha256: ".*"$/m, `signature-sha256: "${digest}"`));
  const found = await verdict(atHand, { name: "x.attestation.yaml", bytes: word }, () => ({ name: "x.yaml", bytes: renamed }));
  assert.ok(found.faults.some(({ code }) => code === "attestation-name"));
});

test("an attestation beside another signature is stale, and one for another name is told", async () => {
  const path = join(site, "signatures/charter/version-ancienne-et-complete.attestation.yaml");
  const find = () => ({ name: "x.attestation.yaml", bytes: readFileSync(path) });
  const other = readFileSync(join(site, "signatures/charter/association-exemple.yaml"));
  const found = await verdict(atHand, { name: "signatures/charter/association-exemple.yaml", bytes: other }, find);
  assert.deepEqual(found.unsound.map(({ code, severity }) => [code, severity]), [["attestation-stale", "warning"]]);
  assert.equal(worth(found), "stale");
  const strangers = { ...atHand, stewards: [{ name: "x", key: `ssh-ed25519 ${"A".repeat(68)}` }] };
  const own = readFileSync(path.replace(".attestation", ""));
  const from = await verdict(strangers, { name: "x.yaml", bytes: own }, find);
  assert.deepEqual(from.unsound.map(({ code }) => code), ["attestation-not-steward"]);
  assert.equal(worth(from), "faulty");
});
