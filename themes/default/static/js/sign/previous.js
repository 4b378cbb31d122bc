// The signature file that is there already: to sign a newer version, or to withdraw.

import { checkSeal } from "../format/ed25519.js";
import { Reading } from "../format/file.js";
import { SIZE_LIMIT } from "../format/source.js";
import { signedData } from "../format/sshsig.js";
import { bytesOf } from "../ui/dom.js";

/** @typedef {{ values: import("../format/values.js").Values, key: Uint8Array, slug: string }} Previous */

/**
 * Reads the file, or says why it can't be the one to follow.
 * @param {File} file @param {{ charter: string, text: string }} site
 * @returns {Promise<Previous | { fault: string, args: Record<string, unknown> }>}
 */
export async function readPrevious(file, { charter, text }) {
  const reading = new Reading(await bytesOf(file.slice(0, SIZE_LIMIT + 1)), "adherence");
  const { values, seal } = reading;
  if (reading.source.faults.some(({ code }) => code === "private-key")) return { fault: "previous_key", args: {} };
  if (!reading.sound || !seal) return { fault: "previous_faulty", args: { name: file.name } };
  if ((await checkSeal(await signedData(reading.source.body()), seal)) !== null) {
    return { fault: "previous_faulty", args: { name: file.name } };
  }
  if (values.get("charter") !== charter) return { fault: "previous_charter", args: { value: values.get("charter") } };
  if (values.get("text") !== text) return { fault: "previous_text", args: { text: values.get("text") } };
  // A second download of the same file is called "x (1).yaml".
  return { values, key: seal.key, slug: file.name.replace(/\.yaml$/i, "").replace(/ ?\(\d+\)$/, "") };
}
