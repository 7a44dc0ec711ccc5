/**
 * The Chinese characters that only the questions use. Their style sheet is linked when the first question is about to
 * be asked, so that nobody pays for them before; the browser then loads the files that the page asks for.
 */
import { currentLanguage, onTexts } from '../i18n/index.ts';

const sheets = import.meta.glob<string>('../../assets/built/fonts/bank-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

const linked = new Set<string>();
let isWorn = false;

/** Links the questions' faces in the language of the moment, and in every later one. */
export function wearBankFonts(): void {
  link();
  if (isWorn) return;
  isWorn = true;
  onTexts(link);
}

function link(): void {
  const href = sheets[`../../assets/built/fonts/bank-${currentLanguage()}.css`];
  if (href === undefined || linked.has(href)) return;
  linked.add(href);
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = href;
  document.head.append(element);
}
