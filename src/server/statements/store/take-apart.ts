/** Sends a batch; one that is refused is taken apart until it is known which of its statements are to blame. */
import { sendBatch, type Answer, type Line, type Parcel } from './send.ts';

export interface Fate {
  /** In the store now, or before. */
  readonly done: readonly string[];
  readonly refused: readonly { readonly id: string; readonly status: number; readonly fault: string }[];
  /** Nothing is known of these: they are to be sent again. */
  readonly untried: readonly string[];
  /** Why there are such; null when there are none. */
  readonly away: Extract<Answer, { kind: 'away' }> | null;
}

/** @param until when to leave the rest for later, because somebody else may take it up from then on */
export async function sendApart(line: Line, parcels: readonly Parcel[], until: Date): Promise<Fate> {
  const done: string[] = [];
  const refused: Fate['refused'][number][] = [];
  const untried: string[] = [];
  let away: Fate['away'] = null;
  // A stack, so that what is sent first is what happened first.
  const waiting: (readonly Parcel[])[] = [parcels];
  for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
    const [first] = batch;
    if (first === undefined) continue;
    if (away !== null || line.now() >= until) {
      untried.push(...batch.map(({ id }) => id));
      continue;
    }
    const answer = await sendBatch(line, batch);
    if (answer.kind === 'taken') done.push(...batch.map(({ id }) => id));
    else if (answer.kind === 'away') {
      away = answer;
      untried.push(...batch.map(({ id }) => id));
    } else if (batch.length > 1) {
      const middle = Math.ceil(batch.length / 2);
      waiting.push(batch.slice(middle), batch.slice(0, middle));
    } else if (answer.kind === 'known') done.push(first.id);
    else refused.push({ id: first.id, status: answer.status, fault: answer.fault });
  }
  return { done, refused, untried, away };
}
