// The day of a signature: not before its text, nor before what it follows, nor to come.

import { isoDate } from "./fields.js";

const DAY = 24 * 3600 * 1000;

/**
 * What is wrong with a day that is a day.
 * @param {string} date @param {string} adopted The day from which the text can be signed.
 * @param {{ date: string, withdrawn: boolean } | null} before The signature that this one follows; whether it is a
 *   withdrawal and this one is none.
 * @param {number | null} clock What the site's clock says; without it nobody knows what is to come.
 * @returns {{ id: string, args: Record<string, string> } | null}
 */
export function dateFault(date, adopted, before, clock) {
  if (date < adopted) return { id: "date_before_adoption", args: { date: adopted } };
  if (before && date < before.date) return { id: "date_before_previous", args: { date: before.date } };
  if (before?.withdrawn && date === before.date) return { id: "date_of_withdrawal", args: { date } };
  // Elsewhere on Earth it may be tomorrow already.
  if (clock !== null && date > isoDate(new Date(clock + DAY))) return { id: "date_to_come", args: { date: isoDate(new Date(clock)) } };
  return null;
}
