// `paraphe serve` as a maintainer has it before them: files that change, and a page that stands open in a browser.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { hasBrowser, launch, program, project, watchedPage } from "./support/browser.js";
import { kinds } from "./support/kinds.js";

/** Nothing waits for a time to pass; these only end what hangs, on a slow machine too. */
const PATIENCE = 60_000;
const options = { skip: hasBrowser ? false : "no browser", timeout: 4 * PATIENCE };

const CONFIGURATION = "paraphe.yaml";
const TEMPLATE = "themes/default/templates/home.html";

/** @type {import("playwright-core").Browser} */
let chrome;

before(async () => {
  if (hasBrowser) chrome = await launch();
});

after(() => chrome?.close());

/** Where the site is, once the server says so. @param {import("node:child_process").ChildProcess} server */
async function address(server) {
  let said = "";
  server.stderr?.setEncoding("utf8").on("data", (words) => (said += words));
  for await (const line of createInterface({ input: server.stdout })) {
    const [url] = line.match(/http:\/\/127\.0\.0\.1:\d+\//) ?? [];
    if (url) return url;
  }
  throw new Error(`the server has not said where the site is: ${said}`);
}

/**
 * A project with a template of its own, its server, and its home page in a browser; all of it goes with the test.
 * @param {import("node:test").TestContext} t
 */
async function opened(t) {
  const { folder, site, run, remove } = project();
  // What is left goes from the last to the first: the folder when nobody writes into it any more.
  const leave = [remove];
  t.after(async () => {
    for (const one of leave.reverse()) await one();
  });
  assert.equal(run("theme", "eject", "templates/home.html").status, 0);
  const server = spawn(program(), ["-C", folder, "--lang", "en", "serve"], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(server, "exit");
  leave.push(async () => {
    server.kill("SIGKILL");
    await ended;
  });
  const url = await address(server);
  const context = await chrome.newContext();
  leave.push(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const { page, wrong } = await watchedPage(context);
  await page.goto(url);

  const read = (path) => readFileSync(join(folder, path), "utf8");
  /** `text` with another word in it. */
  const changed = (text, word, other) => {
    assert.ok(text.includes(word), `nothing says ${word}`);
    return text.replace(word, () => other);
  };
  /** Saves in place. */
  const save = (path, text) => writeFileSync(join(folder, path), text);
  /** Saves as editors do that put a new file in the place of the old one. */
  const replace = (path, text) => {
    const beside = join(folder, `${path}.new`);
    writeFileSync(beside, text);
    renameSync(beside, join(folder, path));
  };
  const discard = (path) => rmSync(join(folder, path));
  return { server, ended, url, site, page, wrong, read, changed, save, replace, discard };
}

/** Waits until the page has this heading. @param {import("playwright-core").Page} page @param {string} words */
const headed = (page, words) => page.locator("h1", { hasText: words }).waitFor();

/** What is shown over the page, once it says these words. @param {import("playwright-core").Page} page @param {string} words */
async function overlay(page, words) {
  const panel = page.getByRole("alert").filter({ hasText: words });
  await panel.waitFor();
  return panel;
}

/** Whether it hides everything else, from corner to corner. @param {import("playwright-core").Locator} panel */
function covers(panel) {
  return panel.evaluate((element) =>
    [[1, 1], [innerWidth / 2, innerHeight / 2], [innerWidth - 2, innerHeight - 2]].every(
      ([x, y]) => document.elementFromPoint(x, y) === element,
    ),
  );
}

/** Marks the page, so that one can tell whether it was loaded again. @param {import("playwright-core").Page} page */
const mark = (page) => page.evaluate("globalThis.marked = true; 0");
const marked = (page) => page.evaluate("globalThis.marked === true");

test("a saved file loads the open page again, however it was saved", options, async (t) => {
  const { page, wrong, read, changed, save, replace } = await opened(t);
  const configuration = read(CONFIGURATION);
  await headed(page, "Charte d’exemple");
  await mark(page);
  save(CONFIGURATION, changed(configuration, "Charte d'exemple", "Enregistrée sur place"));
  await headed(page, "Enregistrée sur place");
  assert.equal(await marked(page), false);
  replace(CONFIGURATION, changed(configuration, "Charte d'exemple", "Mise à la place"));
  await headed(page, "Mise à la place");
  // What was replaced is still watched.
  save(CONFIGURATION, changed(configuration, "Charte d'exemple", "Et encore"));
  await headed(page, "Et encore");
  replace(TEMPLATE, changed(read(TEMPLATE), "{{ site.title | typeset }}</h1>", "{{ site.title }}, par un gabarit</h1>"));
  await headed(page, "Et encore, par un gabarit");
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.deepEqual(wrong, []);
});

test("a failure that is told again leaves what is shown as it is", options, async (t) => {
  const { page, wrong } = await opened(t);
  const build = Number(await page.locator("script[data-build]").getAttribute("data-build"));
  // Each answer says one thing and ends; the browser asks again at once, and is told the same again.
  let failure = "one fault";
  await page.route("**/_paraphe/events/**", (route) =>
    route.fulfill({
      contentType: "text/event-stream",
      body: `retry: 10\ndata: ${JSON.stringify({ failure, build })}\n\n`,
    }),
  );
  await page.reload();
  const panel = await overlay(page, "one fault");
  await panel.evaluate((element) => element.setAttribute("data-seen", ""));
  for (let again = 0; again < 3; again += 1) await page.waitForResponse("**/_paraphe/events/**");
  assert.equal(await panel.getAttribute("data-seen"), "");
  failure = "another fault";
  const other = await overlay(page, "another fault");
  assert.equal(await other.getAttribute("data-seen"), null);
  failure = null;
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.deepEqual(wrong, []);
});

test("a signature that is gone loads the open page once, and then all is there", options, async (t) => {
  const { page, wrong, url, site, discard } = await opened(t);
  const name = "signatures/charter/outre-mer.yaml";
  let loads = 0;
  page.on("domcontentloaded", () => (loads += 1));
  const shown = page.waitForEvent("domcontentloaded");
  discard(name);
  await shown;
  const build = await page.locator("script[data-build]").getAttribute("data-build");
  // A page that is open nowhere is told of a build when all of it is there.
  const news = await fetch(`${url}_paraphe/events/elsewhere.html`);
  assert.ok(news.body);
  let told = "";
  for await (const words of news.body.pipeThrough(new TextDecoderStream())) {
    told = words.match(/"build":(\d+)/)?.[1] ?? told;
    if (told === build) break;
  }
  assert.equal(existsSync(join(site, name)), false);
  await page.evaluate("0");
  assert.equal(loads, 1);
  assert.deepEqual(wrong, []);
});

test("a failure covers every page with its reasons until it is mended", options, async (t) => {
  const { url, site, page, wrong, read, changed, save, replace } = await opened(t);
  const configuration = read(CONFIGURATION);
  await mark(page);
  save(CONFIGURATION, changed(configuration, "title:", "tilte:"));
  const panel = await overlay(page, "paraphe.yaml:1:1");
  const words = await panel.textContent();
  for (const said of ["The field “title” is required and missing", "did you mean: title"]) assert.ok(words?.includes(said), words ?? "");
  assert.ok(await covers(panel));
  // The last good page is still there, underneath.
  assert.ok(await marked(page));
  await headed(page, "Charte d’exemple");

  // Undone: nothing else has changed, and the page stays as it is.
  save(CONFIGURATION, configuration);
  await panel.waitFor({ state: "detached" });
  assert.ok(await marked(page));

  // Mended with something new to show.
  save(CONFIGURATION, changed(configuration, "title:", "tilte:"));
  await overlay(page, "paraphe.yaml:1:1");
  // Who comes now is told as well, whatever a page allows its scripts.
  for (const [kind, address] of kinds(site)) {
    await page.goto(url + address);
    assert.ok(await covers(await overlay(page, "paraphe.yaml:1:1")), kind);
  }
  await page.goto(url);
  await overlay(page, "paraphe.yaml:1:1");
  replace(CONFIGURATION, changed(configuration, "Charte d'exemple", "Réparée"));
  await headed(page, "Réparée");
  await panel.waitFor({ state: "detached" });
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.deepEqual(wrong, []);
});

test("a broken template is told and mended like any other file", options, async (t) => {
  const { page, wrong, read, changed, replace } = await opened(t);
  const template = read(TEMPLATE);
  await mark(page);
  replace(TEMPLATE, changed(template, "{{ site.title | typeset }}</h1>", "{{ site.title </h1>"));
  const panel = await overlay(page, TEMPLATE);
  assert.ok(await covers(panel));
  assert.ok(await marked(page));
  replace(TEMPLATE, changed(template, "{{ site.title | typeset }}</h1>", "{{ site.title }}, réparée</h1>"));
  await headed(page, "Charte d'exemple, réparée");
  await panel.waitFor({ state: "detached" });
  assert.deepEqual(wrong, []);
});

test("Ctrl-C ends the server while a page is open", options, async (t) => {
  const { server, ended, url } = await opened(t);
  server.kill("SIGINT");
  assert.deepEqual(await ended, [0, null]);
  await assert.rejects(fetch(url));
});
