/** Every screen but the title is a chunk of its own, fetched when it is wanted or when a finger comes near it. */
import type { ComponentType } from 'preact';

/** What a screen gets of its address. */
export interface ScreenProps {
  readonly act: string;
  readonly attempt: string;
}

export type Load = () => Promise<{ readonly default: ComponentType<ScreenProps> }>;

export const SCREENS = {
  welcome: () => import('./welcome/welcome.tsx'),
  campaign: () => import('./campaign/campaign.tsx'),
  playbill: () => import('./playbill/playbill.tsx'),
  play: () => import('./play/play.tsx'),
  reveal: () => import('./reveal/reveal.tsx'),
  workshop: () => import('./workshop/workshop.tsx'),
  debrief: () => import('./debrief/debrief.tsx'),
  drill: () => import('./drill/drill.tsx'),
  muster: () => import('./examination/examination.tsx'),
  honour: () => import('./honour/honour.tsx'),
  settings: () => import('./settings/settings.tsx'),
  join: () => import('./joining/join.tsx'),
  claim: () => import('./claim/claim.tsx'),
} as const satisfies Record<string, Load>;

export type LaterScreen = keyof typeof SCREENS;

const PATHS: readonly (readonly [pattern: RegExp, name: LaterScreen])[] = [
  [/^\/welcome$/, 'welcome'],
  [/^\/campaign$/, 'campaign'],
  [/^\/settings$/, 'settings'],
  [/^\/join$/, 'join'],
  [/^\/claim$/, 'claim'],
  [/^\/drill$/, 'drill'],
  [/^\/muster\/honour\//, 'honour'],
  [/^\/muster/, 'muster'],
  [/^\/act\/[^/]+$/, 'playbill'],
  [/\/play$/, 'play'],
  [/\/reveal\//, 'reveal'],
  [/\/workshop$/, 'workshop'],
  [/\/debrief$/, 'debrief'],
];

/** Fetches the screen of an address ahead of time; one that does not arrive is missed only when it is opened. */
export function warmUp(path: string): void {
  const name = PATHS.find(([pattern]) => pattern.test(path))?.[1];
  if (name !== undefined) SCREENS[name]().catch(() => undefined);
}
