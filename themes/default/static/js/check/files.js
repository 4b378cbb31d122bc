// The files that a person gives to the checker: chosen, dropped or in a folder.

import { SIZE_LIMIT } from "../format/source.js";
import { latin1, lossyText, textDigest } from "../format/bytes.js";
import { holdsSigned } from "../format/put-right.js";
import { placeOf } from "../format/verdict.js";
import { bytesOf } from "../ui/dom.js";

/** The largest text, in bytes: larger files are not even read. */
export const TEXT_LIMIT = 4 * 1024 * 1024;

/** How many files are taken at once. */
export const MOST_FILES = 20000;

/** @typedef {{ name: string, file: File | null }} Chosen A file with its path; null when it can't be had. */

/**
 * Files sorted by what they are.
 * @typedef {object} Sorted
 * @property {import("../format/verdict.js").Given[]} signed
 * @property {import("./judge.js").GivenText[]} texts
 * @property {string[]} ignored Names of files that are neither.
 * @property {string[]} twice Names of files that are there more than once.
 * @property {string[]} keys Names of files that hold a private key.
 * @property {string[]} unread Names of files and folders that the browser could not read.
 */

/** @param {FileList | File[]} files @returns {Chosen[]} */
export function chosenFiles(files) {
  return Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/**
 * What was dropped: files, and all that lies in folders, as far as one more than are taken.
 * @param {DataTransfer} transfer
 * @returns {Promise<Chosen[]>}
 */
export async function droppedFiles(transfer) {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return chosenFiles(transfer.files);
  /** @type {Chosen[]} */
  const found = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found;
}

/** @param {FileSystemEntry} entry @param {Chosen[]} found */
async function walk(entry, found) {
  if (found.length > MOST_FILES) return;
  const name = entry.fullPath.replace(/^\//, "");
  try {
    if (entry.isFile) {
      const { file } = /** @type {FileSystemFileEntry} */ (entry);
      found.push({ name, file: await new Promise((done, failed) => file.call(entry, done, failed)) });
      return;
    }
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    for (;;) {
      /** @type {FileSystemEntry[]} */
      const part = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (part.length === 0) return;
      for (const inner of part) await walk(inner, found);
    }
  } catch {
    found.push({ name, file: null });
  }
}

/**
 * Sorts the first files; what comes after `MOST_FILES` is left out.
 * @param {Chosen[]} chosen
 * @returns {Promise<Sorted>}
 */
export async function sortFiles(chosen) {
  /** @type {Sorted} */
  const sorted = { signed: [], texts: [], ignored: [], twice: [], keys: [], unread: [] };
  const folder = chosen.length > 1;
  /** The signed files that are there, by their place and their bytes. @type {Set<string>} */
  const seen = new Set();
  for (const { name, file } of chosen.slice(0, MOST_FILES)) {
    const yaml = /\.ya?ml$/i.test(name);
    // Beyond the limit a signed file is refused for its size alone: its first bytes are as good as all.
    const large = (file?.size ?? 0) > TEXT_LIMIT;
    if (large && !yaml) {
      sorted.ignored.push(name);
      continue;
    }
    // A file may be gone, or closed to the browser, since it was chosen.
    const bytes = file && (await bytesOf(yaml ? file.slice(0, SIZE_LIMIT + 1) : file).catch(() => null));
    if (!bytes) {
      sorted.unread.push(name);
      continue;
    }
    const content = latin1(bytes);
    if (/(^|\/)paraphe\.yaml$/.test(name) && folder) continue;
    if (yaml || content.slice(0, 12).includes("paraphe: ") || (/\.txt$/i.test(name) && holdsSigned(lossyText(bytes)))) {
      // The same bytes in the folder of another text are another statement.
      const known = `${placeOf(name)} ${content}`;
      if (seen.has(known)) sorted.twice.push(name);
      else sorted.signed.push({ name, bytes, size: file.size });
      seen.add(known);
    } else if (holdsKey(content)) {
      sorted.keys.push(name);
    } else if (/\.(md|markdown|txt)$/i.test(name)) {
      sorted.texts.push({ name, sha256: await textDigest(bytes), ...ownName(bytes) });
    } else if (!folder || !name.includes("/")) {
      sorted.ignored.push(name);
    }
  }
  return sorted;
}

/** The title and version that a text gives itself. @param {Uint8Array} bytes */
function ownName(bytes) {
  const [first, ...lines] = lossyText(bytes.subarray(0, 65536)).replace(/^\ufeff/, "").split("\n").map((line) => line.trim());
  const front = first === "---" ? lines.slice(0, Math.max(0, lines.indexOf("---"))) : [];
  const value = (/** @type {string} */ key) => {
    const line = front.find((one) => one.startsWith(`${key}:`));
    return line?.slice(key.length + 1).trim().replace(/^(["'])(.*)\1$/, "$2") ?? null;
  };
  return { title: value("title"), version: value("version") };
}

/**
 * Whether a file is or holds a private key. The words that one begins with are not enough: they also stand in this script,
 * and in pages that explain keys.
 * @param {string} content One character for each byte.
 */
function holdsKey(content) {
  if (content.startsWith("openssh-key-v1\0") || content.startsWith("PuTTY-User-Key-File-")) return true;
  for (const { index } of content.matchAll(/PRIVATE KEY( BLOCK)?-----\s*$/gm)) {
    const lines = content.slice(index, index + 2048).split("\n", 6);
    if (lines.some((line) => /^[A-Za-z0-9+/=]{40,}\r?$/.test(line.trim()))) return true;
  }
  return false;
}
