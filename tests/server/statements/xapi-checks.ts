/** The rules of statements by name, and the checks that every part of a statement needs. */
import { isLanguage } from './xapi-types.ts';

/** Every rule that the checker knows. A test shows of each that it can be broken. */
export const RULES = {
  object: 'must be an object',
  string: 'must be a string',
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be an array',
  required: 'is required',
  unknown: 'is not a property of the specification, or not in this case of letters (2.2)',
  null: 'must not be null outside extensions (2.2)',
  emptyObject: 'should not be empty (2.2)',
  emptyString: 'must not be empty',
  uuid: 'must be a UUID in standard form (4.4)',
  iri: 'must be an absolute IRI (4.3)',
  irl: 'must be an IRL',
  language: 'must be a language tag of RFC 5646 (4.2)',
  oneIdentifier: 'must have exactly one inverse functional identifier (2.4.2.3)',
  mailto: 'must be a mailto IRI (2.4.2.3)',
  sha1: 'must be a SHA-1 in hexadecimal digits (2.4.2.3)',
  objectType: 'must be an objectType that fits here (2.4.4)',
  groupType: 'a group must say that it is one (2.4.2.2)',
  members: 'an anonymous group must have members (2.4.2.2)',
  memberGroup: 'a member must not be a group (2.4.2.2)',
  version: 'must be 1.0.0 if set (2.4.10)',
  byStore: 'is set by the store (2.4.8)',
  timestamp: 'must be RFC 3339 with milliseconds and a zone (4.5)',
  future: 'must not be in the future (2.4.7)',
  duration: 'must be an ISO 8601 duration with designators (4.6)',
  precision: 'should not be finer than 0.01 s (4.6)',
  scaled: 'must be from -1 to 1 (2.4.5.1)',
  range: 'min must be below max (2.4.5.1)',
  raw: 'must lie between min and max (2.4.5.1)',
  contextKey: 'must be parent, grouping, category or other (2.4.6.2)',
  onlyOfActivity: 'must only be used when the object is an activity (2.4.6)',
  subStatement: 'must not be in a sub-statement (2.4.4.3)',
  voiding: 'a voiding statement must refer to a statement (2.3.2)',
  interactionType: 'must be one of the ten types (2.4.4.1)',
  activityType: 'an interaction should be of the type cmi.interaction (2.4.4.1)',
  componentList: 'is no list of this type of interaction (2.4.4.1)',
  componentId: 'must be distinct within the list (2.4.4.1)',
  componentSpace: 'should have no white space (2.4.4.1)',
  pattern: 'must be written as the type of interaction asks (2.4.4.1)',
  stranger: 'names what is not in the lists of components',
  sha2: 'must be a SHA-2 in hexadecimal digits (2.4.11)',
  mediaType: 'must be an Internet media type (2.4.11)',
  length: 'must be a whole number of bytes (2.4.11)',
} as const;
export type Rule = keyof typeof RULES;

export interface Fault {
  readonly path: string;
  readonly rule: Rule;
}
export type Report = (path: string, rule: Rule) => void;
export type Fields = Readonly<Record<string, unknown>>;

/** A language map (4.2). */
export function checkMap(value: unknown, path: string, report: Report): void {
  if (!isObject(value)) return report(path, 'object');
  for (const [tag, text] of Object.entries(value)) {
    if (!isLanguage(tag)) report(`${path}.${tag}`, 'language');
    if (typeof text !== 'string') report(`${path}.${tag}`, 'string');
  }
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readObject(value: unknown, path: string, report: Report, known: Fields): Fields | null {
  if (!isObject(value)) {
    report(path, 'object');
    return null;
  }
  for (const name of Object.keys(value)) if (!Object.hasOwn(known, name)) report(`${path}.${name}`, 'unknown');
  return value;
}

export function checkText(
  value: unknown,
  path: string,
  report: Report,
  fits: (text: string) => boolean = () => true,
  rule: Rule = 'string',
): void {
  if (typeof value !== 'string') report(path, 'string');
  else if (!fits(value)) report(path, rule);
}

export function checkList(
  value: unknown,
  path: string,
  report: Report,
  each: (one: unknown, path: string) => void,
): void {
  if (!Array.isArray(value)) return report(path, 'array');
  value.forEach((one, i) => each(one, `${path}[${i}]`));
}

export function ifThere(fields: Fields, name: string, check: (value: unknown) => void): void {
  if (fields[name] !== undefined) check(fields[name]);
}

export function checkRequired(
  fields: Fields,
  name: string,
  path: string,
  report: Report,
  check: (value: unknown) => void,
): void {
  if (fields[name] === undefined) report(`${path}.${name}`, 'required');
  else check(fields[name]);
}
