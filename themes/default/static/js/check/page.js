// The checker: files are read and checked in this browser, and leave it for nowhere.

import { worth } from "../format/verdict.js";
import { utf8 } from "../format/bytes.js";
import { CODES } from "../format/fault.js";
import { armourOf } from "../format/sshsig.js";
import { writeFile } from "../format/write.js";
import { byId, element, fill, isCapable } from "../ui/dom.js";
import { chosenFiles, droppedFiles, MOST_FILES, sortFiles } from "./files.js";
import { judge, judgeText } from "./judge.js";
import { report, reportText } from "./report.js";

/** @typedef {import("../format/verdict.js").AtHand} AtHand */
/** @typedef {import("../format/verdict.js").Given} Given */

/**
 * @typedef {object} Data
 * @property {import("../ui/dom.js").Words} words
 * @property {string[]} faults What is wrong, for each of `CODES`.
 * @property {{ charter: string, texts: (AtHand["texts"][number] & { title: string })[], stewards: AtHand["stewards"] }} site
 */

/** @type {Data} */
const { words, faults, site } = /** @type {any} */ (globalThis).parapheCheck;
CODES.forEach((code, at) => (words[code] = faults[at]));
const titles = new Map(site.texts.map(({ id, title }) => [id, title]));

/** How many reports of one kind are shown one by one: more would bring a telephone to a halt, and nobody reads them. */
const SHOWN = 300;

/** What was begun last: what is overtaken by something newer stops. */
let turn = 0;

/** How many files of each kind there are, and how many of them are not shown; those that are stale hold too. */
const none = () => ({ sound: 0, stale: 0, faulty: 0, hidden: 0 });

/**
 * Checks files and shows what holds and what does not.
 * @param {HTMLElement} target @param {Given[]} files @param {AtHand["loose"]} loose
 * @param {() => boolean} goesOn Whether nothing newer was begun.
 * @param {(done: number) => Promise<void>} [progress] Told from time to time how many are checked.
 * @returns {Promise<ReturnType<typeof none> | null>} Null when it was overtaken: from then on it shows nothing.
 */
async function checkInto(target, files, loose, goesOn, progress = async () => {}) {
  const atHand = { charter: site.charter, texts: site.texts, stewards: site.stewards, loose };
  const byName = new Map(files.map((file) => [file.name, file]));
  const tally = none();
  let last = Date.now();
  for (const [at, file] of files.entries()) {
    const judgement = await judge(atHand, file, (path) => byName.get(path) ?? null);
    if (!goesOn()) return null;
    const kind = worth(judgement.found);
    tally[kind] += 1;
    if (tally[kind] <= SHOWN) target.append(report(words, titles, file.name, judgement));
    else tally.hidden += 1;
    if (Date.now() - last < 200) continue;
    last = Date.now();
    await progress(at + 1);
  }
  return goesOn() ? tally : null;
}

/**
 * Shows what each text is. Of the many in a folder only those that stand where signed texts do can be wrong.
 * @param {HTMLElement} target @param {import("./judge.js").GivenText[]} texts @param {boolean} folder
 * @returns {ReturnType<typeof none>}
 */
function showTexts(target, texts, folder) {
  const tally = none();
  for (const text of texts) {
    const judgement = judgeText(site.texts, text);
    if (folder && judgement.state === "unknown" && !/(^|\/)content\/(charter|territories)\//.test(text.name)) continue;
    const kind = judgement.state === "genuine" ? "sound" : "faulty";
    tally[kind] += 1;
    if (tally[kind] <= SHOWN) target.append(reportText(words, text, judgement));
    else tally.hidden += 1;
  }
  return tally;
}

/** What was found, in a sentence or two. @param {ReturnType<typeof none>} tally */
function summary({ sound, stale, faulty }) {
  const said = fill(words, "summary", { n: sound + stale, value: faulty });
  return stale > 0 ? `${said} ${fill(words, "stale_count", { n: stale })}` : said;
}

/** Brings what was found before the reader's eyes, and before the ears of one who listens. @param {HTMLElement} found */
function show(found) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ behavior: still ? "instant" : "smooth", block: "start" });
}

/**
 * Everything about the files that a person gave.
 * @param {Promise<import("./files.js").Chosen[]>} given
 */
async function checkChosen(given) {
  const own = (turn += 1);
  const results = byId("check-results", HTMLElement);
  const status = byId("check-status", HTMLElement);
  results.replaceChildren();
  status.textContent = words.reading;
  // Only the outcome is worth being read aloud.
  status.setAttribute("aria-busy", "true");
  try {
    const chosen = await given;
    const { signed, ...others } = await sortFiles(chosen);
    if (own !== turn) return;
    const tally = await checkInto(results, signed, others.texts, () => own === turn, async (done) => {
      status.textContent = fill(words, "progress", { n: done, value: signed.length });
      // The page is painted, and a click heard, in between.
      await new Promise((resolve) => setTimeout(resolve));
    });
    if (!tally) return;
    const texts = showTexts(results, others.texts, chosen.length > 1);
    const nothing = texts.sound + texts.faulty > 0 ? [] : [words.nothing];
    const said = signed.length > 0 ? [summary(tally)] : nothing;
    if (texts.sound + texts.faulty > 0) said.push(fill(words, "texts", { n: texts.sound, value: texts.faulty }));
    const hidden = tally.hidden + texts.hidden;
    if (hidden > 0) said.push(fill(words, "hidden", { n: hidden, value: SHOWN }));
    if (chosen.length > MOST_FILES) said.push(fill(words, "too_many", { n: MOST_FILES }));
    /** @type {[string, string[]][]} */
    const lists = [["twice", others.twice], ["ignored", others.ignored], ["private", others.keys], ["unread", others.unread]];
    for (const [id, names] of lists) if (names.length > 0) said.push(fill(words, id, { path: names.slice(0, 50).join(", ") }));
    status.removeAttribute("aria-busy");
    status.textContent = said.join(" ");
  } catch {
    if (own !== turn) return;
    status.removeAttribute("aria-busy");
    status.textContent = words.unreadable;
  }
}

/**
 * The files that the address names: `#signatures/charter/x.yaml`, with the attestation beside it.
 * @param {string} root
 */
async function checkLinked(root) {
  const path = location.hash.slice(1);
  if (!/^signatures\/[a-z0-9/-]+\.yaml$/.test(path)) return;
  const own = (turn += 1);
  const results = byId("check-results", HTMLElement);
  const status = byId("check-status", HTMLElement);
  results.replaceChildren();
  status.textContent = words.reading;
  try {
    // From a disk a page may load no other file.
    if (!location.protocol.startsWith("http")) throw new Error(path);
    const files = [];
    for (const name of [path, path.replace(/\.yaml$/, ".attestation.yaml")]) {
      const answer = await fetch(root + name);
      if (answer.ok) files.push({ name, bytes: new Uint8Array(await answer.arrayBuffer()) });
      else if (name === path) throw new Error(name);
    }
    if (own !== turn) return;
    const tally = await checkInto(results, files, [], () => own === turn);
    if (!tally) return;
    status.textContent = summary(tally);
    if (results.firstElementChild instanceof HTMLElement) show(results.firstElementChild);
  } catch {
    if (own !== turn) return;
    status.textContent = fill(words, "not_loaded", { path });
    show(status);
  }
}

/** @param {HTMLElement} form */
function start(form) {
  if (!isCapable()) {
    byId("check-old", HTMLElement).hidden = false;
    return;
  }
  form.hidden = false;
  for (const id of ["check-files", "check-folder"]) {
    const input = byId(id, HTMLInputElement);
    input.addEventListener("change", () => {
      const chosen = chosenFiles(input.files ?? []);
      input.value = "";
      if (chosen.length > 0) checkChosen(Promise.resolve(chosen));
    });
  }
  // Anywhere on the page is a good place to drop a file.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    // A word that was dragged along is no file.
    if (event.dataTransfer?.types.includes("Files")) checkChosen(droppedFiles(event.dataTransfer));
  });
  checkLinked(form.dataset.root ?? "");
  addEventListener("hashchange", () => checkLinked(form.dataset.root ?? ""));
}

/** How often each place of a page was asked to check what stands there. @type {WeakMap<HTMLElement, number>} */
const heres = new WeakMap();

/**
 * Checks the signature that an organisation's page holds.
 * @param {HTMLElement} target
 * @param {string} path Of the signature file.
 * @param {[string, string]} signature What was signed, and the base64 of the signature.
 * @param {[string, string]} attestation The same of the attestation beside it; empty when there is none.
 */
async function here(target, path, signature, attestation) {
  if (!isCapable()) {
    target.replaceChildren(element("p", {}, words.old));
    return;
  }
  target.replaceChildren();
  const own = (heres.get(target) ?? 0) + 1;
  heres.set(target, own);
  /** @param {string} name @param {[string, string]} halves */
  const whole = (name, [body, seal]) => ({ name, bytes: utf8(writeFile(body, armourOf(seal))) });
  const files = [whole(path, signature)];
  if (attestation[0] !== "") files.push(whole(path.replace(/\.yaml$/, ".attestation.yaml"), attestation));
  await checkInto(target, files, [], () => own === heres.get(target));
}

/** @type {any} */ (globalThis).parapheHere = here;
const form = document.getElementById("check");
if (form) start(form);
