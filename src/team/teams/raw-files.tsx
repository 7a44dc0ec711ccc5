import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { filePath } from '../filters/filters.ts';

/** Every counted run and answer of the team as files, for whoever wants to work out more than the reports do. */
export function RawFiles({ team }: { readonly team: string }): JSX.Element {
  const { t } = usePartText('team');
  const { language } = useText();
  return (
    <section class="block">
      <h2>{t('raw.heading')}</h2>
      <p>{t('raw.text')}</p>
      <div class="row">
        {(['attempts', 'answers'] as const).map((name) => (
          <a key={name} class="press press-quiet" href={filePath(`/api/teams/${team}/${name}`, language)} download>
            {t(`raw.${name}`)}
          </a>
        ))}
      </div>
    </section>
  );
}
