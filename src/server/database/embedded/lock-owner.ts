import { readFileSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** What the lock file says of whoever holds it. */
export interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  /** Where its life sign can be seen; equal for processes that see each other's. */
  readonly place: string;
  /** ISO 8601. */
  readonly since: string;
}

/** @param id a fresh one for each time the lock is taken */
export function thisOwner(id: string): Owner {
  return { id, pid: process.pid, host: hostname(), place: findPlace(), since: new Date().toISOString() };
}

/** Who holds the lock; undefined when nobody does, or nobody that can be read. */
export async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner> | null;
    if (typeof read?.id !== 'string') return unreadable();
    const { id, pid = 0, host = '?', place = '', since = '?' } = read;
    return { id, pid, host, place, since };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return unreadable();
    throw error;
  }
}

/** A lock file that a power failure has emptied: of no known place, so it is watched before it is taken away. */
function unreadable(): Owner {
  return { id: '', pid: 0, host: '?', place: '?', since: '?' };
}

/**
 * On Linux the start of the machine and the network's name space (a container has its own); elsewhere the machine's
 * name. A place is compared, never read.
 */
function findPlace(): string {
  if (process.platform !== 'linux') return `${process.platform} ${hostname()}`;
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/net')}`;
  } catch {
    return `unknown ${hostname()} ${process.pid}`;
  }
}
