import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePartText } from '../part-text.ts';

function listPads(): string[] {
  return [...(navigator.getGamepads?.() ?? [])].flatMap((pad) =>
    pad?.connected ? [pad.id.replace(/\s*\(.*$/, '')] : [],
  );
}

/** Which gamepads the browser has seen. They can be used at once; a browser shows one after its first press. */
export function Gamepads(): JSX.Element {
  const { t } = usePartText('settings');
  const [pads, setPads] = useState(listPads);
  useEffect(() => {
    const look = (): void => setPads(listPads());
    addEventListener('gamepadconnected', look);
    addEventListener('gamepaddisconnected', look);
    return () => {
      removeEventListener('gamepadconnected', look);
      removeEventListener('gamepaddisconnected', look);
    };
  }, []);
  return (
    <section class="sheet settings-part">
      <h2>{t('gamepad')}</h2>
      {pads.length === 0 ? <p>{t('gamepadNone')}</p> : null}
      {pads.map((name) => (
        <p key={name}>{t('gamepadFound', { name })}</p>
      ))}
    </section>
  );
}
