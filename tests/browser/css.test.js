// Every style sheet of every theme is valid: known properties with values that they take, known selectors and functions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import stylelint from "stylelint";
import { files, ROOT } from "./support/paraphe.js";

/** Stylelint's rules that ask whether something is CSS at all; none of taste. */
const RULES = [
  "annotation-no-unknown", "at-rule-descriptor-no-unknown", "at-rule-descriptor-value-no-unknown", "at-rule-no-unknown",
  "at-rule-prelude-no-invalid", "block-no-empty", "color-no-invalid-hex", "custom-property-no-missing-var-function",
  "declaration-block-no-duplicate-properties", "declaration-property-value-no-unknown", "function-calc-no-unspaced-operator",
  "function-no-unknown", "media-feature-name-no-unknown", "media-feature-name-value-no-unknown", "media-query-no-invalid",
  "named-grid-areas-no-invalid", "no-invalid-position-at-import-rule", "no-unknown-animations", "property-no-unknown",
  "selector-anb-no-unmatchable", "selector-pseudo-class-no-unknown", "selector-pseudo-element-no-unknown",
  "selector-type-no-unknown", "string-no-newline", "unit-no-unknown",
];

/** What is wrong with a style sheet. @param {string} code @param {string} name */
async function faults(code, name) {
  const config = { rules: Object.fromEntries(RULES.map((rule) => [rule, true])) };
  const { results } = await stylelint.lint({ code, config });
  return results.flatMap(({ warnings, invalidOptionWarnings, deprecations }) => [
    ...warnings.map(({ line, text }) => `${name}:${line} ${text}`),
    ...[...invalidOptionWarnings, ...deprecations].map(({ text }) => text),
  ]);
}

test("every style sheet is valid", async () => {
  const sheets = files(join(ROOT, "themes"), ".css");
  assert.ok(sheets.length > 8);
  for (const sheet of sheets) assert.deepEqual(await faults(readFileSync(sheet, "utf8"), sheet), []);
});

test("what is no CSS is found", async () => {
  for (const wrong of ["a { colour: red; }", "a { color: 3px; }", "a { margin: 1foo; }", "a:hoover { color: red; }", "a { color: red;"]) {
    assert.notDeepEqual(await faults(wrong, "wrong").catch(String), [], wrong);
  }
});
