// The checker: files are read and checked in this browser, and leave it for nowhere.

import { isSound, verdict } from "../format/verdict.js";
import { utf8 } from "../format/bytes.js";
import { armourOf } from "../format/sshsig.js";
import { writeFile } from "../format/write.js";
import { byId, element, fill, isCapable } from "../ui/dom.js";
import { chosenFiles, droppedFiles, sortFiles } from "./files.js";
import { report } from "./report.js";

/** @typedef {import("../format/verdict.js").AtHand} AtHand */
/** @typedef {import("../format/verdict.js").Given} Given */

/**
 * @typedef {object} Data
 * @property {import("../ui/dom.js").Words} words
 * @property {{ charter: string, texts: AtHand["texts"], stewards: AtHand["stewards"] }} site
 */

/** @type {Data} */
const { words, site } = /** @type {any} */ (globalThis).parapheCheck;

/**
 * Checks files and shows what holds and what does not.
 * @param {HTMLElement} target @param {Given[]} files @param {AtHand["loose"]} loose
 */
async function checkInto(target, files, loose) {
  const atHand = { charter: site.charter, texts: site.texts, stewards: site.stewards, loose };
  const byName = new Map(files.map((file) => [file.name, file]));
  let sound = 0;
  for (const file of files) {
    const found = await verdict(atHand, file, (path) => byName.get(path) ?? null);
    if (isSound(found)) sound += 1;
    target.append(report(words, file.name, found));
  }
  return { sound, faulty: files.length - sound };
}

/**
 * Everything about the files that a person gave.
 * @param {import("./files.js").Chosen[]} chosen
 */
async function checkChosen(chosen) {
  const results = byId("check-results", HTMLElement);
  const status = byId("check-status", HTMLElement);
  results.replaceChildren();
  status.textContent = words.reading;
  try {
    const sorted = await sortFiles(chosen);
    const { sound, faulty } = await checkInto(results, sorted.signed, sorted.texts);
    const said = [sorted.signed.length > 0 ? fill(words, "summary", { n: sound, value: faulty }) : words.nothing];
    if (sorted.texts.length > 0) said.push(fill(words, "texts", { n: sorted.texts.length }));
    if (sorted.twice.length > 0) said.push(fill(words, "twice", { path: sorted.twice.join(", ") }));
    if (sorted.ignored.length > 0) said.push(fill(words, "ignored", { path: sorted.ignored.join(", ") }));
    if (sorted.keys.length > 0) said.push(fill(words, "private", { path: sorted.keys.join(", ") }));
    status.textContent = said.join(" ");
  } catch {
    status.textContent = words.unreadable;
  }
}

/**
 * The files that the address names: `#signatures/charter/x.yaml`, with the attestation beside it.
 * @param {string} root
 */
async function checkLinked(root) {
  const path = decodeURIComponent(location.hash.slice(1));
  if (!/^signatures\/[a-z0-9/-]+\.yaml$/.test(path)) return;
  const results = byId("check-results", HTMLElement);
  const status = byId("check-status", HTMLElement);
  try {
    const files = [];
    for (const name of [path, path.replace(/\.yaml$/, ".attestation.yaml")]) {
      const answer = await fetch(root + name);
      if (answer.ok) files.push({ name, bytes: new Uint8Array(await answer.arrayBuffer()) });
      else if (name === path) throw new Error(name);
    }
    results.replaceChildren();
    const { sound, faulty } = await checkInto(results, files, []);
    status.textContent = fill(words, "summary", { n: sound, value: faulty });
  } catch {
    status.textContent = fill(words, "not_loaded", { path });
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
      if (chosen.length > 0) checkChosen(chosen);
    });
  }
  // Anywhere on the page is a good place to drop a file.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    if (event.dataTransfer) checkChosen(await droppedFiles(event.dataTransfer));
  });
  if (location.protocol.startsWith("http")) {
    checkLinked(form.dataset.root ?? "");
    addEventListener("hashchange", () => checkLinked(form.dataset.root ?? ""));
  }
}

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
  /** @param {string} name @param {[string, string]} halves */
  const whole = (name, [body, seal]) => ({ name, bytes: utf8(writeFile(body, armourOf(seal))) });
  const files = [whole(path, signature)];
  if (attestation[0] !== "") files.push(whole(path.replace(/\.yaml$/, ".attestation.yaml"), attestation));
  await checkInto(target, files, []);
}

/** @type {any} */ (globalThis).parapheHere = here;
const form = document.getElementById("check");
if (form) start(form);
