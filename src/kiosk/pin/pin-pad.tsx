import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { usePartText } from '../../app/part-text.ts';
import { Dialog } from '../../app/ui/dialog.tsx';
import type { Door, Verdict } from './door.ts';
import { LEAST_DIGITS, MOST_DIGITS } from './hash-pin.ts';
import './pin-pad.css';

/** Nobody at the pad: it goes away by itself; milliseconds. */
const QUIET_MS = 20_000;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** A lock's rest as m:ss. */
function writeRest(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

interface PinPadProps {
  readonly door: Door;
  onOpen(): void;
  /** Put away, by hand or by itself. */
  onClose(): void;
}

/** The pad before the way out: by finger, keys or ear. What was typed is shown as dots and told as a number of digits. */
export function PinPad({ door, onOpen, onClose }: PinPadProps): JSX.Element {
  const { t } = usePartText('organiser');
  const { restMs, busy } = useStore(door.store);
  const [pin, setPin] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const typed = useRef('');
  const signs = useRef(0);
  const [sign, setSign] = useState(0);
  const isLocked = restMs > 0;
  useEffect(() => {
    const timer = setTimeout(onClose, QUIET_MS);
    return () => clearTimeout(timer);
    // A sign of life begins it anew; so does the verdict of a try that took long.
  }, [sign, verdict, busy]);
  const write = (next: string): void => {
    setSign((signs.current += 1));
    if (door.store.getState().restMs > 0) return;
    typed.current = next.slice(0, MOST_DIGITS);
    setPin(typed.current);
    setVerdict(null);
  };
  const enter = async (): Promise<void> => {
    setSign((signs.current += 1));
    if (typed.current.length < LEAST_DIGITS || door.store.getState().busy) return;
    const wanted = typed.current;
    typed.current = '';
    setPin('');
    const found = await door.tryPin(wanted);
    if (found === 'open') onOpen();
    else setVerdict(found);
  };
  // As soon as it stands there: staff who know their PIN begin to type before the next picture is drawn.
  useLayoutEffect(() => {
    const stroke = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) write(typed.current + event.key);
      else if (event.key === 'Backspace') write(typed.current.slice(0, -1));
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) void enter();
      else setSign((signs.current += 1));
    };
    addEventListener('keydown', stroke);
    return () => removeEventListener('keydown', stroke);
  }, []);
  const said = (): string => {
    if (busy) return t('pin.looking');
    if (isLocked) return t('pin.locked');
    if (verdict === 'wrong' || verdict === 'broken' || verdict === 'unkept') return t(`pin.${verdict}`);
    return '';
  };
  return (
    <Dialog heading={t('pin.heading')} onClose={onClose} class="pin-dialog">
      <div class="pin-shown" role="img" aria-label={t('pin.typed', { count: pin.length })}>
        {Array.from({ length: Math.max(LEAST_DIGITS, pin.length) }, (_, at) => (
          <span key={at} class={at < pin.length ? 'pin-dot' : 'pin-place'} />
        ))}
      </div>
      <p class="unseen" aria-live="polite">
        {pin.length === 0 ? '' : t('pin.typed', { count: pin.length })}
      </p>
      <p class="pin-said">
        <span role="alert">{said()}</span> {isLocked ? <b class="pin-rest">{writeRest(restMs)}</b> : null}
      </p>
      <div class="pin-keys" role="group" aria-label={t('pin.keys')}>
        {DIGITS.map((digit) => (
          <Key key={digit} shown={digit} off={isLocked} press={() => write(typed.current + digit)} />
        ))}
        <Key shown={t('pin.erase')} word off={isLocked} press={() => write(typed.current.slice(0, -1))} />
        <Key shown="0" off={isLocked} press={() => write(`${typed.current}0`)} />
        <Key shown={t('pin.enter')} word main off={pin.length < LEAST_DIGITS || busy} press={() => void enter()} />
      </div>
      <div class="buttons">
        <button type="button" class="button button-paper" onClick={onClose}>
          {t('pin.close')}
        </button>
      </div>
    </Dialog>
  );
}

function Key(props: {
  readonly shown: string;
  readonly word?: boolean;
  readonly main?: boolean;
  readonly off: boolean;
  press(): void;
}): JSX.Element {
  const kind = `${props.word === true ? 'pin-key-word' : ''} ${props.main === true ? 'pin-key-main' : ''}`;
  return (
    <button type="button" class={`pin-key ${kind}`} aria-disabled={props.off} onClick={() => props.press()}>
      {props.shown}
    </button>
  );
}
