// What the checker says of a file.

import { worth } from "../format/verdict.js";
import { element, fill, visible } from "../ui/dom.js";
import { reason } from "./judge.js";

/** @typedef {import("../format/verdict.js").Verdict} Verdict */
/** @typedef {import("../ui/dom.js").Words} Words */

const MARKS = { sound: "✓", stale: "!", faulty: "✗" };

/** How many reports there are: each has a name of its own. */
let count = 0;

/**
 * @param {Words} words @param {"sound" | "stale" | "faulty"} kind @param {string} state What it is, in a few words.
 * @param {string} name The file's. @param {...HTMLElement} content
 */
function frame(words, kind, state, name, ...content) {
  const id = `check-${(count += 1)}`;
  const mark = element("span", { class: "mark", "aria-hidden": "true" }, MARKS[kind]);
  const file = element("bdi", { class: "file" }, visible(name));
  const head = element("h3", { class: "verdict", id }, mark, " ", element("strong", {}, words[state]), " ", file);
  return element("article", { class: `check ${kind}`, tabindex: "-1", "aria-labelledby": id }, head, ...content);
}

/**
 * What is to be said of a signed file.
 * @param {Words} words @param {Map<string, string>} titles Of the texts that are known, by their ids.
 * @param {string} name @param {import("./judge.js").Judgement} judgement
 * @returns {HTMLElement}
 */
export function report(words, titles, name, { found, windows, way }) {
  const kind = worth(found);
  const ends = windows && kind !== "faulty" ? [sentence(words, "windows")] : [];
  if (!way) return frame(words, kind, stateOf(found), name, ...whole(words, titles, found), ...ends);
  const list = element("ul", {}, ...way.changes.map((change) => element("li", {}, words[`carried_${change}`])));
  const holds = worth(way.before) !== "faulty";
  const then = sentence(words, holds ? "carried_holds" : "carried_fails");
  const rest = whole(words, titles, way.before);
  // What is wrong with it as it came.
  const details = element("details", {}, element("summary", {}, words.carried_faults), faultList(words, found.faults));
  const state = holds ? "carried" : stateOf(way.before);
  return frame(words, kind, state, name, sentence(words, "carried_by"), list, then, ...rest, details);
}

/** What a file is, in a few words. @param {Verdict} found */
function stateOf(found) {
  const kind = worth(found);
  const why = reason(found);
  return kind === "faulty" && (why === "altered" || why === "other_text") ? why : kind;
}

/**
 * Why a file does not hold, or what it says.
 * @param {Words} words @param {Map<string, string>} titles @param {Verdict} found
 * @returns {HTMLElement[]}
 */
function whole(words, titles, found) {
  const why = reason(found);
  const said = why ? [sentence(words, `why_${why}`)] : [];
  return [...said, ...(found.faults.length > 0 ? [faultList(words, found.faults)] : content(words, titles, found))];
}

/**
 * What is to be said of a text.
 * @param {Words} words @param {import("./judge.js").GivenText} given
 * @param {ReturnType<typeof import("./judge.js").judgeText>} judgement
 */
export function reportText(words, { name, sha256 }, { state, text, version }) {
  const said = sentence(words, `text_is_${state}`, { text, version });
  const kind = state === "genuine" ? "sound" : "faulty";
  return frame(words, kind, `text_${state}`, name, said, sentence(words, "digest", { value: sha256 }));
}

/**
 * @param {Words} words @param {Map<string, string>} titles @param {Verdict} verdict
 * @returns {HTMLElement[]}
 */
function content(words, titles, verdict) {
  const { values, kind, subject, steward, unsound } = verdict;
  const attests = kind === "attestation";
  const what = attests ? "attests" : values.get("action") === "withdraw" ? "withdraws" : "signs";
  /** @type {HTMLElement[]} */
  const lines = [
    sentence(words, what, {
      name: values.get(attests ? "organisation" : "organisation.name"),
      city: values.get("organisation.city"),
      text: titles.get(values.get("text") ?? "") ?? values.get("text"),
      version: values.get("version"),
      date: values.get("date"),
      method: values.get("method"),
    }),
    sentence(words, `${attests ? "file" : "text"}_${subject.state}`, "name" in subject ? { path: subject.name } : {}),
    sentence(words, steward === null ? "no_steward" : attests ? "by_steward" : "steward", { steward: steward ?? "" }),
    sentence(words, "key", { fingerprint: verdict.fingerprint }),
  ];
  if (unsound.length > 0) {
    const stale = unsound.every(({ severity }) => severity === "warning");
    lines.push(sentence(words, stale ? "stale_beside" : "unsound"), faultList(words, unsound));
  }
  return lines;
}

/** @param {Words} words @param {string} id @param {Record<string, unknown>} [args] */
function sentence(words, id, args) {
  return element("p", {}, fill(words, id, args));
}

/** @param {Words} words @param {import("../format/fault.js").Fault[]} faults */
function faultList(words, faults) {
  return element("ul", { class: "faults" }, ...faults.map((fault) => faultItem(words, fault)));
}

/** @param {Words} words @param {import("../format/fault.js").Fault} fault */
function faultItem(words, { code, span, args }) {
  const place = span ? `${fill(words, "line", { n: span.line })} ` : "";
  const item = element("li", { "data-code": code, "data-line": String(span?.line ?? 1) });
  // What is wrong, and in a second line what was expected; no argument brings a line of its own.
  const [wrong, value] = fill(words, code, args).split("\n");
  item.append(element("span", { class: "place" }, place), wrong);
  if (value) item.append(element("br", {}), element("span", { class: "expected" }, fill(words, "expected", { value })));
  item.append(" ", element("code", { class: "code" }, code));
  if (span && span.source !== "") item.append(excerpt(span));
  return item;
}

/** The line itself, with the part that is meant marked. @param {import("../format/fault.js").Span} span */
function excerpt({ column, length, source }) {
  const characters = Array.from(source);
  const from = Math.max(0, column - 41);
  const start = characters.slice(from, column - 1).join("");
  const meant = characters.slice(column - 1, column - 1 + Math.min(length, 80)).join("");
  const rest = characters.slice(column - 1 + Math.min(length, 80), column + 79).join("");
  const line = element("code", {}, visible((from > 0 ? "…" : "") + start), element("mark", {}, visible(meant)), visible(rest));
  return element("pre", { tabindex: "0" }, element("bdi", {}, line));
}
