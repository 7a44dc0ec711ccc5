import { defineConfig } from 'vitest/config';
import { LongFirst } from './long-first.ts';

/**
 * Four kinds of tests, from cheap to dear: `unit` needs nothing but Node, `server` asks the real server on a real
 * database (PGlite, or PostgreSQL with `TEST_DATABASE=postgres`), `claims` plays bots over many seeds, `browser` drives
 * the built product in a real Chromium, two files at a time.
 */
/** Files that come to the same on any database, because they ask none or bring the embedded one. */
const NOT_ON_POSTGRES = [
  'tests/server/{files,house,keys,log,settings}.test.ts',
  'tests/server/accounts/passwords.test.ts',
  'tests/server/database/{durable,lock}.test.ts',
  'tests/server/records/{fair-queue,library,screen-record,taken-options,threads}.test.ts',
  'tests/server/reports/{csv,filters,marks}.test.ts',
  'tests/server/security/table.test.ts',
  'tests/server/simulation/**',
  'tests/server/statements/{random,store-settings,xapi-rules}.test.ts',
];

/** Left to `npm run test:postgres`, which takes everything: they ask little that others here do not ask. */
const FOR_ALL = [
  'tests/server/{changes,mount,run-server}.test.ts',
  'tests/server/{accounts,security,statements}/**',
  'tests/server/database/commands.test.ts',
  'tests/server/records/kill.test.ts',
  'tests/server/reports/{demo,knowledge,live,needs,routes}.test.ts',
];

function leftOutOnPostgres(): string[] {
  return process.env['TEST_ALL'] === undefined ? [...NOT_ON_POSTGRES, ...FOR_ALL] : NOT_ON_POSTGRES;
}

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    reporters: process.env['CI'] === undefined ? ['default'] : ['verbose'],
    sequence: { sequencer: LongFirst },
    // All cores; left to itself Vitest leaves one of them free, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/claims/**', 'tests/browser/**', 'tests/server/**'],
          testTimeout: 120_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          // What only a server of its own can do is tested where there is one; what asks no database, or only the
          // embedded one, need not be told twice.
          exclude: process.env['TEST_DATABASE'] === 'postgres' ? leftOutOnPostgres() : ['tests/server/postgres/**'],
          globalSetup: ['tests/server/harness/prepare.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'claims', include: ['tests/claims/**/*.test.ts'], testTimeout: 180_000, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // A machine that is busy with other things may take many times as long: a wait ends when what it waits for is
          // there, and these limits are for what never comes.
          testTimeout: 300_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
          globalSetup: ['tests/browser/driver/build-first.ts'],
          // Each file has a browser and a server of its own, and waits more than it works.
          maxWorkers: 2,
          // Apart from the others when several kinds are asked for at once, since these workers are otherwise counted.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
