import type { Visitors } from './visitor.ts';

/** Longest that a visitor waits for a disk; milliseconds. Usually it takes a few of them. */
const LONGEST_MS = 15_000;

/**
 * Keeps what was earned; resolves when the medium has it or cannot take it, or when it does not answer. Then the result is
 * shown without a way to take it home, which comes when the answer does.
 */
export async function keepInTime(visitors: Pick<Visitors, 'keep'>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_MS)));
  await Promise.race([visitors.keep(), tooLong]);
  clearTimeout(timer);
}
