// The signing page: step by step from the text to a signed file, all of it in this browser.

import { checkAgainstTexts } from "../format/against.js";
import { sameBytes, utf8 } from "../format/bytes.js";
import { checkSeal } from "../format/ed25519.js";
import { sign } from "../format/ed25519-key.js";
import { Reading } from "../format/file.js";
import { compareVersions } from "../format/identifiers.js";
import { sealArmour, signedData } from "../format/sshsig.js";
import { writeBody, writeFile } from "../format/write.js";
import { byId, fill, isCapable, tellField } from "../ui/dom.js";
import { lookOver } from "./check-step.js";
import { keyStep } from "./key-step.js";
import { readPrevious } from "./previous.js";
import { handIn } from "./send-step.js";
import { fileThere } from "./taken.js";
import { whoStep } from "./who-step.js";

/** @typedef {"new" | "renew" | "withdraw"} Mode */

/**
 * What the page knows of the text.
 * @typedef {object} Site
 * @property {string} charter
 * @property {string} text
 * @property {string} title
 * @property {string} version
 * @property {string} sha256
 * @property {string} adopted
 * @property {string} declaration
 * @property {string | null} repository
 * @property {string | null} forge
 * @property {string} branch
 * @property {string | null} contact
 * @property {string | null} department
 * @property {number} known By how many digits the pieces go in which organisations are looked up.
 */

const STEPS = ["read", "who", "key", "check", "send"];

/** @param {HTMLElement} form */
function start(form) {
  if (!isCapable()) {
    byId("sign-old", HTMLElement).hidden = false;
    return;
  }
  /** @type {import("../ui/dom.js").Words} */
  const words = /** @type {any} */ (globalThis).parapheSign.words;
  /** @type {Site} */
  const site = JSON.parse(form.dataset.sign ?? "{}");
  const root = form.dataset.root ?? "";
  /** @type {import("./previous.js").Previous | null} */
  let previous = null;
  /** What was signed last; empty until then. */
  let content = "";
  /** Where that belongs. */
  let signed = "";
  let handedIn = false;

  /** @returns {Mode} */
  const mode = () => {
    const checked = form.querySelector("input[name=mode]:checked");
    return /** @type {Mode} */ (checked instanceof HTMLInputElement ? checked.value : "new");
  };
  const who = whoStep(words, site, root, mode, () => previous, (slug) => void renew(slug));
  const held = keyStep(words, () => `${who.slug() || site.charter}-key`, () => (content = ""));

  /** @param {string} id @param {string} message */
  const warn = (id, message) => {
    byId(id, HTMLElement).textContent = message;
    return message === "";
  };

  let shown = STEPS[0];
  /** @param {string} name */
  const show = (name) => {
    shown = name;
    // Who comes back to the start once something is signed begins anew, perhaps for another organisation.
    if (name === STEPS[0] && content !== "") held.drop();
    for (const step of STEPS) byId(`step-${step}`, HTMLElement).hidden = step !== name;
    for (const item of form.querySelectorAll("[data-progress]")) {
      const current = item.getAttribute("data-progress") === name;
      if (current) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
    const heading = byId(`step-${name}`, HTMLElement).querySelector("h2");
    heading?.focus();
    heading?.scrollIntoView();
  };

  /** Whether a button is still at work: what is pressed meanwhile is pressed in vain. */
  let busy = false;
  /** Goes on from the step that is shown, when it may be left. */
  const goOn = async () => {
    if (busy) return;
    busy = true;
    const from = shown;
    const button = byId(`step-${from}`, HTMLElement).querySelector("[data-next]");
    button?.setAttribute("aria-busy", "true");
    let may = false;
    try {
      may = await (from === "check" ? seal() : leave[from]());
    } catch {
      warn(`${from}-fault`, words.step_failed);
    }
    button?.removeAttribute("aria-busy");
    busy = false;
    if (!may || from !== shown) return;
    show(STEPS[STEPS.indexOf(from) + 1]);
    // The browser's own way back leads to the step before, too.
    history.pushState({ step: shown }, "");
  };
  const goBack = () => {
    if (history.state?.step === shown) history.back();
    else show(STEPS[STEPS.indexOf(shown) - 1]);
  };

  /** The document as it stands in the form. */
  const body = () => {
    const values = who.values();
    const withdraws = mode() === "withdraw";
    values.set("action", withdraws ? "withdraw" : "sign");
    values.set("charter", site.charter);
    values.set("text", site.text);
    values.set("version", site.version);
    values.set("sha256", site.sha256);
    if (!withdraws) values.set("declaration", site.declaration);
    return writeBody(values, "adherence");
  };

  /** What keeps a step from being left; each says so itself. @type {Record<string, () => boolean | Promise<boolean>>} */
  const leave = {
    read() {
      warn("read-fault", "");
      const file = byId("previous-file", HTMLInputElement);
      const newer = mode() === "renew" && compareVersions(previous?.values.get("version") ?? "0", site.version) > 0;
      if (mode() !== "new" && (newer || !previous)) {
        file.focus();
        // What is wrong with a file that was given is said there already.
        return file.hasAttribute("aria-invalid") ? false : tellField("previous-file", newer ? words.previous_newer : words.previous_choose);
      }
      for (const id of ["agree-read", "agree-mandate"]) {
        const box = byId(id, HTMLInputElement);
        if (box.checked) continue;
        box.focus();
        return warn("read-fault", words.agree);
      }
      return true;
    },
    async who() {
      const may = await who.check();
      // What is signed already was another organisation's: so is the key.
      if (may && held.key && content !== "" && signed !== path()) held.drop();
      return may;
    },
    async key() {
      const { key } = held;
      if (!key) return warn("key-fault", words.key_first);
      if (held.unsaved) return warn("key-fault", words.key_save_first);
      const other = mode() !== "new" && previous !== null && !sameBytes(previous.key, key.key);
      byId("other-key", HTMLElement).hidden = !other;
      const values = who.values();
      if (mode() !== "withdraw") values.set("declaration", site.declaration);
      const args = { text: site.title, version: site.version, name: values.get("organisation.name"), city: values.get("organisation.city") };
      const id = { new: "summary_sign", renew: "summary_renew", withdraw: "summary_withdraw" }[mode()];
      const summary = fill(words, id, { ...args, date: previous?.values.get("date") });
      await lookOver(words, { values, bytes: body(), path: path(), key: key.key, summary });
      return warn("key-fault", "");
    },
  };

  const path = () => `signatures/${site.text}/${who.slug()}.yaml`;

  /** Signs, and reads the result as a stranger would before it is shown. */
  const seal = async () => {
    const { key } = held;
    if (!key) {
      show("key");
      return warn("key-fault", words.key_first);
    }
    const bytes = body();
    const data = await signedData(bytes);
    const made = { key: key.key, signature: await sign(key.seed, data) };
    const file = writeFile(bytes, sealArmour(made));
    const reading = new Reading(utf8(file), "adherence");
    checkAgainstTexts(reading, site.charter, site.text, [{ id: site.text, versions: [site] }]);
    const sound = reading.sound && (await checkSeal(data, made)) === null;
    if (!sound) {
      warn("check-fault", fill(words, "sign_faulty", { value: reading.faults().map(({ code }) => code).join(", ") }));
      return false;
    }
    content = file;
    signed = path();
    handedIn = false;
    const replaces = mode() !== "new" || who.taken();
    handIn(words, site, { path: path(), content, replaces, withdraws: mode() === "withdraw" }, () => (handedIn = true));
    return warn("check-fault", "");
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of form.querySelectorAll("button[data-next]")) button.addEventListener("click", goOn);
  for (const button of form.querySelectorAll("button[data-back]")) button.addEventListener("click", goBack);
  history.replaceState({ step: shown }, "");
  addEventListener("popstate", ({ state }) => {
    const to = STEPS.indexOf(state?.step);
    const at = STEPS.indexOf(shown);
    if (to >= 0 && to < at) show(STEPS[to]);
    // Forward is for the button, which looks whether the step may be left.
    else if (to > at) history.back();
  });
  // Enter does what the button that comes next does. A list of proposals keeps its Enter.
  form.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "Enter" || !(target instanceof HTMLInputElement) || target.list) return;
    if (!/^(text|url|date|password)$/.test(target.type)) return;
    event.preventDefault();
    target.dispatchEvent(new Event("change", { bubbles: true }));
    const part = held.key ? null : target.closest("#key-new, #key-existing");
    const button = part?.querySelector("button") ?? target.closest("section")?.querySelector("[data-next]");
    if (button instanceof HTMLButtonElement) button.click();
  });

  const chooser = byId("previous-box", HTMLElement);
  /** Says what was read of the signature that is there, and what will come of it. */
  const tellPrevious = () => {
    if (!previous) return warn("previous-status", "");
    const { values } = previous;
    const args = { name: values.get("organisation.name"), version: values.get("version"), date: values.get("date") };
    const withdrawn = values.get("action") === "withdraw";
    const same = args.version === site.version;
    const next = mode() === "withdraw" ? (withdrawn ? "previous_withdrawn" : "") : withdrawn ? "previous_return" : same ? "previous_same" : "previous_older";
    const read = fill(words, withdrawn ? "previous_withdrawal" : "previous_read", args);
    return warn("previous-status", next === "" ? read : `${read} ${fill(words, next, { version: site.version })}`);
  };
  const chosenMode = () => {
    chooser.hidden = mode() === "new";
    for (const part of document.querySelectorAll("[data-mode]")) {
      /** @type {HTMLElement} */ (part).hidden = !part.getAttribute("data-mode")?.split(" ").includes(mode());
    }
    warn("read-fault", "");
    tellPrevious();
    who.modeChanged();
  };
  for (const input of form.querySelectorAll("input[name=mode]")) {
    input.addEventListener("change", () => {
      held.drop();
      chosenMode();
    });
  }
  for (const id of ["agree-read", "agree-mandate"]) byId(id, HTMLInputElement).addEventListener("change", () => warn("read-fault", ""));
  /** Goes on from the signature in that file, or says why not. @param {File} file */
  const adopt = async (file) => {
    const read = await readPrevious(file, site).catch(() => ({ fault: "previous_unread", args: { name: file.name } }));
    previous = "fault" in read ? null : read;
    held.drop();
    tellPrevious();
    if ("fault" in read) return tellField("previous-file", fill(words, read.fault, read.args));
    who.fillFrom(read);
    byId("key-way-open", HTMLInputElement).click();
    return tellField("previous-file", "");
  };
  byId("previous-file", HTMLInputElement).addEventListener("change", (event) => {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
    if (file) void adopt(file);
  });
  /** Leads back to the first step, to sign again from the signature that the site has of that name. @param {string} slug */
  const renew = async (slug) => {
    const file = await fileThere(root, site, slug);
    byId("mode-renew", HTMLInputElement).click();
    show(STEPS[0]);
    if (!file || !(await adopt(file))) tellField("previous-file", words.previous_choose);
  };

  // A page that is left may come back as it was: not with a key.
  addEventListener("pagehide", () => held.drop());
  // Leaving loses what was typed: the browser asks first, in its own words.
  addEventListener("beforeunload", (event) => {
    const open = held.unsaved || (content !== "" && !handedIn) || (content === "" && who.isTouched());
    if (!open) return;
    event.preventDefault();
    // For browsers of before 2023.
    event.returnValue = true;
  });

  form.hidden = false;
  chosenMode();
}

const form = document.getElementById("sign");
if (form) start(form);
