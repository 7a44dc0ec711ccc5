/** The Chinese characters of visitors' names: linked when a name is about to be shown, on a page of whatever language. */
import type { NameLanguage } from '../../wire/kiosk.ts';
import { wearFonts } from '../fonts.ts';

const sheets = import.meta.glob<string>('../../../assets/built/fonts/visitors-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

const linked = new Set<string>();

/** Links the faces that a language's names are drawn with, once. */
export function wearNames(language: NameLanguage): void {
  const href = sheets[`../../../assets/built/fonts/visitors-${language}.css`];
  if (href === undefined || linked.has(href)) return;
  linked.add(href);
  // What the page's own faces have anyway is not in the file.
  wearFonts(language);
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = href;
  document.head.append(element);
}
