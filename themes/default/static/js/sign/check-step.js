// The last look before signing: all that becomes public, in words, then the exact content.

import { utf8 } from "../format/bytes.js";
import { fingerprint } from "../format/sshsig.js";
import { byId, fill, inWords, visible } from "../ui/dom.js";

/**
 * Shows what is going to be signed, whole: nothing of it may be cut short here.
 * @param {import("../ui/dom.js").Words} words
 * @param {{ values: import("../format/values.js").Values, bytes: string, path: string, key: Uint8Array, summary: string }} what
 *   The values of the document, its bytes, the place of the file, the public key, and the sentence that sums it up.
 */
export async function lookOver(words, { values, bytes, path, key, summary }) {
  const facts = new Map(values).set("date", inWords(words, values.get("date") ?? "")).set("key", await fingerprint(key)).set("path", path);
  for (const term of byId("check-facts", HTMLElement).querySelectorAll("dt")) {
    const said = facts.get(term.dataset.fact ?? "") ?? "";
    const place = /** @type {HTMLElement} */ (term.nextElementSibling);
    term.hidden = place.hidden = said === "";
    /** @type {HTMLElement} */ (place.firstElementChild).textContent = visible(said);
  }
  byId("check-summary", HTMLElement).textContent = summary;
  byId("preview", HTMLElement).textContent = bytes;
  byId("preview-size", HTMLElement).textContent = fill(words, "size", { n: utf8(bytes).length });
}
