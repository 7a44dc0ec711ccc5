/** A make-believe server of kiosks behind a make-believe network: what it has taken it keeps, whatever becomes of the answer. */
import { placeRuns } from '../../../src/kiosk/outbox/merge-board.ts';
import { runsOf } from '../../../src/kiosk/outbox/runs-of.ts';
import type { Fetch } from '../../../src/player/delivery/line.ts';
import type { Board, KioskEvent, Visit, VisitReceipt } from '../../../src/wire/kiosk.ts';

/** What happens to one request. */
export type Fault =
  /** It never arrives. */
  | 'dropRequest'
  /** It arrives and does its work; the answer is lost. */
  | 'dropAnswer'
  | { readonly status: number; readonly error?: string; readonly retryAfter?: number }
  /** A hotel's page answers. */
  | 'stranger';

export class EventServer {
  token: string | null = 'token';
  readonly events = new Map<string, KioskEvent>();
  /** By id, as first taken. */
  readonly visits = new Map<string, Visit>();
  /** How often each visit came. */
  readonly arrivals = new Map<string, number>();
  readonly hidden = new Set<string>();
  /** Requests as they came: method and path. */
  readonly asked: string[] = [];
  readonly batches: number[] = [];
  /** For the next requests, one each; null lets one through. */
  faults: (Fault | null)[] = [];
  /** Overrides what becomes of a visit. */
  judge: (visit: Visit) => VisitReceipt['status'] | 'silent' = () => 'accepted';
  /** Refuses a batch as a whole. */
  refuses: (visits: readonly Visit[]) => { readonly status: number; readonly error: string } | null = () => null;

  readonly fetch: Fetch = async (path, init) => {
    const fault = this.faults.shift() ?? null;
    if (fault === 'dropRequest') throw new TypeError('failed to fetch');
    if (fault === 'stranger')
      return new Response('<p>Welcome to the hotel</p>', { headers: { 'content-type': 'text/html' } });
    if (typeof fault === 'object' && fault !== null)
      return answer({ error: fault.error ?? 'notReady', retryAfter: fault.retryAfter }, fault.status);
    const response = this.#answer(path, init);
    if (fault === 'dropAnswer') throw new TypeError('failed to fetch');
    return response;
  };

  #answer(path: string, init: RequestInit): Response {
    this.asked.push(`${init.method} ${path.replace(/\?.*/, '')}`);
    const { authorization } = init.headers as Record<string, string>;
    if (authorization !== `Bearer ${this.token}`) return answer({ error: 'notSignedIn' }, 401);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    if (path === '/api/kiosk/event') {
      const event = body as KioskEvent;
      this.events.set(event.id, event);
      return new Response(null, { status: 204 });
    }
    if (path === '/api/kiosk/visits') return this.#take(body as { event: string; visits: readonly Visit[] });
    if (path === '/api/kiosk/hidden') {
      const { visit } = body as { visit: string };
      if (!this.visits.has(visit)) return answer({ error: 'notFound' }, 404);
      this.hidden.add(visit);
      return new Response(null, { status: 204 });
    }
    const event = new URLSearchParams(path.split('?')[1]).get('event') ?? '';
    return this.events.has(event) ? answer(this.boardOf(event)) : answer({ error: 'notFound' }, 404);
  }

  #take({ event, visits }: { event: string; visits: readonly Visit[] }): Response {
    const refusal = this.refuses(visits);
    if (refusal !== null) return answer({ error: refusal.error }, refusal.status);
    this.batches.push(visits.length);
    const receipts = visits.flatMap((visit): VisitReceipt[] => {
      this.arrivals.set(visit.id, (this.arrivals.get(visit.id) ?? 0) + 1);
      const status = this.events.has(event) ? this.judge(visit) : 'over';
      if (status === 'accepted' && !this.visits.has(visit.id)) this.visits.set(visit.id, visit);
      return status === 'silent' ? [] : [{ id: visit.id, status }];
    });
    return answer({ receipts });
  }

  boardOf(event: string): Board {
    const runs = [...this.visits.values()].flatMap((visit) =>
      runsOf(visit).map(({ act, score, at }) => ({ act, score, at, visit: visit.id, name: visit.name })),
    );
    const acts = [...new Set(runs.map(({ act }) => act))];
    return {
      event,
      name: this.events.get(event)?.name ?? '',
      acts: Object.fromEntries(
        acts.map((act) => [
          act,
          placeRuns(runs.filter((run) => run.act === act && !this.hidden.has(run.visit))).slice(0, 20),
        ]),
      ),
      visitors: Object.fromEntries(acts.map((act) => [act, runs.filter((run) => run.act === act).length])),
    };
  }
}

function answer(json: unknown, status = 200): Response {
  return new Response(JSON.stringify(json), { status, headers: { 'content-type': 'application/json' } });
}
