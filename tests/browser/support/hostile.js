// A project of signed files whose every word tries to be something else than a word, as far as the format lets it.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { textDigest, toBase64, utf8 } from "../../../themes/default/static/js/format/bytes.js";
import { publicKey, sign } from "../../../themes/default/static/js/format/ed25519-key.js";
import { keyBlob, sealArmour, signedData } from "../../../themes/default/static/js/format/sshsig.js";
import { writeBody, writeFile } from "../../../themes/default/static/js/format/write.js";
import { folder } from "./paraphe.js";

const CHARTER = "charte-hostile";
const ADOPTED = "2026-01-15";
const ALERT = "<script>alert(1)</script>";

/** Words that are markup, code, quotes, templates, too long, backwards, or not letters at all. */
export const NAMES = [
  ALERT,
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  `</title></style></textarea></script>${ALERT}`,
  `]]>${ALERT}<![CDATA[`,
  `--><!--${ALERT}`,
  '<svg onload=alert(1)><a href="javascript:alert(1)">x</a>',
  "{{ 7*7 }}{% raw %}{# x #}{{ site }}",
  "${alert(1)}`;alert(1);//",
  '\\"});alert(1);//\\u003cscript>',
  "&lt;b&gt;&amp;&quot;&#60;script&#62;",
  "javascript:alert(1)",
  '=HYPERLINK("https://example.org";"x")',
  "%3Cscript%3E %s %n %m $& $1",
  "__proto__",
  "W".repeat(300),
  "ابتثجحخدذرزسش".repeat(23),
  "جمعية الجسر – الحي الكبير (2026)",
  'אגודת "השכנים" <b>',
  "👩‍👩‍👧‍👦🎉".repeat(37),
  `Z${"\u0322\u0334\u0353".repeat(90)}algo`.normalize("NFC"),
  "𒐫﷽".repeat(60),
  "می‌خواهم\u00a0نیم‌فاصله",
  "/../../etc/passwd?a=b#c",
];

const WEBSITES = [
  "https://example.org/\"><script>alert(1)</script>",
  "https://example.org/'onmouseover='alert(1)",
  "https://example.org/#javascript:alert(1)",
  `https://example.org/${"w".repeat(280)}`,
];
const COMMUNES = ["49007", "2A004", "97411", "75056"];

/** A key that anyone can make again. @param {number} number */
async function key(number) {
  const seed = new Uint8Array(32).fill(number + 1);
  return { seed, key: await publicKey(seed) };
}

/** @param {Map<string, string>} values @param {"adherence" | "attestation"} kind */
async function sealed(values, kind, { seed, key }) {
  const body = writeBody(values, kind);
  return writeFile(body, sealArmour({ key, signature: await sign(seed, await signedData(body)) }));
}

/** A name as a text may bear it: without the joiners that only names of organisations may have. @param {string} name */
export const ofText = (name) => name.replace(/[\u200c\u200d]/g, "");

const quoted = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** @param {string} title @param {string[]} more Lines of its front matter. */
function text(title, more) {
  const declaration = `${ALERT} "]]> {{ x }} ${"D".repeat(200)}`;
  const front = [`title: ${quoted(title)}`, 'version: "1.0"', `adopted: ${ADOPTED}`, `declaration: ${quoted(declaration)}`, ...more];
  // HTML, other kinds of links and pictures from elsewhere are refused: what is left is told to be no markup.
  const escaped = ALERT.replaceAll("<", "\\<");
  const body = [
    `## ${escaped} {{ 7*7 }}`, escaped, `\`${NAMES[1]}\``, '[a link](https://example.org/"onclick=alert(1)//)',
    `| ${NAMES[15]} | b |\n| --- | --- |\n| \`${NAMES[3]}\` | c |`, "```\n</code></pre><script>alert(1)</script>\n```", NAMES[15], NAMES[17],
    `A note[^1].\n\n[^1]: ${escaped} &lt;b&gt;`,
  ];
  return { declaration, source: `---\n${front.join("\n")}\n---\n\n${body.join("\n\n")}\n` };
}

/**
 * Writes the project into a new folder: a charter, an adaptation for each name, an organisation for each name that signs
 * the charter and an adaptation, with an attestation each, and one that withdraws.
 */
export async function hostileProject() {
  const top = join(folder(), "project");
  const write = (path, content) => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), content);
  };
  const steward = await key(200);
  const line = (name, text) => `${name}: ${quoted(text)}\n`;
  write(
    "paraphe.yaml",
    `${line("title", NAMES[3])}${line("description", NAMES[4])}language: fr\ncharter: ${CHARTER}\nurl: https://example.org/a/b/\n` +
      `stewards:\n  - name: ${quoted(NAMES[1])}\n    key: "ssh-ed25519 ${toBase64(keyBlob(steward.key))}"\n`,
  );
  const charter = text(NAMES[0], [`summary: ${quoted(NAMES[1])}`]);
  write("content/charter/1.0.md", charter.source);
  const texts = [{ id: "charter", declaration: charter.declaration, sha256: await textDigest(utf8(charter.source)) }];
  for (const [at, name] of NAMES.entries()) {
    const id = `territories/${at === 0 ? "t".repeat(80) : `t-${at}`}`;
    const { source, declaration } = text(ofText(name), [
      `summary: ${quoted(ofText(NAMES[(at + 1) % NAMES.length]))}`,
      `adapts:\n  text: charter\n  version: "1.0"\n  sha256: ${texts[0].sha256}`,
      `territory:\n  name: ${quoted(ofText(name))}\n  kind: commune\n  code: "${COMMUNES[at % COMMUNES.length]}"`,
    ]);
    write(`content/${id}/1.0.md`, source);
    texts.push({ id, declaration, sha256: await textDigest(utf8(source)) });
  }
  for (const [at, name] of NAMES.entries()) {
    const slug = at === 0 ? "o".repeat(80) : `o-${at}`;
    for (const { id, declaration, sha256 } of [texts[0], texts[at + 1]]) {
      const other = (by) => NAMES[(at + by) % NAMES.length];
      const withdraws = at === 14;
      const file = await sealed(
        new Map([
          ["action", withdraws ? "withdraw" : "sign"], ["charter", CHARTER], ["text", id], ["version", "1.0"], ["sha256", sha256],
          ["organisation.name", name], ["organisation.city", other(1)], ["organisation.insee", COMMUNES[at % COMMUNES.length]],
          ["organisation.website", WEBSITES[at % WEBSITES.length]], ["representative.name", other(2)], ["representative.role", other(3)],
          ["date", "2026-06-01"], ["declaration", withdraws ? other(4) : declaration],
        ]),
        "adherence",
        await key(at),
      );
      write(`signatures/${id}/${slug}.yaml`, file);
      if (withdraws) continue;
      const attestation = new Map([
        ["action", "attest"], ["charter", CHARTER], ["signature-sha256", await textDigest(utf8(file))], ["organisation", name],
        ["method", other(5)], ["date", "2026-06-02"],
      ]);
      write(`signatures/${id}/${slug}.attestation.yaml`, await sealed(attestation, "attestation", steward));
    }
  }
  return top;
}
