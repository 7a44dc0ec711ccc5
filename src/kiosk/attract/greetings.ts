/** The attract page speaks all the event's languages at once, while the rest of the page speaks one at a time. */
import type { Language } from '../../i18n/index.ts';
import { fetchPartIn } from '../../app/part-text.ts';

export interface Greeting {
  readonly language: Language;
  readonly begin: string;
  readonly what: string;
}

/** The greeting in each language, with the characters to draw it. Rejects when a file does not arrive. */
export async function fetchGreetings(languages: readonly Language[]): Promise<readonly Greeting[]> {
  return Promise.all(
    languages.map(async (language) => {
      const t = await fetchPartIn('kiosk', language);
      return { language, begin: t('attract.begin'), what: t('attract.what') };
    }),
  );
}
