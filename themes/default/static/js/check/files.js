// The files that a person gives to the checker: chosen, dropped or in a folder.

import { findPrivateKey, SIZE_LIMIT } from "../format/source.js";
import { latin1, sameBytes, textDigest } from "../format/bytes.js";
import { bytesOf } from "../ui/dom.js";

/** The largest text, in bytes: larger files are not even read. */
export const TEXT_LIMIT = 4 * 1024 * 1024;

/** How many files are taken at once. */
const MOST_FILES = 20000;

/** @typedef {{ name: string, file: File }} Chosen */

/**
 * Files sorted by what they are.
 * @typedef {object} Sorted
 * @property {import("../format/verdict.js").Given[]} signed
 * @property {{ sha256: string, name: string }[]} texts
 * @property {string[]} ignored Names of files that are neither.
 * @property {string[]} twice Names of files that are there more than once.
 * @property {string[]} keys Names of files that hold a private key.
 */

/** @param {FileList | File[]} files @returns {Chosen[]} */
export function chosenFiles(files) {
  return Array.from(files, (file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/**
 * What was dropped: files, and all that lies in folders.
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
  if (found.length >= MOST_FILES) return;
  if (entry.isFile) {
    const { file } = /** @type {FileSystemFileEntry} */ (entry);
    const read = await new Promise((done, failed) => file.call(entry, done, failed)).catch(() => null);
    if (read) found.push({ name: entry.fullPath.replace(/^\//, ""), file: read });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0) return;
    for (const inner of part) await walk(inner, found);
  }
}

/**
 * @param {Chosen[]} chosen
 * @returns {Promise<Sorted>}
 */
export async function sortFiles(chosen) {
  /** @type {Sorted} */
  const sorted = { signed: [], texts: [], ignored: [], twice: [], keys: [] };
  const folder = chosen.length > 1;
  for (const { name, file } of chosen.slice(0, MOST_FILES)) {
    const yaml = /\.ya?ml$/i.test(name);
    // Beyond the limit a signed file is refused for its size alone: its first bytes are as good as all.
    const large = file.size > TEXT_LIMIT;
    if (large && !yaml) {
      sorted.ignored.push(name);
      continue;
    }
    const bytes = await bytesOf(large ? file.slice(0, SIZE_LIMIT + 1) : file);
    const start = latin1(bytes.subarray(0, 12));
    if (/(^|\/)paraphe\.yaml$/.test(name) && folder) continue;
    if (yaml || start.includes("paraphe: ")) {
      if (sorted.signed.some((other) => sameBytes(other.bytes, bytes))) sorted.twice.push(name);
      else sorted.signed.push({ name, bytes });
    } else if (/\.(md|markdown|txt)$/i.test(name)) {
      sorted.texts.push({ name, sha256: await textDigest(bytes) });
    } else if (findPrivateKey(latin1(bytes)) >= 0) {
      sorted.keys.push(name);
    } else if (!folder || !name.includes("/")) {
      sorted.ignored.push(name);
    }
  }
  return sorted;
}
