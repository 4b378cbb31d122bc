// Writes pictures of a site for a person to look at, for `tests/pictures`.
//
//   node pictures.js SITE FOLDER [KIND...]

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, serve } from "./support/browser.js";
import { kinds } from "./support/kinds.js";

const WIDTHS = [360, 768, 1280];
/** Kinds that are made to be printed. */
const PRINTED = ["charter", "version", "territory", "organisation", "text-signatories"];

const [top, folder, ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await serve(top, { under: "/" });
const chrome = await launch();
const pages = Array.from(kinds(top)).filter(([kind]) => wanted.length === 0 || wanted.includes(kind));
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  const page = await (await chrome.newContext({ colorScheme })).newPage();
  for (const [kind, address] of pages) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(server.url + address);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: true });
    }
    if (colorScheme === "light" && PRINTED.includes(kind)) {
      await page.pdf({ path: join(folder, `${kind}.pdf`), preferCSSPageSize: true });
    }
  }
}
await chrome.close();
server.stop();
