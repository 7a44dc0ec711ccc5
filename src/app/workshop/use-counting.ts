import { useEffect, useRef, useState } from 'preact/hooks';
import type { Asked, Counted } from './counting.ts';

/** Runs of each strategy: enough to see a claim tip over, few enough to answer while the finger is still on the slider. */
export const RUNS = 60;

export type Counting =
  | { readonly state: 'counting'; readonly last: Counted | null }
  | { readonly state: 'counted'; readonly last: Counted }
  | { readonly state: 'failed'; readonly last: Counted | null };

/** Has the strategies counted anew, in a worker, whenever the parameters change. */
export function useCounting(act: string, parameters: Readonly<Record<string, number>>): Counting {
  const worker = useRef<Worker | null>(null);
  const question = useRef(0);
  const [counting, setCounting] = useState<Counting>({ state: 'counting', last: null });
  useEffect(() => {
    const started = new Worker(new URL('./count.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.addEventListener('message', (event: MessageEvent<Counted | { question: number; failed: string }>) => {
      const { data } = event;
      if (data.question !== question.current) return;
      if ('failed' in data) setCounting(({ last }) => ({ state: 'failed', last }));
      else setCounting({ state: 'counted', last: data });
    });
    started.addEventListener('error', () => setCounting(({ last }) => ({ state: 'failed', last })));
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, []);
  useEffect(() => {
    question.current += 1;
    setCounting(({ last }) => ({ state: 'counting', last }));
    const asked: Asked = { act, parameters, runs: RUNS, question: question.current };
    worker.current?.postMessage(asked);
  }, [act, parameters]);
  return counting;
}
