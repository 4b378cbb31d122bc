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
 * The forge that a repository's address tells.
 * @param {URL} url
 */
function forgeOf({ hostname }) {
  if (hostname === "github.com" || hostname.startsWith("github.")) return "GitHub";
  if (hostname === "gitlab.com" || /(^|\.)gitlab\./.test(hostname)) return "GitLab";
  if (hostname === "codeberg.org" || /(^|\.)(forgejo|codeberg)\./.test(hostname)) return "Forgejo";
  return /(^|\.)gitea\./.test(hostname) ? "Gitea" : null;
}

/**
 * Where to hand a file in; null when the forge is not known.
 * @param {string} repository @param {string} path @param {string} content
 * @param {boolean} replaces Whether a file of that path is there already.
 * @param {string} [branch]
 * @returns {Way | null}
 */
export function forgeWay(repository, path, content, replaces, branch = "main") {
  const url = new URL(repository);
  const forge = forgeOf(url);
  if (forge === null) return null;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  const slash = path.lastIndexOf("/");
  const folder = encoded.slice(0, encoded.lastIndexOf("/"));
  const name = encodeURIComponent(path.slice(slash + 1));
  const at = encodeURIComponent(branch);
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
