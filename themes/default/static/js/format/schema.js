// The keys of a signed file, in their one order.

/** @typedef {"adherence" | "attestation"} Kind Which of the two forms a file has. */

/**
 * One line of a form.
 * @typedef {object} Rule
 * @property {string} key The whole name, as messages say it: `organisation.name`.
 * @property {string} word The word before the colon.
 * @property {string | null} parent
 * @property {"one" | "text" | "mapping"} form What follows the colon.
 * @property {boolean} required Required where its parent stands.
 */

/**
 * A form in short: `*` starts a mapping, `?` an optional key, `1` the format's version.
 * @param {string} keys
 * @returns {Rule[]}
 */
function rules(keys) {
  return keys.split(" ").map((written) => {
    const key = written.replace(/^[*?1]+/, "");
    const marks = written.slice(0, written.length - key.length);
    const dot = key.indexOf(".");
    return {
      key,
      word: key.slice(dot + 1),
      parent: dot < 0 ? null : key.slice(0, dot),
      form: marks.includes("*") ? "mapping" : marks.includes("1") ? "one" : "text",
      required: !marks.includes("?"),
    };
  });
}

/** @type {Record<Kind, Rule[]>} */
export const RULES = {
  adherence: rules(
    "1paraphe action charter text version sha256 *organisation organisation.name organisation.city " +
      "?organisation.insee ?organisation.rna ?organisation.siren ?organisation.website *?representative " +
      "representative.name ?representative.role date declaration",
  ),
  attestation: rules("1paraphe action charter signature-sha256 organisation method date"),
};

/**
 * The kind that a file's name tells.
 * @param {string} path
 * @returns {Kind}
 */
export function kindOf(path) {
  return path.endsWith(".attestation.yaml") ? "attestation" : "adherence";
}
