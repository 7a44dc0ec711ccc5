/** What went wrong, in words. */
import type { JSX } from 'preact';
import { usePartText } from '../../app/part-text.ts';
import { formatNumber } from '../../app/format.ts';
import type { Fault, Refused } from '../server/ask.ts';

/** The sentence for a fault, with how long to wait where the server says so. */
export function useFaultText(): (reason: Refused) => string {
  const { t } = usePartText('team');
  const { t: server } = usePartText('server');
  return ({ code, retryAfter }) => {
    const sentence = code === 'offline' ? t('fault.offline') : server(code);
    if (retryAfter === undefined || retryAfter < 1) return sentence;
    const minutes = Math.ceil(retryAfter / 60);
    return t('fault.wait', { sentence, count: minutes, minutes: formatNumber(minutes) });
  };
}

/** What stays as it is, however often it is asked for. */
const FOR_GOOD: ReadonlySet<Fault> = new Set(['notAllowed', 'notFound', 'badRequest', 'linkSpent', 'erased']);

/** A fault in the place of what it kept from coming; another try is offered where it may help. */
export function FaultNote(props: { readonly reason: Refused; readonly retry?: () => void }): JSX.Element {
  const { t } = usePartText('team');
  const say = useFaultText();
  return (
    <div class="fault" role="alert">
      <p>{say(props.reason)}</p>
      {props.retry === undefined || FOR_GOOD.has(props.reason.code) ? null : (
        <button type="button" class="press" onClick={props.retry}>
          {t('fault.again')}
        </button>
      )}
    </div>
  );
}
