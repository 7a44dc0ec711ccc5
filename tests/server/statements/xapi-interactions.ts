/** Interactions of xAPI 1.0.3 (xAPI-Data, 2.4.4.1): component lists, and how responses are written. */
import {
  checkList,
  checkMap,
  checkRequired,
  checkText,
  ifThere,
  isObject,
  readObject,
  type Fields,
  type Report,
} from './xapi-checks.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};
const ALL_LISTS = ['choices', 'scale', 'source', 'target', 'steps'];
const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?`;
const NUMERIC = new RegExp(`^(?:${NUMBER}|(?:${NUMBER})?\\[:\\](?:${NUMBER})?)$`, 'i');

/** @param definition an activity's; nothing is asked of one that is no interaction */
export function checkInteraction(definition: Fields, path: string, report: Report): void {
  const given = ['interactionType', 'correctResponsesPattern', ...ALL_LISTS].filter(
    (name) => definition[name] !== undefined,
  );
  const isInteraction = definition['type'] === 'http://adlnet.gov/expapi/activities/cmi.interaction';
  if (given.length === 0 && !isInteraction) return;
  const type = definition['interactionType'];
  if (type === undefined) return report(`${path}.interactionType`, 'required');
  if (typeof type !== 'string' || !Object.hasOwn(LISTS, type))
    return report(`${path}.interactionType`, 'interactionType');
  if (!isInteraction) report(`${path}.type`, 'activityType');
  for (const list of ALL_LISTS)
    ifThere(definition, list, (components) => {
      if (!LISTS[type]?.includes(list)) report(`${path}.${list}`, 'componentList');
      checkComponents(components, `${path}.${list}`, report);
    });
  ifThere(definition, 'correctResponsesPattern', (patterns) =>
    checkList(patterns, `${path}.correctResponsesPattern`, report, (pattern, at) => {
      checkText(pattern, at, report);
      if (typeof pattern === 'string') checkResponse(pattern, definition, at, report);
    }),
  );
}

function checkComponents(value: unknown, path: string, report: Report): void {
  const seen = new Set<unknown>();
  checkList(value, path, report, (given, at) => {
    const component = readObject(given, at, report, { id: true, description: true });
    if (component === null) return;
    checkRequired(component, 'id', at, report, (id) => {
      checkText(id, `${at}.id`, report, (text) => text !== '', 'emptyString');
      if (typeof id === 'string' && /\s/.test(id)) report(`${at}.id`, 'componentSpace');
      if (seen.has(id)) report(`${at}.id`, 'componentId');
      seen.add(id);
    });
    ifThere(component, 'description', (map) => checkMap(map, `${at}.description`, report));
  });
}

/** A response, or a pattern of one, to an interaction. */
export function checkResponse(response: string, definition: Fields, path: string, report: Report): void {
  const parts = response.split('[,]');
  const among = (list: string, id: string | undefined): void => {
    const components = definition[list];
    if (!Array.isArray(components)) return;
    if (!components.some((one) => isObject(one) && one['id'] === id)) report(path, 'stranger');
  };
  switch (definition['interactionType']) {
    case 'true-false':
      if (response !== 'true' && response !== 'false') report(path, 'pattern');
      return;
    case 'numeric':
      if (!NUMERIC.test(response) || response === '[:]') report(path, 'pattern');
      return;
    case 'choice':
    case 'sequencing':
      if (parts.some((part) => part === '')) return report(path, 'pattern');
      for (const part of parts) among('choices', part);
      return;
    case 'likert':
      if (parts.length !== 1) return report(path, 'pattern');
      return among('scale', response);
    case 'matching':
    case 'performance':
      for (const part of parts) {
        const pair = part.split('[.]');
        if (pair.length !== 2 || pair.some((end) => end === '')) {
          report(path, 'pattern');
          continue;
        }
        if (definition['interactionType'] === 'performance') among('steps', pair[0]);
        else {
          among('source', pair[0]);
          among('target', pair[1]);
        }
      }
  }
}
