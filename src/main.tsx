/** The page's entry: the address says whose screens they are. */
import { begin } from './app/main.tsx';

void begin(/^\/team(\/|$)/.test(location.pathname) ? () => import('./team/team.tsx') : undefined);
