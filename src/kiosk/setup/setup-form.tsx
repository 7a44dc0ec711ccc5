/** The form: five calm steps, one at a time; nothing on the device changes before the last button. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { DeliverableBook } from '../outbox/index.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';
import type { ReadSettings, SettingsFault } from '../settings/read-settings.ts';
import { beginDraft, firstWrongStep, judgeStep, STEPS, type Draft, type Faults, type Step } from './draft.ts';
import type { House } from './house-acts.ts';
import type { WhyNotJoined } from './join-team.ts';
import { keepSetup, type Told } from './keep-setup.ts';
import { sayFault } from './say-fault.ts';
import { SetupPage } from './setup-page.tsx';
import type { StepProps } from './step-props.ts';
import { BoardStep } from './steps/board-step.tsx';
import { EventStep } from './steps/event-step.tsx';
import { PinStep } from './steps/pin-step.tsx';
import { PlayStep } from './steps/play-step.tsx';
import { VisitorsStep } from './steps/visitors-step.tsx';
import { TakeFile } from './take-file.tsx';

const PAGES: Readonly<Record<Step, (props: StepProps) => JSX.Element>> = {
  event: EventStep,
  play: PlayStep,
  visitors: VisitorsStep,
  board: BoardStep,
  pin: PinStep,
};

interface SetupFormProps {
  readonly book: DeliverableBook;
  readonly house: House;
  readonly begin: Draft;
  /** The link has filled everything in. */
  readonly given: boolean;
  /** The link was no use. */
  readonly fault: SettingsFault | null;
  readonly unreadable: boolean;
  readonly membership: KioskHere['membership'];
  /** It is kept. `code`: the team's code that was used, if one was. */
  onKept(here: KioskHere, told: Told, code: string): void;
}

export function SetupForm(props: SetupFormProps): JSX.Element {
  const { t } = usePartText('organiser');
  const { t: server } = usePartText('server');
  const [draft, setDraft] = useState(props.begin);
  const [membership, setMembership] = useState(props.membership);
  const [step, setStep] = useState<Step>('event');
  const [faults, setFaults] = useState<Faults>({});
  const [isFilled, setFilled] = useState(props.given);
  const [trouble, setTrouble] = useState<string | null>(props.fault === null ? null : sayFault(t, props.fault));
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const at = STEPS.indexOf(step);
  const goTo = (next: Step): void => {
    setStep(next);
    setFaults({});
  };
  // What is wrong takes the focus; a new step begins at its heading.
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .setup-wrong ~ * input');
    wrong?.focus();
  }, [faults]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  const say = (why: WhyNotJoined): string =>
    why === 'offline' || why === 'playersCode' ? t(`join.${why}`) : server(why);
  const keep = async (): Promise<void> => {
    const wrong = firstWrongStep(draft, Date.now());
    if (wrong !== null) {
      setStep(wrong);
      setFaults(judgeStep(draft, wrong, Date.now()));
      return;
    }
    setBusy(true);
    setTrouble(null);
    const kept = await keepSetup(draft, membership, { book: props.book, acts: props.house.acts });
    setBusy(false);
    if (kept.ok) props.onKept(kept.here, kept.told, draft.code.trim());
    else if (kept.at === 'code') {
      goTo('board');
      setTrouble(say(kept.why));
    } else setTrouble(t('done.notKept'));
  };
  const goOn = (): void => {
    const found = judgeStep(draft, step, Date.now());
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const next = STEPS[at + 1];
    if (next === undefined) void keep();
    else goTo(next);
  };
  const take = (read: ReadSettings): void => {
    setTrouble(read.ok ? null : sayFault(t, read.fault));
    setFilled(read.ok);
    setTaken((before) => before + 1);
    if (!read.ok) return;
    setDraft({ ...beginDraft(read.settings), code: draft.code });
    goTo('event');
  };
  // The button for a file stands below the form, and what a file brought is told above it: whoever gave one looks there.
  const filled = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState(0);
  useEffect(() => {
    if (taken === 0) return;
    scrollTo(0, 0);
    filled.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [taken]);
  const Page = PAGES[step];
  return (
    <SetupPage name={t('heading')} {...(step === 'event' ? { lead: t('setup.lead') } : {})}>
      {props.unreadable ? <p class="setup-fault">{t('setup.unreadable')}</p> : null}
      {trouble === null ? null : (
        <p class="setup-fault" role="alert">
          {trouble}
        </p>
      )}
      {isFilled ? (
        <div ref={filled} class="setup-hint" role="status">
          <p>{t('carried.filled', { event: draft.settings.event.name })}</p>
          <button type="button" class="press press-main" aria-disabled={busy} onClick={() => !busy && void keep()}>
            {busy ? t('setup.keeping') : t('carried.use')}
          </button>
        </div>
      ) : null}
      <ol class="setup-steps" aria-label={t('setup.steps')}>
        {STEPS.map((each, place) => (
          <li key={each} class={place < at ? 'setup-step-done' : ''} aria-current={each === step ? 'step' : undefined}>
            <span class="setup-step-number">{formatNumber(place + 1)}</span>
            <span class="setup-step-name">{t(`step.${each}`)}</span>
          </li>
        ))}
      </ol>
      <form
        ref={form}
        class="setup-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) goOn();
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t(`step.${step}`)}
        </h2>
        <Page
          draft={draft}
          faults={faults}
          house={props.house}
          team={membership?.team ?? null}
          change={(some) => setDraft((before) => ({ ...before, ...some }))}
          changeSettings={(some) => setDraft((before) => ({ ...before, settings: { ...before.settings, ...some } }))}
          leaveTeam={() => setMembership(null)}
        />
        <div class="setup-row">
          <button type="submit" class="press press-main" aria-disabled={busy}>
            {busy ? t('setup.keeping') : at === STEPS.length - 1 ? t('setup.finish') : t('setup.next')}
          </button>
          {at === 0 ? null : (
            <button type="button" class="press" onClick={() => goTo(STEPS[at - 1] as Step)}>
              {t('setup.back')}
            </button>
          )}
        </div>
      </form>
      {step === 'event' ? <TakeFile acts={props.house.acts} take={take} /> : null}
    </SetupPage>
  );
}
