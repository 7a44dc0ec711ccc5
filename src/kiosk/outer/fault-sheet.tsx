/** The frame could not be kept alive. Nobody knows who comes by, so it says so in every language, and what staff can do. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchPartIn, type PartTexts } from '../../app/part-text.ts';
import { LANGUAGES, type Language } from '../../i18n/languages.ts';
import './fault-sheet.css';

type Say = PartTexts<'organiser'>['t'];
export type FaultWords = readonly { readonly language: Language; readonly t: Say }[];

/** Everything that the sheet says; fetched while all is well, because later it may be too late. */
export async function fetchFaultWords(): Promise<FaultWords> {
  const all = LANGUAGES.map(async (language) => ({ language, t: await fetchPartIn('organiser', language) }));
  const settled = await Promise.allSettled(all);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

export function FaultSheet({ words }: { readonly words: FaultWords }): JSX.Element {
  const [minute, setMinute] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(1, 10 - minute);
  return (
    <main class="fault-sheet">
      <div class="sheet" role="alert">
        <div class="fault-words">
          {words.map(({ language, t }, at) => {
            const Heading = at === 0 ? 'h1' : 'h2';
            return (
              <section key={language} lang={language}>
                <Heading>{t('fault.heading')}</Heading>
                <p>{t('fault.text', { count: left })}</p>
                <p class="quiet small">{t('fault.staff')}</p>
              </section>
            );
          })}
        </div>
      </div>
    </main>
  );
}
