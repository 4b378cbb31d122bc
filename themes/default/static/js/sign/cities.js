// The communes of a department, loaded when the department is chosen.

import { ask } from "./ask.js";
import { plain } from "./fields.js";

/** @typedef {[code: string, name: string]} Commune */

/** @type {Map<string, Promise<Commune[]>>} */
const loaded = new Map();

/**
 * The communes of a department; none when they can't be had: the city can always be typed without them.
 * @param {string} root @param {string} department
 * @returns {Promise<Commune[]>}
 */
export function communesOf(root, department) {
  const known = loaded.get(department);
  if (known) return known;
  const asked = ask(`${root}static/communes/${department}.json`)
    .then((answer) => (answer?.ok ? answer.json() : Promise.reject(new Error(department))))
    .catch(() => {
      loaded.delete(department);
      return [];
    });
  loaded.set(department, asked);
  return asked;
}

/**
 * The commune of that name, whatever its case and accents; none when two have it.
 * @param {Commune[]} communes @param {string} name
 * @returns {Commune | null}
 */
export function findCommune(communes, name) {
  const exact = communes.filter(([, other]) => other === name);
  const wanted = plain(name);
  const near = exact.length > 0 ? exact : communes.filter(([, other]) => plain(other) === wanted);
  return near.length === 1 ? near[0] : null;
}

/**
 * The department that a commune's code starts with.
 * @param {string} code
 */
export function departmentOf(code) {
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}
