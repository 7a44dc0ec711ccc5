import { expect } from 'vitest';

import { startSession } from '../../../src/server/guard/sessions.ts';
import type { CodeShown } from '../../../src/wire/accounts.ts';
import {
  makeManager,
  makeTeam,
  type MadeAccount,
  type TestGrounds,
  type TestGroundsOptions,
} from '../harness/grounds.ts';
import { openServer } from '../accounts/open-server.ts';
import type { Answer } from './device.ts';

export interface Classroom {
  readonly server: TestGrounds;
  readonly manager: MadeAccount;
  readonly team: string;
  /** As the team's manager. */
  ask<Json>(method: string, path: string, body?: unknown): Promise<Answer<Json>>;
  makeCode(
    given?: Partial<{ kind: 'player' | 'kiosk'; days: number; mostUses: number }>,
  ): Promise<CodeShown & { code: string }>;
}

/** A server with a team and its manager. */
export async function openClassroom(
  given: { readonly retentionDays?: number | null } & TestGroundsOptions = {},
): Promise<Classroom> {
  const { retentionDays = 90, ...options } = given;
  const server = await openServer(options);
  const team = await makeTeam(server.grounds, { name: 'North', retentionDays });
  const manager = await makeManager(server.grounds, { teams: [team] });
  const classroom: Classroom = {
    server,
    manager,
    team,
    async ask(method, path, body) {
      // Signed in anew each time: the test's clock may have gone on by days.
      const cookie = await startSession(
        server.grounds.db,
        server.grounds,
        new Request('http://a'),
        manager.id,
        'password',
      );
      const reply = await server.house.request(path, {
        method,
        headers: { ...manager.headers, Cookie: cookie.split(';', 1)[0] ?? '' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await reply.text();
      return { status: reply.status, text, json: text === '' ? null : JSON.parse(text) };
    },
    async makeCode(wanted = {}) {
      const body = { kind: 'player', days: 7, mostUses: 30, ...wanted };
      const { status, json } = await classroom.ask<CodeShown>('POST', `/api/teams/${team}/codes`, body);
      expect(status).toBe(201);
      expect(json.code).toMatch(/^[2-9B-DF-HJKMNP-TV-Z]{4}-[2-9B-DF-HJKMNP-TV-Z]{4}$/);
      return { ...json, code: json.code ?? '' };
    },
  };
  return classroom;
}
