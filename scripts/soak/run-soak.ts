/** Sessions one after the other for so many minutes, with faults, looked at between them. */
import { setTimeout as wait } from 'node:timers/promises';

import { Device } from './device.ts';
import { askForBuild } from './faults.ts';
import { ForeignSearch } from './find-foreign.ts';
import { openSoakGrounds } from './grounds.ts';
import { judgeSlopes, type Judged } from './judge-slopes.ts';
import { planSessions } from './plan.ts';
import { playSession } from './play-session.ts';
import type { Sample } from './sample.ts';
import { settleVisits, type Account } from './settle.ts';
import { takeSample } from './take-sample.ts';

export interface SoakWishes {
  readonly minutes: number;
  /** The inner page's clock goes so many times as fast: 1 to 8. */
  readonly speed: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface SoakReport {
  readonly ok: boolean;
  readonly wishes: { readonly minutes: number; readonly speed: number; readonly seed: number };
  readonly sessions: number;
  /** How often visitors came to each station. */
  readonly stations: Readonly<Record<string, number>>;
  /** How often each fault was done. */
  readonly faults: Readonly<Record<string, number>>;
  /** How often the frame and the whole page were loaded: after each visitor, after each kill, and for each new version. */
  readonly loads: { readonly frame: number; readonly outer: number };
  readonly slopes: Judged['slopes'];
  /** Hours over which the slopes were fitted, without the warm-up. */
  readonly fittedHours: number;
  readonly account: Account;
  /** Everything that no page may do and that was not provoked; empty when all is well. */
  readonly errors: readonly string[];
  /** Traces of visitors that were found after they had gone. */
  readonly foreignData: readonly string[];
  readonly samples: readonly Sample[];
}

/** A machine on which much else runs comes to fewer sessions; then the run goes on a while, so that there is a slope to see. */
const FEWEST_SESSIONS = 7;
const LONGEST_SHARE = 2;
/** In runs at least so long, a kiosk that a new version waits for is left alone until it has come; minutes. */
const SEES_UPDATES_FROM = 10;
/** Its files have to be fetched first, with nobody there; milliseconds. */
const UPDATE_MS = 180_000;
/** So many faults of one kind are told; a page that complains in every frame must not fill the memory. */
const MOST_ERRORS = 200;

/** Rejects only when the kiosk cannot be started at all. Ends everything that it started. */
export async function runSoak({ minutes, speed, seed, say = () => undefined }: SoakWishes): Promise<SoakReport> {
  const errors: string[] = [];
  const blame = (what: string): void => {
    say(`  NOT: ${what}`);
    if (errors.length < MOST_ERRORS) errors.push(what);
  };
  const grounds = await openSoakGrounds();
  let device: Device | undefined;
  try {
    device = await Device.open({ address: grounds.address, here: grounds.here, speed, blame });
    const kiosk = device;
    const foreign = new ForeignSearch(() => kiosk.page, kiosk.kept, grounds.served);
    const [began, span] = [performance.now(), minutes * 60_000];
    let sessions = 0;
    const isOver = (): boolean => {
      const elapsed = performance.now() - began;
      return elapsed >= (sessions < FEWEST_SESSIONS ? span * LONGEST_SHARE : span);
    };
    const [stations, faults] = [new Map<string, number>(), new Map<string, number>()];
    const [samples, foreignData] = [[] as Sample[], [] as string[]];
    const count = (counts: Map<string, number>, names: Iterable<string>): void => {
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    };
    for (const plan of planSessions(seed)) {
      if (isOver()) break;
      const played = await playSession(plan, { device, grounds, speed, blame, isOver });
      sessions += 1;
      count(stations, new Set(played.stations));
      count(faults, played.faults);
      if (minutes >= SEES_UPDATES_FROM && played.faults.includes('updateWaits')) {
        // A full disk could not take it; nobody here waits for the kiosk's next question.
        if (played.faults.includes('storageFull')) await askForBuild(device);
        await seeNewVersion(device, blame);
      }
      foreignData.push(...(await inPeace(device, () => foreign.look())));
      samples.push(await inPeace(device, () => takeSample(kiosk, began, sessions)));
      say(describeSession(plan.number, played.stations, played.faults, samples.at(-1)));
    }
    const account = await settleVisits(device, grounds, blame);
    foreignData.push(...(await inPeace(device, () => foreign.look())));
    const judged = judgeSlopes(samples, span);
    return {
      ok: judged.ok && errors.length === 0 && foreignData.length === 0,
      wishes: { minutes, speed, seed },
      sessions,
      stations: Object.fromEntries(stations),
      faults: Object.fromEntries(faults),
      loads: { ...device.loads },
      slopes: judged.slopes,
      fittedHours: judged.hours,
      account,
      errors,
      foreignData: [...new Set(foreignData)],
      samples,
    };
  } finally {
    await device?.close();
    await grounds.close();
  }
}

/** A new version may load the page anew while it is being looked at; then it is looked at again. */
async function inPeace<T>(device: Device, look: () => Promise<T>): Promise<T> {
  for (;;) {
    const { outer, frame } = device.loads;
    try {
      return await look();
    } catch (error) {
      // The load may be told of a moment later than its victim.
      await wait(1000);
      if (device.loads.outer === outer && device.loads.frame === frame) throw error;
      if (!(await device.reach(['attract'], 90_000))) throw error;
    }
  }
}

async function seeNewVersion(device: Device, blame: (what: string) => void): Promise<void> {
  const before = device.loads.outer;
  const until = performance.now() + UPDATE_MS;
  while (device.loads.outer === before && performance.now() < until) await wait(500);
  if (device.loads.outer === before) blame('the new version did not come although nobody was there');
  else if (!(await device.reach(['attract'], 90_000))) blame('the new version did not come to its attract loop');
}

function describeSession(
  number: number,
  stations: readonly string[],
  faults: readonly string[],
  sample: Sample | undefined,
): string {
  const { heap, nodes, listeners, textures, contexts, frame95 } = sample?.counts ?? {};
  return (
    `session ${number}: ${stations.join(' → ')}; faults: ${faults.join(', ') || 'none'}; ` +
    `${((sample?.at ?? 0) / 1000).toFixed(0)} s, frame ${frame95?.toFixed(0)} ms, heap ${heap?.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${textures} textures, ${contexts} contexts`
  );
}
