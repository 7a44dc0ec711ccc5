/** The whole table of routes. Each area has its own part; a test walks role × route over all of it. */
import { accountRoutes } from './accounts/routes.ts';
import { kioskRoutes } from './kiosk/routes.ts';
import { playerRoutes } from './players/routes.ts';
import { recordRoutes } from './records/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import type { Route } from './routing/route.ts';

export const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...playerRoutes,
  ...recordRoutes,
  ...reportRoutes,
  ...kioskRoutes,
];
