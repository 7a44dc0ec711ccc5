/** The devices of a person: signing a lost one out, and making another one theirs. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import type { Pairing } from '../../wire/joining.ts';
import { Qr } from '../../app/ui/qr.tsx';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import { useSending } from '../forms/use-sending.ts';
import { pairPlayer, removeDevice, type PlayersAnswer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';
import { FaultNote } from '../shell/fault.tsx';
import { writeDay, writeMoment } from '../words/amounts.ts';

export function DevicesOfPerson(props: {
  readonly team: string;
  readonly player: PlayersAnswer['players'][number];
  onClose(): void;
}): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const { team, player } = props;
  const [gone, setGone] = useState<readonly string[]>([]);
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const left = player.devices.filter(({ id }) => !gone.includes(id));
  return (
    <SheetDialog heading={t('people.devicesNamed', { name: player.name })} onClose={props.onClose}>
      <p>{left.length === 0 ? t('people.noDevices') : t('people.devicesText')}</p>
      <ul class="lines">
        {left.map(({ id, createdAt, seenAt }) => (
          <li key={id}>
            <span>
              {writeDay(createdAt)} <span class="quiet">{t('people.deviceSeen', { time: writeMoment(seenAt) })}</span>
            </span>
            <button
              type="button"
              class="press press-quiet press-grave"
              aria-label={t('people.signOutNamed', { day: writeDay(createdAt) })}
              onClick={() =>
                void sending.send(async () => {
                  await removeDevice(team, player.id, id);
                  setGone([...gone, id]);
                  readAgain();
                })
              }
            >
              {t('people.signOut')}
            </button>
          </li>
        ))}
      </ul>
      {player.kind === 'kiosk' ? null : pairing === null ? (
        <>
          <p>{t('people.pairText')}</p>
          <p>
            <button
              type="button"
              class="press"
              onClick={() => void sending.send(async () => setPairing(await pairPlayer(team, player.id)))}
            >
              {t('people.pair')}
            </button>
          </p>
        </>
      ) : (
        <div class="pairing">
          <Qr class="qr" text={`${location.origin}/join#pair=${pairing.code}`} label={t('codes.qr')} />
          <p class="shown-step">{t('codes.goTo')}</p>
          <p class="shown-address">{`${location.host}/join`}</p>
          <p class="shown-step">{t('codes.enter')}</p>
          <p class="shown-letters" aria-label={[...pairing.code].filter((letter) => letter !== '-').join(' ')}>
            {pairing.code}
          </p>
          <p class="quiet">{t('codes.shownUntil', { time: writeMoment(pairing.expiresAt) })}</p>
        </div>
      )}
      {sending.fault === null ? null : <FaultNote reason={sending.fault} />}
      <div class="row">
        <button type="button" class="press press-main" onClick={props.onClose}>
          {t('form.close')}
        </button>
      </div>
    </SheetDialog>
  );
}
