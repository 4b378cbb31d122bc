// The Rust program's own verdicts, by way of the example program `judge`.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const vectors = join(root, "tests/vectors");

/** The example program, built once for all tests. */
function judge() {
  const metadata = execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps"], { cwd: root, maxBuffer: 1e8 });
  const path = join(JSON.parse(metadata.toString()).target_directory, "debug/examples/judge");
  if (!existsSync(path) || process.env.PARAPHE_BUILD !== "done") {
    execFileSync("cargo", ["build", "--quiet", "--example", "judge"], { cwd: root, stdio: "inherit" });
    process.env.PARAPHE_BUILD = "done";
  }
  return path;
}

/** @param {string[]} args @param {Uint8Array} input */
export function ask(args, input = new Uint8Array()) {
  const run = spawnSync(judge(), args, { input, maxBuffer: 1e9 });
  if (run.status !== 0) throw new Error(run.stderr.toString());
  return run.stdout.toString();
}

/**
 * What the Rust program says of each file, against the texts of the vectors' site.
 * @param {{ path: string, bytes: Uint8Array }[]} files
 */
export function rustVerdicts(files) {
  const frames = files.flatMap(({ path, bytes }) => [Buffer.from(`${path} ${bytes.length}\n`), bytes]);
  return ask(["files", join(vectors, "site")], Buffer.concat(frames)).trimEnd().split("\n");
}

/** The rows of a table under `tests/vectors/`. @param {string} path */
export function table(path) {
  const lines = readFileSync(join(vectors, path), "utf8").trimEnd().split("\n").slice(1);
  return lines.map((line) => line.split("\t"));
}
