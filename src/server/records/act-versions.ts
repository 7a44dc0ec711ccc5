/**
 * The acts that this server can play again, each in one or more versions of its rules. Today every act has one, the
 * version in its folder; one that is kept beside a newer one is another entry of the same list, and all else follows.
 */
import type { ActRules } from '../../kernel/act-rules.ts';
import { type ActFile, parametersOf } from '../../kernel/content/act-file.ts';
import { canonicalJson } from '../../wire/records/canonical.ts';
import { listActs, loadRules, readActFile } from '../content/acts.ts';

/** One version of one act's rules, with the data that came with it. */
export interface ActVersion {
  readonly rules: ActRules;
  readonly file: ActFile;
  /** Canonical JSON of every set of parameters with which the game begins a run of its own accord. */
  readonly offered: ReadonlySet<string>;
  /** Those of them that are a kiosk's: runs that may stand beside each other on an event's board. */
  readonly kiosk: ReadonlySet<string>;
}

/** By act, then by the rules' version. */
export type ActVersions = ReadonlyMap<string, ReadonlyMap<number, ActVersion>>;

export type RulesAndFile = Pick<ActVersion, 'rules' | 'file'>;

/** @throws RangeError when a version of an act is there twice; BadInput when an act refuses its own parameters */
export function gatherVersions(list: readonly RulesAndFile[]): ActVersions {
  const gathered = new Map<string, Map<number, ActVersion>>();
  for (const { rules, file } of list) {
    const { id, version } = rules.act;
    const versions = gathered.get(id) ?? new Map<number, ActVersion>();
    if (versions.has(version)) throw new RangeError(`the rules of ${id}, version ${version}, are there twice`);
    versions.set(version, { rules, file, ...listOffered({ rules, file }) });
    gathered.set(id, versions);
  }
  return gathered;
}

/** All acts with rules, as they lie in their folders. Rejects when one cannot be read. */
export async function loadVersions(): Promise<ActVersions> {
  const acts = await listActs();
  return gatherVersions(
    await Promise.all(acts.map(async (act) => ({ rules: await loadRules(act), file: await readActFile(act) }))),
  );
}

/** The versions by act as plain data, to be told to devices. */
export function describeVersions(versions: ActVersions): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    [...versions].map(([act, known]) => [act, [...known.keys()].toSorted((one, other) => one - other)]),
  );
}

/**
 * The act's own parameters, each of its ways, the gentler first run of the usual way, and the kiosk's cut of each way. What
 * the workshop's sliders tune is no run of the act: it is never recorded, and would not count.
 */
function listOffered({ rules, file }: RulesAndFile): Pick<ActVersion, 'offered' | 'kiosk'> {
  const write = (changes: Readonly<Record<string, number>>): string =>
    canonicalJson(parametersOf(rules.act, file, changes));
  const ways = [{}, ...(file.ways ?? []).map(({ parameters }) => parameters)];
  const kiosk = new Set(ways.map((way) => write({ ...way, ...file.kiosk })));
  return { offered: new Set([...ways.map(write), write(file.first ?? {}), ...kiosk]), kiosk };
}
