// The libraries that the scripts use: what their packages make, and their licences with every copy.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { root } from "./support/rust.js";
import { skip, stage } from "./support/stage.js";
import { copies } from "./vendor.js";

const set = stage("vendor");
const VENDOR = join(root, "themes/default/static/js/vendor");

test("each copy is what the pinned package makes, byte for byte", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "tests/browser/package-lock.json"), "utf8"));
  for (const [name, make] of Object.entries(copies)) {
    const text = readFileSync(join(VENDOR, name), "utf8");
    assert.equal(text, make(), name);
    const [, library, version] = /^\/\/ (\S+) (\S+) \(/m.exec(text);
    const pinned = packages[`node_modules/${library}`];
    assert.equal(pinned.version, version);
    assert.match(pinned.integrity, /^sha512-/);
  }
});

test("one that was changed by a single character is told", () => {
  const env = { ...process.env, PARAPHE_VENDOR: set.folder };
  const check = () => spawnSync(process.execPath, [join(root, "tests/browser/vendor.js")], { env, encoding: "utf8" });
  for (const name of Object.keys(copies)) copyFileSync(join(VENDOR, name), join(set.folder, name));
  assert.equal(check().status, 0, check().stderr);
  const path = join(set.folder, "noble-ed25519.js");
  writeFileSync(path, readFileSync(path, "utf8").replace("2n", "3n"));
  assert.equal(check().status, 1);
  assert.match(check().stderr, /noble-ed25519\.js is not what its package makes/);
});

test("the joined scripts bear the licences of what is in them", { skip }, () => {
  const script = (name) => readFileSync(join(set.made.site, name), "utf8");
  for (const name of ["static/sign.js", "static/check.js", "verificateur.html"]) assert.match(script(name), /Copyright \(c\) 2019 Paul Miller/);
  assert.match(script("static/sign.js"), /Copyright 1997 Niels Provos[^]*Redistribution[^]*Copyright \(c\) 2013 Ted Unangst[^]*Permission to use/);
});
