/**
 * `/kiosk/board#<token>`: the event's board for a big screen that nobody touches. The acts come in turn; the token stays in
 * the fragment, which no browser sends, so that a screen that is started again finds it there.
 */
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useStore } from 'zustand';
import { loadAct } from '../../i18n/index.ts';
import { CAMPAIGN, isOpen } from '../../app/acts.ts';
import { usePartText, useParts } from '../../app/part-text.ts';
import { useText } from '../../app/text.ts';
import { useTyped } from '../../app/typed-names.ts';
import { TitlePicture } from '../../app/title/title-picture.tsx';
import { useArriving } from '../../app/ui/arriving.ts';
import type { Board } from '../../wire/kiosk.ts';
import { keepAwake } from '../outer/keep-awake.ts';
import { BigAct } from './big-act.tsx';
import { Turning } from './turning.tsx';
import { useTurns } from './use-turns.ts';
import { watchBoard, type SeenBoard } from './watch-board.ts';
import './big-screen.css';

/** Tokens are 32 bytes as base64url. */
const TOKEN = /^#([A-Za-z0-9_-]{43})$/;

export default function BigScreen(): JSX.Element | null {
  const arriving = useParts('claim');
  if (arriving.state === 'lost') throw arriving.reason;
  return arriving.state === 'here' ? <Watched /> : null;
}

function Watched(): JSX.Element {
  const { t } = usePartText('claim');
  const { t: shell } = useText();
  const watched = useMemo(
    () =>
      watchBoard(TOKEN.exec(location.hash)?.[1] ?? '', {
        fetch: (path, init) => fetch(path, init),
        page: window,
        texts: sessionStorage,
        now: () => Date.now(),
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        random: () => Math.random(),
      }),
    [],
  );
  useEffect(() => () => watched.stop(), [watched]);
  useEffect(() => keepAwake(), []);
  const seen = useStore(watched.store);
  const acts = useMemo(() => listActs(seen.board), [seen.board]);
  const name = useTyped(seen.board?.name ?? shell('title.name'));
  useEffect(() => {
    document.title = shell('page.title', { screen: name, game: t('board.heading') });
  }, [name, shell, t]);
  const turns = useTurns(acts);
  // The acts' own words: what the figures count.
  useArriving(acts.join(' '), () => Promise.all(acts.filter(isOpen).map(loadAct)));
  const act = turns.shown;
  return (
    <main class="big-board" data-state={seen.state}>
      <TitlePicture />
      <section class="big-scroll">
        <div class="scroll-rod" aria-hidden="true" />
        <div class="big-paper">
          <h1>{name}</h1>
          {seen.board === null || act === null ? (
            <p class="big-none">{t(seen.state === 'closed' ? 'board.closed' : noneYet(seen))}</p>
          ) : (
            <BigAct key={act} act={act} board={seen.board} />
          )}
        </div>
        <div class="scroll-rod" aria-hidden="true" />
      </section>
      <footer class="big-foot">
        <Turning acts={acts} turns={turns} />
        <p class="big-when" role="status">
          {seen.state === 'old' ? t('board.trueAt', { time: writeTime(seen.at) }) : ''}
        </p>
      </footer>
    </main>
  );
}

function noneYet({ board }: SeenBoard): 'board.waiting' | 'board.none' {
  return board === null ? 'board.waiting' : 'board.none';
}

/** Acts with a board, in the campaign's order, so that the turns stay the same from look to look. */
function listActs(board: Board | null): readonly string[] {
  const played = Object.keys(board?.acts ?? {}).filter((act) => (board?.acts[act]?.length ?? 0) > 0);
  const place = (act: string): number => (CAMPAIGN.includes(act) ? CAMPAIGN.indexOf(act) : CAMPAIGN.length);
  return played.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
}

/** The time of the day; with the day, when it was another one. */
function writeTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const form: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(at);
}
