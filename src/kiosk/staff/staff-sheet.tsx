/** Behind the PIN: what staff can do at a kiosk without a keyboard, and what there is to know about it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { useTyped } from '../../app/typed-names.ts';
import { Dialog } from '../../app/ui/dialog.tsx';
import { LanguageChoice } from '../../app/ui/language-choice.tsx';
import type { Keeper } from '../outer/keeper.ts';
import type { DeliverableBook } from '../outbox/index.ts';
import type { KioskHere } from '../settings/kiosk-settings.ts';
import { BoardEntries } from './board-entries.tsx';
import { LoudestChoice } from './loudest-choice.tsx';
import { StaffFacts } from './staff-facts.tsx';
import { WaysOut } from './ways-out.tsx';
import './staff-sheet.css';

/** A sheet that was left open would leave the door open; milliseconds without a touch or a key. */
const LEFT_MS = 120_000;
/** In the evening staff wait at the sheet until all is delivered; milliseconds from try to try. */
const DELIVER_MS = 10_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Calls when nobody has done anything on this page for so long. */
function useLeft(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    let timer = setTimeout(() => latest.current(), LEFT_MS);
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), LEFT_MS);
    };
    for (const sign of SIGNS) addEventListener(sign, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) removeEventListener(sign, again, { capture: true });
    };
  }, []);
}

export function StaffSheet(props: {
  readonly keeper: Keeper;
  readonly book: DeliverableBook;
  readonly here: KioskHere;
  /** The loudest sound was changed; it is kept already. */
  onSettings(here: KioskHere): void;
  /** Has delivered what waits, without the pause that grew while there was no network. */
  deliver(): void;
}): JSX.Element {
  const { keeper, book, here } = props;
  const { t } = usePartText('organiser');
  const event = useTyped(here.settings.event.name);
  /** What is new inside only with a new frame. */
  const [isChanged, setChanged] = useState(false);
  const close = (): void => {
    const { station } = keeper.store.getState();
    keeper.lay(null);
    if (isChanged && station === 'attract') keeper.loadAnew();
  };
  useLeft(close);
  useEffect(() => {
    props.deliver();
    const timer = setInterval(() => props.deliver(), DELIVER_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Dialog heading={t('staff.heading')} onClose={close} class="staff-dialog">
      <div class="staff-top">
        <p class="quiet">{event}</p>
        <LanguageChoice />
      </div>
      <StaffFacts keeper={keeper} book={book} membership={here.membership} />
      <div class="buttons">
        <button type="button" class="button button-main" onClick={close}>
          {t('staff.goOn')}
        </button>
        <button type="button" class="button" onClick={() => keeper.endVisit()}>
          {t('staff.end')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            keeper.lay(null);
            keeper.loadAnew();
          }}
        >
          {t('staff.load')}
        </button>
        <button type="button" class="button" onClick={() => location.reload()}>
          {t('staff.loadAll')}
        </button>
      </div>
      <LoudestChoice
        book={book}
        here={here}
        changed={(changed) => {
          setChanged(true);
          props.onSettings(changed);
        }}
      />
      {here.settings.board ? <BoardEntries book={book} onHidden={props.deliver} /> : null}
      <WaysOut book={book} />
    </Dialog>
  );
}
