// Questions to the site: a person never waits long for an answer that nobody needs.

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 4000;

/**
 * The site's answer; null when none comes.
 * @param {string} address @param {RequestInit} [options]
 */
export async function ask(address, options) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  const answer = await fetch(address, { ...options, signal: limit.signal }).catch(() => null);
  clearTimeout(timer);
  return answer;
}
