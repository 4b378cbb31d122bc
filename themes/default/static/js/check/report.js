// What the checker says of a file.

import { isSound } from "../format/verdict.js";
import { element, fill, visible } from "../ui/dom.js";

/** @typedef {import("../format/verdict.js").Verdict} Verdict */
/** @typedef {import("../ui/dom.js").Words} Words */

/**
 * @param {Words} words @param {Map<string, string>} titles Of the texts that are known, by their ids.
 * @param {string} name @param {Verdict} verdict
 * @returns {HTMLElement}
 */
export function report(words, titles, name, verdict) {
  const sound = isSound(verdict);
  const mark = element("span", { class: "mark", "aria-hidden": "true" }, sound ? "✓" : "✗");
  const state = element("strong", {}, words[sound ? "sound" : "faulty"]);
  const head = element("p", { class: "verdict" }, mark, " ", state, " ", element("bdi", { class: "file" }, visible(name)));
  const article = element("article", { class: sound ? "check sound" : "check faulty" }, head);
  if (verdict.faults.length > 0) article.append(faultList(words, verdict.faults));
  else article.append(...content(words, titles, verdict));
  return article;
}

/**
 * @param {Words} words @param {Map<string, string>} titles @param {Verdict} verdict
 * @returns {HTMLElement[]}
 */
function content(words, titles, verdict) {
  const { values, kind, subject, steward } = verdict;
  const attests = kind === "attestation";
  const what = attests ? "attests" : values.get("action") === "withdraw" ? "withdraws" : "signs";
  /** @type {HTMLElement[]} */
  const lines = [
    sentence(words, what, {
      name: values.get(attests ? "organisation" : "organisation.name"),
      city: values.get("organisation.city"),
      text: titles.get(values.get("text") ?? "") ?? values.get("text"),
      version: values.get("version"),
      date: inWords(values.get("date") ?? ""),
      method: values.get("method"),
    }),
    sentence(words, `${attests ? "file" : "text"}_${subject.state}`, "name" in subject ? { path: subject.name } : {}),
    sentence(words, steward === null ? "no_steward" : attests ? "by_steward" : "steward", { steward: steward ?? "" }),
    sentence(words, "key", { fingerprint: verdict.fingerprint }),
  ];
  if (verdict.unsound.length > 0) lines.push(sentence(words, "unsound"), faultList(words, verdict.unsound));
  return lines;
}

/** A day as the page's language writes it. @param {string} date */
function inWords(date) {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? date : day.toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
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
  item.append(element("span", { class: "place" }, place), fill(words, `fault_${code}`, args));
  if (words[`expected_${code}`]) {
    const expected = fill(words, "expected", { value: fill(words, `expected_${code}`, args) });
    item.append(element("br", {}), element("span", { class: "expected" }, expected));
  }
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
