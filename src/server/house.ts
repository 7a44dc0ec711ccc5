import { Hono } from 'hono';

import type { Database } from './database/database.ts';
import type { Catalogue } from './files/catalogue.ts';
import { sendFiles, sendPage } from './files/send-files.ts';
import type { Grounds } from './grounds.ts';
import { guard } from './guard/index.ts';
import { answerAlive, answerReady } from './health.ts';
import { tellError } from './log.ts';
import { ROUTES } from './routes.ts';
import { mount } from './routing/mount.ts';
import type { Route } from './routing/route.ts';
import { securityHeaders } from './security-headers.ts';

/** What the house needs to open its doors. */
export interface HouseOptions {
  readonly catalogue: Catalogue;
  /** Where players reach it (`https://play.example.org`), when it stands behind another server. */
  readonly publicOrigin?: string | undefined;
  /** Teams, results and reports; without it the house has the game only. */
  readonly team?: {
    readonly grounds: Grounds;
    readonly database: Database;
    /** By default all routes of the server. */
    readonly routes?: readonly Route[];
  };
}

/** The whole server as one function from request to answer; it knows nothing of ports. */
export function buildHouse({ catalogue, publicOrigin, team }: HouseOptions): Hono {
  const house = new Hono();
  house.use(securityHeaders(publicOrigin));
  answerAlive(house, catalogue);
  if (team !== undefined) {
    answerReady(house, team.database, team.grounds);
    mount(house, { grounds: team.grounds, guard, routes: team.routes ?? ROUTES });
  }
  house.use(sendFiles(catalogue));
  house.use(sendPage(catalogue));
  house.notFound((context) => {
    context.header('Cache-Control', 'no-store');
    return context.text('Not found\n', 404);
  });
  house.onError((error, context) => {
    if (team === undefined) console.error(error);
    else team.grounds.log.error({ error: tellError(error) }, 'stumbled');
    context.header('Cache-Control', 'no-store');
    return context.text('The house stumbled\n', 500);
  });
  return house;
}
