// Documents to hold two implementations against each other: sound ones, and ones damaged in every way that came to mind.

import { concat, toBase64, uint32, utf8, wireString } from "../../../themes/default/static/js/format/bytes.js";
import { publicKey, sign } from "../../../themes/default/static/js/format/ed25519-key.js";
import { keyBlob, NAMESPACE, sealArmour, signedData } from "../../../themes/default/static/js/format/sshsig.js";
import { writeBody, writeFile } from "../../../themes/default/static/js/format/write.js";

/** A small generator of numbers (mulberry32), so that every run makes the same documents. */
export class Numbers {
  constructor(seed) {
    this.state = seed;
  }

  below(limit) {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  chance(percent) {
    return this.below(100) < percent;
  }
}

const NAMES = [
  "Régie de quartier « Les Tilleuls »", 'Le "Café" d\\Ici', "جمعية الجيران", "Tāvana nō\u00a0Te\u202fFenua", "a",
  "Association 👩‍👩‍👧", "می‌خواهم", "ὈΔΥΣΣΕΎΣ", "협동조합", "a\u1aec", "\u{105d2}\u{10ecc}", "é".repeat(300), "\\\\\\", '""', "ﬁn", "Å", "नमस्ते",
];
const BAD_LINES = [
  "", " a", "a ", "a  b", "a\u00a0 b", "a\tb", "a\u200bb", "a\u202eb", "a\u0085b", "a\u2028b", "a\u3000b", "e\u0301", "a\ue000",
  "\u0378", "é".repeat(301), "x\ufeffy", "\u0344", "a\u1680b", "\u{1f1e6}\u{e0001}", "\ud834\udd5e", "\u212b", "\u00adx", "\u0001",
  "q\u0307\u0323", "\u1100\u1161", "\ufffe", "\u{10ffff}", "a\u2003", "\u205f\u205f", "\u180e", "\u0600", "\u070f",
  // Newer than many a browser.
  "a\u030d\u{1d25b}", "\u{1611e}\u{16121}", "e\u{10ecb}\u{10ecd}", "a\u1aec\u0316b",
];
/** Web addresses, good and bad, on which libraries differ. */
export const WEBSITES = [
    "https://regie.example.org/", "http://x.org/", "https://", "https:///x.org", "https://me@x.org/", "https://x.org\\@y.org",
    "https://x.org:99999/", "https://x.org:8443/é?a=b#@c", "https://[::1]/", "https://[::1", "https://1.2.3.4", "https://1.2.3.256",
    "https://%41.org", "https://a%00b.org", "https://a b.org", "https://é.org", "https://xn--9ca.org", "https://x.org:/", "https://:80/",
    "https://@x.org", "https://a..b/", "https://.a/", "https://a./", "https://a<b/", "https://a^b/", "https://a|b/", "https://a%b/",
    "https://0x7f.1/", "https://256/", "https://4294967296/", "https://?a", "https://#a", "https://a_b.org/", "https://-a.org/",
    "https://xn--a/", "https://xn--zzzzzz.org", "https://ａ.org/", "https://a。b/", "https://ß.org", "https://☃.net/", "https://x.org/%zz",
    "https://x.org/\u{1f600}", "https://a\u00adb.org", "HTTPS://x.org", "https:x.org", "https://a:b:c/", "https://a:1b/", "https://[v1.a]/", "https://xn--bcher-kva.example/", "https://xn--bcher-kvA.example/", "https://a.xn--.fr", "https://xn--a-.fr",
    "https://xn--fiqs8s.xn--p1ai/", "https://xn--ls8h.la/", "https://xn--99999999.fr/", "https://XN--9CA.org/", "https://xn--0.pt",
    // Characters that stand for a space and a mark, for a slash, for a colon.
    "https://a´b.org", "https://a‗b.org", "https://\u203e.org", "https://\ufe49.org", "https://a℀b.org", "https://a：b.org", "https://a％41.org", "https://a﹪41.org", "https://x.org/％41", "https://a／b",
    "https://a*b.org", "https://a＊b.org",
  ];
const VALUES = {
  charter: ["charte-exemple", "autre-charte", "Charte", "a--b", "-a", "a".repeat(81)],
  text: ["charter", "territories/exempleville-les-tilleuls", "territories/nulle-part", "territories/", "charter/1.0", "territories/A"],
  version: ["1.0", "1.1", "1", "2.0", "01.0", "1.", "1.0.0.0.0", "1.0-beta", "9999999999", "0", "0.0"],
  sha256: ["0".repeat(64), "A".repeat(64), "abc", "g".repeat(64)],
  "organisation.insee": ["49007", "2A004", "2C004", "4900", "97411", "４9007", "490071"],
  "organisation.rna": ["W491234567", "W9P1002760", "w491234567", "W49123456", "W49 123456"],
  "organisation.siren": ["732829320", "732829321", "732 829 320", "73282932", "000000000"],
  "organisation.website": WEBSITES,
  date: ["2026-06-01", "2026-02-30", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2026-1-01", "0000-01-01", "2026-00-10", "2026-12-32", "01/06/2026", "9999-12-31"],
  declaration: ["Une autre phrase."],
  action: ["sign", "withdraw", "attest", "endorse", "Sign"],
};
const PIECES = [
  '"', "\\", "\n", "\r\n", "\r", "\t", " ", ":", "#", "- ", "&a ", "*a", "!!str ", "|", ">", "---\n", "...\n", "{", "}", "[", "]", "'",
  "\ufeff", "\u202e", "\u200b", "\u0301", "é", "\0", "  ", "signature: |\n", "paraphe: 1\n", "<<: ", "-----END SSH SIGNATURE-----\n",
  "  -----BEGIN SSH SIGNATURE-----\n", "=", "A", "%YAML 1.2\n", "? a\n", "name: \"x\"\n", "organisation: {}\n", "\f", "\v", "\ufffd", "\u{1f600}",
  "-----BEGIN OPENSSH PRIVATE KEY-----", "    ", "\u2003", "\n\n",
];

const SEED = new Uint8Array(32).fill(7);
const KEY = await publicKey(SEED);

/** The values of a document that names a text of the project. */
export function soundValues(numbers, atHand) {
  const text = numbers.pick(atHand.texts);
  const version = numbers.pick(text.versions.filter((one) => !one.draft));
  const withdraws = numbers.chance(20);
  const values = new Map([
    ["action", withdraws ? "withdraw" : "sign"],
    ["charter", atHand.charter],
    ["text", text.id],
    ["version", version.version],
    ["sha256", version.sha256],
    ["organisation.name", numbers.pick(NAMES)],
    ["organisation.city", numbers.pick(NAMES)],
    ["date", "2026-11-23"],
    ["declaration", withdraws ? numbers.pick(NAMES) : version.declaration],
  ]);
  if (numbers.chance(40)) values.set("organisation.insee", numbers.pick(["49007", "2A004", "97411"]));
  if (numbers.chance(40)) values.set("organisation.rna", numbers.pick(["W491234567", "W9P1002760"]));
  if (numbers.chance(40)) values.set("organisation.siren", "732829320");
  if (numbers.chance(40)) values.set("organisation.website", "https://regie.example.org/é?a=b");
  if (numbers.chance(40)) values.set("representative.name", numbers.pick(NAMES));
  if (values.has("representative.name") && numbers.chance(60)) values.set("representative.role", numbers.pick(NAMES));
  return values;
}

function attestationValues(numbers, atHand) {
  return new Map([
    ["action", "attest"],
    ["charter", atHand.charter],
    ["signature-sha256", numbers.chance(80) ? "0".repeat(64) : numbers.pick(VALUES.sha256)],
    ["organisation", numbers.pick(NAMES)],
    ["method", numbers.pick(NAMES)],
    ["date", "2026-11-24"],
  ]);
}

/** A whole file with this body, signed by the key of that seed. */
export async function signed(body, seed = SEED) {
  return writeFile(body, sealArmour({ key: await publicKey(seed), signature: await sign(seed, await signedData(body)) }));
}

/** A body with a line moved, doubled, dropped or dressed up; signed all the same. */
function damageBody(numbers, body) {
  const lines = body.split("\n");
  const at = numbers.below(lines.length);
  const line = lines[at];
  const other = numbers.below(lines.length);
  const ways = [
    () => lines.splice(at, 1),
    () => lines.splice(other, 0, line),
    () => lines.splice(other, 0, ...lines.splice(at, 1)),
    () => (lines[at] = numbers.pick(["  ", "\t", " ", "    "]) + line),
    () => (lines[at] = line + numbers.pick([" ", "\t", " # x", "#", "x", '"', " {}", " &a"])),
    () => (lines[at] = line.replace(": ", numbers.pick([":", ":  ", ":\t", " : ", ": &a ", ": !!str ", ": {}", ": *b ", ": |", ": >"]))),
    () => (lines[at] = line.replace(/"(.*)"/, numbers.pick(["'$1'", "$1", '"$1', '$1"', "", '"\\u0041$1"', '"\\n$1"', '"$1\\"']))),
    () => (lines[at] = numbers.pick(["# note", "", "---", "...", "%TAG", "<<: *a", "&a", "*a", "!x", "{a: b}", "[", "email: \"x\"", "  email: \"x\"", "nom", '"name": "x"', "name : \"x\"", "paraphe: 2", "paraphe: 1.0", "paraphe: 01", "paraphe: x", 'paraphe: "1"'])),
    () => (lines[at] = line.replace(/^( *)(\w+)/, (_, space, word) => space + word.toUpperCase())),
  ];
  numbers.pick(ways)();
  return lines.join("\n");
}

/** A body with other values, in their right places. */
function damageValues(numbers, values) {
  for (let times = 1 + numbers.below(2); times > 0; times -= 1) {
    const key = numbers.pick([...values.keys(), ...Object.keys(VALUES)]);
    if (numbers.chance(10)) values.delete(key);
    else values.set(key, numbers.pick(VALUES[key] && numbers.chance(75) ? VALUES[key] : BAD_LINES));
  }
}

/** An armour whose blob differs in one field. */
async function damageBlob(numbers, body) {
  const signature = await sign(SEED, await signedData(body));
  const field = numbers.below(10);
  const raw = (bytes) => wireString(bytes);
  const key = field === 0 ? numbers.pick([concat(raw("ssh-rsa"), raw(KEY)), raw("ssh-ed25519"), concat(keyBlob(KEY), utf8("x")), concat(raw("ssh-ed25519"), raw(KEY.subarray(1))), new Uint8Array(), utf8("\0\0\0\x20abc")]) : keyBlob(KEY);
  const inner = field === 1 ? numbers.pick([signature.subarray(1), concat(signature, utf8("x")), new Uint8Array()]) : signature;
  const algorithm = field === 2 ? numbers.pick(["ssh-rsa", "", "ssh-ed25519\0"]) : "ssh-ed25519";
  const wrapped = concat(raw(algorithm), raw(inner), field === 3 ? utf8("z") : new Uint8Array());
  const parts = [
    utf8(field === 4 ? numbers.pick(["SSHSIX", "SSH"]) : "SSHSIG"),
    uint32(field === 5 ? numbers.pick([0, 2, 4294967295]) : 1),
    raw(key),
    raw(field === 6 ? numbers.pick(["file", "", "paraphe\0", "\xff"]) : NAMESPACE),
    raw(field === 7 ? "x" : ""),
    raw(field === 8 ? numbers.pick(["sha256", "SHA512", ""]) : "sha512"),
    raw(wrapped),
  ];
  let blob = concat(...parts);
  if (numbers.chance(15)) blob = concat(blob, utf8("tail"));
  if (numbers.chance(15)) blob = blob.subarray(0, numbers.below(blob.length));
  const lines = toBase64(blob).match(new RegExp(`.{1,${numbers.chance(90) ? 70 : 76}}`, "g")) ?? [];
  return writeFile(body, ["-----BEGIN SSH SIGNATURE-----", ...lines, "-----END SSH SIGNATURE-----", ""].join("\n"));
}

const hex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
const POINTS = [
  "0100000000000000000000000000000000000000000000000000000000000000", "0100000000000000000000000000000000000000000000000000000000000080",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "0000000000000000000000000000000000000000000000000000000000000000", "0000000000000000000000000000000000000000000000000000000000000080",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  "0200000000000000000000000000000000000000000000000000000000000000", "0300000000000000000000000000000000000000000000000000000000000000",
].map(hex);

/** A signature with a key, an R or an S that the strict check refuses, or one bit of them turned. */
async function damageSeal(numbers, body) {
  const seal = { key: KEY.slice(), signature: (await sign(SEED, await signedData(body))).slice() };
  const ways = [
    () => (seal.key = numbers.pick(POINTS)),
    () => seal.signature.set(numbers.pick(POINTS)),
    () => seal.signature.set(plusOrder(seal.signature.subarray(32)), 32),
    () => (seal.key[numbers.below(32)] ^= 1 << numbers.below(8)),
    () => (seal.signature[numbers.below(64)] ^= 1 << numbers.below(8)),
    () => (seal.key = numbers.pick(POINTS), seal.signature.set(numbers.pick(POINTS)), seal.signature.fill(0, 32)),
    () => seal.signature.fill(0, 32),
    () => crypto.getRandomValues(seal.key).fill(numbers.below(256), 1, 12),
  ];
  numbers.pick(ways)();
  return writeFile(body, sealArmour(seal));
}

function plusOrder(s) {
  const order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  let carry = 0;
  return s.map((byte, at) => {
    const sum = byte + order[at] + carry;
    carry = sum >> 8;
    return sum & 255;
  });
}

/** Bytes turned, cut, doubled and filled in, as they come. */
function damageBytes(numbers, text) {
  let bytes = utf8(text);
  for (let times = 1 + numbers.below(3); times > 0; times -= 1) {
    const at = numbers.below(bytes.length + 1);
    const cut = (from, to, ...between) => concat(bytes.subarray(0, from), ...between, bytes.subarray(to));
    switch (numbers.below(6)) {
      case 0:
        if (at < bytes.length) bytes[at] ^= 1 << numbers.below(8);
        break;
      case 1:
        bytes = bytes.slice(0, at);
        break;
      case 2:
        bytes = cut(at, Math.min(at + numbers.below(80), bytes.length));
        break;
      case 3:
        bytes = cut(at, at, bytes.slice(at, at + numbers.below(120)));
        break;
      default:
        bytes = cut(at, at, utf8(numbers.pick(PIECES)));
    }
  }
  return bytes;
}

const PATHS = ["signatures/charter/x.yaml", "signatures/territories/exempleville-les-tilleuls/x.yaml"];

/**
 * One document, with the path it stands at.
 * @param {Numbers} numbers
 */
export async function document(numbers, atHand) {
  const attests = numbers.chance(8);
  const values = attests ? attestationValues(numbers, atHand) : soundValues(numbers, atHand);
  const kind = attests ? "attestation" : "adherence";
  const way = numbers.below(100);
  const before = values.get("text");
  if (way >= 20 && way < 45) damageValues(numbers, values);
  const folder = `signatures/${(numbers.chance(50) && values.get("text")) || before || "charter"}/x`;
  const path = attests ? `${folder}.attestation.yaml` : numbers.chance(97) ? `${folder}.yaml` : numbers.pick(PATHS);
  const body = writeBody(values, kind);
  let bytes;
  if (way < 45) bytes = utf8(await signed(body));
  else if (way < 60) bytes = utf8(await signed(damageBody(numbers, body)));
  else if (way < 68) bytes = utf8(await damageBlob(numbers, body));
  else if (way < 76) bytes = utf8(await damageSeal(numbers, body));
  else bytes = damageBytes(numbers, await signed(body));
  if (numbers.chance(3)) bytes = utf8(new TextDecoder().decode(bytes).replaceAll("\n", "\r\n"));
  if (numbers.chance(1)) bytes = concat(utf8("\ufeff"), bytes);
  if (numbers.chance(1)) bytes = concat(bytes, utf8(new TextDecoder().decode(bytes).replace(/^[^]*(?=signature: \|)/, "")));
  if (numbers.chance(1)) bytes = concat(bytes, new Uint8Array(16 * 1024).fill(65));
  return { path, bytes };
}

