import type { Server } from 'node:http';

import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** Ports tried after the wanted one before giving up. */
const PORTS_TO_TRY = 20;

/** How long open answers may take to finish when the house closes. */
const CLOSING_MS = 5000;
const SWEEP_MS = 25;

/** Longest time in which a request's headers, and all of it, must have come: nobody holds a door open by dripping. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 60_000;

export interface DoorOptions {
  /** Wanted port, 1 to 65535; 0 lets the system choose. */
  readonly port: number;
  /** Name or address to listen on. */
  readonly host: string;
}

/** A house that answers. */
export interface OpenDoors {
  readonly port: number;
  /** The address to type into a browser. */
  readonly address: string;
  /** Stops listening, lets answers under way finish, and resolves when all is quiet. */
  close(): Promise<void>;
}

/**
 * Listens on the wanted port, or on the next free one after it.
 *
 * @throws when no port is free, or the host cannot be listened on
 */
export async function openDoors(house: Pick<Hono, 'fetch'>, { port, host }: DoorOptions): Promise<OpenDoors> {
  const server = createAdaptorServer({ fetch: house.fetch }) as Server;
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = HEADERS_MS;
  const taken = await listenOnFreePort(server, port, host);
  return {
    port: taken,
    address: `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host}:${taken}`,
    close: () => closeServer(server),
  };
}

async function listenOnFreePort(server: Server, port: number, host: string): Promise<number> {
  const last = port === 0 ? 0 : Math.min(65535, port + PORTS_TO_TRY);
  for (let next = port; ; next++) {
    try {
      return await listen(server, next, host);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || next >= last) throw error;
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(error);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
    // A browser keeps its connection after the last answer: such a one is closed as soon as it falls idle.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close((error) => {
      clearTimeout(force);
      clearInterval(sweep);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}
