// The key: made here and saved by the person, or opened from the person's file.

import { generateKey, KEY_FILE_LIMIT, KeyFileError, openKey, readKeyFile, writeKey } from "../format/openssh-key.js";
import { fingerprint } from "../format/sshsig.js";
import { byId, bytesOf, fill, tellField } from "../ui/dom.js";

/** The least characters of a passphrase for a new key. */
const SHORTEST = 12;

/** @typedef {import("../format/openssh-key.js").PrivateKey} PrivateKey */

/**
 * @typedef {object} Held
 * @property {PrivateKey | null} key
 * @property {boolean} unsaved Whether the key exists only in this page.
 * @property {() => void} drop Forgets the key and the passphrases: another person may come to this page.
 */

/**
 * Wires the step up.
 * @param {import("../ui/dom.js").Words} words
 * @param {() => string} comment What a new key is for: its comment and its file's name.
 * @param {() => void} changed
 * @returns {Held}
 */
export function keyStep(words, comment, changed) {
  /** @type {Held} */
  const held = { key: null, unsaved: false, drop };
  /** Counts what was begun: a key that comes once something else was begun is nobody's any more. */
  let turn = 0;
  const step = byId("step-key", HTMLElement);
  const status = byId("key-status", HTMLElement);
  const save = byId("key-save", HTMLAnchorElement);
  const makeButton = byId("key-make", HTMLButtonElement);
  const openButton = byId("key-open", HTMLButtonElement);
  const passphrase = byId("key-passphrase", HTMLInputElement);
  const repeat = byId("key-repeat", HTMLInputElement);
  const secret = byId("key-secret", HTMLInputElement);

  const make = makeButton.textContent;

  /** @param {number} part */
  const progress = (part) => {
    const bar = byId("key-progress", HTMLProgressElement);
    bar.hidden = part >= 1;
    bar.value = part;
  };
  /** @param {string} id @param {Record<string, unknown>} [args] */
  const say = (id, args) => {
    status.textContent = id === "" ? "" : fill(words, id, args);
  };
  const clear = () => {
    say("");
    for (const id of ["key-passphrase", "key-repeat", "key-file", "key-secret", "key"]) tellField(id, "");
  };
  /** Says what is wrong under the field, and leads there. @param {string} field @param {string} id @param {Record<string, unknown>} [args] */
  const refuse = (field, id, args) => {
    say("");
    tellField(field, fill(words, id, args));
    byId(field, HTMLInputElement).focus();
  };
  /** Lets go of the key, so that nothing is signed with it any more. */
  const letGo = () => {
    turn += 1;
    held.key?.seed.fill(0);
    held.key = null;
    held.unsaved = false;
    URL.revokeObjectURL(save.href);
    save.removeAttribute("href");
    save.hidden = true;
    makeButton.textContent = make;
    makeButton.disabled = openButton.disabled = false;
    progress(1);
    delete step.dataset.held;
  };
  function drop() {
    const had = held.key !== null;
    letGo();
    clear();
    for (const input of [passphrase, repeat, secret, byId("key-file", HTMLInputElement)]) input.value = "";
    if (had) say("key_dropped");
  }
  /** Each show what is typed, or hide it again. @type {[string, HTMLInputElement[]][]} */
  const shown = [["key-show", [passphrase, repeat]], ["key-secret-show", [secret]]];
  const hide = () => {
    for (const [id, inputs] of shown) {
      byId(id, HTMLInputElement).checked = false;
      for (const input of inputs) input.type = "password";
    }
  };
  /** @param {PrivateKey} key @param {boolean} unsaved */
  const hold = (key, unsaved) => {
    held.key = key;
    held.unsaved = unsaved;
    // The next thing to do stands out: to make or open a key, to save it, to go on.
    step.dataset.held = unsaved ? "unsaved" : "saved";
    hide();
    changed();
  };
  /** @param {boolean} makes */
  const choose = (makes) => {
    byId("key-new", HTMLElement).hidden = !makes;
    byId("key-existing", HTMLElement).hidden = makes;
    letGo();
    clear();
  };
  for (const [id, make] of /** @type {[string, boolean][]} */ ([["key-way-new", true], ["key-way-open", false]])) {
    byId(id, HTMLInputElement).addEventListener("change", () => choose(make));
  }
  for (const [id, inputs] of shown) {
    byId(id, HTMLInputElement).addEventListener("change", (event) => {
      const type = /** @type {HTMLInputElement} */ (event.target).checked ? "text" : "password";
      for (const input of inputs) input.type = type;
    });
  }
  // What was said of a field does not outlive what it was said of.
  for (const input of [passphrase, repeat, secret]) {
    input.addEventListener("input", () => tellField(input.id, ""));
  }
  byId("key-file", HTMLInputElement).addEventListener("change", () => {
    letGo();
    clear();
  });

  makeButton.addEventListener("click", async () => {
    clear();
    const chosen = passphrase.value;
    if (Array.from(chosen).length < SHORTEST) return refuse("key-passphrase", "passphrase_short", { n: SHORTEST });
    if (chosen !== repeat.value) return refuse("key-repeat", "passphrase_differs");
    letGo();
    const own = turn;
    makeButton.disabled = true;
    say("key_working");
    try {
      const made = await generateKey(comment());
      const file = await writeKey(made, chosen, (part) => own === turn && progress(part));
      if (own !== turn) return;
      save.href = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
      save.download = made.comment;
      save.hidden = false;
      makeButton.textContent = words.key_make_other;
      hold(made, true);
      say("key_made", { name: made.comment, fingerprint: await fingerprint(made.key) });
      save.focus();
    } catch {
      if (own !== turn) return;
      progress(1);
      say("");
      tellField("key", words.key_failed);
    }
    makeButton.disabled = false;
  });
  save.addEventListener("click", () => {
    if (held.key && held.unsaved) hold(held.key, false);
    tellField("key", "");
    say("key_saved", { name: save.download });
  });

  openButton.addEventListener("click", async () => {
    clear();
    const [file] = byId("key-file", HTMLInputElement).files ?? [];
    letGo();
    if (!file) return refuse("key-file", "key_choose");
    const own = turn;
    openButton.disabled = true;
    say("key_working");
    try {
      // A large file is no key, and need not be read to know it.
      const read = readKeyFile(await bytesOf(file.slice(0, KEY_FILE_LIMIT + 1)));
      if (own !== turn) return;
      if (read.locked && secret.value === "") {
        openButton.disabled = false;
        return refuse("key-secret", "passphrase_missing");
      }
      const key = await openKey(read, secret.value, (part) => own === turn && progress(part));
      if (own !== turn) return;
      hold(key, false);
      say("key_opened", { fingerprint: await fingerprint(key.key) });
      // A button that was switched off has lost the focus: it goes on where the person does.
      if (document.activeElement === document.body) /** @type {HTMLElement | null} */ (step.querySelector("[data-next]"))?.focus();
    } catch (error) {
      if (own !== turn) return;
      progress(1);
      const known = error instanceof KeyFileError;
      const id = known ? `key_fault_${error.reason.replace(/-/g, "_")}` : "key_unreadable";
      const field = known && error.reason === "passphrase" ? "key-secret" : "key-file";
      refuse(field, id, { algorithm: known ? error.algorithm : "" });
    }
    openButton.disabled = false;
  });
  return held;
}
