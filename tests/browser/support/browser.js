// A site built by the program, served as a plain web server would, and a browser to look at it with.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";
import { root, vectors } from "./rust.js";

/** Whether tests that need a browser run. */
export const hasBrowser = process.env.PARAPHE_BROWSER !== "no";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json",
  ".svg": "image/svg+xml", ".md": "text/markdown", ".yaml": "application/yaml", ".xml": "application/xml",
};

/** The program, built once. */
export function program() {
  const metadata = execFileSync("cargo", ["metadata", "--format-version=1", "--no-deps"], { cwd: root, maxBuffer: 1e8 });
  if (process.env.PARAPHE_BUILD !== "done") execFileSync("cargo", ["build", "--quiet"], { cwd: root, stdio: "inherit" });
  return join(JSON.parse(metadata.toString()).target_directory, "debug/paraphe");
}

/**
 * A project like the vectors' site, with a repository and a contact, and its site.
 * @param {{ repository?: string, contact?: string, language?: string, lines?: string }} [options] An empty repository or
 *   contact is none; `lines`: further lines of `paraphe.yaml`.
 */
export function project({ repository = "https://github.com/example/charte", contact = "contact@example.org", language = "fr", lines = "" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "paraphe-site-"));
  cpSync(join(vectors, "site"), folder, { recursive: true });
  const configuration = readFileSync(join(folder, "paraphe.yaml"), "utf8").replace("language: fr", `language: ${language}`);
  const own = Object.entries({ repository, contact }).filter(([, value]) => value !== "").map(([key, value]) => `${key}: ${value}\n`).join("");
  writeFileSync(join(folder, "paraphe.yaml"), configuration + own + lines);
  const site = join(folder, "public");
  /** @param {...string} args */
  const run = (...args) => spawnSync(program(), ["-C", folder, "--lang", "en", ...args], { encoding: "utf8" });
  const built = run("build");
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return { folder, site, run, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Serves a folder under `/a/b/`, so that nothing can lean on the root, or under another path; with the site's own page
 * where there is nothing.
 * @param {string} folder @param {{ date?: string, under?: string }} [options]
 */
export async function serve(folder, { date, under = "/a/b/" } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const inside = path.startsWith(under) ? normalize(path.slice(under.length)) : "";
    const asked = join(folder, path === under ? "index.html" : inside);
    const found = path.startsWith(under) && statSync(asked, { throwIfNoEntry: false })?.isFile();
    const missing = join(folder, "404.html");
    const file = found || !statSync(missing, { throwIfNoEntry: false }) ? asked : missing;
    if (date) response.setHeader("date", date);
    response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end((found || file === missing) && request.method !== "HEAD" ? readFileSync(file) : "");
  });
  // A test that fails does not stop its server, which must not keep the whole file from ending.
  server.unref();
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}${under}`, stop: () => server.close() };
}

export function launch() {
  const args = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });
}

/** A telephone's screen. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, acceptDownloads: true };

/**
 * A page that fails the test when it logs an error, throws, or asks another host for anything.
 * @param {import("playwright-core").BrowserContext} context
 * @param {string[]} [allowed] Hosts that may be asked.
 */
export async function watchedPage(context, allowed = []) {
  const page = await context.newPage();
  /** @type {string[]} */
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(`threw ${error}`));
  page.on("console", (message) => {
    const quiet = message.type() !== "error" || /Failed to load resource/.test(message.text());
    if (!quiet) wrong.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    const own = protocol !== "http:" && protocol !== "https:" ? true : hostname === "127.0.0.1" || allowed.includes(hostname);
    if (!own) wrong.push(`asked ${request.url()}`);
  });
  return { page, wrong };
}

/** The axe-core script, to run in a page. */
const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What axe-core finds wrong with the page as it is. @param {import("playwright-core").Page} page */
export async function axe(page) {
  await page.evaluate(`${AXE};0`);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false })");
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

/** The words whose contrast axe-core can't tell. @param {import("playwright-core").Page} page */
export async function undecided(page) {
  await page.evaluate(`${AXE};0`);
  const found = await page.evaluate("axe.run(document, { runOnly: ['color-contrast'], preload: false })");
  return found.incomplete.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${any[0]?.message}: ${html.slice(0, 100)}`));
}

/** Whether the page can be scrolled sideways. @param {import("playwright-core").Page} page */
export function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
