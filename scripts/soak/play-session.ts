/** One visitor from the first touch to the reset, with the faults that are planned for them. */
import { setTimeout as wait } from 'node:timers/promises';

import type { Station } from '../../src/kiosk/messages/messages.ts';
import type { Device } from './device.ts';
import { injectFault } from './faults.ts';
import type { SoakGrounds } from './grounds.ts';
import { ENDING, type FaultKind, type PlannedSession } from './plan.ts';
import { Visitor } from './visitor.ts';

/** Longest visit in milliseconds of the page's clock: three cuts, a result, and both waits of somebody who left. */
const LONGEST_MS = 420_000;
/** Time for loads and drawing, which nothing speeds up. */
const ALLOWANCE_MS = 60_000;
/** So long a visitor reads a result, in milliseconds of the page's clock. */
const READS_MS = 3000;

export interface Played {
  /** Stations that the visitor came to. */
  readonly stations: readonly Station[];
  readonly faults: readonly FaultKind[];
}

export interface SessionGrounds {
  readonly device: Device;
  readonly grounds: SoakGrounds;
  readonly speed: number;
  readonly blame: (what: string) => void;
  /** The whole run must stop. */
  readonly isOver: () => boolean;
}

/** Plays it. Ends in the attract loop, whatever happened; blames what did not come there. */
export async function playSession(plan: PlannedSession, around: SessionGrounds): Promise<Played> {
  const { device, speed, blame } = around;
  const visitor = new Visitor(device, plan, speed);
  const seen: Station[] = [];
  const done: FaultKind[] = [];
  const waiting: Promise<void>[] = [];
  const left = new Set(plan.faults);
  const until = performance.now() + LONGEST_MS / speed + ALLOWANCE_MS;
  let begun = false;
  let readAt: number | null = null;

  while (performance.now() < until) {
    const { station } = device;
    if (station !== seen.at(-1)) {
      seen.push(station);
      readAt = null;
    }
    if (begun && station === 'attract') break;
    if (station !== 'attract' && station !== 'boot') begun = true;
    for (const fault of left) {
      if (fault.at !== station) continue;
      left.delete(fault);
      done.push(fault.kind);
      if (isEnding(fault.kind)) {
        await endProcess(fault.kind, device, station);
        return { stations: seen, faults: done };
      }
      const happening = injectFault(fault.kind, device, around.grounds).catch((reason: unknown) => {
        blame(`${fault.kind} at ${station}: ${String(reason)}`);
      });
      // Everything but a full disk is over in a moment; that one lasts until the visitor has met it.
      if (fault.kind === 'storageFull') waiting.push(happening);
      else await happening;
    }
    if (around.isOver() && begun) await visitor.leave();
    else if (plan.leavesAt === station || station === 'reset' || station === 'boot') await wait(100);
    else if (station === 'result') {
      readAt ??= performance.now();
      const hasRead = performance.now() - readAt > READS_MS / speed;
      const wantsMore = plan.playsAgain && seen.filter((each) => each === 'result').length === 1;
      if (!hasRead) await wait(100);
      else if (wantsMore) await visitor.act(station);
      else await visitor.leave();
    } else await visitor.act(station);
  }
  await Promise.all(waiting);
  if (device.station !== 'attract') {
    blame(`session ${plan.number} did not end: it stands at ${device.station} after ${seen.join(', ')}`);
    await device.cutPower();
    await device.start();
  }
  return { stations: seen, faults: done };
}

function isEnding(kind: FaultKind): kind is (typeof ENDING)[number] {
  return (ENDING as readonly FaultKind[]).includes(kind);
}

/**
 * The whole browser goes, or the process that draws the page, which the outer page shares: then only whoever started the
 * browser can help, and does so by starting it again.
 */
async function endProcess(kind: (typeof ENDING)[number], device: Device, station: Station): Promise<void> {
  if (kind === 'powerCut') {
    // In the moment in which the medium has said that it has the visit, or as near to it as can be.
    if (station !== 'result') await device.hear((news) => news.what === 'kept', 5000);
    await device.cutPower();
  } else {
    await device.bear([/crashed/], async () => {
      device.devtools.send('Page.crash').catch(() => undefined);
      await wait(1000);
    });
    await device.cutPower();
  }
  await device.start();
}
