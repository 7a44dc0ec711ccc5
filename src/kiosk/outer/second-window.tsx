/** The kiosk runs in another window already: says so to whoever opened this one, in every language, and how to go on. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchFaultWords, type FaultWords } from './fault-sheet.tsx';
import './fault-sheet.css';

export function SecondWindow(): JSX.Element {
  const [words, setWords] = useState<FaultWords>([]);
  useEffect(() => void fetchFaultWords().then(setWords), []);
  return (
    <main class="fault-sheet second-window">
      <div class="sheet" role="alert">
        <div class="fault-words">
          {words.map(({ language, t }, at) => {
            const Heading = at === 0 ? 'h1' : 'h2';
            return (
              <section key={language} lang={language}>
                <Heading>{t('second.heading')}</Heading>
                <p>{t('second.text')}</p>
                <button type="button" class="button" onClick={() => location.reload()}>
                  {t('second.begin')}
                </button>
              </section>
            );
          })}
        </div>
      </div>
    </main>
  );
}
