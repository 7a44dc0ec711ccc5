/**
 * The way through, as addresses. `:act` is a folder's name under `src/acts/`, `:attempt` an attempt's id in the log.
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
  settings: '/settings',
} as const;

export type ScreenName = keyof typeof ROUTES;

export const toPlaybill = (act: string): string => `/act/${act}`;
export const toPlay = (act: string): string => `/act/${act}/play`;
export const toReveal = (act: string, attempt: string): string => `/act/${act}/reveal/${attempt}`;
export const toWorkshop = (act: string): string => `/act/${act}/workshop`;
export const toDebrief = (act: string): string => `/act/${act}/debrief`;
