import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Done } from '../../player/index.ts';
import type { Me } from '../../wire/joining.ts';
import { formatDate } from '../format.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { NewDevice } from './new-device.tsx';
import { sayRefusal } from './say-refusal.ts';

interface DevicesProps {
  /** Undefined while the server is asked. */
  readonly me: Done<Me> | undefined;
  readonly onChanged: () => void;
}

/** My devices: each of the others can be signed out, and one more brought in. */
export function Devices({ me, onChanged }: DevicesProps): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [said, say] = useState('');
  const [adding, add] = useState(false);
  const signOut = async (device: string): Promise<void> => {
    const done = await player.team.ask('DELETE', `/api/me/devices/${device}`);
    say(done.ok ? t('devices.gone') : sayRefusal(done, { join: t, server }));
    onChanged();
  };
  return (
    <>
      <h3>{t('devices.heading')}</h3>
      {me?.ok === false ? <p>{sayRefusal(me, { join: t, server })}</p> : null}
      {me?.ok === true ? (
        <ul class="join-devices">
          {me.value.devices.map(({ id, own, seenAt }) => (
            <li key={id}>
              <span>
                {own ? t('devices.own') : t('devices.other')}
                {own ? null : (
                  <span class="quiet small"> {t('devices.seen', { day: formatDate(Date.parse(seenAt)) })}</span>
                )}
              </span>
              {own ? null : (
                <button type="button" class="button button-paper" onClick={() => void signOut(id)}>
                  {t('devices.signOut')}
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status">{said}</p>
      <div class="buttons">
        <button type="button" class="button button-paper" onClick={() => add(true)}>
          {t('devices.add')}
        </button>
      </div>
      {adding ? (
        <NewDevice
          onClose={() => {
            add(false);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}
