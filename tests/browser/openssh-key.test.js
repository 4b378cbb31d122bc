// Key files, held against the real ssh-keygen in both directions.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { concat, fromBase64, toBase64, uint32, utf8, wireString } from "../../themes/default/static/js/format/bytes.js";
import { sign } from "../../themes/default/static/js/format/ed25519-key.js";
import { generateKey, KEY_FILE_LIMIT, openKey, readKeyFile, writeKey } from "../../themes/default/static/js/format/openssh-key.js";
import { fingerprint, publicLine, sealArmour, signedData } from "../../themes/default/static/js/format/sshsig.js";

const folder = mkdtempSync(join(tmpdir(), "paraphe-keys-"));
after(() => rmSync(folder, { recursive: true }));
const PASSPHRASE = "le chat « dort » là, 42 fois";

function keygen(...args) {
  return execFileSync("ssh-keygen", args, { stdio: ["ignore", "pipe", "pipe"] }).toString();
}

let made = 0;
function file(text) {
  const path = join(folder, `key-${(made += 1)}`);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

test("ssh-keygen opens a key made here, with its passphrase only", async () => {
  const key = await generateKey("Régie « Les Tilleuls »");
  const parts = [];
  const path = file(await writeKey(key, PASSPHRASE, (part) => parts.push(part)));
  const line = keygen("-y", "-P", PASSPHRASE, "-f", path).trim();
  assert.equal(line, `${publicLine(key.key)} ${key.comment}`);
  assert.equal(keygen("-l", "-f", path).split(" ")[1], await fingerprint(key.key));
  assert.notEqual(spawnSync("ssh-keygen", ["-y", "-P", "autre", "-f", path]).status, 0);
  assert.equal(parts.at(-1), 1);
  assert.ok(parts.every((part, at) => at === 0 || part > parts[at - 1]));
  const open = file(await writeKey(key, ""));
  assert.equal(keygen("-y", "-P", "", "-f", open).trim(), line);
});

test("keys of ssh-keygen are opened, whatever AES locks them", async () => {
  for (const cipher of ["aes256-ctr", "aes128-ctr", "aes256-gcm@openssh.com", "aes128-gcm@openssh.com", "none"]) {
    const path = join(folder, cipher);
    const passphrase = cipher === "none" ? "" : PASSPHRASE;
    const options = cipher === "none" ? [] : ["-Z", cipher, "-a", "3"];
    keygen("-q", "-t", "ed25519", "-N", passphrase, "-C", "commentaire é", "-f", path, ...options);
    const read = readKeyFile(readFileSync(path));
    assert.equal(read.locked, cipher !== "none");
    const key = await openKey(read, passphrase);
    assert.equal(`${publicLine(key.key)} ${key.comment}`, readFileSync(`${path}.pub`, "utf8").trim());
    // Line ends of Windows and a byte-order mark come from editors.
    readKeyFile(utf8(`\ufeff${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}`));
    if (cipher === "none") continue;
    await assert.rejects(openKey(read, "autre"), { reason: "passphrase" }, cipher);
    await assert.rejects(openKey(read, ""), { reason: "passphrase" }, cipher);
  }
});

test("a signature made here is good for ssh-keygen", async () => {
  const key = await generateKey("x");
  const body = "paraphe: 1\nà signer\n";
  const armour = sealArmour({ key: key.key, signature: await sign(key.seed, await signedData(body)) });
  const args = ["-Y", "check-novalidate", "-n", "paraphe", "-s", file(armour)];
  const said = execFileSync("ssh-keygen", args, { input: body }).toString();
  assert.match(said, new RegExp(`Good "paraphe" signature with ED25519 key ${(await fingerprint(key.key)).replace(/[+/]/g, "\\$&")}`));
});

function reason(bytes) {
  try {
    readKeyFile(typeof bytes === "string" ? utf8(bytes) : bytes);
  } catch (error) {
    return [error.reason, error.algorithm].join(" ").trim();
  }
  return "";
}

test("what is no such key is named for what it is", async () => {
  const path = (name) => join(folder, name);
  keygen("-q", "-t", "rsa", "-b", "1024", "-N", "", "-f", path("rsa"));
  keygen("-q", "-t", "rsa", "-b", "1024", "-m", "PEM", "-N", "", "-f", path("pem"));
  keygen("-q", "-t", "ecdsa", "-N", PASSPHRASE, "-f", path("ecdsa"));
  assert.equal(reason(readFileSync(path("rsa"))), "algorithm ssh-rsa");
  assert.equal(reason(readFileSync(path("rsa.pub"))), "public-key");
  assert.equal(reason(readFileSync(path("pem"))), "pem");
  assert.equal(reason(readFileSync(path("ecdsa"))), "algorithm ecdsa-sha2-nistp256");
  assert.equal(reason("PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n"), "putty");
  assert.equal(reason("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"), "pem");
  assert.equal(reason(""), "not-a-key");
  assert.equal(reason("paraphe: 1\n"), "not-a-key");
  assert.equal(reason(new Uint8Array(KEY_FILE_LIMIT + 1)), "too-large");
});

/** The blob of a key file, rewritten. */
async function rewritten(change) {
  const text = await writeKey(await generateKey("x"), "x");
  const blob = fromBase64(text.split("\n").slice(1, -2).join(""));
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${toBase64(change(blob))}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

test("a hardware key, an unknown cipher and damage are told", async () => {
  const head = (cipher, algorithm, rounds = 1) => {
    const options = concat(wireString("0123456789abcdef"), uint32(rounds));
    const key = concat(wireString(algorithm), wireString(new Uint8Array(32)));
    const front = concat(utf8("openssh-key-v1\0"), wireString(cipher), wireString("bcrypt"), wireString(options));
    return () => concat(front, uint32(1), wireString(key), wireString(new Uint8Array(64)));
  };
  const sk = "sk-ssh-ed25519@openssh.com";
  assert.equal(reason(await rewritten(head("aes256-ctr", sk))), `hardware ${sk}`);
  assert.equal(reason(await rewritten(head("chacha20-poly1305@openssh.com", "ssh-ed25519"))), "cipher chacha20-poly1305@openssh.com");
  for (const name of ["constructor", "__proto__", "toString"]) {
    assert.equal(reason(await rewritten(head(name, "ssh-ed25519"))), `cipher ${name}`);
  }
  assert.equal(reason(await rewritten(head("aes256-ctr", "ssh-ed25519", 4294967295))), "rounds");
  assert.equal(reason(await rewritten(head("aes256-ctr", "ssh-ed25519"))), "");
  assert.equal(reason(await rewritten((blob) => blob.subarray(0, 100))), "damaged");
  assert.equal(reason(await rewritten((blob) => blob.subarray(1))), "damaged");
  assert.equal(reason((await rewritten((blob) => blob)).slice(0, -40)), "damaged");
  const whole = await writeKey(await generateKey("x"), "");
  for (let end = 0; end < whole.length - 1; end += 7) assert.notEqual(reason(whole.slice(0, end)), "", `${end}`);
});

test("an open key whose halves differ is damaged", async () => {
  const one = await generateKey("x");
  const other = await generateKey("x");
  const text = await writeKey({ ...one, key: other.key }, "");
  await assert.rejects(openKey(readKeyFile(utf8(text)), ""), { reason: "damaged" });
});
