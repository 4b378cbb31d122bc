// The key: made here and saved by the person, or opened from the person's file.

import { generateKey, KEY_FILE_LIMIT, KeyFileError, openKey, readKeyFile, writeKey } from "../format/openssh-key.js";
import { fingerprint } from "../format/sshsig.js";
import { byId, bytesOf, fill } from "../ui/dom.js";

/** The least characters of a passphrase for a new key. */
const SHORTEST = 12;

/** @typedef {import("../format/openssh-key.js").PrivateKey} PrivateKey */

/**
 * @typedef {object} Held
 * @property {PrivateKey | null} key
 * @property {boolean} unsaved Whether the key exists only in this page.
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
  const held = { key: null, unsaved: false };
  const status = byId("key-status", HTMLElement);
  const save = byId("key-save", HTMLAnchorElement);
  const makeButton = byId("key-make", HTMLButtonElement);
  const openButton = byId("key-open", HTMLButtonElement);

  /** @param {string} id @param {Record<string, unknown>} [args] */
  const say = (id, args) => {
    status.textContent = id === "" ? "" : fill(words, id, args);
  };
  /** @param {boolean} make */
  const choose = (make) => {
    byId("key-new", HTMLElement).hidden = !make;
    byId("key-existing", HTMLElement).hidden = make;
    say("");
  };
  for (const [id, make] of /** @type {[string, boolean][]} */ ([["key-way-new", true], ["key-way-open", false]])) {
    byId(id, HTMLInputElement).addEventListener("change", () => choose(make));
  }
  choose(byId("key-way-new", HTMLInputElement).checked);
  byId("key-show", HTMLInputElement).addEventListener("change", (event) => {
    const type = /** @type {HTMLInputElement} */ (event.target).checked ? "text" : "password";
    for (const id of ["key-passphrase", "key-repeat"]) byId(id, HTMLInputElement).type = type;
  });

  /** @param {number} part */
  const progress = (part) => {
    const bar = byId("key-progress", HTMLProgressElement);
    bar.hidden = part >= 1;
    bar.value = part;
  };

  makeButton.addEventListener("click", async () => {
    const passphrase = byId("key-passphrase", HTMLInputElement).value;
    if (Array.from(passphrase).length < SHORTEST) return say("passphrase_short", { n: SHORTEST });
    if (passphrase !== byId("key-repeat", HTMLInputElement).value) return say("passphrase_differs");
    makeButton.disabled = true;
    say("key_working");
    const made = await generateKey(comment());
    const file = await writeKey(made, passphrase, progress);
    URL.revokeObjectURL(save.href);
    save.href = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
    save.download = comment();
    save.hidden = false;
    makeButton.disabled = false;
    held.key = made;
    held.unsaved = true;
    say("key_made", { name: comment(), fingerprint: await fingerprint(made.key) });
    save.focus();
    changed();
  });
  save.addEventListener("click", () => {
    held.unsaved = false;
    say("key_saved", { name: comment() });
    changed();
  });

  openButton.addEventListener("click", async () => {
    const [file] = byId("key-file", HTMLInputElement).files ?? [];
    if (!file) return say("key_choose");
    openButton.disabled = true;
    say("key_working");
    try {
      // A large file is no key, and need not be read to know it.
      const read = readKeyFile(await bytesOf(file.slice(0, KEY_FILE_LIMIT + 1)));
      held.key = await openKey(read, byId("key-secret", HTMLInputElement).value, progress);
      held.unsaved = false;
      say("key_opened", { fingerprint: await fingerprint(held.key.key) });
      changed();
    } catch (error) {
      progress(1);
      const known = error instanceof KeyFileError;
      say(known ? `key_fault_${error.reason.replace(/-/g, "_")}` : "key_unreadable", {
        algorithm: known ? error.algorithm : "",
      });
    }
    openButton.disabled = false;
  });
  return held;
}
