// The ways to hand a file in: the forge's editor, opened with the file filled in.

import assert from "node:assert/strict";
import test from "node:test";
import { forgeWay, mailWay } from "../../themes/default/static/js/sign/forge.js";
import { checkField, isoDate, plain, reason, tidy } from "../../themes/default/static/js/sign/fields.js";
import { findCommune } from "../../themes/default/static/js/sign/cities.js";

const PATH = "signatures/territories/x/association-d-ici.yaml";
/** @param {string} repository @param {string | null} forge */
const at = (repository, forge, branch = "main") => ({ repository, forge, branch });
const CONTENT = 'name: "Régie « Les Tilleuls » & Cie + 100 % #1"\n';

test("GitHub, Gitea and Forgejo open with path and content", () => {
  const github = forgeWay(at("https://github.com/o/r", "GitHub"), PATH, CONTENT, false);
  assert.ok(github.filled && github.address.startsWith("https://github.com/o/r/new/main?"));
  const query = new URL(github.address).searchParams;
  assert.deepEqual([query.get("filename"), query.get("value")], [PATH, CONTENT]);
  for (const forge of ["Gitea", "Forgejo"]) {
    const way = forgeWay(at("https://git.example.org/o/r", forge), PATH, CONTENT, false);
    const url = new URL(way.address);
    assert.equal(way.forge, forge);
    assert.equal(url.pathname, "/o/r/_new/main/signatures/territories/x/");
    assert.deepEqual([url.searchParams.get("filename"), url.searchParams.get("value")], ["association-d-ici.yaml", CONTENT]);
  }
});

test("GitLab gets the name only, and an unknown forge nothing", () => {
  const gitlab = forgeWay(at("https://gitlab.com/group/sub/r", "GitLab"), PATH, CONTENT, false);
  assert.equal(gitlab.filled, false);
  assert.equal(gitlab.address, `https://gitlab.com/group/sub/r/-/new/main?file_name=${encodeURIComponent(PATH)}`);
  assert.equal(forgeWay(at("https://bitbucket.org/o/r", null), PATH, CONTENT, false), null);
  assert.equal(forgeWay(at(null, "GitHub"), PATH, CONTENT, false), null);
});

test("a link that a server would refuse for its length is not made", () => {
  const long = forgeWay(at("https://github.com/o/r", "GitHub"), PATH, "é".repeat(2000), false);
  assert.equal(long.filled, false);
  assert.equal(long.address, `https://github.com/o/r/new/main?filename=${encodeURIComponent(PATH)}`);
  for (let size = 0; size < 7000; size += 333) {
    assert.ok(forgeWay(at("https://github.com/o/r", "GitHub"), PATH, "a".repeat(size), false).address.length <= 6144);
  }
});

test("a file that is there is edited, not made", () => {
  const addresses = [["github.com", "GitHub"], ["gitlab.com", "GitLab"], ["codeberg.org", "Forgejo"]].map(
    ([host, forge]) => forgeWay(at(`https://${host}/o/r`, forge, "a/b c"), PATH, CONTENT, true).address,
  );
  assert.deepEqual(addresses, [
    `https://github.com/o/r/edit/a/b%20c/${PATH}`,
    `https://gitlab.com/o/r/-/edit/a/b%20c/${PATH}`,
    `https://codeberg.org/o/r/_edit/a/b%20c/${PATH}`,
  ]);
});

test("a mail says what is attached and nothing breaks out of it", () => {
  const url = new URL(mailWay("contact@example.org", "Signature : a&b=c", "un\ndeux"));
  assert.equal(url.pathname, "contact@example.org");
  assert.deepEqual([url.searchParams.get("subject"), url.searchParams.get("body")], ["Signature : a&b=c", "un\r\ndeux"]);
});

test("what is typed is tidied before it is judged", () => {
  assert.equal(tidy("organisation.name", "  Re\u0301gie\u200b  du\tPort\n"), "Régie du Port");
  assert.equal(tidy("organisation.name", "« a »".replace(/ /g, "\u00a0\u00a0")), "«\u00a0a\u00a0»");
  assert.equal(tidy("organisation.siren", "732 829 320 00074"), "732829320");
  assert.equal(tidy("organisation.rna", "w49 1234567"), "W491234567");
  assert.equal(tidy("organisation.website", "www.example.org"), "https://www.example.org");
  assert.deepEqual(checkField("organisation.siren", "732829321", false), { code: "siren-check-digit", value: "732829321" });
  assert.equal(checkField("organisation.siren", "", false), null);
  assert.equal(checkField("organisation.name", "", true).code, "empty-value");
  assert.equal(checkField("organisation.website", "http://x.org", false).code, "website-not-https");
  assert.equal(isoDate(new Date(2026, 2, 1)), "2026-03-01");
});

test("what is wrong with a number is said to the character", () => {
  const why = (key, value) => {
    const { id, args } = reason(checkField(key, tidy(key, value), false).code, tidy(key, value));
    return `${id} ${Object.values(args)}`;
  };
  const trials = [
    ["organisation.rna", "491234567", "rna_form 491234567"],
    ["organisation.rna", "W49123456", "rna_length 9"],
    ["organisation.rna", "w49 1234 5678", "rna_length 11"],
    ["organisation.rna", "W49é234567", "number_character É"],
    ["organisation.siren", "73282932", "siren_length 8"],
    ["organisation.siren", "73282932O", "number_character O"],
    ["organisation.siren", "732829321", "siren_check_digit 0"],
    ["organisation.insee", "4900", "insee_form 4900"],
  ];
  for (const [key, value, expected] of trials) assert.equal(why(key, value), expected);
});

test("a commune is found without its accents, and not when two have the name", () => {
  const communes = [["49328", "Saumur"], ["97416", "Saint-Pierre"], ["1", "Œting"], ["2", "Vaux"], ["3", "Vaux"]];
  assert.equal(findCommune(communes, "st pierre")[0], "97416");
  assert.equal(findCommune(communes, "OETING")[0], "1");
  assert.equal(findCommune(communes, "Vaux"), null);
  assert.equal(plain("L'Île-d'Yeu"), "l ile d yeu");
});
