/**
 * A record of every form there ever was, as it lay on somebody's device. The files are never changed and never
 * deleted: a new version of a form adds one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/player/index.ts';
import { currentSchema, LADDERS } from '../../src/wire/records/migrate.ts';
import { readRecord } from '../../src/wire/records/read-record.ts';
import { openEnvelope, SETTINGS_LADDER } from '../../src/player/settings/envelope.ts';
import { readSettings } from '../../src/player/settings/schema.ts';
import { FILE_VERSION, readFile } from '../../src/player/transfer/file.ts';
import { noticesOf, Profile } from './device.ts';

const FOLDER = join(import.meta.dirname, 'golden');
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const names = readdirSync(FOLDER);

describe('golden records', () => {
  it('are there for every version of every form', () => {
    const wanted = [
      ...Object.entries(LADDERS).map(([type, ladder]) => [type, currentSchema(ladder)] as const),
      ['settings', currentSchema(SETTINGS_LADDER)] as const,
      ['file', FILE_VERSION] as const,
    ].flatMap(([form, version]) => Array.from({ length: version }, (_unused, n) => `${form}.v${n + 1}.json`));
    expect(names.toSorted()).toEqual(wanted.toSorted());
  });

  it.each(names.filter((name) => !/^(settings|file)\./.test(name)))('%s is read as it was meant', (name) => {
    const { stored, understood } = JSON.parse(read(name)) as { stored: unknown; understood: unknown };
    expect(readRecord(stored)).toMatchObject({ ok: true, stored, record: { payload: understood } });
  });

  it('takes an answer of the first version for one given in a debrief', () => {
    const { stored } = JSON.parse(read('answer.v1.json')) as { stored: { payload: object } };
    expect(readRecord(stored)).toMatchObject({
      record: { schema: 2, payload: { ...stored.payload, way: 'debrief', act: 'counting' } },
    });
  });

  it.each(names.filter((name) => name.startsWith('settings.')))('%s is read as it was meant', (name) => {
    const { text, understood } = JSON.parse(read(name)) as { text: string; understood: object };
    const opened = openEnvelope(text);
    expect(opened.state).toBe('fine');
    const settings = opened.state === 'fine' ? opened.settings : {};
    expect(readSettings(settings)).toEqual({
      settings: { ...DEFAULT_SETTINGS, ...understood },
      faults: [],
      unknown: {},
    });
  });

  it.each(names.filter((name) => name.startsWith('file.')))('%s is taken whole', async (name) => {
    const text = read(name);
    expect(readFile(text).state).toBe('whole');
    await new Profile().visit(async (player) => {
      expect(await player.importProgress(text)).toMatchObject({ added: 4, verified: 1, rejected: [], file: 'whole' });
      expect(noticesOf(player)).toEqual([]);
    });
  });
});
