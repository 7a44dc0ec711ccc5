/**
 * The way through, as addresses. `:act` is a folder's name under `src/acts/`, `:attempt` the id of an
 * attempt or of an examination in the log.
 * Back and reload work because a screen is made of its address and of what the device has stored, and of nothing else.
 */
export const ROUTES = {
  title: '/',
  welcome: '/welcome',
  campaign: '/campaign',
  playbill: '/act/:act',
  play: '/act/:act/play',
  reveal: '/act/:act/reveal/:attempt',
  workshop: '/act/:act/workshop',
  debrief: '/act/:act/debrief',
  drill: '/drill',
  muster: '/muster',
  musterRun: '/muster/run',
  musterResult: '/muster/result/:attempt',
  honour: '/muster/honour/:attempt',
  settings: '/settings',
  join: '/join',
  claim: '/claim',
} as const;

export type ScreenName = keyof typeof ROUTES;

export const toPlaybill = (act: string): string => `/act/${act}`;
export const toPlay = (act: string): string => `/act/${act}/play`;
export const toReveal = (act: string, attempt: string): string => `/act/${act}/reveal/${attempt}`;
export const toWorkshop = (act: string): string => `/act/${act}/workshop`;
/** `muster`: an examination's id in the log. */
export const toMusterResult = (muster: string): string => `/muster/result/${muster}`;
export const toHonour = (muster: string): string => `/muster/honour/${muster}`;
export const toDebrief = (act: string): string => `/act/${act}/debrief`;
