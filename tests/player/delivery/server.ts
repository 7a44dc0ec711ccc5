/** A make-believe team server that keeps what it is sent, and a line to it that can be cut in every way. */
import type { Surroundings } from '../../../src/player/index.ts';
import type { DeliveryReceipt } from '../../../src/wire/delivery.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body: unknown;
}
/** Answers a call in the server's place; undefined lets the server answer. */
export type Answer = (call: Call) => Response | undefined | Promise<Response | undefined>;

export const refuse = (status: number, error: string, more: object = {}): Response =>
  Response.json({ error, ...more }, { status });
export const hotel = (): Response =>
  new Response('<h1>Welcome to the hotel. Log in.</h1>', { headers: { 'content-type': 'text/html' } });

export class TeamServer {
  readonly calls: Call[] = [];
  /** Players by token. */
  readonly tokens = new Map<string, string>();
  readonly records = new Map<string, Map<string, StoredRecord>>();
  readonly renamed = new Map<string, string>();
  /** Looked at before the server answers. */
  before: Answer = () => undefined;
  /** The server did its work, and this is what comes of its answer. */
  after: (call: Call, answer: Response) => Response | Promise<Response> = (_call, answer) => answer;
  /** What becomes of a record; by default it is accepted and counts. */
  judge: (record: StoredRecord) => DeliveryReceipt | null = ({ id, payloadHash }) => ({
    id,
    payloadHash,
    status: 'accepted',
    counted: true,
  });
  #joined = 0;

  readonly fetch: NonNullable<Surroundings['fetch']> = async (path, init) => {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? null;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init.method ?? 'GET', path, token, body };
    this.calls.push(call);
    const first = await this.before(call);
    if (first !== undefined) return first;
    return this.after(call, this.#answer(call));
  };

  callsTo(path: string): readonly Call[] {
    return this.calls.filter((call) => call.path.startsWith(path));
  }

  recordsOf(player: string): readonly StoredRecord[] {
    return [...(this.records.get(player)?.values() ?? [])];
  }

  #join(player: string): Response {
    const token = `token-${++this.#joined}-of-${player}`;
    this.tokens.set(token, player);
    if (!this.records.has(player)) this.records.set(player, new Map());
    const answer = { player, name: player, team: 'The ducks', token, recovery: [1, 2, 3] };
    return Response.json(answer, { status: 201 });
  }

  #answer({ method, path, token, body }: Call): Response {
    if (path === '/api/join') return this.#join((body as { name: string }).name);
    if (path === '/api/join/second') return this.#join((body as { by: { code: string } }).by.code);
    const player = this.tokens.get(token ?? '');
    const kept = this.records.get(player ?? '');
    if (player === undefined || kept === undefined) return refuse(401, 'notSignedIn');
    if (path === '/api/deliveries') return this.#deliver(kept, body as { records: StoredRecord[] });
    if (path.startsWith('/api/records')) {
      const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
      const records = [...kept.values()].slice(after, after + 3);
      const upTo = after + records.length;
      return Response.json({ records, upTo, more: upTo < kept.size });
    }
    if (path === '/api/me' && method === 'PATCH') this.renamed.set(player, (body as { name: string }).name);
    if (path === '/api/me' && method === 'DELETE') {
      this.tokens.delete(token ?? '');
      this.records.delete(player);
      return new Response(null, { status: 204 });
    }
    if (path === '/api/me') {
      const name = this.renamed.get(player) ?? player;
      return Response.json({ player, name, team: 'The ducks', devices: [], retentionDays: null, sees: [] });
    }
    if (path.startsWith('/api/me/devices/')) {
      this.tokens.delete(token ?? '');
      return new Response(null, { status: 204 });
    }
    return refuse(404, 'notFound');
  }

  #deliver(kept: Map<string, StoredRecord>, { records }: { readonly records: readonly StoredRecord[] }): Response {
    const receipts = records.flatMap((record) => {
      const receipt = this.judge(record);
      if (receipt?.status === 'accepted') kept.set(record.id, kept.get(record.id) ?? record);
      return receipt === null ? [] : [receipt];
    });
    return Response.json({ receipts, rules: {} });
  }
}
