import { useCallback, useRef, useState } from 'preact/hooks';
import { faultOf, type Refused } from '../server/ask.ts';

export interface Sending {
  readonly busy: boolean;
  readonly fault: Refused | null;
  /** Does it once at a time. Resolves to whether it went well. */
  send(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

/** Something that is sent to the server from a form: not twice at once, and with what went wrong beside it. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Refused | null>(null);
  const sending = useRef(false);
  const send = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    if (sending.current) return false;
    sending.current = true;
    setBusy(true);
    setFault(null);
    try {
      await work();
      return true;
    } catch (reason) {
      setFault(faultOf(reason));
      return false;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setFault(null), []);
  return { busy, fault, send, clear };
}
