// Reduces the open list of communes to what the signing page offers while a person types: codes and names.
//
//   node communes.js           says whether the committed list is what the package makes
//   node communes.js --write   writes it

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../../src/gazetteer/all-communes.txt", import.meta.url));
const source = new URL("node_modules/@etalab/decoupage-administratif/data/communes.json", import.meta.url);

/** For each department a line `=` and its code; below it the end of each commune's code, a space and its name. */
function reduce() {
  const communes = JSON.parse(readFileSync(source, "utf8")).filter(({ type }) => type === "commune-actuelle");
  const departments = new Map();
  for (const { code, nom } of communes) {
    const department = /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
    const lines = departments.get(department) ?? departments.set(department, []).get(department);
    lines.push([code.slice(department.length), nom.normalize("NFC")]);
  }
  const sorted = Array.from(departments).sort(([one], [other]) => (one < other ? -1 : 1));
  const collator = new Intl.Collator("fr");
  return sorted
    .map(([department, lines]) => {
      lines.sort(([, one], [, other]) => collator.compare(one, other));
      return `=${department}\n${lines.map(([code, name]) => `${code} ${name}\n`).join("")}`;
    })
    .join("");
}

if (process.argv.includes("--write")) writeFileSync(path, reduce());
else if (readFileSync(path, "utf8") !== reduce()) throw new Error("all-communes.txt is not what the package makes");
