// Copies the libraries that the scripts use into the theme, from the packages that package-lock.json pins.
//
//   node vendor.js           says whether the copies are what the packages make
//   node vendor.js --write   writes them
//
// A copy is the package's own file with a head that names it, its licence and the SHA-256 of the file it was made of.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
/** Where the copies are; a test looks elsewhere. */
const vendor = process.env.PARAPHE_VENDOR ?? join(here, "../../themes/default/static/js/vendor");
const modules = join(here, "node_modules");

/** The package's file without its comments, which weigh more than its code; those that start with `!` stay. */
function withoutComments(path) {
  const out = mkdtempSync(join(tmpdir(), "vendor-"));
  const options = ["--allowJs", "--checkJs", "false", "--removeComments", "--target", "esnext", "--module", "esnext"];
  execFileSync(join(modules, ".bin/tsc"), [path, ...options, "--skipLibCheck", "--ignoreConfig", "--outDir", out]);
  const text = readFileSync(join(out, "index.js"), "utf8");
  rmSync(out, { recursive: true });
  return text;
}

function head(name, path, how) {
  const { version, license } = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  return `// @ts-nocheck\n// ${name} ${version} (${license}), ${how}.\n// SHA-256 of the package's index.js: ${sha256}\n`;
}

/** The MIT licence wants its text with every copy. */
function licence(name) {
  const text = readFileSync(join(modules, name, "LICENSE"), "utf8").trim();
  return `/*!\n${text}\n*/\n`;
}

function noble() {
  const name = "@noble/ed25519";
  const path = join(modules, name, "index.js");
  return head(name, path, "without its comments") + licence(name) + withoutComments(path);
}

function bcrypt() {
  const name = "bcrypt-pbkdf";
  const path = join(modules, name, "index.js");
  // Only `hash` is used, which needs no SHA-512: the rounds around it are openssh-key.js's, on Web Crypto.
  const before = `const module = { exports: {} };\nconst require = () => ({ lowlevel: {} });\n`;
  const after = `\nexport const { hash } = module.exports;\n`;
  // Its licences go with every copy, so with the script that the build joins, too: comments that start with `!` stay.
  const text = readFileSync(path, "utf8").replace(/^\/\*$(?=(?:\n \*.*)*?\n \* (?:Redistribution|Permission to use))/gm, "/*!");
  return head(name, path, "as a module, its licences marked") + before + text + after;
}

export const copies = { "noble-ed25519.js": noble, "bcrypt-pbkdf.js": bcrypt };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, make] of Object.entries(copies)) {
    const path = join(vendor, name);
    if (process.argv.includes("--write")) writeFileSync(path, make());
    else if (readFileSync(path, "utf8") !== make()) throw new Error(`${name} is not what its package makes`);
  }
}
