// What both pages need of the document. Texts from files go in as text, never as markup.

/** @typedef {Record<string, string>} Words Messages by id, with arguments in braces. */

/**
 * The message `id` with its arguments filled in.
 * @param {Words} words @param {string} id @param {Record<string, unknown>} [args]
 */
export function fill(words, id, args = {}) {
  const message = words[id] ?? id;
  return message.replace(/\{(\w+)\}/g, (whole, name) => {
    if (!(name in args)) return whole;
    const text = written(args[name]);
    return shorten(visible(name === "date" || name === "adopted" ? inWords(words, text) : text));
  });
}

/** A value as the page's language writes it: of a number the thousands stand apart. @param {unknown} value */
function written(value) {
  return typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : String(value);
}

/**
 * A day as the site's pages write it; what is no day stays as it is.
 * @param {Words} words @param {string} date
 */
export function inWords(words, date) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const named = words.months?.split(" ")[Number(month) - 1];
  if (!named || !words.date) return date;
  /** @type {Record<string, string>} */
  const parts = { year, month: named, day: Number(day) === 1 ? words.first_day : String(Number(day)) };
  return words.date.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}

/** A stranger's text may be long: a whole declaration is shown, but not a whole file. @param {string} text */
function shorten(text) {
  return text.length > 400 ? `${Array.from(text.slice(0, 800)).slice(0, 400).join("")}…` : text;
}

/** Text with what can't be seen, or turns what follows around, written out; the joiners of some scripts stay. @param {string} text */
export function visible(text) {
  return text.replace(/(?![\u200c\u200d])[\p{C}\u2028\u2029]/gu, (character) => {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/**
 * A new element with its attributes and content.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Record<string, string>} attributes @param {...(Node | string)} content
 */
export function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/**
 * The element of that id.
 * @template {HTMLElement} T
 * @param {string} id @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no ${kind.name} #${id}`);
  return found;
}

/**
 * Says under a field what is wrong with it, or with an empty message that nothing is.
 * @param {string} id The field's; the words' place is `<id>-fault`. @param {string} message
 * @returns {boolean} Whether nothing is wrong.
 */
export function tellField(id, message) {
  byId(`${id}-fault`, HTMLElement).textContent = message;
  const field = document.getElementById(id);
  if (message === "") field?.removeAttribute("aria-invalid");
  else field?.setAttribute("aria-invalid", "true");
  return message === "";
}

/** Whether this browser can do what signing and checking need. */
export function isCapable() {
  return typeof crypto === "object" && typeof crypto.subtle === "object" && typeof BigInt === "function";
}

/** @param {Blob} file */
export async function bytesOf(file) {
  return new Uint8Array(await file.arrayBuffer());
}
