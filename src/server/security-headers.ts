import type { MiddlewareHandler } from 'hono';

/**
 * What the page may load. Phaser needs `img-src data:` and `blob:`, Howler `media-src blob: data:`; nothing here
 * needs inline code, inline styles or `eval`, and nothing comes from another origin. The kiosk's outer page frames the
 * game, so this origin may frame itself, and nobody else may.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob: data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Powers of the browser that the game never asks for are refused to it and to whatever could be smuggled in. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'autoplay=(self)',
  'bluetooth=()',
  'camera=()',
  'display-capture=()',
  'fullscreen=(self)',
  'gamepad=(self)',
  'geolocation=()',
  'gyroscope=()',
  'hid=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'screen-wake-lock=(self)',
  'serial=()',
  'usb=()',
].join(', ');

/** On everything that a browser may show as a page, errors included. */
const ON_PAGES: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': PERMISSIONS_POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
};

/**
 * On the parts of a page: scripts, styles, fonts, pictures, sound. The page's own policy rules what it does with them;
 * this one rules a worker started from such a file, or a picture opened by itself. The long headers on each of forty
 * files would weigh more than the code of the title (measured: 1.1 kB a file).
 */
const ON_PARTS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

const TWO_YEARS_SECONDS = 2 * 365 * 24 * 60 * 60;

/**
 * Puts the security headers on every answer, errors included.
 *
 * @param publicOrigin where players reach the house, if it is known; HSTS is sent only when that is https, because
 *   on plain http it would mean nothing, and on a shared localhost it would lock out other programs.
 */
export function securityHeaders(publicOrigin: string | undefined): MiddlewareHandler {
  const secure = publicOrigin?.startsWith('https://') === true;
  return async (context, next) => {
    await next();
    const headers = isPart(context.res) ? ON_PARTS : ON_PAGES;
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (secure) context.header('Strict-Transport-Security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  };
}

/** A file whose name carries its hash is never a page: only `index.html` is, and it has none. */
function isPart(answer: Response): boolean {
  return answer.status < 400 && answer.headers.get('Cache-Control')?.includes('immutable') === true;
}
