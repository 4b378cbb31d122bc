// What the person is told when the short name has signed this text already, and the way from there to sign again.

import { element, fill } from "../ui/dom.js";
import { ask } from "./ask.js";
import { readPrevious } from "./previous.js";

/**
 * The signature that the site has of that short name; null when it can't be had or does not hold.
 * @param {string} root @param {import("./page.js").Site} site @param {string} slug
 * @returns {Promise<File | null>}
 */
export async function fileThere(root, site, slug) {
  const answer = await ask(`${root}signatures/${site.text}/${slug}.yaml`, { cache: "no-store" });
  if (!answer?.ok) return null;
  return answer.blob().then((blob) => new File([blob], `${slug}.yaml`)).catch(() => null);
}

/**
 * A button that goes on from that organisation's signature.
 * @param {string} label @param {() => void} action
 */
export function renewButton(label, action) {
  const button = element("button", { type: "button" }, label);
  button.addEventListener("click", action);
  return element("p", { class: "buttons" }, button);
}

/**
 * Who has signed under that short name, what, and what there is to do.
 * @param {import("../ui/dom.js").Words} words @param {import("./page.js").Site} site @param {string} root
 * @param {string} slug @param {() => void} renew
 * @returns {Promise<HTMLElement>}
 */
export async function takenNote(words, site, root, slug, renew) {
  const file = await fileThere(root, site, slug);
  const read = file && (await readPrevious(file, site).catch(() => null));
  const values = read && !("fault" in read) ? read.values : null;
  const same = values?.get("version") === site.version;
  const id = !values ? "taken" : values.get("action") === "withdraw" ? "taken_withdrawn" : same ? "taken_same" : "taken_older";
  const args = { name: values?.get("organisation.name") ?? slug, version: values?.get("version"), date: values?.get("date") };
  const page = element("a", { href: `${root}organisations/${slug}.html`, target: "_blank", rel: "noopener" }, words.known_page);
  // Who has withdrawn has no page any more.
  const more = id === "taken_withdrawn" ? [] : [" ", page];
  const label = id === "taken_same" ? words.correct : words.renew;
  return element("div", { class: "notice" }, element("p", {}, fill(words, id, args), ...more), renewButton(label, renew));
}
