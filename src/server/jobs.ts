/** What the server does by itself, beside answering. */
import type { Grounds } from './grounds.ts';
import { startDeletingOver } from './kiosk/delete-over.ts';
import { startRetention } from './players/retention.ts';
import { startRechecking } from './records/recheck.ts';
import { startMeasuring } from './reports/marks.ts';
import { startForwarding } from './statements/store/forward.ts';
import type { StoreSettings } from './statements/store/store-settings.ts';

/** Starts all of it. @returns the way to stop, which waits for what is under way */
export function startJobs(grounds: Grounds, store?: StoreSettings): () => Promise<void> {
  const stops = [
    startRetention(grounds),
    startRechecking(grounds),
    startMeasuring(grounds),
    startDeletingOver(grounds),
  ];
  if (store !== undefined && !grounds.demo) stops.push(startForwarding(grounds, store));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}
