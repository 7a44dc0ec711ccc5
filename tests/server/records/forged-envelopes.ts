/** Records that are none, or come under a false name. */
import { randomUUID } from 'node:crypto';

import { makeUuid } from '../../../src/server/database/uuid.ts';
import { again, beside, ofRun, playHere, withReplay, type Forgery } from './forgery.ts';

/** JSON nested so deep that a function which follows it would fall. */
function nest(depth: number): string {
  return `${'['.repeat(depth)}0${']'.repeat(depth)}`;
}

export const FORGED_ENVELOPES: readonly Forgery[] = [
  {
    name: 'a record of a foreign device',
    becomes: 'copied',
    make: async (workshop, n) => {
      const { device, foreignDevice } = workshop;
      const payload = await playHere(workshop, { act: 'duck-pond', seed: 80_000 + n });
      return beside(device.write({ type: 'attempt', payload }), { device: foreignDevice, seq: 100 + n });
    },
  },
  {
    name: 'a record of an erased device',
    becomes: 'erased',
    make: async ({ device, own, erasedDevice, now }, n) =>
      beside(again(device, own.answer), { device: erasedDevice, seq: 1 + n, at: now - 60_000 - n }),
  },
  {
    name: 'a giant',
    becomes: 'tooLarge',
    make: ofRun((attempt) => {
      const intents = Array.from({ length: 25_600 }, () => [0, 1.5]);
      return withReplay(attempt, { intents });
    }),
  },
  {
    name: 'a malformed payload',
    becomes: 'malformed',
    make: ofRun((attempt, n) =>
      [
        withReplay(attempt, { ticks: -1 }),
        withReplay(attempt, { intents: 'none' }),
        { ...attempt, outcome: null },
        { ...attempt, speed: 'fast' },
        [attempt],
        null,
      ].at(n % 6),
    ),
  },
  {
    name: 'a malformed envelope',
    becomes: 'malformed',
    make: async ({ device }, n) => {
      const record = device.write({ type: 'poll', payload: { question: 'q', choice: String(n) } });
      return [
        beside(record, { id: 'me' }),
        beside(record, { seq: 0 }),
        beside(record, { seq: 2 ** 40 }),
        beside(record, { at: 'now' }),
        beside(record, { device: null }),
        beside(record, { payload: undefined }),
        n,
        null,
        'a text'.split(''),
      ].at(n % 9);
    },
  },
  {
    name: 'deep JSON',
    becomes: 'malformed',
    make: async ({ device }, n) => {
      const record = device.write({ type: 'poll', payload: { question: 'q', choice: String(n) } });
      return JSON.stringify(beside(record, { payload: 'DEEP' })).replace('"DEEP"', nest(20_000 + n));
    },
  },
  {
    name: 'names of the machinery',
    becomes: 'malformed',
    make: async ({ device }, n) => {
      const record = device.write({ type: 'poll', payload: { question: 'q', choice: String(n) } });
      const name = ['__proto__', 'constructor', 'prototype'][n % 3] as string;
      return JSON.stringify(record).replace('"payload":{', `"payload":{"${name}":{"counted":true,"score":1},`);
    },
  },
  {
    name: 'texts that no database keeps',
    becomes: 'malformed',
    make: async ({ device }, n) =>
      device.writeAny('poll', { question: n % 2 === 0 ? '\0' : '\uD800', choice: String(n) }),
  },
  {
    name: 'a bet that is not offered',
    becomes: 'impossible',
    make: async ({ device }, n) =>
      device.write({ type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: `sure thing ${n}` } }),
  },
  {
    name: 'a schema of the future',
    becomes: 'later',
    make: async ({ device }, n) =>
      beside(device.write({ type: 'poll', payload: { question: 'q', choice: 'c' } }), { schema: 9 + n }),
  },
  {
    name: 'a fingerprint that does not fit',
    becomes: 'malformed',
    make: async ({ device, own }, n) => beside(again(device, own.answer), { payloadHash: String(n).padStart(16, 'f') }),
  },
  {
    name: 'another record under a number that is taken',
    becomes: 'conflict',
    make: async ({ device, own }, n) => {
      const fresh = device.write({ type: 'poll', payload: { question: 'q', choice: `other ${n}` } });
      return beside(fresh, { seq: own.run.seq, id: makeUuid(new Date(n + 1)) });
    },
  },
  {
    name: 'another record under an id that is taken',
    becomes: 'conflict',
    make: async ({ device, own }, n) => {
      const fresh = device.write({ type: 'poll', payload: { question: randomUUID(), choice: `other ${n}` } });
      return beside(fresh, { id: own.run.id });
    },
  },
];
