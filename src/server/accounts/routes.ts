import type { Route } from '../routing/route.ts';
import { accountRoutes as ownRoutes } from './account-routes.ts';
import { companyRoutes } from './company/routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { passkeyRoutes } from './passkeys/routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoute } from './setup.ts';
import { teamRoutes } from './team-routes.ts';

/** Owners and managers: how they come in, and what they arrange. */
export const accountRoutes: readonly Route[] = [
  setupRoute,
  ...sessionRoutes,
  ...passkeyRoutes,
  ...companyRoutes,
  ...ownRoutes,
  ...invitationRoutes,
  ...teamRoutes,
];
