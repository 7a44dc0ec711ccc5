/**
 * The build. What matters here: nothing inline (the content security policy forbids it), Phaser and Howler in chunks
 * of their own that the first page never asks for, one chunk per language, and file names that change with content.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { bankChunks } from './scripts/build/bank-chunks.ts';
import { checkTokens } from './scripts/build/check-tokens.ts';
import { languageChunks } from './scripts/build/language-chunks.ts';
import { offlineList } from './scripts/build/offline/offline-list.ts';
import { webApp } from './scripts/build/offline/web-app.ts';
import { partChunks } from './scripts/build/part-chunks.ts';
import { phaserCore } from './scripts/build/phaser-core.ts';
import { titlePage } from './scripts/build/title-page.ts';
import { CONTENT_SECURITY_POLICY } from './src/server/security-headers.ts';

const ROOT = import.meta.dirname;
const { version } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const offline = offlineList(ROOT);

export default defineConfig({
  root: ROOT,
  plugins: [
    languageChunks(ROOT),
    partChunks(ROOT),
    bankChunks(ROOT),
    titlePage(ROOT),
    checkTokens(ROOT),
    phaserCore(),
    offline.plugin,
    webApp(ROOT, offline.shell),
  ],
  resolve: {
    alias: {
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      // The router brings a stand-in for older Reacts; Preact has the real thing.
      'use-sync-external-store/shim/index.js': 'preact/compat',
    },
    dedupe: ['preact'],
  },
  define: { 'import.meta.env.GAME_VERSION': JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 5182, strictPort: false },
  preview: { headers: { 'Content-Security-Policy': CONTENT_SECURITY_POLICY } },
  worker: { format: 'es' },
  build: {
    outDir: resolve(ROOT, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser[\\/]|phaser-core/ },
            { name: 'howler', test: /node_modules[\\/]howler[\\/]/ },
            // What the first page carries, in one piece, though the managers' pages use some of it too. Pure rooms stay
            // where Rolldown puts them: their lists of exports name more than that page uses. The ladder of versions comes
            // along: as a file of its own its headers weighed more than it does.
            {
              name: 'first',
              tags: ['$initial'],
              test: /^(?!.*[\\/]src[\\/](?:kernel|quiz|wire(?![\\/]records[\\/]migrate)|main))/,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
});
