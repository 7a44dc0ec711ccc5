import type { Route } from '../routing/route.ts';
import { codeRoutes } from './code-routes.ts';
import { exportRoutes } from './export/routes.ts';
import { joinRoutes } from './join-routes.ts';
import { meRoutes } from './me-routes.ts';
import { rosterRoutes } from './roster-routes.ts';

/** Players: how they come into a team, what they may do about themselves, and what a manager may do about them. */
export const playerRoutes: readonly Route[] = [
  ...joinRoutes,
  ...meRoutes,
  ...codeRoutes,
  ...rosterRoutes,
  ...exportRoutes,
];
