// Copies the libraries that the scripts use into the theme, from the packages that package-lock.json pins.
//
//   node vendor.js           says whether the copies are what the packages make
//   node vendor.js --write   writes them
//
// A copy is what of the package's own file is used, minified, with a head that names it, its licence and the SHA-256 of the
// file it was made of: half of what a telephone has to load for a signature had been the layout of two libraries.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
/** Where the copies are; a test looks elsewhere. */
const vendor = process.env.PARAPHE_VENDOR ?? join(here, "../../themes/default/static/js/vendor");
const modules = join(here, "node_modules");

/** The module `contents`, minified, with each export in a line of its own, as the build of the site reads it. */
function minified(contents) {
  const stdin = { contents, resolveDir: here, loader: "js" };
  const made = buildSync({ stdin, bundle: true, minify: true, format: "esm", charset: "utf8", legalComments: "none", write: false });
  const [, code, names] = /^([^]*;)export\{([^}]*)\};\s*$/.exec(made.outputFiles[0].text);
  const exported = names.split(",").map((name) => name.split(" as "));
  return `${code}\n${exported.map(([name, as]) => `export const ${as} = ${name};\n`).join("")}`;
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
  const code = minified(`export { getPublicKeyAsync, Point, signAsync } from "${name}";`);
  return head(name, join(modules, name, "index.js"), "minified, without what is not used") + licence(name) + code;
}

function bcrypt() {
  const name = "bcrypt-pbkdf";
  const path = join(modules, name, "index.js");
  const text = readFileSync(path, "utf8");
  // Only `hash` is used, which needs no SHA-512: the rounds around it are openssh-key.js's, on Web Crypto.
  const before = "const module = { exports: {} };\nconst require = () => ({ lowlevel: {} });\n";
  const code = minified(`${before}${text}\nexport const { hash } = module.exports;\n`);
  const licences = text.match(/^\/\*$(?=(?:\n \*.*)*?\n \* (?:Redistribution|Permission to use))[^]*?\*\/$/gm);
  const marked = licences.map((licence) => `${licence.replace("/*", "/*!")}\n`).join("");
  return head(name, path, "as a module, minified, its licences marked") + marked + code;
}

export const copies = { "noble-ed25519.js": noble, "bcrypt-pbkdf.js": bcrypt };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, make] of Object.entries(copies)) {
    const path = join(vendor, name);
    if (process.argv.includes("--write")) writeFileSync(path, make());
    else if (readFileSync(path, "utf8") !== make()) throw new Error(`${name} is not what its package makes`);
  }
}
