// Punycode (RFC 3492): browsers differ on host names that only look like it, and the verdict may not.

/**
 * The label that `xn--` and `encoded` stand for; null when it stands for none.
 * @param {string} encoded
 * @returns {string | null}
 */
export function decodeLabel(encoded) {
  const dash = encoded.lastIndexOf("-");
  const points = Array.from(dash > 0 ? encoded.slice(0, dash) : "", (character) => character.charCodeAt(0));
  let rest = dash > 0 ? encoded.slice(dash + 1) : encoded;
  if (rest === "") return null;
  let [point, index, bias] = [128, 0, 72];
  while (rest !== "") {
    const before = index;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = parseInt(rest[0] ?? "-", 36);
      if (Number.isNaN(digit)) return null;
      // Punycode counts from a to z, then from 0 to 9.
      const value = digit < 10 ? digit + 26 : digit - 10;
      rest = rest.slice(1);
      index += value * weight;
      if (index > 0x7fffffff) return null;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (value < threshold) break;
      weight *= 36 - threshold;
    }
    const count = points.length + 1;
    let delta = Math.floor((index - before) / (before === 0 ? 700 : 2));
    delta += Math.floor(delta / count);
    let steps = 0;
    for (; delta > 455; steps += 36) delta = Math.floor(delta / 35);
    bias = steps + Math.floor((36 * delta) / (delta + 38));
    point += Math.floor(index / count);
    index %= count;
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
    points.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

/**
 * Whether every `xn--` label of a host name stands for a label that is written so.
 * @param {string} hostname
 */
export function isSoundHost(hostname) {
  return hostname.split(".").every((label) => {
    if (!label.startsWith("xn--")) return true;
    const decoded = decodeLabel(label.slice(4));
    try {
      return decoded !== null && new URL(`https://${decoded}/`).hostname === label;
    } catch {
      return false;
    }
  });
}
