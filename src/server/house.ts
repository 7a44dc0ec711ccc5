import { Hono } from 'hono';

import type { Catalogue } from './files/catalogue.ts';
import { sendFiles, sendPage } from './files/send-files.ts';
import { securityHeaders } from './security-headers.ts';

/** What the house needs to open its doors. */
export interface HouseOptions {
  readonly catalogue: Catalogue;
  /** Where players reach it (`https://play.example.org`), when it stands behind another server. */
  readonly publicOrigin?: string | undefined;
}

/** The whole server as one function from request to answer; it knows nothing of ports. */
export function buildHouse({ catalogue, publicOrigin }: HouseOptions): Hono {
  const house = new Hono();
  house.use(securityHeaders(publicOrigin));
  house.get('/healthz', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json({ ok: catalogue.has('/index.html') }, catalogue.has('/index.html') ? 200 : 503);
  });
  house.use(sendFiles(catalogue));
  house.use(sendPage(catalogue));
  house.notFound((context) => {
    context.header('Cache-Control', 'no-store');
    return context.text('Not found\n', 404);
  });
  house.onError((error, context) => {
    console.error(error);
    context.header('Cache-Control', 'no-store');
    return context.text('The house stumbled\n', 500);
  });
  return house;
}
