/**
 * What makes the page an app: its manifest, and the service worker that Workbox writes. The worker keeps the shell and
 * answers every address with it; the other files it keeps as they are asked for, by the page's screens or ahead of time
 * (`src/app/offline/`). It waits with a new version until the page tells it to go on.
 */
import { join } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import type { Plugin } from 'vite';
import { FILES } from '../../../src/app/offline/names.ts';
import { readTexts, type Texts } from '../language-chunks.ts';
import { LIST, type Shell } from './offline-list.ts';

const NIGHT = '#120c0a';

function read(texts: Texts, ...path: readonly string[]): string {
  let at: string | Texts | undefined = texts;
  for (const step of path) at = typeof at === 'object' ? at[step] : undefined;
  if (typeof at !== 'string') throw new Error(`no text ${path.join('.')} for the app's name`);
  return at;
}

/** The game's name on a device's home screen: a manifest speaks one language, and half of the players read Chinese. */
function nameApp(root: string): { readonly name: string; readonly short: string; readonly line: string } {
  const [english, chinese] = ['en', 'zh-Hans'].map((each) => readTexts(join(root, 'src/i18n/texts', `${each}.json`)));
  const short = read(english as Texts, 'title', 'name');
  return {
    name: `${short} · ${read(chinese as Texts, 'title', 'name')}`,
    short,
    line: read(english as Texts, 'title', 'line'),
  };
}

/** `shell` names the files to take along; it is asked when the bundle is there. */
export function webApp(root: string, shell: () => Shell): Plugin[] {
  const { name, short, line } = nameApp(root);
  return VitePWA({
    // The policy of the page forbids inline scripts; `src/app/offline/worker.ts` registers by hand, when there is time.
    injectRegister: false,
    registerType: 'prompt',
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name,
      short_name: short,
      description: line,
      lang: 'en',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      orientation: 'any',
      theme_color: NIGHT,
      background_color: NIGHT,
      categories: ['education', 'games'],
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*'],
      globIgnores: ['**/*.{map,br,gz}', LIST],
      manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => shell().has(url)) })],
      // Names under /assets/ carry a hash: what the browser fetched for the first screen is not fetched again.
      dontCacheBustURLsMatching: /^assets\/.*-[\w-]{8}\./,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
      directoryIndex: 'index.html',
      // `?lang=ru`, `?seed=7`: the page is the same.
      ignoreURLParametersMatching: [/./],
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//, /^\/(healthz|readyz)$/, /\/[^/?]+\.[^/?]+($|\?)/],
      runtimeCaching: [
        {
          // Written out into the worker, so it can use nothing from here; the header is `FETCHED_AHEAD`.
          urlPattern: ({ url, request, sameOrigin }) =>
            sameOrigin && url.pathname.startsWith('/assets/') && !request.headers.has('x-fetched-ahead'),
          handler: 'CacheFirst',
          options: {
            cacheName: FILES,
            cacheableResponse: { statuses: [200] },
            matchOptions: { ignoreVary: true },
            rangeRequests: true,
          },
        },
      ],
    },
  });
}
