// What stands around every page: the policy, links to strangers, data for programs, badges; and every page with scripts off.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { axe, hasBrowser, launch, overflows, serve, undecided, watchedPage } from "./support/browser.js";
import { kinds } from "./support/kinds.js";
import { files, ROOT, site, variant } from "./support/paraphe.js";

const skip = hasBrowser ? false : "no browser";
const REPOSITORY = /^repository: (.*)$/m.exec(readFileSync(join(ROOT, "paraphe.yaml"), "utf8"))?.[1] ?? "none";
const URL_OF_SITE = "https://charte.example.org/";

/** @type {Map<string, string>} */
const sites = new Map();
/** @type {import("playwright-core").Browser} */
let chrome;

before(async () => {
  sites.set("default", site(ROOT));
  sites.set("English", variant("language: fr", "language: en"));
  sites.set("plain", variant("theme: default", "theme: plain"));
  if (hasBrowser) chrome = await launch();
});

after(() => chrome?.close());

/** Every page of every site. @returns {Generator<[string, string, string]>} its name, its path and its words */
function* pages() {
  for (const [name, top] of sites) {
    const all = files(top, ".html");
    assert.ok(all.length > 40, `${name}: ${all.length} pages`);
    for (const page of all) yield [`${name}: ${relative(top, page)}`, page, readFileSync(page, "utf8")];
  }
}

const unescaped = (text) => text.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The attributes of an element's start. @param {string} tag @returns {Record<string, string>} */
const attributes = (tag) => Object.fromEntries([...tag.matchAll(/ ([a-z:-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, unescaped(value ?? "")]));

/** The starts of the elements of a page with one of these names. @param {string} html @param {string} names */
const elements = (html, names) => [...html.matchAll(new RegExp(`<(?:${names})(?= |>)[^>]*>`, "g"))].map(([tag]) => tag);

const SOURCES = /^('self'|'none'|data:|'sha256-[A-Za-z0-9+/]{43}=')$/;

/** What a policy lets through that it should not, or what stands in the page against it. @param {string} html */
function leaks(html) {
  const found = [];
  const metas = elements(html, "meta").filter((tag) => tag.includes("Content-Security-Policy"));
  if (metas.length !== 1) return [`${metas.length} policies`];
  const before = html.slice(0, html.indexOf(metas[0]));
  // It holds for what comes after it.
  if (/<(link|script|style|body|img)/.test(before)) found.push("the policy comes late");
  const policy = new Map(attributes(metas[0]).content.split(";").map((part) => part.trim().split(" ")).map(([name, ...sources]) => [name, sources]));
  if (policy.get("default-src")?.join() !== "'none'") found.push("default-src");
  if (policy.get("base-uri")?.join() !== "'none'") found.push("base-uri");
  if (!policy.has("form-action")) found.push("form-action");
  for (const [name, sources] of policy) for (const source of sources) if (!SOURCES.test(source)) found.push(`${name} ${source}`);
  for (const name of ["script-src", "style-src"]) if (policy.get(name)?.includes("data:")) found.push(`${name} data:`);
  const allowed = (name, text) => policy.get(name)?.includes(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  for (const [, start, text] of html.matchAll(/<script([^>]*)>([^]*?)<\/script>/g)) {
    const { type, src } = attributes(start);
    if (src === undefined && type !== "application/ld+json" && !allowed("script-src", text)) found.push(`a script without a hash: ${text.slice(0, 40)}`);
  }
  for (const [, text] of html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)) if (!allowed("style-src", text)) found.push(`styles without a hash: ${text.slice(0, 40)}`);
  const markup = html.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "");
  for (const tag of elements(markup, "[a-zA-Z]+")) {
    const names = Object.keys(attributes(tag));
    if (names.some((name) => name.startsWith("on") || name === "style" || name === "srcdoc")) found.push(tag.slice(0, 80));
  }
  return found;
}

/** What a page fetches from another host. @param {string} html */
function strangers(html) {
  const addresses = elements(html, "link|script|img|source|iframe|form|use|image|video|audio|object").flatMap((tag) => {
    const { rel, href, src, srcset, action, data } = attributes(tag);
    return rel === "canonical" ? [] : [href, src, srcset, action, data];
  });
  return addresses.filter((address) => address && /^([a-z][a-z0-9+.-]*:)?\/\//i.test(address));
}

test("every page has a strict policy, keeps it, and asks no other host", () => {
  const found = [];
  for (const [name, , html] of pages()) {
    found.push(...leaks(html).map((fault) => `${name}: ${fault}`), ...strangers(html).map((address) => `${name}: asks ${address}`));
  }
  for (const [name, top] of sites) {
    for (const sheet of files(top, ".css")) if (/url\(["']?(https?:)?\/\/|@import/.test(readFileSync(sheet, "utf8"))) found.push(`${name}: ${sheet}`);
  }
  assert.deepEqual(found, []);
});

test("what is against the policy is found", () => {
  const page = readFileSync(join(/** @type {string} */ (sites.get("default")), "index.html"), "utf8");
  const checker = readFileSync(join(/** @type {string} */ (sites.get("default")), "verificateur.html"), "utf8");
  for (const [from, to] of [
    ["default-src 'none'", "default-src 'self'"], ["style-src 'self'", "style-src 'self' 'unsafe-inline'"], ["script-src 'self'", "script-src *"],
    ["img-src 'self'", "img-src https:"], ["<main", "<main onclick='x'"], ["<main", '<main style="color: red"'], ["</main>", "<script>1</script></main>"],
    ["</main>", "<style>a{}</style></main>"], ['<meta charset="utf-8">', '<meta charset="utf-8"><script src="x.js"></script>'], ["base-uri 'none'", ""],
  ]) {
    assert.ok(page.includes(from), from);
    assert.notDeepEqual(leaks(page.replace(from, to)), [], to);
  }
  assert.notDeepEqual(leaks(checker.replace("</script>", " </script>")), []);
  assert.deepEqual(strangers('<img src="https://example.org/a.png"><script src="//x"></script>'), ["https://example.org/a.png", "//x"]);
});

test("links to strangers' pages are not followed, and the site's own are", () => {
  const found = [];
  let websites = 0;
  for (const [name, page, html] of pages()) {
    for (const tag of elements(html, "a")) {
      const { href = "", rel = "" } = attributes(tag);
      const words = rel.split(" ");
      if (!/^https?:/.test(href)) {
        if (!href.startsWith("mailto:") && words.includes("nofollow")) found.push(`${name}: ${tag}`);
        continue;
      }
      // The project's own repository and forge, and the licences of what the site shows, are no strangers.
      const known = words.includes("license") || href.startsWith(REPOSITORY);
      if (!words.includes("noopener") || (!known && !words.includes("nofollow"))) found.push(`${name}: ${tag}`);
      if (page.includes("/organisations/") && words.includes("me")) websites += 1;
    }
  }
  assert.ok(websites > 10, `${websites} websites`);
  assert.deepEqual(found, []);
});

/** The words of schema.org that the site uses, and what stands there. */
const ADDRESS = /^https:\/\/[^\s]+$/;
const SCHEMA = {
  CreativeWork: {
    name: /./, version: /^[0-9.]+$/, datePublished: /^\d{4}-\d\d-\d\d$/, inLanguage: /^[a-z]{2}$/, url: ADDRESS, abstract: /./, isBasedOn: ADDRESS, spatialCoverage: "Place",
  },
  Place: { name: /./ },
  Organization: { name: /./, address: "PostalAddress", url: ADDRESS, mainEntityOfPage: ADDRESS, taxID: /^\d{9}$/, identifier: /^W[0-9A-Z]{9}$/ },
  PostalAddress: { addressLocality: /./, addressCountry: /^[A-Z]{2}$/ },
};

/** What is wrong with a value that should be of a type. @param {Record<string, any>} value @param {string} type @returns {string[]} */
function misfits(value, type) {
  if (value["@type"] !== type) return [`${value["@type"]} is no ${type}`];
  return Object.entries(value).filter(([key]) => !key.startsWith("@")).flatMap(([key, inner]) => {
    const wanted = SCHEMA[type][key];
    if (typeof wanted === "string") return misfits(inner, wanted);
    return wanted?.test(inner) ? [] : [`${type}.${key}: ${inner}`];
  });
}

test("each text and each organisation tells programs what it is", () => {
  const top = /** @type {string} */ (sites.get("default"));
  let told = 0;
  for (const page of files(top, ".html")) {
    const path = relative(top, page);
    const html = readFileSync(page, "utf8");
    const data = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text]) => JSON.parse(text));
    const type = path.startsWith("organisations/") ? "Organization" : /^(charte|territoires\/[a-z-]+)\.html$/.test(path) ? "CreativeWork" : null;
    assert.equal(data.length, type ? 1 : 0, path);
    if (!type) continue;
    told += 1;
    assert.equal(data[0]["@context"], "https://schema.org");
    assert.deepEqual(misfits(data[0], type), [], path);
    assert.equal(data[0].mainEntityOfPage ?? data[0].url, URL_OF_SITE + path);
    const heading = unescaped(/<h1[^>]*>([^]*?)<\/h1>/.exec(html)?.[1].replace(/<[^>]*>/g, "") ?? "");
    assert.equal(heading.replaceAll(/\s/g, " ").trim(), data[0].name.replaceAll(/\s/g, " "), path);
  }
  assert.ok(told > 25, `${told}`);
});

test("the code of each badge shows a badge and leads to the organisation's page", () => {
  const top = /** @type {string} */ (sites.get("default"));
  const sizes = new Set();
  for (const page of files(join(top, "organisations"), ".html")) {
    const html = readFileSync(page, "utf8");
    const codes = [...html.matchAll(/<code>(&lt;a href=[^]*?)<\/code>/g)].map(([, code]) => unescaped(code));
    const signed = html.match(/<section class="adherence"/g)?.length ?? 0;
    assert.equal(codes.length, 2 * signed, page);
    for (const code of codes) {
      assert.equal(attributes(elements(code, "a")[0]).href, URL_OF_SITE + relative(top, page));
      const [source, image] = [attributes(elements(code, "source")[0]), attributes(elements(code, "img")[0])];
      assert.equal(source.media, "(prefers-color-scheme: dark)");
      assert.match(image.alt, /^Signataire de la charte – ./);
      for (const [address, colours] of [[image.src, "light"], [source.srcset, "dark"]]) {
        assert.ok(address.startsWith(URL_OF_SITE) && address.includes(colours), address);
        const file = join(top, address.slice(URL_OF_SITE.length));
        assert.ok(existsSync(file), address);
        const { height } = attributes(elements(readFileSync(file, "utf8"), "svg")[0]);
        assert.equal(height, image.height);
        sizes.add(height);
      }
    }
  }
  assert.equal(sizes.size, 2);
});

test("with scripts off, every page shows all that it has, and nothing that would not work", { skip }, async () => {
  const found = [];
  for (const [name, top] of sites) {
    const server = await serve(top, { under: "/" });
    const { page, wrong } = await watchedPage(await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }));
    for (const file of files(top, ".html").filter((path, at) => !path.includes("/organisations/") || at % 9 === 0)) {
      const address = relative(top, file);
      const response = await page.goto(server.url + address);
      assert.ok(response);
      for (const control of await page.locator("button:visible, input:visible, select:visible, textarea:visible").all()) {
        found.push(`${name}: ${address}: ${(await control.evaluate((element) => element.outerHTML)).slice(0, 80)}`);
      }
      if (!(await page.locator("h1").first().isVisible())) found.push(`${name}: ${address}: no heading`);
      const hidden = await page.locator("main ul.signatures > li:not(:visible)").count();
      if (hidden > 0) found.push(`${name}: ${address}: ${hidden} signatures hidden`);
    }
    found.push(...wrong);
    await page.context().close();
    server.stop();
  }
  assert.deepEqual(found, []);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`the checker in one file passes axe, fits narrow screens and obeys the keyboard, ${colorScheme}`, { skip }, async () => {
    const { page, wrong } = await watchedPage(await chrome.newContext({ colorScheme }));
    await page.goto(pathToFileURL(join(/** @type {string} */ (sites.get("default")), "verificateur.html")).href);
    assert.deepEqual(await axe(page), []);
    assert.deepEqual(await undecided(page), []);
    for (const [width, height] of [[640, 400], [320, 640]]) {
      await page.setViewportSize({ width, height });
      assert.equal(await overflows(page), false, `${width}`);
    }
    const reached = [];
    for (let at = 0; at < 12; at += 1) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName));
    }
    const wanted = await page.locator("button:visible, input:visible, textarea:visible, a[href]:visible").evaluateAll((all) => all.map((one) => one.id || one.localName));
    assert.ok(wanted.length > 1);
    assert.deepEqual(wanted.filter((one) => !reached.includes(one)), []);
    await page.context().close();
    assert.deepEqual(wrong, []);
  });
}

/**
 * The words in pictures whose contrast with the page is less than 4.5: axe-core does not look at them. It runs in the page.
 * @returns {{ faint: string[], seen: number }}
 */
function faintWords() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (/** @type {string[]} */ ...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const texts = [...document.querySelectorAll("svg text")].filter((text) => text.checkVisibility());
  const faint = texts.filter((text) => {
    const behind = [];
    for (let at = text.parentElement; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const two = [light("white", ...behind), light("white", ...behind, getComputedStyle(text).fill)].sort();
    return (two[1] + 0.05) / (two[0] + 0.05) < 4.5;
  });
  return { faint: faint.map((text) => `${text.textContent} ${getComputedStyle(text).fill}`), seen: texts.length };
}

test("every contrast is known, that of words in pictures too", { skip }, async () => {
  const top = /** @type {string} */ (sites.get("default"));
  const server = await serve(top, { under: "/" });
  const found = [];
  let words = 0;
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const { page } = await watchedPage(await chrome.newContext({ colorScheme, viewport: { width: 1280, height: 800 } }));
    for (const [kind, address] of kinds(top)) {
      await page.goto(server.url + address);
      await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
      const { faint, seen } = await page.evaluate(faintWords);
      words += seen;
      const left = (await undecided(page)).filter((one) => !one.includes(": <text "));
      found.push(...[...faint, ...left].map((one) => `${kind}, ${colorScheme}: ${one}`));
    }
    await page.goto(`${server.url}chiffres.html`);
    await page.evaluate(() => document.querySelectorAll("svg text").forEach((text) => (/** @type {SVGElement} */ (text).style.fill = "light-dark(#999, #555)")));
    assert.notDeepEqual((await page.evaluate(faintWords)).faint, [], "what is faint is found");
    await page.context().close();
  }
  server.stop();
  assert.ok(words > 40, `${words} words in pictures`);
  assert.deepEqual(found, []);
});
