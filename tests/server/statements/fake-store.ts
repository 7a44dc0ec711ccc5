/** A learning record store for tests: keeps statements, judges them by the rules, and can be told to behave badly. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { StoreSettings } from '../../../src/server/statements/store/store-settings.ts';

/** How one request is answered instead of well; `keep` first takes the statements in, so that only the answer is lost. */
export interface Fault {
  readonly keep?: boolean;
  readonly how:
    | 'drop'
    | 'silence'
    | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };
}

export interface FakeStore {
  readonly settings: StoreSettings;
  /** What it holds, by id, in the order in which it came. */
  readonly kept: Map<string, unknown>;
  /** Sizes of the batches that came. */
  readonly batches: number[];
  readonly requests: { readonly headers: IncomingMessage['headers']; readonly method: string; readonly path: string }[];
  /** The next requests meet these, one each. */
  readonly faults: Fault[];
  /** Statements that it refuses, as a store does: with the whole batch. */
  refuses: (statement: unknown) => number | null;
  /** Most statements in a batch; a larger one is too large. */
  mostAtOnce: number;
  close(): Promise<void>;
}

const AUTHORIZATION = 'Basic dXNlcjpzZWNyZXQ=';

export async function openFakeStore(): Promise<FakeStore> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const store: FakeStore = {
    settings: { statements: `http://127.0.0.1:${port}/xapi/statements`, authorization: AUTHORIZATION, names: false },
    kept: new Map(),
    batches: [],
    requests: [],
    faults: [],
    refuses: () => null,
    mostAtOnce: 1000,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    store.requests.push({ headers: request.headers, method: request.method ?? '', path: request.url ?? '' });
    const statements = JSON.parse(Buffer.concat(parts).toString('utf8')) as readonly { readonly id: string }[];
    store.batches.push(statements.length);
    const fault = store.faults.shift();
    if (fault !== undefined) {
      if (fault.keep === true) keep(statements);
      if (fault.how === 'drop') return void request.socket.destroy();
      if (fault.how === 'silence') return;
      response.writeHead(fault.how.status, fault.how.headers);
      return void response.end(fault.how.body ?? '');
    }
    const [status, body] = judge(request, statements);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  function judge(request: IncomingMessage, statements: readonly { readonly id: string }[]): [number, unknown] {
    if (request.headers.authorization !== AUTHORIZATION) return [401, 'no'];
    if (request.headers['x-experience-api-version'] !== '1.0.3') return [400, 'no version'];
    if (statements.length > store.mostAtOnce) return [413, 'too large'];
    for (const statement of statements) {
      const status = store.refuses(statement);
      if (status !== null) return [status, `no: ${statement.id}`];
    }
    // Like ADL's: the same statement again is a conflict only when it differs.
    const differs = statements.some(
      ({ id, ...rest }) => store.kept.has(id) && JSON.stringify(store.kept.get(id)) !== JSON.stringify({ id, ...rest }),
    );
    if (differs) return [409, 'conflict'];
    keep(statements);
    return [200, statements.map(({ id }) => id)];
  }

  function keep(statements: readonly { readonly id: string }[]): void {
    for (const statement of statements) if (!store.kept.has(statement.id)) store.kept.set(statement.id, statement);
  }
  return store;
}
