import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { exportOf } from '../server/account-calls.ts';

/** Downloads everything that is kept of a person, to be handed to them. */
export function ExportPerson(props: {
  readonly team: string;
  readonly player: string;
  readonly name: string;
}): JSX.Element {
  const { t } = usePartText('team');
  return (
    <a
      class="press press-quiet"
      href={exportOf(props.team, props.player)}
      download
      aria-label={t('people.exportNamed', { name: props.name })}
    >
      {t('people.export')}
    </a>
  );
}
