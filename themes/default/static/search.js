// Search among signatories, without a server: on the page itself where all of them stand on it, else in an index that
// is loaded piece by piece. Without this script the lists are there, and the form is not.
"use strict";
(() => {
  const form = document.querySelector("form.search");
  if (!form) return;
  form.hidden = false;

  /** Keeps what is asked in the address, so that whoever goes on from here and comes back finds it again. */
  const remember = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const address = `${location.pathname}${query.size > 0 ? "?" : ""}${query}${location.hash}`;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Some browsers let no page from a disk do that: then it is forgotten.
    }
  };
  /** Asks again what the address says. */
  const recall = () => {
    const given = new URLSearchParams(location.search);
    for (const field of form.elements) if (!field.value && given.has(field.name)) field.value = given.get(field.name);
  };
  form.addEventListener("input", remember);

  const result = form.querySelector(".search-result");
  if (!result) {
    recall();
    return;
  }

  const LIMIT = 200;
  const { root, none, one, many, more, short: tooShort, attested, signed: adheres } = form.dataset;
  const list = document.getElementById("page-list");
  const pager = document.querySelector(".pager");
  const found = document.createElement("ul");
  found.className = "signatures";
  found.hidden = true;
  form.after(found);

  /** A name without accents, case and marks: the same as the program's `sort_key`. @param {string} text */
  const fold = (text) => {
    let out = "";
    for (const letter of text.normalize("NFD")) {
      if (/[\p{Alphabetic}\p{N}]/u.test(letter)) {
        const lower = letter.toLowerCase();
        out += lower === "œ" ? "oe" : lower === "æ" ? "ae" : lower;
      } else if (!/\p{M}/u.test(letter) && !out.endsWith(" ")) out += " ";
    }
    return out.trim();
  };

  let index = null;
  const pieces = new Map();
  const waiting = new Map();

  const load = (address) => {
    const script = document.createElement("script");
    script.src = root + address;
    document.head.append(script);
    return script;
  };

  globalThis.parapheSearch = {
    index(value) {
      index = value;
      value.departments.forEach(([code, name]) => option("d", code, `${name} (${code})`));
      value.texts.forEach(([id, name]) => option("t", id, name));
      recall();
      if ([...new FormData(form).values()].some(Boolean)) search();
    },
    piece(name, entries) {
      pieces.set(name, entries.map((entry) => [...entry, ` ${fold(`${entry[0]} ${entry[1]}`)}`]));
      waiting.get(name)?.();
    },
  };

  const option = (field, value, label) => {
    const element = document.createElement("option");
    element.value = value;
    element.textContent = label;
    form.elements[field].append(element);
  };

  const pieceAddress = (name) =>
    /^[a-z0-9]+$/.test(name)
      ? `search/${name}_.js`
      : `search/u-${[...name].map((letter) => letter.codePointAt(0).toString(16)).join("-")}_.js`;

  const piece = (name) =>
    pieces.has(name)
      ? Promise.resolve()
      : new Promise((done) => {
          waiting.set(name, done);
          load(pieceAddress(name)).onerror = () => done();
        });

  const say = (count, shown) => {
    const text = count === 0 ? none : count === 1 ? one : count > shown ? more : many;
    const number = (value) => value.toLocaleString(document.documentElement.lang);
    result.textContent = text.replace("%n", number(count)).replace("%m", number(shown));
  };

  /** The place of what is chosen in a list of the index; nothing when nothing is. */
  const place = (field, list) => {
    const { value } = form.elements[field];
    return value && String(list.findIndex(([key]) => key === value));
  };

  const asked = () => ({
    words: fold(form.elements.q.value).split(" ").filter(Boolean),
    department: place("d", index.departments),
    text: place("t", index.texts),
    state: form.elements.s.value,
  });

  /** Shows the lines of the page that fit. */
  const onPage = ({ words, department, text, state }) => {
    let count = 0;
    const address = text && root + index.texts[Number(text)][2];
    const code = department && index.departments[Number(department)][0];
    for (const line of list.children) {
      line.words ??= ` ${fold(line.querySelector("a").textContent + " " + line.querySelector(".where").textContent)}`;
      const fits =
        words.every((word) => line.words.includes(` ${word}`)) &&
        (!code || line.dataset.department === code) &&
        (!state || line.dataset.state.includes(state)) &&
        (!address || [...line.querySelectorAll(".signed a")].some((link) => link.getAttribute("href") === address));
      line.hidden = !fits;
      count += fits ? 1 : 0;
    }
    say(count, count);
  };

  const link = (address, label) => {
    const element = document.createElement("a");
    element.href = root + address;
    const name = document.createElement("bdi");
    name.textContent = label;
    element.append(name);
    return element;
  };

  const span = (name, ...content) => {
    const element = document.createElement("span");
    element.className = name;
    element.append(...content);
    return element;
  };

  const line = ([name, city, slug, , texts, holds]) => {
    const element = document.createElement("li");
    element.className = "signature";
    const place = document.createElement("bdi");
    place.textContent = city;
    const signed = texts.flatMap((at, place) => [place ? ", " : "", link(index.texts[at][2], index.texts[at][1])]);
    element.append(link(`organisations/${slug}.html`, name), " ", span("where", place), " ", span("signed", `${adheres} `, ...signed));
    if (holds & 4) element.append(" ", span("attested", attested));
    return element;
  };

  const showPages = (shown) => {
    list.hidden = !shown;
    if (pager) pager.hidden = !shown;
    found.hidden = shown;
  };

  /** Looks the words up in the index. */
  const inIndex = async (wanted) => {
    const { words, department, text, state } = wanted;
    const telling = words.filter((word) => word.length >= index.depth && !index.common.includes(word));
    if (telling.length === 0) {
      showPages(true);
      if (words.length === 0 && text) result.replaceChildren(link(index.texts[Number(text)][2], index.texts[Number(text)][1]));
      else if (words.length === 0 && department) {
        const [code, name, address] = index.departments[Number(department)];
        result.replaceChildren(link(address, `${name} (${code})`));
      } else result.textContent = words.length || state ? tooShort.replace("%n", String(index.depth)) : "";
      return;
    }
    const start = [...telling.reduce((a, b) => (b.length > a.length ? b : a))].slice(0, index.depth).join("");
    if (index.pieces.includes(start)) await piece(start);
    if (JSON.stringify(asked()) !== JSON.stringify(wanted)) return;
    const fits = (pieces.get(start) ?? []).filter(
      ([, , , where, texts, holds, all]) =>
        words.every((word) => all.includes(` ${word}`)) &&
        (!department || where === Number(department)) &&
        (!text || texts.includes(Number(text))) &&
        (!state || holds & Number(state)),
    );
    found.replaceChildren(...fits.slice(0, LIMIT).map(line));
    showPages(false);
    say(fits.length, Math.min(fits.length, LIMIT));
  };

  const search = () => {
    if (!index) return;
    const wanted = asked();
    if (index.depth === 0) onPage(wanted);
    else inIndex(wanted);
  };

  // The page and its letters come first; whoever comes with a question, or asks one, need not wait.
  let started = false;
  const start = () => {
    if (!started) load("search/index.js");
    started = true;
  };

  form.addEventListener("focusin", start);
  form.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  if (document.readyState === "complete" || [...new URLSearchParams(location.search).values()].some(Boolean)) start();
  else addEventListener("load", start);
})();
