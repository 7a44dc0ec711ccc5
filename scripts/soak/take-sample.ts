/** Looks at the kiosk between two visitors, after everything that can be collected was collected. */
import type { Device } from './device.ts';
import { readKioskRows } from '../../tests/browser/driver/kiosk.ts';
import type { Counter, Sample } from './sample.ts';

const MEGABYTE = 1_000_000;
/** Stores whose rows must not pile up. `runs` is the board's memory: one small row for each result until the event is over. */
const STORES = ['meta', 'events', 'visits', 'hidden', 'boards'] as const;

/** @param began when the run began, by `performance.now` */
export async function takeSample(device: Device, began: number, sessions: number): Promise<Sample> {
  const { devtools, page } = device;
  // The developer tools hold on to what was written to the console, and so to the pages that wrote it.
  await devtools.send('Runtime.discardConsoleEntries');
  // Twice: what the first collection lets go of may have held something itself.
  for (let round = 0; round < 2; round++) await devtools.send('HeapProfiler.collectGarbage');
  const [{ metrics }, { usedSize }, seen, memory] = await Promise.all([
    devtools.send('Performance.getMetrics'),
    devtools.send('Runtime.getHeapUsage'),
    page.evaluate(readHooks),
    device.readMemory(),
  ]);
  const rows = await Promise.all(STORES.map(async (store) => (await readKioskRows(page, store)).length));
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const counts: Record<Counter, number> = {
    heap: usedSize / MEGABYTE,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    documents: metric('Documents'),
    frames: metric('Frames'),
    // Nodes of every sound graph that still lives, in whichever frame it was made.
    sounds: metric('AudioHandlers'),
    ...seen,
    rows: rows.reduce((sum, count) => sum + count, 0),
    rss: memory / MEGABYTE,
  };
  const { life, age, loads } = device;
  return { life, load: loads.outer, at: performance.now() - began, age, sessions, counts };
}

/** In the page: what the hooks have counted. */
function readHooks(): Pick<Record<Counter, number>, 'textures' | 'canvases' | 'contexts' | 'frame95'> {
  const hooks = window.soak;
  if (hooks === undefined) throw new Error('the page has no hooks');
  const contexts = [...hooks.contexts].filter((ref) => ref.deref()?.isContextLost() === false).length;
  const canvases = [...hooks.canvases].filter((ref) => ref.deref() !== undefined).length;
  // The dead are forgotten, or the list itself would grow.
  for (const ref of hooks.contexts) if (ref.deref() === undefined) hooks.contexts.delete(ref);
  for (const ref of hooks.canvases) if (ref.deref() === undefined) hooks.canvases.delete(ref);
  const between = hooks.frames.toSorted((one, other) => one - other);
  return {
    textures: hooks.textures,
    canvases,
    contexts,
    frame95: between[Math.floor(between.length * 0.95)] ?? Number.NaN,
  };
}
