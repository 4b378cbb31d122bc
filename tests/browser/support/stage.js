// What the tests of the signing and the checking page stand on: the vectors' site, built and served, and a telephone.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { hasBrowser, launch, PHONE, project, serve, watchedPage } from "./browser.js";

/** The option of a test that needs a browser. */
export const skip = hasBrowser ? false : "no browser wanted";

/**
 * Builds and serves the site before the tests of a file, and takes everything away after them. The site, the server and
 * the browser are there once the tests run.
 * @param {string} name The folder's, which tests may write to.
 * @param {{ repository?: string, contact?: string, language?: string }} [options] The site's.
 */
export function stage(name, options) {
  const folder = mkdtempSync(join(tmpdir(), `paraphe-${name}-`));
  const set = { folder, open };

  before(async () => {
    if (!hasBrowser) return;
    set.made = project(options);
    set.server = await serve(set.made.site);
    set.browser = await launch();
  });
  after(async () => {
    await set.browser?.close();
    set.server?.stop();
    set.made?.remove();
    rmSync(folder, { recursive: true });
  });

  /**
   * A page on a telephone, with its faults gathered.
   * @param {string} address Within the site, or a whole one.
   * @param {import("playwright-core").BrowserContextOptions} [context] What differs from a telephone's.
   * @param {string[]} [allowed] Hosts that may be asked.
   */
  async function open(address, context = {}, allowed = []) {
    const opened = await set.browser.newContext({ ...PHONE, ...context });
    const { page, wrong } = await watchedPage(opened, allowed);
    await page.goto(address.includes(":") ? address : set.server.url + address);
    return { context: opened, page, wrong };
  }

  return set;
}
