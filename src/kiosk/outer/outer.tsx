/**
 * `/kiosk`: the page that is always there. It frames the game, watches over it, and holds the one way out. Small, without
 * a theatre of its own; a visitor never has anything to do with it.
 */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import { useText } from '../../app/text.ts';
import { useArriving } from '../../app/ui/arriving.ts';
import { wearBlocks } from '../blocks/wear-blocks.ts';
import { startDelivery, type Delivering } from '../outbox/index.ts';
import { openDeviceDoor } from '../pin/device-door.ts';
import { PinPad } from '../pin/pin-pad.tsx';
import { StaffSheet } from '../staff/staff-sheet.tsx';
import { hearStaffWish } from '../staff/staff-wish.ts';
import { giveSigns } from '../watchdog/sign-of-life.ts';
import { Curtain } from './curtain.tsx';
import { FaultSheet, fetchFaultWords, type FaultWords } from './fault-sheet.tsx';
import { keepAwake } from './keep-awake.ts';
import { Keeper } from './keeper.ts';
import { askForTurn, type WindowTurn } from './only-window.ts';
import { openKiosk, type OpenedKiosk } from './open-kiosk.ts';
import { riseDialogs } from './rise-dialogs.ts';
import { SecondWindow } from './second-window.tsx';

/** Later than anything that the first visitor's page asks for; milliseconds. */
const OFFLINE_MS = 3000;
/** Words or settings that did not arrive are asked for again by a page that is loaded anew; milliseconds. */
const AGAIN_MS = 20_000;

const INSIDE = '/kiosk/inside';

/** Hears staff inside the frame as well: it is of the same origin, and its own page may have stopped listening. */
function hearStaffInside(frame: HTMLIFrameElement, wish: () => void): void {
  try {
    if (frame.contentWindow !== null && frame.contentDocument !== null) hearStaffWish(frame.contentWindow, wish);
  } catch {
    // The browser's own page for an address that could not be loaded; the watchdog will see to it.
  }
}

function Watched({ book, here: opened }: OpenedKiosk): JSX.Element {
  const { t } = useText();
  const [here, setHere] = useState(opened);
  const frame = useRef<HTMLIFrameElement>(null);
  const keeper = useMemo(() => new Keeper(() => frame.current), []);
  const door = useMemo(() => openDeviceDoor(opened.settings.pin), []);
  const delivery = useRef<Delivering | null>(null);
  const [words, setWords] = useState<FaultWords>([]);
  const { load, open, over, fault } = useStore(keeper.store);
  useEffect(() => {
    const delivering = startDelivery(book);
    delivery.current = delivering;
    const ends = [
      keeper.start(),
      wearBlocks(document),
      keepAwake(),
      riseDialogs(),
      giveSigns(),
      hearStaffWish(window, () => keeper.wish()),
      delivering.stop,
      () => door.close(),
    ];
    void fetchFaultWords().then(setWords);
    if (import.meta.env.PROD)
      setTimeout(() => void import('../../app/offline/start.ts').catch(() => undefined), OFFLINE_MS);
    return () => ends.forEach((end) => end());
  }, []);
  // A new frame: a visit has been closed.
  useEffect(() => delivery.current?.wake(), [load]);
  useEffect(() => {
    document.title = t('title.name');
  });
  return (
    <div class="outer">
      {fault ? (
        <FaultSheet words={words} />
      ) : (
        <iframe
          key={load}
          ref={frame}
          class="outer-frame"
          src={INSIDE + location.search}
          title={t('title.name')}
          allow="fullscreen; autoplay; gamepad; screen-wake-lock"
          onLoad={({ currentTarget }) => hearStaffInside(currentTarget, () => keeper.wish())}
        />
      )}
      {fault ? null : <Curtain open={open} />}
      {over === 'pad' ? (
        <PinPad door={door} onOpen={() => keeper.lay('sheet')} onClose={() => keeper.lay(null)} />
      ) : null}
      {over === 'sheet' ? (
        <StaffSheet
          keeper={keeper}
          book={book}
          here={here}
          onSettings={setHere}
          deliver={() => delivery.current?.wake()}
        />
      ) : null}
    </div>
  );
}

/** Nothing to show yet, or something did not arrive: the curtain, and another try by and by. */
function Waiting({ lost }: { readonly lost: boolean }): JSX.Element {
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setTimeout(() => location.reload(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div class="outer">
      <Curtain open={false} />
    </div>
  );
}

function OnlyWindow(): JSX.Element | null {
  const arriving = useArriving('kiosk', openKiosk);
  if (arriving.state !== 'here') return <Waiting lost={arriving.state === 'lost'} />;
  return arriving.thing === null ? null : <Watched {...arriving.thing} />;
}

export default function Outer(): JSX.Element {
  const [turn, setTurn] = useState<WindowTurn>('asking');
  useEffect(() => void askForTurn().then(setTurn), []);
  if (turn === 'only') return <OnlyWindow />;
  return (
    <div class="outer">
      <Curtain open={false} />
      {turn === 'second' ? <SecondWindow /> : null}
    </div>
  );
}
