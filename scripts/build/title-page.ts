/**
 * Writes the title into the page itself, in every language, from the same texts that the game uses: it is readable
 * before any module has run. `public/first-light.js` has chosen the language by then, and the style sheet shows it.
 * Beside it lies, hidden, what that script shows when the modules do not arrive.
 */
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { gatherShell, type Texts } from './language-chunks.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function pick(texts: Texts, ...path: string[]): string {
  let at: string | Texts | undefined = texts;
  for (const step of path) at = typeof at === 'object' ? at[step] : undefined;
  if (typeof at !== 'string') throw new Error(`no text ${path.join('.')} for the title page`);
  return at;
}

/** The title in one language, with the classes that the title screen itself uses. */
function writeTitle(root: string, language: string): string {
  const { texts } = gatherShell(root, language as (typeof LANGUAGES)[number]);
  const title = (key: string): string => escape(pick(texts, 'title', key));
  const error = (key: string): string => escape(pick(texts, 'error', key));
  return [
    `<main class="title" lang="${language}"><div class="title-board">`,
    `<h1 class="title-name">${title('name')}</h1>`,
    `<p class="title-line">${title('line')}</p>`,
    `<p class="title-acts"><a class="button button-main" href="/campaign">${title('play')}</a></p>`,
    '</div></main>',
    `<main class="not-arrived" lang="${language}" hidden><section class="sheet trouble" role="alert">`,
    `<h1>${error('part')}</h1><p>${error('partText')}</p>`,
    `<div class="buttons"><button type="button" class="button button-main">${error('retry')}</button></div></section></main>`,
  ].join('');
}

export function titlePage(root: string): Plugin {
  return {
    name: 'title-page',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<!-- title -->', LANGUAGES.map((each) => writeTitle(root, each)).join('\n')),
    },
  };
}
