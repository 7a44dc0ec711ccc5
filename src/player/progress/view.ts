import type { StoreApi } from 'zustand/vanilla';
import type { LogRecord } from '../../wire/records/records.ts';
import { foldLog } from './fold.ts';
import type { Progress } from './progress.ts';

/** Makes the store follow the log: returns what to call with every record that comes, in any order, even twice. */
export function followLog(store: StoreApi<Progress>): (more: readonly LogRecord[]) => void {
  const records = new Map<string, LogRecord>();
  return (more) => {
    const fresh = more.filter(({ id }) => !records.has(id));
    if (fresh.length === 0) return;
    for (const record of fresh) records.set(record.id, record);
    store.setState(foldLog(records.values()));
  };
}
