// What a site tells programs about texts and organisations is written in the words of schema.org.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { files, generated, ROOT, site } from "./support/paraphe.js";

const MODULES = join(dirname(fileURLToPath(import.meta.url)), "node_modules");

/** The JSON-LD of a site's pages. @param {string} top @returns {{ path: string, text: string }[]} */
const told = (top) =>
  files(top, ".html").flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text]) => ({
      path: relative(top, page),
      text,
    })),
  );

/**
 * What TypeScript says of descriptions, each as a value of the type that it names, by the declarations of the whole
 * vocabulary: words that it doesn't have, values of another type.
 * @param {string[]} descriptions
 */
function misfits(descriptions) {
  const folder = mkdtempSync(join(tmpdir(), "paraphe-schema-"));
  try {
    symlinkSync(MODULES, join(folder, "node_modules"));
    const values = descriptions.map((text, at) => `export const a${at}: S.WithContext<S.${JSON.parse(text)["@type"]}> = ${text};\n`);
    writeFileSync(join(folder, "told.ts"), `import type * as S from "schema-dts";\n${values.join("")}`);
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--types", "", "--module", "nodenext", "told.ts"];
    const { stdout, stderr, status } = spawnSync(join(MODULES, ".bin/tsc"), options, { cwd: folder, encoding: "utf8" });
    return status === 0 ? "" : `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("every description of a text or an organisation keeps to schema.org's vocabulary", () => {
  const all = [site(ROOT), site(generated(60, 12))].flatMap(told);
  const types = new Set(all.map(({ text }) => JSON.parse(text)["@type"]));
  assert.deepEqual([...types].sort(), ["CreativeWork", "Organization"]);
  assert.ok(all.length > 60, `${all.length}`);
  assert.equal(misfits(all.map(({ text }) => text)), "", all.map(({ path }) => path).join());
});

test("a word or a value that the vocabulary doesn't have is found", () => {
  const organisation = (more) => JSON.stringify({ "@context": "https://schema.org", "@type": "Organization", ...more });
  assert.equal(misfits([organisation({ name: "Aïda" })]), "");
  assert.match(misfits([organisation({ nom: "Aïda" })]), /'"?nom"?' does not exist/);
  assert.match(misfits([organisation({ address: { "@type": "Pace" } })]), /Pace/);
});
