// The forge's own editor, opened with the file filled in.

/** How long an address may be: servers refuse those of more than about 8,000 bytes. */
const BUDGET = 6144;

/**
 * A way to hand a file in at the forge.
 * @typedef {object} Way
 * @property {string} forge `GitHub`, `GitLab`, `Gitea` or `Forgejo`.
 * @property {string} address
 * @property {boolean} filled Whether the editor opens with the content; else it must be pasted.
 */

/**
 * Where the site's repository is.
 * @typedef {object} Repository
 * @property {string | null} repository The address of its page.
 * @property {string | null} forge
 * @property {string} branch
 */

/**
 * Where to hand a file in; null when the forge is not known.
 * @param {Repository} site @param {string} path @param {string} content
 * @param {boolean} replaces Whether a file of that path is there already.
 * @returns {Way | null}
 */
export function forgeWay({ repository, forge, branch }, path, content, replaces) {
  if (!repository || !forge) return null;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const slash = path.lastIndexOf("/");
  const folder = encoded.slice(0, encoded.lastIndexOf("/"));
  const name = encodeURIComponent(path.slice(slash + 1));
  const at = branch.split("/").map(encodeURIComponent).join("/");
  /** @type {Record<string, { edit: string, named: string, filled: string | null }>} */
  const forms = {
    GitHub: {
      edit: `/edit/${at}/${encoded}`,
      named: `/new/${at}?filename=${encodeURIComponent(path)}`,
      filled: "&value=",
    },
    GitLab: { edit: `/-/edit/${at}/${encoded}`, named: `/-/new/${at}?file_name=${encodeURIComponent(path)}`, filled: null },
    Gitea: { edit: `/_edit/${at}/${encoded}`, named: `/_new/${at}/${folder}/?filename=${name}`, filled: "&value=" },
  };
  const form = forms[forge === "Forgejo" ? "Gitea" : forge];
  if (replaces) return { forge, address: repository + form.edit, filled: false };
  const named = repository + form.named;
  const whole = form.filled === null ? "" : named + form.filled + encodeURIComponent(content);
  const fits = whole !== "" && whole.length <= BUDGET;
  return { forge, address: fits ? whole : named, filled: fits };
}

/**
 * A mail to write, the file to be attached by the person.
 * @param {string} contact @param {string} subject @param {string} body
 */
export function mailWay(contact, subject, body) {
  const lines = body.replace(/\n/g, "\r\n");
  return `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
