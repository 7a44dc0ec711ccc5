/** A drill to be gone through: the one that was left in this tab, or a new one on what is due. */
import { beginDebrief, chooseDrill, type Debrief } from '../../quiz/index.ts';
import { loadActFile, OPEN_ACTS } from '../acts.ts';
import { loadToldBank } from '../bank-faults.ts';
import { loadBankTexts } from '../bank.ts';
import { findDebrief } from '../sittings/keep-debrief.ts';
import { chooseSeed } from '../play/begin-run.ts';
import { player } from '../player.ts';
import { findDueToday } from './due.ts';

/** The drill's name among the debriefs that a tab keeps; no act's folder is called so. */
export const DRILL = 'muster/drill';

export interface BegunDrill {
  readonly drill: Debrief;
  /** Ideas that were due when it began. */
  readonly due: number;
}

/** Rejects when the bank or its words do not arrive. */
export async function beginDrill(): Promise<BegunDrill> {
  const [{ items }] = await Promise.all([loadToldBank(), player.ready]);
  const progress = player.progress.getState();
  const { cards, due, until } = findDueToday(progress, Date.now());
  const kept = findDebrief(DRILL, items);
  if (kept !== null) {
    await loadWords(kept);
    return { drill: kept, due: due.length };
  }
  const seed = chooseSeed();
  const memory = { cards, history: progress.history, played: await findPlayed() };
  const drill = beginDebrief(chooseDrill(items, memory, until, seed), seed);
  await loadWords(drill);
  return { drill, due: due.length };
}

async function loadWords({ queue, answered }: Debrief): Promise<void> {
  const sittings = [...queue, ...answered.map(({ sitting }) => sitting)];
  await loadBankTexts([...new Set(sittings.map(({ item }) => item.idea))]);
}

/** Ideas of the acts that were played, and those that the last examination found wanting. */
async function findPlayed(): Promise<readonly string[]> {
  const { acts, examinations } = player.progress.getState();
  const played = Object.keys(acts).filter((act) => OPEN_ACTS.has(act));
  const files = await Promise.all(played.map((act) => loadActFile(act)));
  return [...files.flatMap(({ ideas }) => ideas), ...(examinations.at(-1)?.result.playNext ?? [])];
}
