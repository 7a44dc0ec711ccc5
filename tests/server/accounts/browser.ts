import type { Hono } from 'hono';

import type { TestGrounds } from '../harness/grounds.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A browser at one place: keeps cookies as browsers do, and says where its page comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #house: Hono;
  readonly #origin: string;
  readonly #address: string;

  constructor({ house, grounds }: Pick<TestGrounds, 'house' | 'grounds'>, address = '192.0.2.1') {
    this.#house = house;
    this.#origin = grounds.origin;
    this.#address = address;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.#house.request(
      path,
      {
        method,
        headers: {
          ...(cookie === '' ? {} : { Cookie: cookie }),
          ...(method === 'GET' ? {} : { Origin: this.#origin, 'Sec-Fetch-Site': 'same-origin' }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      // What the real server's adapter hands in.
      { incoming: { socket: { remoteAddress: this.#address } } },
    );
    for (const line of reply.headers.getSetCookie()) this.#keep(line);
    const text = await reply.text();
    const isJson = reply.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: reply.status, headers: reply.headers, json: isJson ? JSON.parse(text) : text };
  }

  #keep(line: string): void {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split('=', 2);
    if (rest.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
