// What the signing page says of what is typed and of what will come of it: exactly, in the reader's language, and no
// longer than it holds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { tidy } from "../../themes/default/static/js/sign/fields.js";
import { fill } from "../../themes/default/static/js/ui/dom.js";
import { axe, overflows } from "./support/browser.js";
import { vectors } from "./support/rust.js";
import { agree, introduce, keyFile, next, says, signWith } from "./support/signing.js";
import { skip, stage } from "./support/stage.js";

const PAGE = "charte_signer.html";
const set = stage("words");
const unreachable = stage("words-no-contact", { contact: "" });
const unknown = stage("words-unknown-forge", { contact: "", repository: "https://git.example.org/example/charte" });
const nowhere = stage("words-nowhere", { contact: "", repository: "" });
const MINE = join(vectors, "site/signatures/charter/version-nouvelle.yaml");
const OLD = join(vectors, "site/signatures/charter/version-ancienne-et-complete.yaml");
/** @type {string} */
let key;
before(() => {
  if (!skip) key = keyFile();
});

const value = (page, id) => page.locator(`#${id}`).inputValue();
/** Types as a person does, and leaves the field. */
const type = async (page, id, text) => {
  await page.locator(`#${id}`).fill(text);
  await page.locator(`#${id}`).blur();
};

test("a day is written as the site's pages write it", () => {
  const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";
  const words = { told: "le {date}", date: "{day} {month} {year}", first_day: "1er", months };
  assert.equal(fill(words, "told", { date: "2026-03-01" }), "le 1er mars 2026");
  assert.equal(fill(words, "told", { date: "2026-11-23" }), "le 23 novembre 2026");
  assert.equal(fill(words, "told", { date: "2026-13-01" }), "le 2026-13-01");
  assert.equal(fill(words, "told", { date: "hier" }), "le hier");
});

test("an address is made one in https, and what is none is left", () => {
  const website = (typed) => tidy("organisation.website", typed);
  for (const typed of ["port.example.org/a", "http://port.example.org/a", "HTTPS://port.example.org/a", "//port.example.org/a"]) {
    assert.equal(website(typed), "https://port.example.org/a", typed);
  }
  assert.equal(website("port.example.org:8080/a"), "https://port.example.org:8080/a");
  for (const typed of ["", "mailto:a@example.org", "javascript:alert(1)", "ftp://example.org/"]) assert.equal(website(typed), typed);
});

test("an address that was changed is told, under its field", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await type(page, "website", "http://port.example.org");
  await says(page, "website-note", /L’adresse devient https:\/\/port\.example\.org.: vérifiez qu’elle s’ouvre/);
  assert.equal(await value(page, "website"), "https://port.example.org");
  assert.equal(await page.locator("#website-fault").textContent(), "");
  await type(page, "website", "mailto:a@example.org");
  await says(page, "website-fault", /commencer par https/);
  assert.equal(await page.locator("#website-note").textContent(), "");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("a postcode in the place of the INSEE code is known for one", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#name").fill("Association du Code");
  await page.locator("#city").fill("angers");
  await type(page, "insee", "49000");
  await says(page, "insee-note", /«.49000.» est peut-être un code postal[^]*«.Angers.» est 49007/);
  assert.equal(await value(page, "insee"), "49007");
  // Of a commune that nobody knows: what it is, and where to look.
  await page.locator("#city").fill("Ville-Inconnue");
  await type(page, "insee", "49000");
  await says(page, "insee-fault", /code postal[^]*Choisissez le département[^]*insee\.fr/);
  assert.deepEqual(await axe(page), []);
  await next(page, "who");
  await page.waitForFunction(() => document.activeElement?.id === "insee");
  // Corsica's postcodes begin otherwise than its codes; a district's code is in no list, and stands.
  await page.locator("#city").fill("Ajaccio");
  await type(page, "insee", "20000");
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector("#insee")).value === "2A004");
  await page.locator("#city").fill("Paris");
  await type(page, "insee", "75118");
  await page.locator("#insee").fill("");
  await type(page, "insee", "75118");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  assert.equal(await value(page, "insee"), "75118");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("what was said of mistakes goes with them", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await next(page, "read");
  await says(page, "read-fault", /Cochez/);
  await page.locator("#agree-read").check();
  assert.equal(await page.locator("#read-fault").textContent(), "");
  await agree(page);
  await next(page, "who");
  await says(page, "who-fault", /Il reste des erreurs/);
  await page.locator("#name").fill("Association du Reste");
  assert.match(await page.locator("#who-fault").textContent() ?? "", /Il reste/);
  await type(page, "city", "Angers");
  await type(page, "slug", "Pas Un Nom");
  await says(page, "slug-fault", /minuscules/);
  await page.locator("#slug").fill("un-nom");
  assert.equal(await page.locator("#slug-fault").textContent(), "");
  assert.equal(await page.locator("#who-fault").textContent(), "");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("what becomes public is told exactly", { skip }, async () => {
  const { page, context } = await set.open(PAGE);
  const required = await page.evaluate(() => Array.from(document.querySelectorAll("#step-who input[required]"), ({ id }) => id));
  assert.deepEqual(required, ["name", "city", "person", "reason", "slug", "date"]);
  await agree(page);
  assert.match(await page.locator("#step-who > p").first().innerText(), /sauf le département[^]*Le nom, la ville, le nom court et la date sont obligatoires/);
  await page.goto(`${set.server.url}signer.html`);
  const said = await page.locator("#page-public + p").innerText();
  for (const word of ["nom court", "déclaration", "clé publique", "INSEE", "RNA", "SIREN", "site", "fonction"]) assert.ok(said.includes(word), word);
  await context.close();
});

for (const viewport of [{ width: 360, height: 740 }, { width: 768, height: 1024 }, { width: 1280, height: 900 }]) {
  test(`the last look shows all that becomes public, whole, at ${viewport.width} pixels`, { skip }, async () => {
    const { page, wrong, context } = await set.open(PAGE, { viewport });
    const long = `${"Association pour la très longue vie du quartier ".repeat(6)}fin`;
    await agree(page);
    const fields = { name: long, city: "Angers", rna: "W491234599", siren: "100 000 009", website: "https://port.example.org/?a=1", slug: "longue", date: "2026-11-01" };
    for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text);
    await page.locator("#named").check();
    await page.locator("#person").fill("Camille Exemple");
    await page.locator("#role").fill("présidente");
    await next(page, "who");
    await page.locator("#step-key").waitFor();
    await signWith(page, key);
    await page.locator("#step-send [data-back]").click();
    const facts = await page.locator("#check-facts").innerText();
    const text = readFileSync(join(vectors, "site/content/charter/1.1.md"), "utf8");
    const declaration = /^declaration: "?(.*?)"?$/m.exec(text)?.[1] ?? "none";
    for (const said of [long, "Angers", "W491234599", "100000009", "https://port.example.org/?a=1", "Camille Exemple", "présidente", declaration, "signatures/charter/longue.yaml"]) {
      assert.ok(facts.includes(said), said);
    }
    assert.match(facts, /1er\snovembre\s2026/);
    assert.match(facts, /SHA256:[A-Za-z0-9+/]{43}/);
    assert.doesNotMatch(facts, /INSEE/);
    // Nothing of it has to be scrolled to in a box of its own.
    const cut = await page.evaluate(() => Array.from(document.querySelectorAll("#step-check :is(dd, pre, code)")).filter((one) => one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY !== "visible").length);
    assert.equal(cut, 0);
    assert.equal(await overflows(page), false);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

test("a signature that is there is told with its day, and with what there is to do", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await page.locator("input[name=mode][value=renew]").check();
  await page.locator("#previous-file").setInputFiles(MINE);
  await says(page, "previous-status", /du \d+(er)?\s\S+\s2026.: bonne[^]*il n’y a rien à faire, sauf pour corriger/);
  await page.locator("#previous-file").setInputFiles(OLD);
  await says(page, "previous-status", /bonne[^]*Vous allez signer la version 1\.1, à la place de celle-là/);
  await page.locator("input[name=mode][value=withdraw]").check();
  assert.doesNotMatch(await page.locator("#previous-status").textContent() ?? "", /Vous allez signer/);
  await page.locator("input[name=mode][value=renew]").check();
  await agree(page);
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  await signWith(page, key);
  assert.match(await page.locator("#send-after-sign").innerText(), /il remplace votre signature précédente/);
  await page.locator("#step-send [data-back]").click();
  assert.match(await page.locator("#check-summary").innerText(), /va signer de nouveau[^]*remplacera celui du \d+(er)?\s\S+\s20\d\d/);
  assert.equal(await page.locator("#step-check [data-next]").innerText(), "Signer de nouveau");
  assert.deepEqual(wrong, []);
  await context.close();
});

test("who has signed already hears what there is to do, and a button leads there", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#city").fill("Nantes");
  for (const [slug, said, label] of /** @type {[string, RegExp, string]} */ ([
    ["version-nouvelle", /a déjà signé la version 1\.1, le \d+(er)?\s\S+\s2026[^]*il n’y a rien à faire/, "C’est la nôtre : corriger sa signature"],
    ["version-ancienne-et-complete", /a déjà signé une version antérieure, la 1\.0[^]*signez de nouveau/, "C’est la nôtre : signer de nouveau"],
  ])) {
    await type(page, "slug", slug);
    await says(page, "slug-note", said);
    assert.equal((await page.locator("#slug-note button").innerText()).replace(/\s/g, " "), label);
  }
  assert.deepEqual(await axe(page), []);
  await page.locator("#slug-note button").click();
  await says(page, "previous-status", /bonne[^]*Vous allez signer la version 1\.1/);
  assert.ok(await page.locator("#step-read").isVisible());
  assert.ok(await page.locator("input[name=mode][value=renew]").isChecked());
  await next(page, "read");
  // What was typed stays, and what was not comes from the file.
  assert.equal(await value(page, "city"), "Nantes");
  assert.notEqual(await value(page, "name"), "");
  assert.equal(await page.locator("#slug-note").textContent(), "");
  await next(page, "who");
  await page.locator("#step-key").waitFor();
  assert.ok(await page.locator("#key-way-open").isChecked());
  assert.deepEqual(wrong, []);
  await context.close();
});

test("going back keeps what was typed, when the signature that is there is given late or again", { skip }, async () => {
  const { page, wrong, context } = await set.open(PAGE);
  await agree(page);
  await page.locator("#name").fill("Association au Nouveau Nom");
  await page.locator("#website").fill("https://nouveau.example.org/");
  await page.locator("#step-who [data-back]").click();
  await page.locator("input[name=mode][value=renew]").check();
  for (let time = 0; time < 2; time += 1) {
    await page.locator("#previous-file").setInputFiles([]);
    await page.locator("#previous-file").setInputFiles(OLD);
    await says(page, "previous-status", /bonne/);
    assert.equal(await value(page, "name"), "Association au Nouveau Nom");
    assert.equal(await value(page, "website"), "https://nouveau.example.org/");
    assert.match(await value(page, "rna"), /^W/);
  }
  assert.deepEqual(wrong, []);
  await context.close();
});

test("without an address to write to, no mail is offered, and what to do is told", { skip }, async () => {
  for (const [site, said, ways] of /** @type {[ReturnType<typeof stage>, RegExp, string[]][]} */ ([
    [unreachable, /Sans compte.\? Téléchargez le fichier, et remettez-le à la personne/, ["send-forge", "send-download", "send-copy"]],
    [unknown, /Pour qui y a un compte[^]*signatures\/charter\/association-du-port\.yaml[^]*Sans compte/, ["send-forge", "send-download", "send-copy"]],
    [nowhere, /n’indique pas où envoyer le fichier[^]*remettez-le à la personne/, ["send-download", "send-copy"]],
  ])) {
    const { page, wrong, context } = await site.open(PAGE);
    assert.doesNotMatch(await page.locator("main").innerText(), /courriel|crivez-nous/);
    await introduce(page);
    await signWith(page, key);
    const there = await page.evaluate(() => Array.from(document.querySelectorAll(".ways > li:not([hidden]) :is(a, button)"), ({ id }) => id));
    assert.deepEqual(there, ways);
    const text = await page.locator("#step-send").innerText();
    assert.match(text, said);
    assert.doesNotMatch(text, /courriel|message|crivez-nous/);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(wrong, []);
    await context.close();
  }
});

test("the mail comes first, since nobody needs an account for it", { skip }, async () => {
  const { page, context } = await set.open(PAGE);
  await introduce(page);
  await signWith(page, key);
  const ways = await page.evaluate(() => Array.from(document.querySelectorAll(".ways > li:not([hidden]) :is(a, button)"), ({ id }) => id));
  assert.deepEqual(ways, ["send-download", "send-mail", "send-forge", "send-copy"]);
  assert.match(await page.locator("#send-mail-box").innerText(), /sans compte nulle part/);
  await context.close();
});
