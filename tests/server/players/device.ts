import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';

import type { Joined } from '../../../src/wire/joining.ts';

export interface Answer<Json = unknown> {
  readonly status: number;
  readonly json: Json;
  readonly text: string;
}

/** A device of a player: has an id of its own, and a token once it has joined. */
export class Device {
  readonly id = randomUUID();
  token: string | null = null;
  readonly #house: Hono;
  readonly #address: string;

  constructor({ house }: { readonly house: Hono }, address = '192.0.2.1') {
    this.#house = house;
    this.#address = address;
  }

  async ask<Json>(method: string, path: string, body?: unknown): Promise<Answer<Json>> {
    const reply = await this.#house.request(
      path,
      {
        method,
        headers: {
          ...(this.token === null ? {} : { Authorization: `Bearer ${this.token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: this.#address } } },
    );
    const text = await reply.text();
    const isJson = reply.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: reply.status, text, json: (isJson ? JSON.parse(text) : null) as Json };
  }

  /** Joins and keeps the token, when there is one. */
  async join(code: string, name: string): Promise<Answer<Joined>> {
    return this.#keep(await this.ask<Joined>('POST', '/api/join', { code, name, device: this.id }));
  }

  async second(by: object): Promise<Answer<Joined>> {
    return this.#keep(await this.ask<Joined>('POST', '/api/join/second', { device: this.id, by }));
  }

  #keep(answer: Answer<Joined>): Answer<Joined> {
    if (answer.status === 201) this.token = answer.json.token;
    return answer;
  }
}
