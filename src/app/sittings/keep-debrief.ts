/** A debrief under way, kept for this tab so that a reload goes on with the same question. */
import type { Debrief, Item, Sitting } from '../../quiz/index.ts';

const nameOf = (act: string): string => `debrief.${act}`;

function isSitting(value: unknown, items: readonly Item[]): value is Sitting {
  if (typeof value !== 'object' || value === null) return false;
  const { item, order, round } = value as Partial<Sitting>;
  const known = items.find((each) => each.id === item?.id);
  return (
    known !== undefined &&
    JSON.stringify(known) === JSON.stringify(item) &&
    Array.isArray(order) &&
    order.length === known.options.length &&
    order.every((option) => known.options.includes(option as string)) &&
    (round === 1 || round === 2)
  );
}

/** Keeps it; where the browser forbids that, a reload begins a new debrief. */
export function keepDebrief(act: string, debrief: Debrief | null): void {
  try {
    if (debrief === null) sessionStorage.removeItem(nameOf(act));
    else sessionStorage.setItem(nameOf(act), JSON.stringify(debrief));
  } catch {
    // Forbidden or full: nothing that was earned is lost, answers are in the log.
  }
}

/** The debrief that was under way, if it is whole and its items are still in the bank. */
export function findDebrief(act: string, items: readonly Item[]): Debrief | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(act)) ?? 'null') as Debrief | null;
    if (kept === null || !Array.isArray(kept.queue) || kept.queue.length === 0 || !Array.isArray(kept.answered))
      return null;
    const sittings = [...kept.queue, ...kept.answered.map((each) => each.sitting)];
    return sittings.every((sitting) => isSitting(sitting, items)) ? kept : null;
  } catch {
    return null;
  }
}
