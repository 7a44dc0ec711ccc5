/** Asking for a visit, and saying why no answer came. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Claimed } from '../../player/index.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';

export interface Asking {
  readonly busy: boolean;
  /** Why there was no answer; empty when there was one, or none was asked for. */
  readonly fault: string;
  ask(code: string): Promise<void>;
  say(fault: string): void;
}

export function useAsking(onAnswer: (code: string, claimed: Claimed) => void): Asking {
  const { t } = usePartText('claim');
  const { t: server } = usePartText('server');
  const [busy, setBusy] = useState(false);
  const [fault, say] = useState('');
  // Another code may have come in the meantime: then this answer is no longer waited for.
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  return {
    busy,
    fault,
    say,
    async ask(code) {
      setBusy(true);
      say('');
      const done = await player.claim(code);
      if (!isHere.current) return;
      setBusy(false);
      if (done.ok) return onAnswer(code, done.value);
      if (done.why === 'offline' || done.why === 'busy') say(t(done.why));
      else say(server(done.why));
    },
  };
}
