// Who signs: the organisation, its city, its numbers, its representative, the file's name and the date.

import { checkSlug, slugFrom } from "../format/identifiers.js";
import { byId, element, fill, tellField as tell } from "../ui/dom.js";
import { ask } from "./ask.js";
import { communesOf, departmentOf, doubtCode, findCommune } from "./cities.js";
import { dateFault } from "./dates.js";
import { checkField, isoDate, reason, tidy } from "./fields.js";
import { lookUpKnown } from "./known.js";
import { knownNotes } from "./known-notes.js";
import { takenNote } from "./taken.js";

/** The fields of the form: the id of each input, the key of the document, and whether it must be filled in. */
const FIELDS = /** @type {const} */ ([
  ["name", "organisation.name", true],
  ["city", "organisation.city", true],
  ["insee", "organisation.insee", false],
  ["rna", "organisation.rna", false],
  ["siren", "organisation.siren", false],
  ["website", "organisation.website", false],
  ["person", "representative.name", false],
  ["role", "representative.role", false],
  ["date", "date", true],
  ["reason", "declaration", true],
]);

/** How far a clock may be off before it is worth a word, in milliseconds. */
const CLOCK = 26 * 3600 * 1000;

/**
 * @param {import("../ui/dom.js").Words} words
 * @param {import("./page.js").Site} site
 * @param {string} root
 * @param {() => import("./page.js").Mode} mode
 * @param {() => import("./previous.js").Previous | null} previous
 * @param {(slug: string) => void} renew Goes on from the signature of that short name, to sign again.
 */
export function whoStep(words, site, root, mode, previous, renew) {
  /** The fields in which the person has written. @type {Set<string>} */
  const typed = new Set();
  let taken = false;
  let ownSlug = false;
  /** What the site's clock said last. @type {number | null} */
  let siteClock = null;
  const department = byId("department", HTMLSelectElement);
  const slugInput = byId("slug", HTMLInputElement);

  /** @param {string} id */
  const input = (id) => byId(id, HTMLInputElement);

  /** What stands in a field of the organisation, as the document will have it. @param {string} id */
  const value = (id) => tidy(`organisation.${id}`, input(id).value);

  /** Whether a field counts now. @param {string} id */
  const counts = (id) => {
    if (id === "reason") return mode() === "withdraw";
    return (id !== "person" && id !== "role") || input("named").checked;
  };

  /** @param {typeof FIELDS[number]} field */
  const checkOne = ([id, key, required]) => {
    if (!counts(id)) return tell(id, "");
    const value = tidy(key, input(id).value);
    const must = required || (id === "person" && input("named").checked);
    const fault = checkField(key, value, must);
    const why = fault && reason(fault.code, fault.value);
    return tell(id, why ? fill(words, `fault_${why.id}`, why.args) : "") && checkDate(id, value);
  };

  /** @param {string} id @param {string} value */
  const checkDate = (id, value) => {
    if (id !== "date") return true;
    const values = mode() === "new" ? undefined : previous()?.values;
    const withdrawn = mode() === "renew" && values?.get("action") === "withdraw";
    const fault = dateFault(value, site.adopted, values ? { date: values.get("date") ?? "", withdrawn } : null, siteClock);
    return tell(id, fault ? fill(words, fault.id, fault.args) : "");
  };

  for (const field of FIELDS) {
    const [id, key] = field;
    input(id).addEventListener("input", () => {
      typed.add(id);
      // A mistake is told once the field is left; that it is mended, at once.
      if (input(id).hasAttribute("aria-invalid")) checkOne(field);
      forget();
    });
    input(id).addEventListener("change", () => {
      const value = tidy(key, input(id).value);
      const changed = value !== input(id).value;
      if (changed) input(id).value = value;
      const sound = checkOne(field);
      if (id === "website") byId("website-note", HTMLElement).textContent = changed && sound ? fill(words, "website_changed", { value }) : "";
    });
  }
  const named = input("named");
  const personBox = byId("person-box", HTMLElement);
  named.addEventListener("change", () => (personBox.hidden = !named.checked));
  personBox.hidden = !named.checked;

  const loadCities = async () => {
    const list = byId("cities", HTMLDataListElement);
    list.replaceChildren();
    const communes = department.value === "" ? [] : await communesOf(root, department.value);
    list.replaceChildren(...communes.map(([, name]) => element("option", { value: name })));
    return communes;
  };
  const fillInsee = async () => {
    const communes = department.value === "" ? [] : await communesOf(root, department.value);
    const found = findCommune(communes, tidy("organisation.city", input("city").value));
    if (found) [input("insee").value, input("city").value] = found;
    else if (communes.length > 0) input("insee").value = "";
    const unknown = !found && communes.length > 0 && input("city").value !== "";
    byId("city-note", HTMLElement).textContent = found ? fill(words, "city_found", { value: found[0] }) : unknown ? words.city_unknown : "";
    byId("insee-note", HTMLElement).textContent = "";
    tell("insee", "");
    await checkCode();
    forget();
  };
  /** Whether the code is a commune's: a postcode looks the same. The code of the commune that is meant takes its place. */
  const checkCode = async () => {
    const code = value("insee");
    if (code === "" || code === previous()?.values.get("organisation.insee") || checkField("organisation.insee", code, false)) return true;
    const doubt = await doubtCode(root, code, value("city"));
    if (!doubt || code !== value("insee")) return true;
    if (!doubt.meant) return tell("insee", fill(words, "fault_insee_postcode", { value: code }));
    const [n, city] = doubt.meant;
    input("insee").value = n;
    byId("insee-note", HTMLElement).textContent = fill(words, "insee_replaced", { value: code, city, n });
    return tell("insee", "");
  };
  input("insee").addEventListener("input", () => (byId("insee-note", HTMLElement).textContent = ""));
  input("insee").addEventListener("change", () => void checkCode().then(forget));
  department.addEventListener("change", async () => {
    await loadCities();
    await fillInsee();
  });
  input("city").addEventListener("change", fillInsee);

  const proposeSlug = () => {
    if (!ownSlug) slugInput.value = slugFrom(tidy("organisation.name", input("name").value));
  };
  input("name").addEventListener("change", proposeSlug);
  slugInput.addEventListener("input", () => {
    ownSlug = slugInput.value !== "";
    if (slugInput.hasAttribute("aria-invalid")) tell("slug", "");
    forget();
  });
  /** A field is often left by pressing a button, which nothing may push away from under the finger. */
  let waiting = 0;
  for (const id of ["name", "rna", "siren", "slug"]) {
    input(id).addEventListener("change", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => lookUp(), 300);
    });
  }

  /** @param {string} slug */
  const askForFile = (slug) =>
    ask(`${root}signatures/${site.text}/${slug}.yaml`, { method: "HEAD", cache: "no-store" });
  const notes = knownNotes(words, site, root, async (slug) => (await askForFile(slug))?.ok ?? false, renew);

  /**
   * Looks on the site whether the file's name is taken, whether the organisation is known under another name, and what
   * the server's clock says. Gives what the person has to see before going on.
   * @param {boolean} [leaving]
   */
  const lookUp = async (leaving = false) => {
    clearTimeout(waiting);
    taken = false;
    const note = byId("slug-note", HTMLElement);
    note.replaceChildren();
    if (!location.protocol.startsWith("http")) return null;
    const slug = slugInput.value;
    const sound = slug !== "" && tell("slug", checkSlug(slug) === null ? "" : words.fault_slug_form);
    const answer = sound ? await askForFile(slug) : null;
    if (slug !== slugInput.value) return null;
    taken = answer?.ok ?? false;
    if (taken && mode() === "new") {
      const said = await takenNote(words, site, root, slug, () => renew(slug));
      if (slug !== slugInput.value || mode() !== "new") return null;
      note.replaceChildren(said);
    }
    if (answer && !taken && mode() !== "new") note.replaceChildren(element("p", { class: "hint" }, fill(words, "not_there", { name: slug })));
    const clock = Date.parse(answer?.headers.get("date") ?? "");
    if (!Number.isNaN(clock)) siteClock = clock;
    const wrong = Math.abs(clock - Date.now()) > CLOCK;
    byId("clock-note", HTMLElement).textContent = wrong ? fill(words, "clock", { date: isoDate(new Date(clock)) }) : "";
    const typed = { name: value("name"), slug: sound ? slug : "", rna: value("rna"), siren: value("siren") };
    return notes.show(typed, mode() === "new", leaving);
  };

  /** A file that was saved under another name belongs where the site has the organisation's. */
  const findOwnFile = async () => {
    const saved = slugInput.value;
    if (!location.protocol.startsWith("http") || (checkSlug(saved) === null && (await askForFile(saved))?.ok)) return;
    const typed = { name: value("name"), slug: "", rna: value("rna"), siren: value("siren") };
    const matches = await lookUpKnown(root, site.known, typed);
    const signed = await Promise.all(matches.map(async ({ known: [slug] }) => (await askForFile(slug))?.ok ?? false));
    const own = matches.filter((_, at) => signed[at]);
    if (own.length === 1 && slugInput.value === saved) slugInput.value = own[0].known[0];
  };

  /** What was said of the step as a whole does not outlive the mistakes that it was said of. */
  function forget() {
    if (!byId("step-who", HTMLElement).querySelector("[aria-invalid]")) byId("who-fault", HTMLElement).textContent = "";
  }

  /** All that stands in the step, as one text. */
  const written = () => JSON.stringify([slugInput.value, named.checked, ...FIELDS.map(([id]) => input(id).value)]);

  /**
   * Says why the step can't be left, at the place to look at.
   * @param {HTMLElement | null} place @param {string} why
   */
  const refuse = (place, why) => {
    byId("who-fault", HTMLElement).textContent = why;
    place?.focus();
    return why === "";
  };

  if (site.department) department.value = site.department;
  input("date").value = isoDate(new Date());
  loadCities();

  return {
    isTouched: () => typed.size > 0,
    taken: () => taken,
    slug: () => slugInput.value,

    modeChanged() {
      byId("reason-box", HTMLElement).hidden = mode() !== "withdraw";
      for (const id of ["date", "reason"]) tell(id, "");
      forget();
      lookUp();
    },

    /** The form filled in from the file that is there, but for what the person has written. @param {import("./previous.js").Previous} from */
    fillFrom(from) {
      for (const [id, key] of FIELDS) {
        if (id === "date" || id === "reason" || typed.has(id)) continue;
        input(id).value = from.values.get(key) ?? "";
        tell(id, "");
      }
      if (!typed.has("person") && !typed.has("role")) named.checked = from.values.has("representative.name") || from.values.has("representative.role");
      personBox.hidden = !named.checked;
      slugInput.value = from.slug;
      ownSlug = true;
      const insee = value("insee");
      if (insee) department.value = departmentOf(insee);
      loadCities();
      findOwnFile().then(() => lookUp());
    },

    /**
     * Whether all is well; else the first mistake gets the focus. What is changed while the site is asked is checked again.
     * @returns {Promise<boolean>}
     */
    async check() {
      proposeSlug();
      const asked = written();
      const wrong = FIELDS.filter((field) => !checkOne(field)).map(([id]) => /** @type {string} */ (id));
      if (!tell("slug", checkSlug(slugInput.value) === null ? "" : words.fault_slug_form)) wrong.push("slug");
      if (wrong.length === 0 && !(await checkCode())) wrong.push("insee");
      if (wrong.length > 0) return refuse(input(wrong[0]), words.mend);
      const stop = await lookUp(true);
      if (written() !== asked) return this.check();
      if (!checkDate("date", input("date").value)) return refuse(input("date"), words.mend);
      if (taken && mode() === "new") {
        tell("slug", words.taken_stop);
        return refuse(slugInput, words.mend);
      }
      return stop ? refuse(stop, words.known_stop) : refuse(null, "");
    },

    /** The values by key; what is left out is not there. */
    values() {
      /** @type {import("../format/values.js").Values} */
      const values = new Map();
      for (const [id, key] of FIELDS) {
        const value = counts(id) ? tidy(key, input(id).value) : "";
        if (value !== "") values.set(key, value);
      }
      return values;
    },
  };
}
