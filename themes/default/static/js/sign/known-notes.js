// What the person is told of organisations that stand in the register already.

import { byId, element, fill } from "../ui/dom.js";
import { isOther, lookUpKnown } from "./known.js";
import { renewButton } from "./taken.js";

/** @typedef {{ name: string, slug: string, rna: string, siren: string }} Typed */

/** The fields that such a word stands under. */
const FIELDS = ["rna", "siren", "name", "slug"];

/**
 * @param {import("../ui/dom.js").Words} words
 * @param {import("./page.js").Site} site
 * @param {string} root
 * @param {(slug: string) => Promise<boolean>} hasSigned Whether there is a file of that name for this text.
 * @param {(slug: string) => void} renew Goes on from the signature of that name.
 */
export function knownNotes(words, site, root, hasSigned, renew) {
  /** The organisations that the person was stopped at already. @type {Set<string>} */
  const told = new Set();
  let asked = 0;

  /** @param {import("./known.js").Match} match @param {boolean} signed */
  const note = ({ by, known: [slug, name] }, signed) => {
    const page = element("a", { href: `${root}organisations/${slug}.html`, target: "_blank", rel: "noopener" }, words.known_page);
    const advice = by === "slug" ? "known_own" : signed ? "known_signed" : "known_elsewhere";
    // A name may hold quotation marks and run from right to left: it is set apart, not quoted.
    const [before, after] = words[`known_${by}`].split("{name}");
    const named = element("strong", {}, element("bdi", {}, name));
    const said = element("p", {}, before, named, `${after} `, page, `. ${fill(words, advice, { value: slug })}`);
    const way = advice === "known_signed" ? [renewButton(words.renew, () => renew(slug))] : [];
    return element("div", { class: "notice" }, said, ...way);
  };

  return {
    /**
     * Says under each field what is known.
     * @param {Typed} typed @param {boolean} wanted False where nothing is to be said.
     * @param {boolean} leaving Whether the person is about to go on, and has to have seen it.
     * @returns {Promise<HTMLElement | null>} When leaving, what the person was not yet stopped at.
     */
    async show(typed, wanted, leaving) {
      const turn = (asked += 1);
      const matches = wanted ? await lookUpKnown(root, site.known, typed) : [];
      const all = await Promise.all(
        matches.map(async (match) => {
          const own = match.known[0] === typed.slug;
          const signed = await hasSigned(match.known[0]);
          // The same short name for the same organisation is how it should be, unless this text is signed: told elsewhere.
          const silent = own ? signed || !isOther(match.known, typed) : match.by === "name" && isOther(match.known, typed);
          return silent ? null : { by: own ? /** @type {const} */ ("slug") : match.by, known: match.known, signed };
        }),
      );
      if (turn !== asked) return null;
      for (const id of FIELDS) byId(`${id}-known`, HTMLElement).replaceChildren();
      let stop = null;
      for (const match of all) {
        if (!match) continue;
        const said = note(match, match.signed);
        byId(`${match.by}-known`, HTMLElement).append(said);
        if (!leaving || told.has(match.known[0])) continue;
        told.add(match.known[0]);
        stop ??= said.querySelector("a");
      }
      return stop;
    },
  };
}
