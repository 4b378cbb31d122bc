// A stand-in for each forge's page receives what the signing page hands in: path and content, byte for byte.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { hasBrowser, launch, PHONE, project, serve, watchedPage } from "./support/browser.js";
import { introduce, keyFile, signWith } from "./support/signing.js";

const skip = hasBrowser ? false : "no browser wanted";
const PATH = "signatures/charter/port.yaml";

/** What each forge is asked at its own form of address, on a host whose name tells nothing. */
const FORGES = {
  github: { at: "/example/charte/new/charte/publique", path: ({ query }) => query.get("filename"), fills: true },
  gitlab: { at: "/example/charte/-/new/charte/publique", path: ({ query }) => query.get("file_name"), fills: false },
  gitea: {
    at: "/example/charte/_new/charte/publique/signatures/charter/",
    path: ({ folder, query }) => `${folder}${query.get("filename")}`,
    fills: true,
  },
};
FORGES.forgejo = FORGES.gitea;

/** Names of organisation and city, the longest that still fit into a link, and the longest that there may be. */
const FILES = [
  ["Port", "Angers", true],
  ["é".repeat(300), "Angers & Cie + 100 % #1", true],
  ["語".repeat(300), "語".repeat(300), false],
];

let browser, key;

before(async () => {
  if (!hasBrowser) return;
  key = keyFile();
  browser = await launch();
});
after(() => browser?.close());

for (const [forge, { at, path, fills }] of Object.entries(FORGES)) {
  test(`${forge} receives path and content byte for byte`, { skip }, async () => {
    const lines = `forge: ${forge}\nbranch: charte/publique\n`;
    const made = project({ language: "en", repository: "https://git.example.org/example/charte", lines });
    const server = await serve(made.site);
    const context = await browser.newContext(PHONE);
    const { page, wrong } = await watchedPage(context, ["git.example.org"]);
    const received = [];
    await context.route("https://git.example.org/**", (route) => {
      received.push(new URL(route.request().url()));
      return route.fulfill({ body: "<title>forge</title>", contentType: "text/html" });
    });
    for (const [name, city, fits] of FILES) {
      await page.goto(`${server.url}charter_sign.html`);
      await introduce(page, { name, city, slug: "port" });
      await signWith(page, key);
      const content = await page.locator("#send-content").inputValue();
      const [popup] = await Promise.all([context.waitForEvent("page"), page.locator("#send-forge").click()]);
      await popup.waitForLoadState();
      const asked = received.pop();
      assert.ok(asked.pathname.startsWith(at), asked.href);
      const folder = asked.pathname.slice(at.indexOf("signatures/"));
      assert.equal(path({ folder, query: asked.searchParams }), PATH);
      const filled = fills && fits;
      assert.equal(asked.searchParams.get("value"), filled ? content : null);
      assert.ok(asked.href.length <= 6144);
      const note = await page.locator("#send-forge-note").textContent();
      assert.match(note, filled ? /filled in/ : /First copy[^]*signatures\/charter\/port\.yaml/);
      await popup.close();
    }
    assert.deepEqual(wrong, []);
    await context.close();
    server.stop();
    made.remove();
  });
}

test("an unknown forge: download, mail and the content to copy, and no link that leads nowhere", { skip }, async () => {
  const made = project({ language: "en", repository: "https://git.example.org/example/charte" });
  const server = await serve(made.site);
  const { page, wrong } = await watchedPage(await browser.newContext(PHONE));
  await page.goto(`${server.url}charter_sign.html`);
  await introduce(page);
  await signWith(page, key);
  assert.equal(await page.locator("#send-forge-box").isVisible(), false);
  for (const id of ["send-download", "send-mail", "send-copy"]) assert.ok(await page.locator(`#${id}`).isVisible(), id);
  assert.deepEqual(wrong, []);
  await page.context().close();
  server.stop();
  made.remove();
});
