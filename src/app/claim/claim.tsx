/** `/claim#CODE`: what was earned at a kiosk comes to this device. The code stands in the address, or is typed. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Claimed } from '../../player/index.ts';
import { usePartText, useParts } from '../part-text.ts';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { useArriving } from '../ui/arriving.ts';
import { Screen } from '../ui/screen.tsx';
import { PartComing } from '../ui/part-coming.tsx';
import { CodeStep } from './code-step.tsx';
import { Got } from './got.tsx';
import { NotHere } from './not-here.tsx';
import { readClaim } from './typed-claim.ts';
import '../joining/joining.css';
import './claim.css';

type Step =
  | { readonly at: 'code' }
  | { readonly at: 'notHere' | 'taken'; readonly code: string }
  | { readonly at: 'got'; readonly claimed: Extract<Claimed, { readonly status: 'here' }> };

export default function Claim(): JSX.Element {
  const { t } = useText();
  const arriving = useParts('claim', 'server');
  // A code that was asked for before and is not here yet need not be found again.
  const open = useArriving('open claim', () => player.openClaim());
  if (arriving.state === 'here' && open.state === 'here') return <Steps open={open.thing} />;
  return (
    <Screen name={t('title.name')} narrow>
      <PartComing arriving={arriving} />
    </Screen>
  );
}

/** The code that stands in the address; empty when there is none. */
function readAddress(): string {
  return readClaim(location.hash.replace(/^#/, '')).code;
}

/** A code in the address would stay in the browser's history, and be sent on with it. */
function wipeAddress(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
}

function Steps({ open }: { readonly open: string | null }): JSX.Element {
  const { t } = usePartText('claim');
  const { t: shell } = useText();
  // From the address, and asked for at once; else one that was asked for before.
  const [given, setGiven] = useState(readAddress);
  const [prefilled, prefill] = useState(given === '' ? (open ?? '') : given);
  const [step, go] = useState<Step>({ at: 'code' });
  // Goes up with each code that an address brings into the open page: it is asked for like the first.
  const [arrival, setArrival] = useState(0);
  useEffect(() => {
    wipeAddress();
    const hear = (): void => {
      const code = readAddress();
      wipeAddress();
      if (code === '') return;
      setGiven(code);
      prefill(code);
      go({ at: 'code' });
      setArrival((count) => count + 1);
    };
    addEventListener('hashchange', hear);
    return () => removeEventListener('hashchange', hear);
  }, []);
  const onAnswer = (code: string, claimed: Claimed): void =>
    go(claimed.status === 'here' ? { at: 'got', claimed } : { at: claimed.status, code });
  const startAnew = (): void => {
    // What the address brought has been used.
    setGiven('');
    prefill('');
    go({ at: 'code' });
  };
  const names = {
    code: t('heading'),
    notHere: t('notHere.heading'),
    taken: t('taken.heading'),
    got: t('got.heading'),
  };
  return (
    <Screen
      key={`${arrival} ${step.at}`}
      name={names[step.at]}
      back={{ to: ROUTES.campaign, text: shell('page.toCampaign') }}
      narrow
      class="joining claim"
    >
      {step.at === 'code' ? <CodeStep given={given} prefilled={prefilled} onAnswer={onAnswer} /> : null}
      {step.at === 'notHere' ? <NotHere code={step.code} onAnswer={onAnswer} onOther={startAnew} /> : null}
      {step.at === 'taken' ? <Taken onOther={startAnew} /> : null}
      {step.at === 'got' ? <Got claimed={step.claimed} /> : null}
    </Screen>
  );
}

function Taken({ onOther }: { readonly onOther: () => void }): JSX.Element {
  const { t } = usePartText('claim');
  return (
    <section class="sheet">
      <p class="large">{t('taken.text')}</p>
      <p>{t('taken.yours')}</p>
      <div class="buttons">
        <button type="button" class="button" onClick={onOther}>
          {t('notHere.other')}
        </button>
      </div>
    </section>
  );
}
