/** The page's entry: the address says whose screens they are. */
import { begin, type OtherScreens } from './app/main.tsx';

const OTHERS: readonly (readonly [address: RegExp, load: () => Promise<OtherScreens>])[] = [
  [/^\/team(\/|$)/, () => import('./team/team.tsx')],
  [/^\/kiosk(\/|$)/, () => import('./kiosk/kiosk.tsx')],
];

void begin(OTHERS.find(([address]) => address.test(location.pathname))?.[1]);
