// The program itself, and sites that it built.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");

let built = false;

/** A program of the project, built once. @param {string} name `paraphe`, or an example's name */
function program(name) {
  if (!built) {
    execFileSync("cargo", ["build", "--quiet", "--bins", "--examples"], { cwd: ROOT, stdio: "inherit" });
    built = true;
  }
  return join(TARGET, "debug", name === "paraphe" ? name : join("examples", name));
}

/** Runs a program of the project and gives its output back. @param {string} name @param {string[]} words */
export function run(name, words) {
  return execFileSync(program(name), words, { cwd: ROOT, encoding: "utf8", stdio: "pipe" });
}

/** A new folder, which goes with the process. */
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "paraphe-"));
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The site of a project, built into a new folder. @param {string} project */
export function site(project) {
  const output = join(folder(), "site");
  run("paraphe", ["-C", project, "build", "-o", output]);
  return output;
}

/**
 * The site of the demonstration with another line in its configuration.
 * @param {string} line @param {string} other
 * @param {Record<string, string>} more Further files of the project, by path.
 */
export function variant(line, other, more = {}) {
  const project = join(folder(), "project");
  for (const name of ["content", "signatures", "paraphe.yaml"]) {
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  }
  const configuration = readFileSync(join(ROOT, "paraphe.yaml"), "utf8");
  if (!configuration.includes(line)) throw new Error(`paraphe.yaml does not hold ${line}`);
  writeFileSync(join(project, "paraphe.yaml"), configuration.replace(line, other));
  for (const [path, text] of Object.entries(more)) writeFileSync(join(project, path), text);
  return site(project);
}

/** A project of `signatures` over `territories` real territories, in a new folder. */
export function generated(signatures, territories) {
  const project = join(folder(), "project");
  run("generate", [project, "--signatures", `${signatures}`, "--territories", `${territories}`]);
  return project;
}

/** Every file below a folder with this ending. @param {string} top @param {string} ending */
export function files(top, ending) {
  const all = readdirSync(top, { recursive: true, encoding: "utf8" });
  return all.filter((path) => path.endsWith(ending)).sort().map((path) => join(top, path));
}
