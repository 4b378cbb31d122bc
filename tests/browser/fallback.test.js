// A browser whose Web Crypto has no Ed25519: the vendored library takes its place, with the same verdicts.

import assert from "node:assert/strict";
import test from "node:test";

const { importKey } = crypto.subtle;
let refused = 0;
crypto.subtle.importKey = function (format, data, algorithm, ...rest) {
  if (algorithm !== "Ed25519") return importKey.call(this, format, data, algorithm, ...rest);
  refused += 1;
  return Promise.reject(new DOMException("Unrecognized name.", "NotSupportedError"));
};

const { compare } = await import("./support/compare.js");
const { hasNativeEd25519 } = await import("../../themes/default/static/js/format/ed25519.js");
const { publicKey, sign } = await import("../../themes/default/static/js/format/ed25519-key.js");

const hex = (bytes) => Buffer.from(bytes).toString("hex");

test("keys and signatures are those of RFC 8032", async () => {
  assert.equal(await hasNativeEd25519(), false);
  const seed = Buffer.from("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "hex");
  assert.equal(hex(await publicKey(seed)), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const signature = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
  assert.equal(hex(await sign(seed, Uint8Array.of(0x72))), signature);
});

test("the verdicts stay the same", async () => {
  const tally = await compare(1500, 8032);
  assert.ok((tally.get("signature-mismatch") ?? 0) > 10 && (tally.get("-") ?? 0) > 100);
  assert.equal(refused, 1);
});
