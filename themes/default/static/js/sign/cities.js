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

/** The codes of the districts of Paris, Marseille and Lyon, which stand in no list of communes. */
const DISTRICT = /^(751(0[1-9]|1[0-9]|20)|132(0[1-9]|1[0-6])|6938[1-9])$/;

/**
 * What a code of the right form turns out to be: the code of a commune (null), or of none; and the code of the commune
 * that is meant, where its name tells.
 * @param {string} root @param {string} code @param {string} city
 * @returns {Promise<{ meant: Commune | null } | null>}
 */
export async function doubtCode(root, code, city) {
  // Postcodes of Corsica begin with 20, its codes with 2A and 2B.
  const departments = code.startsWith("20") ? ["2A", "2B"] : [departmentOf(code)];
  const communes = (await Promise.all(departments.map((department) => communesOf(root, department)))).flat();
  if (communes.length === 0 || DISTRICT.test(code)) return null;
  const meant = findCommune(communes, city);
  const known = communes.some(([other]) => other === code);
  return meant?.[0] === code || (known && !meant) ? null : { meant };
}
