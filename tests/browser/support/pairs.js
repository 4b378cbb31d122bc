// Signatures with attestations beside them, good and bad in every way, judged by the scripts and by `paraphe verify`.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileDigest, toBase64, utf8 } from "../../../themes/default/static/js/format/bytes.js";
import { publicKey } from "../../../themes/default/static/js/format/ed25519-key.js";
import { keyBlob } from "../../../themes/default/static/js/format/sshsig.js";
import { verdict, worth } from "../../../themes/default/static/js/format/verdict.js";
import { writeBody } from "../../../themes/default/static/js/format/write.js";
import { program } from "./browser.js";
import { Numbers, signed, soundValues } from "./generate.js";
import { vectors } from "./rust.js";
import { vectorsAtHand } from "./site.js";

const [SIGNER, STEWARD, STRANGER] = [7, 8, 9].map((byte) => new Uint8Array(32).fill(byte));

/**
 * A signature and an attestation beside it, by their paths.
 * @param {Numbers} numbers @param {import("../../../themes/default/static/js/format/verdict.js").AtHand} atHand
 * @param {number} at
 * @returns {Promise<[string, Uint8Array][]>}
 */
async function pair(numbers, atHand, at) {
  const values = soundValues(numbers, atHand);
  const stem = `signatures/${values.get("text")}/a${at}`;
  if (numbers.chance(10)) values.set("charter", "autre-charte");
  if (numbers.chance(5)) values.set("sha256", "0".repeat(64));
  let text = await signed(writeBody(values, "adherence"), SIGNER);
  if (numbers.chance(10)) text = text.replaceAll("\n", "\r\n");
  if (numbers.chance(10)) text = text.replace("2026-11-23", "2026-11-22");
  const bytes = utf8(text);
  if (numbers.chance(10)) return [[`${stem}.yaml`, bytes]];

  const digest = numbers.chance(30) ? "0".repeat(64) : await fileDigest(bytes);
  const word = new Map([
    ["action", "attest"],
    ["charter", numbers.chance(10) ? "autre-charte" : values.get("charter")],
    ["signature-sha256", digest],
    ["organisation", numbers.chance(10) ? "Une autre" : values.get("organisation.name")],
    ["method", "Appel au siège"],
    ["date", "2026-11-24"],
  ]);
  let attestation = await signed(writeBody(word, "attestation"), numbers.chance(20) ? STRANGER : STEWARD);
  if (numbers.chance(10)) attestation = attestation.replace("siège", "cafe");
  if (numbers.chance(3)) attestation = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
  /** @type {[string, Uint8Array][]} */
  const both = [[`${stem}.attestation.yaml`, utf8(attestation)], [`${stem}.yaml`, bytes]];
  return numbers.chance(10) ? both.slice(0, 1) : both;
}

/** What `verify --json` says of a file, in the words of the scripts. */
function inShort({ sound, action, subject, steward, faults }) {
  const codes = faults.map(({ code, line }) => `${code} ${line ?? 1}`).sort();
  const stale = (action === "attest" && subject === "different") || codes.some((code) => code.startsWith("attestation-stale"));
  return { worth: sound ? (stale ? "stale" : "sound") : "faulty", subject, steward, codes };
}

/** The same of the scripts' own verdict. */
function inShortHere(found) {
  const codes = [...found.faults, ...found.unsound].map(({ code, span }) => `${code} ${span?.line ?? 1}`).sort();
  return { worth: worth(found), subject: found.subject.state, steward: found.steward, codes };
}

/**
 * What the program and the scripts say of each file of `count` pairs, by its path, and how often each worth was found.
 * @param {number} count @param {number} seed
 * @param {boolean} inProject Whether the texts and the steward are at hand.
 */
export async function judgePairs(count, seed, inProject) {
  const known = await vectorsAtHand();
  const key = `ssh-ed25519 ${toBase64(keyBlob(await publicKey(STEWARD)))}`;
  const stewards = [{ name: known.stewards[0].name, key }];
  const atHand = inProject ? { ...known, stewards } : { charter: null, texts: [], loose: [], stewards: [] };
  const numbers = new Numbers(seed);
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (let at = 0; at < count; at += 1) for (const [path, bytes] of await pair(numbers, known, at)) files.set(path, bytes);

  const folder = mkdtempSync(join(tmpdir(), "paraphe-pairs-"));
  try {
    if (inProject) {
      cpSync(join(vectors, "site/content"), join(folder, "content"), { recursive: true });
      const configuration = readFileSync(join(vectors, "site/paraphe.yaml"), "utf8");
      writeFileSync(join(folder, "paraphe.yaml"), configuration.replace(/ssh-ed25519 [\w+/=]+/, key));
    }
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const ran = spawnSync(program(), ["verify", "--json", "signatures"], { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
    const theirs = new Map(JSON.parse(ran.stdout).files.map((file) => [file.path, inShort(file)]));
    const ours = new Map();
    const find = (name) => (files.has(name) ? { name, bytes: files.get(name) } : null);
    for (const [name, bytes] of files) ours.set(name, inShortHere(await verdict(atHand, { name, bytes }, find)));
    return { theirs, ours };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
