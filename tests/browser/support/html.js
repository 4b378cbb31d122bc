// What is wrong with pages as HTML.

import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const RULES = {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // A matter of taste that the templates settle for themselves.
    "no-trailing-whitespace": "off",
    "long-title": "off",
  },
};

/** What is wrong with the pages, a line each. @param {string[]} pages */
export async function faults(pages) {
  const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
  const found = [];
  for (const page of pages) {
    const report = await validator.validateFile(page);
    for (const result of report.results) {
      for (const { line, column, ruleId, message } of result.messages) {
        found.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return found;
}
