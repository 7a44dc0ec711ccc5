/**
 * A face for what people have typed elsewhere, in whatever script: a player's name, a team's, an event's. The page's own
 * faces hold only what the house wrote, and a machine may have none for Chinese. The sheet is long and its files are many,
 * so it is linked where it is needed, and the browser fetches the few files that it meets. No offline set holds them; the
 * worker keeps what was fetched.
 */
import { useEffect } from 'preact/hooks';
import { currentLanguage, onTexts } from '../i18n/index.ts';
import { linkSheet } from './link-sheet.ts';

const sheets = import.meta.glob<string>('../../assets/built/fonts/typed-*.css', {
  query: '?url',
  import: 'default',
  eager: true,
});

const CHINESE = /\p{Script=Han}/u;
let worn = false;

/** Links the face in the language of the moment, and in every later one; `styles/tokens.css` names it. */
export function wearTypedNames(): void {
  if (worn) return;
  worn = true;
  const link = (): void => linkSheet(sheets[`../../assets/built/fonts/typed-${currentLanguage()}.css`]);
  link();
  onTexts(link);
}

/** Has a typed text drawn; returns it as it is. */
export function useTyped(text: string): string {
  useEffect(() => {
    if (CHINESE.test(text)) wearTypedNames();
  }, [text]);
  return text;
}
