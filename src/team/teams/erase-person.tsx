import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { Confirm } from '../forms/confirm.tsx';
import { erasePlayer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';

/** Asks before everything that is kept of a person is erased; the name must be typed. */
export function ErasePerson(props: {
  readonly team: string;
  readonly player: string;
  readonly name: string;
  readonly done?: () => void;
  onClose(): void;
}): JSX.Element {
  const { t } = usePartText('team');
  return (
    <Confirm
      heading={t('people.eraseNamed', { name: props.name })}
      text={t('people.eraseText')}
      typed={props.name}
      button={t('people.eraseButton')}
      work={async () => {
        await erasePlayer(props.team, props.player);
        readAgain();
        props.done?.();
      }}
      onClose={props.onClose}
    />
  );
}
