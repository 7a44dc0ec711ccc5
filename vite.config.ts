/**
 * The build. What matters here: nothing inline (the content security policy forbids it), Phaser and Howler in chunks
 * of their own that the first page never asks for, one chunk per language, and file names that change with content.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { bankChunks } from './scripts/build/bank-chunks.ts';
import { checkTokens } from './scripts/build/check-tokens.ts';
import { languageChunks } from './scripts/build/language-chunks.ts';
import { phaserCore } from './scripts/build/phaser-core.ts';
import { titlePage } from './scripts/build/title-page.ts';
import { CONTENT_SECURITY_POLICY } from './src/server/security-headers.ts';

const ROOT = import.meta.dirname;

export default defineConfig({
  root: ROOT,
  plugins: [languageChunks(ROOT), bankChunks(ROOT), titlePage(ROOT), checkTokens(ROOT), phaserCore()],
  resolve: {
    alias: {
      react: 'preact/compat',
      'react-dom': 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
    },
    dedupe: ['preact'],
  },
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
          ],
        },
      },
    },
  },
});
