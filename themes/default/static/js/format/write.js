// The one way to write a signed file.

import { SEPARATOR } from "./source.js";
import { RULES } from "./schema.js";

/**
 * Writes the body of a document: the text that is signed.
 * @param {import("./values.js").Values} values By whole key name; what is missing or empty is left out.
 * @param {import("./schema.js").Kind} kind
 */
export function writeBody(values, kind) {
  let out = "";
  for (const rule of RULES[kind]) {
    const value = values.get(rule.key);
    if (rule.form === "one") out += `${rule.word}: 1\n`;
    else if (rule.form === "mapping" && RULES[kind].some(({ key, parent }) => parent === rule.key && values.get(key))) {
      out += `${rule.word}:\n`;
    } else if (rule.form === "text" && value) {
      out += `${rule.parent ? "  " : ""}${rule.word}: "${value.replace(/["\\]/g, "\\$&")}"\n`;
    }
  }
  return out;
}

/**
 * Puts a body and the armour of its signature together into a whole file.
 * @param {string} body @param {string} armour
 */
export function writeFile(body, armour) {
  return body + SEPARATOR + armour.replace(/^(?=.)/gm, "  ");
}
