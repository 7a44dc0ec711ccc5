/**
 * Parameters belong to the rules: a run is begun with those of the act's file, and a server counts only runs that are begun
 * with what it has itself. So whoever changes `parameters`, `ways`, `first` or `kiosk` of an act raises its version, or runs
 * under way on devices come to nothing, and nobody is told why (docs/server.md).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { listActs, loadRules, readActFile } from '../../src/server/content/acts.ts';
import { canonicalJson } from '../../src/wire/records/canonical.ts';

const KNOWN = join(import.meta.dirname, 'begun-with');
const acts = await listActs();

/** What stands there: for each version of the rules, the fingerprint of what runs of it are begun with. */
function readKnown(act: string): Readonly<Record<string, string>> {
  const file = join(KNOWN, `${act}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>) : {};
}

async function takeFingerprint(act: string): Promise<string> {
  const { parameters, ways = [], first = {}, kiosk } = await readActFile(act);
  const begun = { parameters, ways: ways.map((way) => ({ id: way.id, parameters: way.parameters })), first, kiosk };
  return createHash('sha256').update(canonicalJson(begun)).digest('hex').slice(0, 16);
}

describe.each([...acts])('%s', (act) => {
  it('begins its runs as its version of the rules does', async () => {
    const { version } = (await loadRules(act)).act;
    const fingerprint = await takeFingerprint(act);
    const known = readKnown(act);
    expect(
      known[version],
      known[version] === undefined
        ? `tests/acts/begun-with/${act}.json lacks the line of version ${version}: "${version}": "${fingerprint}"`
        : `What runs of ${act} are begun with has changed. Raise \`version\` in src/acts/${act}/rules/index.ts, and add to ` +
            `tests/acts/begun-with/${act}.json: "${version + 1}": "${fingerprint}". Leave the lines of earlier versions.`,
    ).toBe(fingerprint);
  });

  it('has a line for every version up to the present one, and none beyond', async () => {
    const { version } = (await loadRules(act)).act;
    expect(Object.keys(readKnown(act))).toEqual(Array.from({ length: version }, (_, i) => String(i + 1)));
  });
});
