/** Forms of values in xAPI 1.0.3 (xAPI-Data, section 4, and RFC 3987, 4122, 5646 and 3339), for the checker of statements. */

/** An absolute IRI: a scheme, and after it nothing that an IRI may not hold. */
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu;
/** Standard string form, variant 2, as RFC 4122 writes it. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** RFC 5646, 2.1: language, extended language, script, region, variants, extensions, private use; or private use alone. */
const LANGUAGE =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$/i;
/** ISO 8601:2004(E) 4.4.3.2: designators, only the last part with decimals; weeks stand alone. */
const DURATION =
  /^P(?:\d+(?:[.,]\d+)?W|(?=\d|T\d)(?:\d+(?:[.,]\d+)?Y)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?D)?(?:T(?=\d)(?:\d+(?:[.,]\d+)?H)?(?:\d+(?:[.,]\d+)?M)?(?:\d+(?:[.,]\d+)?S)?)?)$/;
const DECIMALS = /[.,](\d+)/g;
/** RFC 3339 with at least milliseconds and a zone that is not unknown (−00:00). */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,}(Z|[+-]\d{2}:\d{2})$/;

export const isIri = (text: string): boolean => IRI.test(text);
export const isIrl = (text: string): boolean => IRI.test(text) && URL.canParse(text) && new URL(text).hostname !== '';
export const isUuid = (text: string): boolean => UUID.test(text);
export const isLanguage = (text: string): boolean => LANGUAGE.test(text);
export const isMailto = (text: string): boolean => /^mailto:[^@\s]+@[^@\s]+$/.test(text);
export const isSha1 = (text: string): boolean => /^[0-9a-f]{40}$/.test(text);

export function isTimestamp(text: string): boolean {
  return TIMESTAMP.test(text) && !text.endsWith('-00:00') && !Number.isNaN(Date.parse(text));
}

export function isDuration(text: string): boolean {
  if (!DURATION.test(text)) return false;
  const parts = [...text.matchAll(/\d+(?:[.,]\d+)?[A-Z]/g)].map(([part]) => part);
  return parts.slice(0, -1).every((part) => !/[.,]/.test(part));
}

/** At most a hundredth of a second (4.6, SHOULD). */
export function isCoarse(text: string): boolean {
  return [...text.matchAll(DECIMALS)].every(([, decimals = '']) => decimals.length <= 2);
}
