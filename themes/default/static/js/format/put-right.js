// Signed files as mail programs leave them: quoted, indented, with spaces at the ends of lines. A signed file has one
// spelling, so what was lost can be put back without guessing: whether it was put back well is for the signature to say.

/** The first line of a signed file. */
const FIRST = "paraphe: 1";

/** The last line of its signature. */
const LAST = "-----END SSH SIGNATURE-----";

/** Keys that stand inside another, and are indented. */
const NESTED = /^(name|city|insee|rna|siren|website|role):/;

/** A line without what mail programs put at its ends: marks of quotation and spaces. @param {string} line */
function bare(line) {
  return line.replace(/^[>\s]+/u, "").trimEnd();
}

/** Whether a signed file stands somewhere in a text, however it came. @param {string} text */
export function holdsSigned(text) {
  const lines = text.split("\n").map(bare);
  return lines.includes(LAST, lines.indexOf(FIRST) + 1) && lines.includes(FIRST);
}

/**
 * The signed file in a text, with its own indentation and line ends; what was folded is one line again. Null when there
 * is none, or more than one.
 * @param {string} text
 */
export function putRight(text) {
  const lines = text.replace(/^\ufeff/, "").split("\n").map(bare);
  const start = lines.indexOf(FIRST);
  const end = lines.indexOf(LAST, start);
  if (start < 0 || end < 0 || lines.includes(FIRST, end)) return null;
  let file = "";
  let sealed = false;
  for (const line of lines.slice(start, end + 1)) {
    if (line === "") continue;
    if (sealed || NESTED.test(line)) file += "\n  ";
    else if (/^[a-z0-9-]+:/.test(line)) file += "\n";
    // The rest of a line that was folded.
    else file += " ";
    file += line;
    sealed ||= line === "signature: |";
  }
  return `${file.trimStart()}\n`;
}

/** @typedef {"around" | "quoted" | "spaces" | "blank" | "folded"} Change */

/**
 * What happened to a file on its way, as far as it shows.
 * @param {string} text As it came, with LF line ends.
 * @param {string} file As it was.
 * @returns {Change[]}
 */
export function changes(text, file) {
  const came = text.split("\n");
  const start = came.findIndex((line) => bare(line) === FIRST);
  const end = came.findIndex((line, at) => at > start && bare(line) === LAST);
  const own = came.slice(start, end + 1);
  const right = new Set(file.split("\n"));
  const isQuoted = (/** @type {string} */ line) => /^\s*>/.test(line);
  /** @param {string} line */
  const isMoved = (line) => !isQuoted(line) && !right.has(line) && (right.has(bare(line)) || right.has(`  ${bare(line)}`));
  /** @type {[Change, boolean][]} */
  const seen = [
    ["around", came.some((line, at) => (at < start || at > end) && bare(line) !== "")],
    ["quoted", own.some(isQuoted)],
    ["spaces", own.some((line) => bare(line) !== "" && isMoved(line))],
    ["blank", own.some((line) => bare(line) === "") || came.length - end !== 2 || came[end + 1] !== ""],
    ["folded", own.filter((line) => bare(line) !== "").length > right.size - 1],
  ];
  return seen.filter(([, is]) => is).map(([change]) => change);
}
