/** `/kiosk/setup`: an organiser arranges a kiosk, by a form, a link or a file. Paper and ink, as the managers' pages. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fetchParts, usePartText } from '../../app/part-text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { Guard } from '../../app/ui/guard.tsx';
import { currentLanguage } from '../../i18n/index.ts';
import { openVisitBook, type DeliverableBook } from '../outbox/index.ts';
import { takeAllowance } from '../pin/allowed-change.ts';
import { beginSettings } from '../settings/begin-settings.ts';
import { readFragment, readPacked } from '../settings/carry-settings.ts';
import type { KioskHere, KioskSettings } from '../settings/kiosk-settings.ts';
import type { SettingsFault } from '../settings/read-settings.ts';
import { Done } from './done.tsx';
import { beginDraft, dayOf, endOfDay, type Draft } from './draft.ts';
import { Gate } from './gate.tsx';
import { loadHouse, usualActs, type House } from './house-acts.ts';
import type { Told } from './keep-setup.ts';
import { useLeftAlone } from './left-alone.ts';
import { SetupForm } from './setup-form.tsx';
import { SetupPage } from './setup-page.tsx';
import './styles/index.css';

/** Everything that the page has to know before it can ask anything. */
interface Ground {
  readonly book: DeliverableBook;
  readonly house: House;
  readonly here: KioskHere | null;
  /** What is kept on the device cannot be read: it can only be written anew. */
  readonly unreadable: boolean;
  /** What the link brought. */
  readonly given: KioskSettings | null;
  readonly fault: SettingsFault | null;
  readonly code: string;
  readonly allowed: boolean;
}

/** What the link brought goes from the address at once: it has a code in it, and people look over shoulders. */
const carried = readFragment(location.hash);
if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);

async function prepare(): Promise<Ground> {
  const [house] = await Promise.all([loadHouse(), fetchParts('organiser', 'server')]);
  const book = openVisitBook();
  let unreadable = false;
  const here = await book.readHere().catch(() => {
    unreadable = true;
    return null;
  });
  const { settings, code } = carried;
  const read = settings === '' ? null : await readPacked(settings, house.acts);
  return {
    book,
    house,
    here,
    unreadable,
    given: read?.ok === true ? read.settings : null,
    fault: read?.ok === false ? read.fault : null,
    code,
    allowed: takeAllowance(),
  };
}

/** A new event ends today, until its organiser says otherwise. */
function freshDraft(house: House, code: string): Draft {
  const settings = beginSettings({
    acts: usualActs(house),
    language: currentLanguage(),
    address: location.origin,
    endsAt: endOfDay(dayOf(Date.now())),
  });
  return { ...beginDraft(settings), code };
}

function Prepared({ ground }: { readonly ground: Ground }): JSX.Element {
  const { book, house } = ground;
  const [isAllowed, setAllowed] = useState(ground.here === null || ground.allowed);
  const [kept, setKept] = useState<{ readonly here: KioskHere; readonly told: Told; readonly code: string }>();
  const [isChanging, setChanging] = useState(false);
  useLeftAlone(ground.here !== null || kept !== undefined);
  if (ground.here !== null && !isAllowed)
    return <Gate here={ground.here} fault={ground.fault} onOpen={() => setAllowed(true)} />;
  if (kept !== undefined && !isChanging) return <Done {...kept} onChange={() => setChanging(true)} />;
  // Once something was kept here, that is what is changed; what the link brought is in it already.
  const { here, given, fault, code, unreadable } =
    kept === undefined ? ground : { here: kept.here, given: null, fault: null, code: '', unreadable: false };
  const from = given ?? here?.settings ?? null;
  return (
    <SetupForm
      book={book}
      house={house}
      begin={from === null ? freshDraft(house, code) : { ...beginDraft(from), code }}
      given={given !== null}
      fault={fault}
      unreadable={unreadable}
      membership={here?.membership ?? null}
      onKept={(now, told, used) => {
        setKept({ here: now, told, code: used });
        setChanging(false);
      }}
    />
  );
}

function Lost({ retry }: { readonly retry: () => void }): JSX.Element {
  const { t } = usePartText('organiser');
  return (
    <SetupPage name={t('heading')}>
      <p class="setup-fault" role="alert">
        {t('setup.lost')}
      </p>
      <button type="button" class="press" onClick={retry}>
        {t('setup.again')}
      </button>
    </SetupPage>
  );
}

function NotSafe(): JSX.Element {
  const { t } = usePartText('organiser');
  return (
    <SetupPage name={t('heading')}>
      <p class="setup-fault" role="alert">
        {t('setup.insecure')}
      </p>
    </SetupPage>
  );
}

export default function Setup(): JSX.Element | null {
  const words = useArriving('words', () => fetchParts('organiser', 'server'));
  const arriving = useArriving('setup', prepare);
  if (words.state === 'lost') throw words.reason;
  if (words.state === 'coming') return null;
  if (!isSecureContext) return <NotSafe />;
  if (arriving.state === 'lost') return <Lost retry={arriving.retry} />;
  return arriving.state === 'coming' ? null : (
    <Guard>
      <Prepared ground={arriving.thing} />
    </Guard>
  );
}
