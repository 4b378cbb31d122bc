// The ways to hand the signed file in, the best first.

import { byId, fill } from "../ui/dom.js";
import { forgeWay, mailWay } from "./forge.js";

/** How long a tab may take to open, in milliseconds. */
const OPENING = 5000;

/**
 * @param {import("../ui/dom.js").Words} words
 * @param {import("./page.js").Site} site
 * @param {{ path: string, content: string, replaces: boolean, withdraws: boolean }} file
 * @param {() => void} done Called once the file has left the page in some way.
 */
export function handIn(words, site, { path, content, replaces, withdraws }, done) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const status = byId("send-status", HTMLElement);
  const saved = byId("send-download-status", HTMLElement);
  status.textContent = saved.textContent = "";
  const way = forgeWay(site, path, content, replaces);
  // The repository itself only helps those who have nobody to write to.
  const address = way?.address ?? (site.contact ? null : site.repository);
  const forgeBox = byId("send-forge-box", HTMLElement);
  forgeBox.hidden = address === null;
  // What has to be pasted is copied first.
  forgeBox.parentElement?.insertBefore(byId("send-copy-box", HTMLElement), way && !way.filled ? forgeBox : null);
  if (address !== null) {
    const link = byId("send-forge", HTMLAnchorElement);
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = fill(words, !way ? "repository" : way.filled ? "forge_filled" : "forge_paste", { name: way?.forge });
    link.onclick = () => {
      // A tab that opens hides this one; one that was kept from opening has taken the file nowhere.
      const late = Date.now() + OPENING;
      document.addEventListener("visibilitychange", () => Date.now() < late && done(), { once: true });
    };
    const note = !way ? "repository_note" : way.filled ? "forge_note" : replaces ? "forge_note_replace" : "forge_note_paste";
    byId("send-forge-note", HTMLElement).textContent = fill(words, note, { name: way?.forge, path });
  }
  byId("send-content", HTMLTextAreaElement).value = content;
  byId("send-path", HTMLElement).textContent = path;
  byId("send-copy", HTMLButtonElement).onclick = async () => {
    try {
      await navigator.clipboard.writeText(content);
      done();
      status.textContent = words.copied;
    } catch {
      // Without leave to use the clipboard the person copies by hand.
      const box = byId("send-content", HTMLTextAreaElement);
      byId("send-details", HTMLDetailsElement).open = true;
      box.focus();
      box.select();
      status.textContent = words.copy_by_hand;
    }
  };
  byId("send-content", HTMLTextAreaElement).oncopy = done;
  const download = byId("send-download", HTMLAnchorElement);
  URL.revokeObjectURL(download.href);
  download.href = URL.createObjectURL(new Blob([content], { type: "application/yaml" }));
  download.download = name;
  download.onclick = () => {
    done();
    saved.textContent = fill(words, "downloaded", { name });
  };
  if (site.contact) {
    const mail = byId("send-mail", HTMLAnchorElement);
    const end = withdraws ? "_withdraw" : "";
    mail.href = mailWay(site.contact, fill(words, `mail_subject${end}`, { name: site.title }), fill(words, `mail_body${end}`, { name, path }));
    mail.textContent = fill(words, "mail_to", { value: site.contact });
  }
}
