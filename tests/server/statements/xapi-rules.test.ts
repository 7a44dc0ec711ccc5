/** Before the checker judges our statements: that each of its rules can be broken, and that good statements pass. */
import { describe, expect, test } from 'vitest';

import { RULES, type Rule } from './xapi-checks.ts';
import { findFaults } from './xapi-rules.ts';
import { isDuration, isIri, isLanguage, isTimestamp, isUuid } from './xapi-types.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

type Draft = Record<string, unknown>;

/** A statement in which every field that may be there is there. */
function full(): Draft {
  return {
    id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
    actor: { objectType: 'Agent', name: 'A', account: { homePage: 'https://play.example.org', name: '17' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered', 'zh-Hant': '回答了' } },
    object: {
      objectType: 'Activity',
      id: 'https://play.example.org/xapi/items/a',
      definition: {
        name: { en: 'A' },
        description: { 'es-419': 'A' },
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        moreInfo: 'https://play.example.org/a',
        interactionType: 'choice',
        correctResponsesPattern: ['a[,]b', 'a'],
        choices: [{ id: 'a', description: { en: 'A' } }, { id: 'b' }],
        extensions: { 'https://play.example.org/x': null },
      },
    },
    result: {
      score: { scaled: 0.5, raw: 2, min: 0, max: 4 },
      success: false,
      completion: true,
      response: 'a[,]b',
      duration: 'PT4.25S',
      extensions: { 'https://play.example.org/y': { a: null } },
    },
    context: {
      registration: 'ec531277-b57b-4c15-8d91-d292c5b2b8f7',
      instructor: { mbox: 'mailto:boss@example.org' },
      team: { objectType: 'Group', account: { homePage: 'https://play.example.org', name: 'T' } },
      contextActivities: {
        parent: [{ id: 'https://play.example.org/p' }],
        category: [{ id: 'https://w3id.org/xapi/seriousgames' }],
      },
      revision: '3',
      platform: 'P',
      language: 'ru',
      statement: { objectType: 'StatementRef', id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' },
      extensions: { 'tag:example.org,2026:z': 1 },
    },
    timestamp: '2026-11-22T11:59:59.123Z',
    version: '1.0.0',
    authority: { openid: 'https://id.example.org/1' },
    attachments: [
      {
        usageType: 'https://play.example.org/usage',
        display: { en: 'A' },
        description: { en: 'A' },
        contentType: 'text/plain; charset=utf-8',
        length: 12,
        sha2: 'a'.repeat(64),
        fileUrl: 'https://play.example.org/file',
      },
    ],
  };
}

/** Sets, or with `undefined` takes away, what lies at a path. */
function change(draft: Draft, path: string, value: unknown): Draft {
  const steps = path.split('/');
  let at = draft;
  for (const step of steps.slice(0, -1)) at = at[step] as Draft;
  const last = steps.at(-1) as string;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return draft;
}

const INTERACTION = 'object/definition';
const REF = { objectType: 'StatementRef', id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee' };

/** What is done to a good statement, and the rule that it breaks. */
const BREAKS: readonly (readonly [path: string, value: unknown, rule: Rule])[] = [
  ['id', 'no-uuid', 'uuid'],
  ['id', '6690E6C9-3EF0-4ED3-8B37', 'uuid'],
  ['id', 17, 'string'],
  ['actor', undefined, 'required'],
  ['verb', undefined, 'required'],
  ['object', undefined, 'required'],
  ['actor', 'me', 'object'],
  ['actor/Name', 'A', 'unknown'],
  ['Actor', { mbox: 'mailto:a@b' }, 'unknown'],
  ['extra', 1, 'unknown'],
  ['actor/name', null, 'null'],
  ['actor/name', 3, 'string'],
  ['actor/account', undefined, 'oneIdentifier'],
  ['actor/mbox', 'mailto:a@example.org', 'oneIdentifier'],
  ['actor/objectType', 'agent', 'objectType'],
  ['actor/objectType', 'Activity', 'objectType'],
  ['actor/member', [{ mbox: 'mailto:a@example.org' }], 'groupType'],
  ['actor/account/homePage', 'play.example.org', 'irl'],
  ['actor/account/homePage', undefined, 'required'],
  ['actor/account/name', '', 'emptyString'],
  ['actor/account/name', undefined, 'required'],
  ['actor/account/id', 'x', 'unknown'],
  ['actor', { mbox: 'a@example.org' }, 'mailto'],
  ['actor', { mbox_sha1sum: 'abc' }, 'sha1'],
  ['actor', { openid: 'me' }, 'iri'],
  ['actor', { objectType: 'Group' }, 'members'],
  ['actor', { objectType: 'Group', member: [] }, 'members'],
  ['actor', { objectType: 'Group', member: [{ objectType: 'Group', mbox: 'mailto:a@b' }] }, 'memberGroup'],
  ['verb/id', 'answered', 'iri'],
  ['verb/id', undefined, 'required'],
  ['verb/display', 'answered', 'object'],
  ['verb/display', { english_words: 'answered' }, 'language'],
  ['verb/display', { zh_Hans: '答' }, 'language'],
  ['verb/display', { en: 1 }, 'string'],
  ['verb/display', {}, 'emptyObject'],
  ['verb', { id: 'http://adlnet.gov/expapi/verbs/voided' }, 'voiding'],
  ['object/id', 'items/a', 'iri'],
  ['object/id', 'https://play.example.org/a b', 'iri'],
  ['object/id', undefined, 'required'],
  ['object/objectType', 'activity', 'objectType'],
  ['object/name', 'A', 'unknown'],
  ['object', { objectType: 'StatementRef', id: 'x' }, 'uuid'],
  ['object', { objectType: 'StatementRef' }, 'required'],
  ['object', { objectType: 'SubStatement', ...full(), id: undefined }, 'subStatement'],
  [
    'object',
    {
      objectType: 'SubStatement',
      actor: full()['actor'],
      verb: full()['verb'],
      object: { objectType: 'SubStatement' },
    },
    'subStatement',
  ],
  [`${INTERACTION}/type`, 'question', 'iri'],
  [`${INTERACTION}/type`, 'http://adlnet.gov/expapi/activities/question', 'activityType'],
  [`${INTERACTION}/moreInfo`, 'a', 'irl'],
  [`${INTERACTION}/extensions`, { size: 1 }, 'iri'],
  [`${INTERACTION}/interactionType`, 'Choice', 'interactionType'],
  [`${INTERACTION}/interactionType`, undefined, 'required'],
  [`${INTERACTION}/interactionType`, 'likert', 'componentList'],
  [`${INTERACTION}/scale`, [{ id: 'a' }], 'componentList'],
  [`${INTERACTION}/choices`, [{ id: 'a' }, { id: 'b' }, { id: 'a' }], 'componentId'],
  [`${INTERACTION}/choices`, [{ id: 'a' }, { id: 'b' }, { id: 'c d' }], 'componentSpace'],
  [`${INTERACTION}/choices`, [{ id: 'a' }, { id: 'b' }, { id: '' }], 'emptyString'],
  [`${INTERACTION}/choices`, [{ id: 'a' }, { id: 'b' }, {}], 'required'],
  [`${INTERACTION}/choices`, [{ id: 'a' }, { id: 'b' }, { id: 'c', text: 'C' }], 'unknown'],
  [`${INTERACTION}/choices`, { a: 'A' }, 'array'],
  [`${INTERACTION}/choices`, [{ id: 'a' }], 'stranger'],
  [`${INTERACTION}/correctResponsesPattern`, 'a', 'array'],
  [`${INTERACTION}/correctResponsesPattern`, [1], 'string'],
  [`${INTERACTION}/correctResponsesPattern`, ['a[,]'], 'pattern'],
  [`${INTERACTION}/correctResponsesPattern`, ['a,b'], 'stranger'],
  ['result/response', 'c', 'stranger'],
  ['result/response', 1, 'string'],
  ['result/score', 0.5, 'object'],
  ['result/score/scaled', 1.01, 'scaled'],
  ['result/score/scaled', -1.01, 'scaled'],
  ['result/score/scaled', '0.5', 'number'],
  ['result/score/scaled', Number.NaN, 'number'],
  ['result/score/percent', 50, 'unknown'],
  ['result/score/raw', 4.5, 'raw'],
  ['result/score/raw', -0.5, 'raw'],
  ['result/score/max', 0, 'range'],
  ['result/success', 'true', 'boolean'],
  ['result/completion', 1, 'boolean'],
  ['result/duration', '4.25', 'duration'],
  ['result/duration', 'PT', 'duration'],
  ['result/duration', 'P4W1D', 'duration'],
  ['result/duration', 'P0001-01-01T00:00:00', 'duration'],
  ['result/duration', 'PT1.5H2S', 'duration'],
  ['result/duration', 'PT4.255S', 'precision'],
  ['result/duration', 4.25, 'string'],
  ['result/extensions', { rank: 1 }, 'iri'],
  ['result/extensions', [], 'object'],
  ['result/extensions', {}, 'emptyObject'],
  ['context/registration', '1', 'uuid'],
  ['context/team', { account: { homePage: 'https://a.example.org', name: 'T' } }, 'groupType'],
  ['context/contextActivities/parents', [], 'contextKey'],
  ['context/contextActivities/parent', { id: 'https://play.example.org/p' }, 'array'],
  ['context/contextActivities/parent', [{ id: 'p' }], 'iri'],
  ['context/contextActivities', [], 'object'],
  ['context/language', 'e', 'language'],
  ['context/platform', 1, 'string'],
  ['context/statement', { objectType: 'Statement', id: REF.id }, 'objectType'],
  ['context/extensions', { z: 1 }, 'iri'],
  ['object', REF, 'onlyOfActivity'],
  ['timestamp', '2026-11-22T11:59:59Z', 'timestamp'],
  ['timestamp', '2026-11-22T11:59:59.123', 'timestamp'],
  ['timestamp', '2026-11-22T11:59:59.123-00:00', 'timestamp'],
  ['timestamp', '2026-11-22 11:59:59.123Z', 'timestamp'],
  ['timestamp', '2026-13-22T11:59:59.123Z', 'timestamp'],
  ['timestamp', 1_700_000_000_000, 'string'],
  ['timestamp', '2026-11-22T12:00:00.001Z', 'future'],
  ['stored', '2026-11-22T11:59:59.123Z', 'byStore'],
  ['version', '1.0.3', 'version'],
  ['authority', { name: 'A' }, 'oneIdentifier'],
  ['attachments', {}, 'array'],
  ['attachments/0/usageType', 'x', 'iri'],
  ['attachments/0/display', undefined, 'required'],
  ['attachments/0/contentType', 'text', 'mediaType'],
  ['attachments/0/length', '12', 'length'],
  ['attachments/0/sha2', 'abc', 'sha2'],
  ['attachments/0/fileUrl', 'x', 'irl'],
];

describe('the checker of statements', () => {
  test('has nothing against a statement with every field', () => {
    expect(findFaults(full(), NOW)).toEqual([]);
  });

  test('takes the smallest statement, references, sub-statements and anonymous groups', () => {
    const actor = { mbox: 'mailto:a@example.org' };
    const verb = { id: 'http://example.org/did' };
    expect(findFaults({ actor, verb, object: { id: 'urn:x:1' } }, NOW)).toEqual([]);
    expect(findFaults({ actor: { objectType: 'Group', member: [actor] }, verb, object: REF }, NOW)).toEqual([]);
    const sub = { objectType: 'SubStatement', actor, verb, object: { objectType: 'Agent', ...actor } };
    expect(findFaults({ actor, verb, object: sub }, NOW)).toEqual([]);
    expect(findFaults({ actor, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object: REF }, NOW)).toEqual([]);
  });

  test.each(BREAKS)('%s = %j breaks a rule', (path, value, rule) => {
    expect(findFaults(change(full(), path, value), NOW).map((fault) => fault.rule)).toContain(rule);
  });

  test('has no rule that nothing can break', () => {
    const broken = new Set(BREAKS.map(([, , rule]) => rule));
    expect(Object.keys(RULES).filter((rule) => !broken.has(rule as Rule))).toEqual([]);
  });

  test.each([
    ['true-false', 'true', 'True'],
    ['numeric', '4', 'four'],
    ['numeric', '2.5[:]4', '[:]'],
    ['numeric', '[:]-4', '1[:]2[:]3'],
    ['matching', 'a[.]x[,]b[.]y', 'a[.]x[,]b'],
    ['matching', 'a[.]x', 'x[.]a'],
    ['performance', 'p[.]2', 'q[.]2'],
    ['likert', 'l', 'l[,]l'],
    ['likert', 'l', 'm'],
    ['sequencing', 'a[,]b', 'a[,]c'],
    ['fill-in', 'anything', null],
  ])('reads a response to %s: %s, but not %s', (interactionType, good, bad) => {
    const ids = (...names: readonly string[]): readonly object[] => names.map((id) => ({ id }));
    const lists: Readonly<Record<string, object>> = {
      matching: { source: ids('a', 'b'), target: ids('x', 'y') },
      performance: { steps: ids('p') },
      likert: { scale: ids('l') },
      sequencing: { choices: ids('a', 'b') },
    };
    const judge = (response: string): readonly unknown[] => {
      const draft = change(full(), INTERACTION, {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType,
        correctResponsesPattern: [response],
        ...lists[interactionType],
      });
      return findFaults(change(draft, 'result/response', response), NOW);
    };
    expect(judge(good)).toEqual([]);
    expect(bad === null || judge(bad).length > 0).toBe(true);
  });

  test('knows the forms of values', () => {
    for (const tag of [
      'en',
      'zh-Hans',
      'zh-Hant',
      'ru',
      'zh-Hant-TW',
      'es-419',
      'de-CH-1996',
      'x-own',
      'sl-rozaj-biske',
    ])
      expect(isLanguage(tag), tag).toBe(true);
    for (const tag of ['', 'e', 'zh_Hans', 'en-', 'Hans-zh-', 'englishlanguage', '-en'])
      expect(isLanguage(tag), tag).toBe(false);
    for (const text of ['PT0S', 'PT16559.14S', 'P3Y1M29DT4H35M59.14S', 'P3Y', 'P4W', 'PT4H'])
      expect(isDuration(text), text).toBe(true);
    for (const text of ['P', 'PT', 'T4S', 'PT4', 'P-3D', '-PT4S', 'P1DT', 'PT1.5M2S'])
      expect(isDuration(text), text).toBe(false);
    for (const text of ['urn:uuid:1', 'https://例え.jp/ü', 'tag:a,2026:b']) expect(isIri(text), text).toBe(true);
    for (const text of ['', 'a', '//a/b', 'https://a/<b>', '1a:b']) expect(isIri(text), text).toBe(false);
    expect(isUuid('6690e6c9-3ef0-4ed3-cb37-7f3964730bee')).toBe(false);
    expect(isUuid('{6690e6c9-3ef0-4ed3-8b37-7f3964730bee}')).toBe(false);
    expect(isTimestamp('2026-11-22T11:59:59.123+08:00')).toBe(true);
  });
});
